import { scoringOfTarget, typeOf } from '@yardstick/exchange/leaf-from-row'
import { parseFormula } from '@yardstick/formula'
import {
  type Comparator,
  type Edit,
  Exact,
  type Indicator,
  type Issue,
  type Item,
  isBranch,
  type Language,
  type Leaf,
  type Scheme,
  type Scoring,
  type Target,
} from '@yardstick/model'
import { directionOf, type LeafContext, printTarget, readScoring, readTarget } from '@yardstick/wording'
import { signWords } from '../parts/sign-words.ts'
import { readPoints } from './read-points.ts'
import { gridWords } from './words.ts'

/**
 * What a text in a cell of the table means: edits, or a sentence why not, or a question where it can mean several things.
 * Nothing is guessed silently; what a bulk paste does with a doubt is the caller's to ask.
 */
export type CellReading =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[]; readonly suggests?: readonly string[] }
  | { readonly kind: 'refuse'; readonly why: string }
  | { readonly kind: 'ask'; readonly ask: string; readonly choices: readonly CellChoice[] }

export interface CellChoice {
  readonly label: string
  readonly edits: readonly Edit[]
  readonly suggests?: readonly string[]
}

export interface CellContext {
  readonly scheme: Scheme
  readonly language: Language
  readonly parentOf: (id: string) => Indicator | undefined
  /** The number a row has by its position. */
  readonly positionOf: (id: string) => string | undefined
  /** Rules by the sentence that a copied cell holds. */
  readonly scoringBySentence: (text: string) => Scoring | undefined
  readonly contextOf: (leaf: Leaf) => LeafContext
  readonly issueText: (issue: Issue) => string
}

export function readCell(node: Indicator, column: string, text: string, context: CellContext): CellReading {
  const read = READERS[column]
  return read === undefined ? nothing : read(node, text.trim(), context)
}

type Reader = (node: Indicator, text: string, context: CellContext) => CellReading

const nothing: CellReading = { kind: 'edits', edits: [] }
const edits = (...list: Edit[]): CellReading => ({ kind: 'edits', edits: list })
const refuse = (why: string): CellReading => ({ kind: 'refuse', why })

const readName: Reader = (node, text, { language }) => {
  const name = text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\[/g, '【')
    .replace(/\]/g, '】')
    .slice(0, 200)
  if (name === '') return refuse(gridWords[language].nameEmpty)
  return name === node.name ? nothing : edits({ type: 'set-indicator', id: node.id, fields: { name } })
}

const readCode: Reader = (node, text, { positionOf }) => {
  const code = text === '' || text === positionOf(node.id) ? null : text.slice(0, 200)
  return (node.code ?? null) === code ? nothing : edits({ type: 'set-indicator', id: node.id, fields: { code } })
}

const readPointsCell: Reader = (node, text, { scheme, language, parentOf }) => {
  const w = gridWords[language]
  const reading = readPoints(text)
  const set = (points: string): Edit => ({ type: 'set-points', points: { [node.id]: points } })
  switch (reading.kind) {
    case 'unread':
      return refuse(w.pointsUnread(text))
    case 'points':
      return reading.points === node.points ? nothing : edits(set(reading.points))
    case 'share': {
      const whole = Exact.of(parentOf(node.id)?.points ?? scheme.fullScore)
      const share = whole.times(Exact.of(reading.percent)).over(Exact.integer(100))
      const choices = [{ label: w.pointsPlain(reading.percent), edits: [set(reading.percent)] }]
      // A share that no decimal writes is not offered.
      if (share.decimalDigits !== undefined)
        choices.unshift({
          label: w.pointsShare(whole.toText(), reading.percent, share.toText()),
          edits: [set(share.toText())],
        })
      return { kind: 'ask', ask: w.pointsPercent(text), choices }
    }
  }
}

