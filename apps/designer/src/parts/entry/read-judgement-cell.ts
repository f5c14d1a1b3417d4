import { type Entry, type JudgedValue, type Leaf, readJudgement, type Scheme, stackOf } from '@yardstick/model'
import { absentReason } from './absent-reason.ts'
import { withState, withValue } from './entry-layers.ts'
import type { CellReading, StateWords } from './read-cell.ts'

/**
 * A judged leaf as one cell: points, or several experts' points with ; between; a level, with the number put into its range
 * behind it; the elements that are met by their positions, 0 for none. Whether that may be is the model's to say.
 */
export function readJudgementCell(
  leaf: Leaf,
  text: string,
  before: Entry | undefined,
  scheme: Pick<Scheme, 'notApplicable'>,
): CellReading {
  const plain = text.normalize('NFKC').trim()
  if (plain === '' || /^(空缺|missing|—+|-+)$/i.test(plain)) return { entry: undefined, issues: [] }
  const why = absentReason('not-applicable', text)
  if (why !== undefined) {
    return why === ''
      ? { refused: 'reason' }
      : checked(leaf, withState(judgedBefore(before), 'not-applicable', why), scheme)
  }
  const verify = /^(.*?)\s*[(]?(?:待核实?|to be verified)[)]?$/i.exec(plain)
  const value = judgedValue(leaf, verify?.[1] ?? plain)
  const entry = withValue(judgedBefore(before), value)
  return checked(leaf, verify === null ? entry : withState(entry, 'to-be-verified'), scheme)
}

/** What such a cell shows, to be read back. */
export function judgementCellText(leaf: Leaf, entry: Entry | undefined, w: StateWords): string {
  const { top } = stackOf(entry)
  if (top === undefined) return ''
  if (top.state === 'not-applicable') return top.why === undefined ? w.notApplicable : w.notApplicableAs(top.why)
  const shown = shownValue(leaf, top.value ?? null)
  return top.state === 'to-be-verified' && shown !== '' ? w.verifying(shown) : shown
}

function shownValue({ scoring }: Leaf, value: unknown): string {
  if (value === null) return ''
  if (typeof value !== 'object' || Array.isArray(value)) return String(value)
  const { experts, level, share, elements } = value as JudgedValue
  if (experts !== undefined) return experts.map(({ score }) => String(score)).join('; ')
  if (level !== undefined) return share === undefined ? level : `${level} ${share}`
  if (elements === undefined || scoring.method !== 'checklist') return ''
  const judged = scoring.elements.filter(({ met }) => met === 'judged')
  const met = judged.flatMap(({ id }, index) => (elements[id] === true ? [String(index + 1)] : []))
  return met.length === 0 ? '0' : met.join(', ')
}

function judgedValue({ scoring }: Leaf, text: string): string | JudgedValue {
  switch (scoring.method) {
    case 'levels': {
      const level = [...scoring.levels]
        .sort((a, b) => b.name.length - a.name.length)
        .find(({ name }) => text.startsWith(name.normalize('NFKC')))
      if (level === undefined) return { level: text }
      const share = text.slice(level.name.normalize('NFKC').length).replace(/[\s:,]/g, '')
      return share === '' ? { level: level.name } : { level: level.name, share }
    }
    case 'checklist': {
      const judged = scoring.elements.filter(({ met }) => met === 'judged')
      const isAll = /^(全部|all|是|√|✓)$/i.test(text)
      const positions = new Set(text.split(/[\s,;、]+/).map(Number))
      if (!isAll && [...positions].some((each) => !Number.isInteger(each) || each < 0 || each > judged.length))
        return text
      return { elements: Object.fromEntries(judged.map(({ id }, index) => [id, isAll || positions.has(index + 1)])) }
    }
    default: {
      const scores = text
        .split(/[;、]/)
        .map((each) => each.trim())
        .filter((each) => each !== '')
      if (scores.length < 2) return text.replace(/\s*(分|points?)$/i, '')
      return { experts: scores.map((score, index) => ({ who: `专家${index + 1}`, score })) }
    }
  }
}

/** What people decide stands in a layer of its own. */
function judgedBefore(before: Entry | undefined): Entry {
  return before === undefined || stackOf(before).top?.layer === 'reported' ? { layers: [{ layer: 'judged' }] } : before
}

function checked(leaf: Leaf, entry: Entry, scheme: Pick<Scheme, 'notApplicable'>): CellReading {
  const read = readJudgement(leaf, entry, { scheme })
  return read.state === 'error' ? { refused: 'issue', issue: read.issue } : { entry, issues: read.issues }
}
