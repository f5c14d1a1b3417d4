import { type Exact, type Issue, issue, pointer } from '@yardstick/model'
import type { CompiledNode, CompiledScheme } from '../compile/compiled.ts'
import { isSameGrade } from './check-grades.ts'
import { schemeScore } from './scheme-score.ts'
import { type Level, plainName, type RowView, type SheetView } from './sheet-view.ts'

/**
 * A sheet against the scheme that it says it was scored by: indicators that are not there or stand there besides, other
 * points, scores that the scheme's rule does not give for the value printed beside them, a grade that its bands do not.
 *
 * Rows and indicators belong together by their names from the root, else by a name that each side has once. Where nothing
 * belongs together it is another scheme, which is said once.
 */
export function checkScheme(view: SheetView, compiled: CompiledScheme): Issue[] {
  const pairs = pairUp(view.rows, compiled.nodes)
  if (pairs.size === 0) {
    const found = view.rows.slice(0, SOME).map(({ row }) => row.name)
    return [issue('AUDIT_SCHEME_OTHER', { pointer: '/tree', expected: compiled.scheme.name, found })]
  }
  const paired = new Set(pairs.values())
  return [
    ...comparePoints(view.root, compiled.fullScore, '/fullScore'),
    ...notInSheet(view, compiled, pairs, paired),
    ...view.rows.flatMap((row) => {
      const node = pairs.get(row)
      if (node === undefined) return notInScheme(row, pairs)
      const points = view.hasPoints(row.depth) ? comparePoints(row, node.points, `${row.pointer}/weight`) : []
      // Under other points a score is another one.
      return points.length > 0 || node.type === 'branch' ? points : schemeScore(row, node, compiled)
    }),
    ...checkGrade(view, compiled),
  ]
}

/** Names enough to recognise a table by. */
const SOME = 3

function pairUp(rows: readonly RowView[], nodes: readonly CompiledNode[]): Map<RowView, CompiledNode> {
  const pairs = new Map<RowView, CompiledNode>()
  const keys = [(names: readonly string[]) => names.map(plainName).join('/'), lastName]
  for (const keyOf of keys) {
    const paired = new Set(pairs.values())
    const free = rows.filter((row) => !pairs.has(row) && row.role !== 'total')
    const left = nodes.filter((node) => !paired.has(node))
    const nodesByKey = groupBy(left, ({ path }) => keyOf(path))
    for (const [key, [row, ...more]] of groupBy(free, ({ names }) => keyOf(names))) {
      const [node, ...others] = nodesByKey.get(key) ?? []
      // A sheet may print the first level alone.
      const isAlike = row !== undefined && (row.children.length === 0 || node?.type === 'branch')
      if (node !== undefined && isAlike && more.length === 0 && others.length === 0) pairs.set(row, node)
    }
  }
  return pairs
}

const lastName = (names: readonly string[]) => plainName(names.at(-1) ?? '')

function groupBy<T>(all: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of all) {
    const key = keyOf(each)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  }
  return groups
}

function comparePoints({ points, names: where }: Level, expected: Exact, place: string): Issue[] {
  if (points === undefined || points.equals(expected)) return []
  return [issue('AUDIT_SCHEME_POINTS', { pointer: place, where, expected: expected.toText(), found: points.toText() })]
}

/** Of a branch that is not there as a whole only the branch is told; a bonus may have been left away. */
function notInSheet(
  view: SheetView,
  { nodes }: CompiledScheme,
  pairs: ReadonlyMap<RowView, CompiledNode>,
  paired: ReadonlySet<CompiledNode>,
): Issue[] {
  const rowOf = new Map([...pairs].map(([row, node]) => [node, row]))
  return nodes.flatMap((node) => {
    const above: Level | undefined = node.parent === null ? view.root : rowOf.get(node.parent)
    if (paired.has(node) || node.isBonus || above?.isComplete !== true || above.children.length === 0) return []
    const expected = { name: node.node.name, points: node.points.toText() }
    const place = above.pointer === '' ? pointer('tree') : above.childrenPointer
    return [issue('AUDIT_SCHEME_ROW_MISSING', { pointer: place, where: above.names, expected, found: null })]
  })
}

/** Of what hangs under a row that the scheme does not have, the row alone is told. */
function notInScheme(row: RowView, pairs: ReadonlyMap<RowView, CompiledNode>): Issue[] {
  const isUnder = (other: RowView) =>
    other.names.length < row.names.length && row.pointer.startsWith(`${other.pointer}/`)
  if (row.role !== 'plain' || [...pairs.keys()].some((other) => other.pointer.startsWith(`${row.pointer}/`))) return []
  const above = [...pairs.keys()].filter(isUnder)
  if (above.length < row.depth) return []
  return [
    issue('AUDIT_SCHEME_ROW_UNKNOWN', { pointer: row.pointer, where: row.names, expected: null, found: row.row.name }),
  ]
}

/** The sheet's own bands come first, and are checked by themselves. */
function checkGrade(view: SheetView, { grades, rulesByLeaf, rules }: CompiledScheme): Issue[] {
  const { grade } = view.sheet.published
  const { score } = view.root
  if ((view.sheet.grades ?? []).length > 0 || typeof grade !== 'string' || score === undefined) return []
  // A veto or a cap gives another grade than the total does.
  const onLeaves = new Set([...rulesByLeaf.values()].flat())
  if (rules.some((rule) => !onLeaves.has(rule))) return []
  const band = grades.find(({ from }) => from === undefined || from.atMost(score))
  if (band === undefined || isSameGrade(band.name, grade)) return []
  const expected = { grade: band.name, total: score.toText() }
  return [issue('AUDIT_SCHEME_GRADE', { pointer: '/published/grade', expected, found: grade })]
}
