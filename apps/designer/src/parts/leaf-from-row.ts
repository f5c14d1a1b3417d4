import type { IndicatorRow } from '@yardstick/exchange/indicator-table'
import type { Item, Language, Leaf, Scheme, Target } from '@yardstick/model'
import { readStandard, readTarget } from '@yardstick/wording'
import { likelyScoring } from './likely-scoring.ts'

/**
 * One row of a table as a leaf: its method is what its 评分标准 says where that reads whole, else the one its target most
 * likely wants, else 人工评分; `told` says which. A measured leaf reads a data item of its own name, which comes with it
 * where there is none.
 */
export interface LeafReading {
  readonly leaf: Leaf
  readonly item: Item | undefined
  readonly told: 'standard' | 'target' | 'judged'
}

export function leafFromRow(
  row: IndicatorRow,
  id: string,
  scheme: Pick<Scheme, 'items' | 'measures' | 'stepCount'>,
  language: Language,
): LeafReading {
  const reading = row.target === undefined ? undefined : readTarget(row.target)
  const target = reading?.target
  const base = { id, name: nameOf(row.name), points: row.points ?? '0' }
  const isMeasured = target !== undefined && !('text' in target)
  const actual = isMeasured ? itemName(base.name) : undefined
  const context = { ...base, target, actual, stepCount: scheme.stepCount }
  const read = row.standard === undefined ? undefined : readStandard(row.standard.trim(), context, language)
  const unchosen = { ...base, ...present({ target, actual }), scoring: { method: 'judgement' } } as Leaf
  const scoring = read?.ok === true ? read.value : likelyScoring(unchosen, scheme, language)
  const told = read?.ok === true ? 'standard' : scoring === undefined ? 'judged' : 'target'
  const method = scoring?.method ?? 'judgement'
  const needsValue = !['judgement', 'levels', 'checklist'].includes(method)
  const leaf = {
    ...base,
    ...present({
      code: row.code,
      target,
      actual: needsValue ? (actual ?? itemName(base.name)) : undefined,
      definition: row.definition,
      note: row.note,
      standard: read?.ok === true ? undefined : row.standard,
    }),
    scoring: scoring ?? { method: 'judgement' },
  } as Leaf
  const isKnown = [...scheme.items, ...(scheme.measures ?? [])].some((each) => each.id === leaf.actual)
  const item = leaf.actual === undefined || isKnown ? undefined : itemFor(leaf.actual, target)
  return { leaf, item, told }
}

/** The item a target is held against: its type and unit are the target's. */
export function itemFor(id: string, target: Target | undefined): Item {
  if (target === undefined || 'text' in target || 'formula' in target) return { id, type: 'number' }
  if ('date' in target) return { id, type: 'date' }
  const value = 'low' in target ? target.low : target.value
  if (value.endsWith('%')) return { id, type: 'rate' }
  if (target.unit === undefined) return { id, type: 'number' }
  if (/^(?:[万亿千百]*元|美元)$/.test(target.unit)) return { id, type: 'money', unit: target.unit }
  return value.includes('.') ? { id, type: 'number', unit: target.unit } : { id, type: 'count', unit: target.unit }
}

/** A name may not hold brackets, which formulas use, nor line breaks. */
export function nameOf(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\[/g, '【')
    .replace(/\]/g, '】')
    .trim()
    .slice(0, 200)
}

/** A name that a formula reads without brackets: letters, digits and nothing else. */
function itemName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}]+/gu, '')
  return /^\p{L}/u.test(plain) ? plain.slice(0, 60) : `数据${plain.slice(0, 58)}`
}

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
