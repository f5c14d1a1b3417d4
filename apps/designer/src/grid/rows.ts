import {
  Exact,
  type Indicator,
  type IndicatorResult,
  type Issue,
  isBranch,
  type Leaf,
  type LocalChange,
  type Scheme,
  sum,
} from '@yardstick/model'
import { type IssuesByIndicator, issuesBelow } from '../parts/issues-by-indicator.ts'
import type { TreePlace } from '../parts/sheet/column.ts'
import type { Results } from '../store/results.ts'
import { newLeaf } from './structure.ts'

/**
 * The rows of the table: the tree as far as it is unfolded, each row with everything its cells show. A row in which nothing
 * has changed is the same object as before, so that a keystroke draws one row and not all of them.
 */
export interface IndicatorRow {
  readonly id: string
  readonly node: Indicator
  readonly parent: string | null
  /** The number a reader sees: the scheme's own, else by position. */
  readonly number: string
  readonly place: TreePlace
  /** Points of the children, where they must add up to the branch's; exact text. */
  readonly given: string | undefined
  readonly standard: string
  readonly brief: string
  readonly score: Score | undefined
  readonly pinned: Score | undefined
  /** Worst severity by column, own issues only. */
  readonly marks: { readonly [column: string]: Issue['severity'] }
  readonly errors: number
  readonly warnings: number
  /** Whether the counts are those of rows folded away. */
  readonly isFolded: boolean
  readonly isSuggested: boolean
  /** Why cells can only be read, by column; what those above have locked. */
  readonly locks: RowLocks
  /** How it compares with what it was adopted from; undefined in a scheme of one's own. */
  readonly origin: LocalChange | undefined
  /** What is given to those who adopt it, as small signs. */
  readonly signs: string | undefined
}

export type RowLocks = { readonly [column: string]: string }

export interface Score {
  readonly score: string | null
  /** Points not given, exact; undefined where nothing is lost or nobody can say. */
  readonly lost: string | undefined
  readonly state: IndicatorResult['state']
  readonly isProvisional: boolean
}

export interface RowSource {
  readonly scheme: Pick<Scheme, 'indicators'>
  readonly collapsed: ReadonlySet<string>
  readonly leaves: Results['leaves']
  readonly scores: ReadonlyMap<string, Score>
  readonly pinned: ReadonlyMap<string, Score>
  readonly issues: IssuesByIndicator
  readonly suggested: ReadonlySet<string>
  readonly locksOf: (node: Indicator) => RowLocks
  readonly origins: Results['origins']
  readonly signs: ReadonlyMap<string, string>
  /** What a rule says while the engine has not said it yet. */
  readonly textsOf: (leaf: Leaf) => { readonly standard: string; readonly brief: string }
}

/** The visible rows; rows of `before` that are alike are used again. */
export function indicatorRows(source: RowSource, before: readonly IndicatorRow[] = []): IndicatorRow[] {
  const known = new Map(before.map((row) => [row.id, row]))
  const rows: IndicatorRow[] = []
  const visit = (nodes: readonly Indicator[], parent: string | null, prefix: string, level: number) => {
    nodes.forEach((node, index) => {
      const position = `${prefix}${index + 1}`
      const row = rowOf(source, node, parent, position, { level, position: index + 1, size: nodes.length })
      const old = known.get(node.id)
      rows.push(old !== undefined && isAlike(old, row) ? old : row)
      if (isBranch(node) && !source.collapsed.has(node.id)) visit(node.children, node.id, `${position}.`, level + 1)
    })
  }
  visit(source.scheme.indicators, null, '', 1)
  return rows
}

function rowOf(
  source: RowSource,
  node: Indicator,
  parent: string | null,
  position: string,
  place: TreePlace,
): IndicatorRow {
  const { collapsed, leaves, scores, pinned, issues, suggested, textsOf, locksOf, origins, signs } = source
  const own = issues.get(node.id) ?? NONE
  const isFolded = isBranch(node) && collapsed.has(node.id)
  const counted = isFolded ? issuesBelow(node, issues) : own
  const texts = isBranch(node) ? NO_TEXTS : (leaves[node.id] ?? textsOf(node))
  return {
    id: node.id,
    node,
    parent,
    number: node.code ?? position,
    place: isBranch(node) && node.children.length > 0 ? { ...place, isExpanded: !isFolded } : place,
    given: isBranch(node) ? givenPoints(node) : undefined,
    standard: texts.standard,
    brief: texts.brief,
    score: scores.get(node.id),
    pinned: pinned.get(node.id),
    marks: own.length === 0 ? NO_MARKS : marksOf(own),
    errors: count(counted, 'error'),
    warnings: count(counted, 'warning'),
    isFolded,
    isSuggested: suggested.has(node.id),
    locks: locksOf(node),
    origin: origins?.[node.id],
    signs: signs.get(node.id),
  }
}

