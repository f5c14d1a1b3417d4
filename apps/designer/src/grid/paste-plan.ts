import type { IndicatorReading, IndicatorRow as TableRow } from '@yardstick/exchange/indicator-table'
import { LONGEST_STANDARD, leafFromRow, nameOf } from '@yardstick/exchange/leaf-from-row'
import {
  type Edit,
  Exact,
  type Indicator,
  type Item,
  isBranch,
  type Language,
  type Measure,
  newId,
  type Scheme,
  sum,
} from '@yardstick/model'
import { printStandard, printTarget, readTarget } from '@yardstick/wording'
import { leafContext, readMethodText } from './commit.ts'
import { isEmptyScheme } from './empty-scheme.ts'

/**
 * A pasted indicator table held against the scheme: which rows are there already (by number and name, by their path of
 * names, by a name that stands only once), what is different in them, and which are new. Nothing is removed. The same table
 * twice changes nothing.
 */
export interface PastePlan {
  readonly rows: readonly PlannedRow[]
  readonly edits: readonly Edit[]
  /** Ids of leaves whose method was taken from their target. */
  readonly suggests: readonly string[]
}

export interface PlannedRow {
  readonly id: string
  readonly level: number
  readonly name: string
  readonly points: string | undefined
  readonly target: string | undefined
  readonly kind: 'add' | 'change' | 'same'
  readonly changes: readonly {
    readonly column: 'points' | 'target' | 'method'
    readonly from: string
    readonly to: string
  }[]
}

interface Node {
  readonly row: TableRow
  readonly children: Node[]
}

export function planPaste(reading: Pick<IndicatorReading, 'rows'>, scheme: Scheme, language: Language): PastePlan {
  return new Planner(scheme, language).plan(treeOf(reading.rows))
}

function treeOf(rows: readonly TableRow[]): Node[] {
  const top: Node[] = []
  const open: Node[] = []
  for (const row of rows) {
    const node: Node = { row, children: [] }
    open.length = Math.min(open.length, Math.max(0, row.level - 1))
    const parent = open.at(-1)
    ;(parent === undefined ? top : parent.children).push(node)
    open.push(node)
  }
  return top
}

class Planner {
  private readonly rows: PlannedRow[] = []
  private readonly edits: Edit[] = []
  private readonly suggests: string[] = []
  private readonly ids = new Set<string>()
  /** Nodes by a name that stands only once in the scheme. */
  private readonly byName = new Map<string, Indicator | null>()
  private readonly items: Item[]
  private readonly measures: Measure[]

  constructor(
    private readonly scheme: Scheme,
    private readonly language: Language,
  ) {
    this.items = [...scheme.items]
    this.measures = [...(scheme.measures ?? [])]
    this.note(scheme.indicators)
  }

  plan(tree: readonly Node[]): PastePlan {
    const isBlank = isEmptyScheme(this.scheme.indicators)
    const known = isBlank ? [] : this.scheme.indicators
    this.siblings(tree, null, known, this.scheme.indicators.length)
    // The row that was only there to begin with makes room.
    const [blank] = this.scheme.indicators
    if (isBlank && blank !== undefined && this.edits.length > 0)
      this.edits.push({ type: 'remove-indicator', id: blank.id })
    const known2 = new Set(this.scheme.items.map((each) => each.id))
    const newItems = this.items.filter((each) => !known2.has(each.id))
    const first = this.scheme.items.length
    const added = newItems.map((item, index): Edit => ({ type: 'add-item', index: first + index, item }))
    const from = this.scheme.measures?.length ?? 0
    const measures = this.measures.slice(from)
    const reckoned = measures.map((measure, index): Edit => ({ type: 'add-measure', index: from + index, measure }))
    return { rows: this.rows, edits: [...added, ...reckoned, ...this.edits], suggests: this.suggests }
  }

  private note(nodes: readonly Indicator[]): void {
    for (const node of nodes) {
      this.ids.add(node.id)
      const name = folded(node.name)
      this.byName.set(name, this.byName.has(name) ? null : node)
      if (isBranch(node)) this.note(node.children)
    }
  }

  /** Rows beside each other, held against the children of the branch they were found under. */
  private siblings(nodes: readonly Node[], parent: string | null, known: readonly Indicator[], count: number): void {
    let index = count
    for (const node of nodes) {
      const found = this.match(node, parent, known)
      if (found !== undefined) {
        this.changed(node, found)
        continue
      }
      this.edits.push({ type: 'add-indicator', parent, index: index++, indicator: this.made(node) })
    }
  }