const readTargetCell: Reader = (node, text, context) => {
  if (isBranch(node)) return nothing
  if (text === '') return node.target === undefined ? nothing : edits({ type: 'set-target', id: node.id, target: null })
  const w = gridWords[context.language]
  const { target, confidence, issues } = readTarget(text)
  if (target === undefined) return refuse(issues[0] === undefined ? w.targetUnread(text) : context.issueText(issues[0]))
  const done = (chosen: Target) => targetEdits(node, chosen, context)
  if (JSON.stringify(target) === JSON.stringify(node.target)) return nothing
  if (confidence !== 'unsure') return { kind: 'edits', ...done(target) }
  const readings = [target, ...otherReadings(target), ...('text' in target ? [] : [{ text }])]
  return {
    kind: 'ask',
    ask: w.targetUnsure(text),
    choices: readings.map((each) => ({ label: targetLabel(each, context.language), ...done(each) })),
  }
}

/** A target for a leaf whose method nobody has chosen brings the likely one with it, marked as suggested. */
function targetEdits(leaf: Leaf, target: Target, { language }: CellContext): { edits: Edit[]; suggests?: string[] } {
  const set: Edit = { type: 'set-target', id: leaf.id, target }
  const scoring = isUnchosen(leaf) ? scoringOfTarget(target, language) : undefined
  if (scoring === undefined) return { edits: [set] }
  return { edits: [set, { type: 'set-scoring', id: leaf.id, scoring }], suggests: [leaf.id] }
}

/** What a new row gets because every leaf has a method: nobody has chosen it. */
function isUnchosen({ scoring }: Leaf): boolean {
  return scoring.method === 'judgement' && scoring.panel === undefined
}

/** A bare number may also be a limit, or meant exactly. */
function otherReadings(target: Target): Target[] {
  if (!('value' in target)) return []
  const { written: _, ...rest } = target
  return (['>=', '<=', '='] as const)
    .filter((comparator) => comparator !== target.comparator)
    .map((comparator) => ({ ...rest, comparator }))
}

function targetLabel(target: Target, language: Language): string {
  const w = gridWords[language]
  const direction = w.directions['text' in target ? 'none' : directionOf(target)]
  return signWords[language].aside(printTarget(target, language), direction)
}

const readDirection: Reader = (node, text, { language }) => {
  if (isBranch(node)) return nothing
  const w = gridWords[language]
  const { target } = node
  if (text === '') return nothing
  if (target === undefined || 'text' in target || 'low' in target) return refuse(w.directionNeedsTarget)
  const comparator = COMPARATORS[text.normalize('NFKC').split(' ')[0]!]
  if (comparator === undefined) return refuse(w.directionUnread)
  if (comparator === target.comparator) return nothing
  const { written: _, ...rest } = target
  return edits({ type: 'set-target', id: node.id, target: { ...rest, comparator } })
}

const COMPARATORS: { readonly [sign: string]: Comparator | undefined } = {
  '≥': '>=',
  '>=': '>=',
  正向: '>=',
  higher: '>=',
  '>': '>',
  '≤': '<=',
  '<=': '<=',
  逆向: '<=',
  lower: '<=',
  '<': '<',
  '=': '=',
  等于: '=',
}

const readMethod: Reader = (node, text, context) => {
  if (isBranch(node)) return nothing
  const { language, scoringBySentence, contextOf, issueText } = context
  if (text === '') {
    return node.scoring.method === 'judgement'
      ? nothing
      : edits({ type: 'set-scoring', id: node.id, scoring: { method: 'judgement' } })
  }
  const known = scoringBySentence(text)
  if (known !== undefined) return setScoring(node, known)
  const read = readScoring(text, contextOf(node), language)
  if (read.ok) return setScoring(node, read.value)
  const other = readScoring(text, contextOf(node), language === 'zh' ? 'en' : 'zh')
  if (other.ok) return setScoring(node, other.value)
  const w = gridWords[language]
  const keep: Edit = { type: 'set-indicator', id: node.id, fields: { standard: text.slice(0, 20_000) } }
  const isOwn = node.standard === text
  return {
    kind: 'ask',
    ask: `${w.standardUnread} ${read.issues[0] === undefined ? '' : issueText(read.issues[0])}`,
    choices: isOwn ? [] : [{ label: w.standardKeep, edits: [keep] }],
  }
}

function setScoring(leaf: Leaf, scoring: Scoring): CellReading {
  return JSON.stringify(scoring) === JSON.stringify(leaf.scoring)
    ? nothing
    : edits({ type: 'set-scoring', id: leaf.id, scoring })
}