/** The id of the empty row: nothing in a scheme has it. */
export const GHOST = ''

/** The empty row below the last one. A name typed there is one more beside the last row, at its level. */
export function ghostRow(level: number): IndicatorRow {
  return {
    id: GHOST,
    node: newLeaf(GHOST, ''),
    parent: null,
    number: '',
    place: { level, position: 1, size: 1 },
    given: undefined,
    ...NO_TEXTS,
    score: undefined,
    pinned: undefined,
    marks: NO_MARKS,
    errors: 0,
    warnings: 0,
    isFolded: false,
    isSuggested: false,
    locks: NO_LOCKS,
    origin: undefined,
    signs: undefined,
  }
}

const NONE: readonly Issue[] = []
const NO_MARKS = {}
const NO_LOCKS: RowLocks = {}
const NO_TEXTS = { standard: '', brief: '' }

/** What the children add up to, where their points are shares of the branch's; bonus children stand outside. */
export function givenPoints(node: Indicator): string | undefined {
  if (!isBranch(node) || (node.combine !== undefined && node.combine !== 'sum')) return undefined
  const counted = node.children.filter((child) => child.kind !== 'bonus')
  return counted.length === 0 ? undefined : sum(counted.map((child) => Exact.of(child.points))).toText()
}

const RANK = { error: 3, warning: 2, hint: 1 } as const

function marksOf(issues: readonly Issue[]): { [column: string]: Issue['severity'] } {
  const marks: { [column: string]: Issue['severity'] } = {}
  for (const { pointer, severity } of issues) {
    const column = columnOfPointer(pointer)
    const now = marks[column]
    if (now === undefined || RANK[severity] > RANK[now]) marks[column] = severity
  }
  return marks
}

/** The column that shows what a pointer into an indicator means. */
export function columnOfPointer(pointer: string): string {
  const parts = pointer.split('/').slice(1)
  // /indicators/0/children/1/points: what follows the last index.
  let at = 2
  while (parts[at] === 'children' && parts[at + 1] !== undefined) at += 2
  const field = parts[at]
  return field === undefined ? 'name' : (COLUMN_OF_FIELD[field] ?? 'status')
}

const COLUMN_OF_FIELD: { readonly [field: string]: string } = {
  id: 'name',
  name: 'name',
  code: 'code',
  points: 'points',
  children: 'points',
  weight: 'weight',
  kind: 'kind',
  combine: 'kind',
  individual: 'kind',
  target: 'target',
  declared: 'target',
  scoring: 'method',
  standard: 'method',
  rounding: 'points',
  actual: 'actual',
  basis: 'basis',
  dataSource: 'dataSource',
  evidence: 'evidence',
  note: 'note',
  definition: 'definition',
}

function count(issues: readonly Issue[], severity: Issue['severity']): number {
  return issues.reduce((sum, each) => sum + (each.severity === severity ? 1 : 0), 0)
}

function isAlike(one: IndicatorRow, other: IndicatorRow): boolean {
  return (
    one.node === other.node &&
    one.parent === other.parent &&
    one.number === other.number &&
    one.given === other.given &&
    one.standard === other.standard &&
    one.brief === other.brief &&
    one.errors === other.errors &&
    one.warnings === other.warnings &&
    one.isFolded === other.isFolded &&
    one.isSuggested === other.isSuggested &&
    one.origin === other.origin &&
    one.signs === other.signs &&
    isSame(one.locks, other.locks) &&
    isSame(one.place, other.place) &&
    isSame(one.score, other.score) &&
    isSame(one.pinned, other.pinned) &&
    isSame(one.marks, other.marks)
  )
}

/** Flat objects with the same members. */
function isSame(one: object | undefined, other: object | undefined): boolean {
  if (one === other) return true
  if (one === undefined || other === undefined) return false
  const keys = Object.keys(one)
  if (keys.length !== Object.keys(other).length) return false
  return keys.every((key) => (one as never)[key] === (other as never)[key])
}

/** Scores by indicator, with what each leaf and branch has lost. */
export function scoresOf(evaluation: Results['evaluation']): Map<string, Score> {
  return new Map((evaluation?.indicators ?? []).map((each) => [each.id, scoreOf(each)]))
}

/** While a value is moved most results stay the same objects. */
const known = new WeakMap<IndicatorResult, Score>()

function scoreOf(result: IndicatorResult): Score {
  const before = known.get(result)
  if (before !== undefined) return before
  const { points, score, state, provisional } = result
  const lost = score === null ? undefined : Exact.of(points).minus(Exact.of(score))
  const found: Score = {
    score,
    lost: lost === undefined || lost.sign <= 0 || state === 'not-applicable' ? undefined : lost.toText(),
    state,
    isProvisional: provisional === true,
  }
  known.set(result, found)
  return found
}