  private match({ row, children }: Node, parent: string | null, known: readonly Indicator[]): Indicator | undefined {
    const name = folded(row.name)
    const named = known.filter((each) => folded(each.name) === name)
    const here = named.length > 1 ? named.find((each) => each.code === row.code) : named[0]
    if (here !== undefined) return here
    // A part of the table: a row that is nowhere near, but stands once in the whole scheme.
    const anywhere = parent === null && row.level === 1 ? this.byName.get(name) : undefined
    return anywhere != null && isBranch(anywhere) === children.length > 0 ? anywhere : undefined
  }

  private changed(node: Node, found: Indicator): void {
    const { row, children } = node
    const changes: { column: 'points' | 'target' | 'method'; from: string; to: string }[] = []
    if (row.points !== undefined && row.points !== found.points) {
      changes.push({ column: 'points', from: found.points, to: row.points })
      this.edits.push({ type: 'set-points', points: { [found.id]: row.points } })
    }
    if (!isBranch(found) && children.length === 0) {
      this.changedTarget(row, found, changes)
      this.changedStandard(row, found, changes)
    }
    this.tell(node, found.id, changes.length > 0 ? 'change' : 'same', changes)
    if (children.length === 0) return
    if (isBranch(found)) {
      this.siblings(children, found.id, found.children, found.children.length)
      return
    }
    const { id, name, code, points } = found
    const branch = { id, name, ...(code === undefined ? {} : { code }), points, children: [] }
    this.edits.push({ type: 'replace-indicator', id, indicator: branch })
    this.siblings(children, id, [], 0)
  }

  private changedTarget(row: TableRow, found: Extract<Indicator, { scoring: unknown }>, changes: Changes): void {
    if (row.target === undefined) return
    const { target } = readTarget(row.target)
    if (target === undefined) return
    const show = (of: typeof target | undefined) => (of === undefined ? '' : printTarget(of, this.language))
    if (show(target) === show(found.target)) return
    changes.push({ column: 'target', from: show(found.target), to: show(target) })
    this.edits.push({ type: 'set-target', id: found.id, target })
  }

  /**
   * A sentence that reads to another rule than the one that is there sets it; one that does not read leaves the rule alone
   * and has somebody look at it. The author's words are kept in each case; those that the rule prints itself are not theirs.
   */
  private changedStandard(row: TableRow, found: Extract<Indicator, { scoring: unknown }>, changes: Changes): void {
    if (row.standard === undefined || row.standard === found.standard) return
    const context = leafContext(found, this.scheme)
    const { id, scoring } = found
    if ((['zh', 'en'] as const).some((each) => printStandard(scoring, context, each) === row.standard)) return
    const read = readMethodText(row.standard, found, this.scheme, this.language)
    if (read.ok && JSON.stringify(read.value) !== JSON.stringify(scoring))
      this.edits.push({ type: 'set-scoring', id, scoring: read.value })
    changes.push({ column: 'method', from: '', to: row.standard })
    const standard = row.standard.slice(0, LONGEST_STANDARD)
    this.edits.push({ type: 'set-indicator', id, fields: { standard, scoringBasis: read.ok ? null : 'assumed' } })
  }

  private made(node: Node): Indicator {
    const { row, children } = node
    const id = newId(row.name, this.ids)
    this.ids.add(id)
    if (children.length > 0) {
      this.tell(node, id, 'add', [])
      const made = children.map((child) => this.made(child))
      const points = row.points ?? sum(made.map((each) => Exact.of(each.points))).toText()
      return {
        id,
        name: nameOf(row.name),
        ...(row.code === undefined ? {} : { code: row.code }),
        points,
        children: made,
      }
    }
    // Nobody has decided on a scheme that is still empty.
    const { stepCount: _, ...undecided } = this.scheme
    const scheme = isEmptyScheme(this.scheme.indicators) ? undecided : this.scheme
    const known = { ...scheme, items: this.items, measures: this.measures }
    const { leaf, items, measures, rule } = leafFromRow(row, id, known, this.language)
    const target = leaf.target === undefined ? undefined : printTarget(leaf.target, this.language)
    this.tell(node, id, 'add', [], target)
    this.items.push(...items)
    this.measures.push(...measures)
    if (rule.from === 'target') this.suggests.push(id)
    return leaf
  }

  /** `read`: what the target was taken for, which is shown rather than what was written. */
  private tell(
    { row }: Node,
    id: string,
    kind: PlannedRow['kind'],
    changes: PlannedRow['changes'],
    read = row.target,
  ): void {
    const { level, name, points } = row
    const target = read
    this.rows.push({ id, level, name, points, target, kind, changes })
  }
}

type Changes = { column: 'points' | 'target' | 'method'; from: string; to: string }[]

/** Names are the same whatever their width and spaces. */
function folded(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '')
}