const readActual: Reader = (node, text, context) => {
  if (isBranch(node)) return nothing
  const { scheme, language, issueText } = context
  const formula = text.replace(/\s*\n\s*/g, ' ').replace(/^[=＝]\s*/, '')
  if (formula === '')
    return node.actual === undefined ? nothing : edits({ type: 'set-indicator', id: node.id, fields: { actual: null } })
  if (formula === node.actual) return nothing
  const parsed = parseFormula(formula)
  if (!parsed.ok) return refuse(parsed.issues[0] === undefined ? formula : issueText(parsed.issues[0]))
  const set: Edit = { type: 'set-indicator', id: node.id, fields: { actual: formula.slice(0, 4_000) } }
  const { value } = parsed
  const name = value.kind === 'name' ? value.name : undefined
  const isKnown = name === undefined || [...scheme.items, ...(scheme.measures ?? [])].some((each) => each.id === name)
  if (isKnown) return edits(set)
  const w = gridWords[language]
  const item: Item = { id: name, ...typeOf(node.target) }
  return {
    kind: 'ask',
    ask: w.itemUnknown(name),
    choices: [
      { label: w.itemNew(name), edits: [{ type: 'add-item', index: scheme.items.length, item }, set] },
      { label: w.itemLater, edits: [set] },
    ],
  }
}

const readKind: Reader = (node, text, { language }) => {
  const w = gridWords[language]
  const kind = Object.entries(w.kinds).find(([, label]) => label === text)?.[0] as keyof typeof w.kinds | undefined
  const id = node.id
  if (text === '' || kind === 'common') {
    const fields = { core: null, kind: null, ...(isBranch(node) ? { individual: null, combine: null } : {}) } as const
    return edits({ type: 'set-indicator', id, fields })
  }
  if (kind === 'core') return edits({ type: 'set-indicator', id, fields: { core: true, kind: null } })
  if (kind === 'bonus') return edits({ type: 'set-indicator', id, fields: { kind: 'bonus', core: null } })
  if (kind === undefined) return refuse(w.kindUnread)
  if (!isBranch(node)) return refuse(w.kindOfBranch)
  if (kind === 'individual') return edits({ type: 'set-indicator', id, fields: { individual: true } })
  return edits({ type: 'set-indicator', id, fields: { combine: kind, individual: null } })
}

/** A field of words that both leaves and branches may have. */
function wordsField(field: 'basis' | 'note' | 'definition', most: number): Reader {
  return (node, text) => {
    const value = text === '' ? null : text.slice(0, most)
    return (node[field] ?? null) === value
      ? nothing
      : edits({ type: 'set-indicator', id: node.id, fields: { [field]: value } })
  }
}

/** A field of words that only leaves have. */
function leafField(field: 'dataSource' | 'evidence' | 'standard', most: number): Reader {
  return (node, text) => {
    if (isBranch(node)) return nothing
    const value = text === '' ? null : text.slice(0, most)
    return (node[field] ?? null) === value
      ? nothing
      : edits({ type: 'set-indicator', id: node.id, fields: { [field]: value } })
  }
}

const readWeight: Reader = (node, text, { language }) => {
  if (text === '')
    return node.weight === undefined ? nothing : edits({ type: 'set-indicator', id: node.id, fields: { weight: null } })
  const reading = readPoints(text)
  if (reading.kind === 'unread') return refuse(gridWords[language].pointsUnread(text))
  const weight = reading.kind === 'points' ? reading.points : reading.percent
  return weight === node.weight ? nothing : edits({ type: 'set-indicator', id: node.id, fields: { weight } })
}

const READERS: { readonly [column: string]: Reader | undefined } = {
  name: readName,
  code: readCode,
  points: readPointsCell,
  kind: readKind,
  direction: readDirection,
  target: readTargetCell,
  method: readMethod,
  actual: readActual,
  basis: wordsField('basis', 2_000),
  note: wordsField('note', 20_000),
  definition: wordsField('definition', 20_000),
  dataSource: leafField('dataSource', 2_000),
  evidence: leafField('evidence', 2_000),
  standard: leafField('standard', 20_000),
  weight: readWeight,
}
