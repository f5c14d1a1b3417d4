import { Exact, largestRemainder, newId, sum } from '@yardstick/model'
import type { Doubt } from '../doubt.ts'
import type { IndicatorReading, IndicatorRow } from '../indicator/indicator-table.ts'
import type { Asked, Asking } from './asking.ts'

/**
 * The rows of a table as the tree they stand for, every node with its points. Where the points are not there, or do not
 * agree with each other, something is proposed and asked; a contradiction stays as printed until somebody answers.
 */
export interface TableNode {
  /** Its indicator's in the scheme. */
  readonly id: string
  readonly row: IndicatorRow
  readonly children: TableNode[]
  readonly isBonus: boolean
  /** Names from the top level down to it. */
  readonly where: readonly string[]
  /** The same as one text, told apart from another of the same names: what its questions are called by. */
  readonly path: string
  points: Exact | undefined
  pointsFrom: 'table' | 'below' | 'shared'
  /** 可选项: the best of the children counts, each of them being worth the branch's points. */
  isBestOf?: true
}

/** The row as a question names it. */
export function askedRow({ id, path, row, where }: TableNode, what: string): NonNullable<Asked['row']> {
  return { id: `${path}#${what}`, row: row.sourceRow, indicator: id, where }
}

export function treeOfTable({ rows, doubts }: Pick<IndicatorReading, 'rows' | 'doubts'>, asking: Asking): TableNode[] {
  const jumps = new Set(doubts.flatMap((each) => (each.kind === 'level-jump' ? [each.row] : [])))
  const top: TableNode[] = []
  const open: TableNode[] = []
  const ids = new Set<string>()
  const paths = new Map<string, number>()
  /** Rows of this level and deeper stand one higher than they were read. */
  let lifted: number | undefined
  for (const row of rows) {
    const id = newId(row.name, ids)
    ids.add(id)
    if (lifted !== undefined && row.level < lifted) lifted = undefined
    const makeAt = (level: number): TableNode => {
      open.length = Math.min(open.length, Math.max(0, level - 1))
      const parent = open.at(-1)
      const where = [...(parent?.where ?? []), row.name]
      const count = paths.get(where.join('/')) ?? 0
      const path = count === 0 ? where.join('/') : `${where.join('/')}~${count + 1}`
      const points = row.points === undefined ? undefined : Exact.of(row.points)
      // 加分 of its own; the points of what is inside it are its children's.
      const isBonus = /^(?:附?加分项?|附加分|奖励加分)/.test(row.name) && parent?.isBonus !== true
      return { id, row, children: [], isBonus, where, path, points, pointsFrom: 'table' }
    }
    let node = makeAt(row.level - (lifted === undefined ? 0 : 1))
    if (lifted === undefined && jumps.has(row.sourceRow) && row.level > 1) {
      const answers = ['below', 'beside']
      const asked: Asked = { row: askedRow(node, 'level'), matter: { kind: 'level-jump' }, answers, proposal: 'below' }
      if (asking.ask(asked) === 'beside') {
        lifted = row.level
        node = makeAt(row.level - 1)
      }
    }
    const names = node.where.join('/')
    paths.set(names, (paths.get(names) ?? 0) + 1)
    const parent = open.at(-1)
    ;(parent === undefined ? top : parent.children).push(node)
    open.push(node)
  }
  return top
}

/** The same nodes with all their points. `total`: what the top level adds up to, bonus outside. */
export function settlePoints(
  tree: readonly TableNode[],
  { doubts, totals = [] }: Pick<IndicatorReading, 'doubts'> & Partial<Pick<IndicatorReading, 'totals'>>,
  asking: Asking,
): { readonly total: string; readonly fullScore: string } {
  readPercents(tree, doubts, asking)
  askShared(tree, asking)
  askPoints(tree, doubts, asking)
  share(tree, wholeOf(tree))
  for (const node of tree) agree(node, asking)
  const own = tree.filter((each) => !each.isBonus)
  const total = sum(own.map((each) => each.points!))
  const isPrinted = totals.some(({ points }) => points?.equals(total) === true)
  const fullScore = askFullScore(total.toText(), isPrinted, doubts, asking)
  if (fullScore !== 'scale') return { total: total.toText(), fullScore }
  const proposed = fullScoreOf(total.toText(), { doubts })
  scale(own, Exact.of(proposed))
  return { total: proposed, fullScore: proposed }
}

/** The printed total, else the sum, where it is a round number, else 100: 97.5 is a slip, 60 may be part of a larger table. */
function fullScoreOf(total: string, { doubts }: Pick<IndicatorReading, 'doubts'>): string {
  const stated = printedTotal(doubts) ?? total
  const value = Exact.of(stated)
  return value.sign > 0 && value.over(Exact.integer(10)).isWhole ? stated : '100'
}

function printedTotal(doubts: readonly Doubt[]): string | undefined {
  return doubts.find((each) => each.kind === 'total-differs')?.expected
}

/** `isPrinted`: the table itself says this total. */
function askFullScore(total: string, isPrinted: boolean, doubts: readonly Doubt[], asking: Asking): string {
  const printed = printedTotal(doubts)
  const proposal = fullScoreOf(total, { doubts })
  if (isPrinted && proposal === total) return total
  const possible = [...new Set([proposal, '100', ...(printed === undefined ? [] : [printed]), total])]
  const positive = possible.filter((each) => Exact.of(each).sign > 0)
  if (positive.length < 2) return proposal
  return asking.ask({
    group: 'full-score',
    matter: { kind: 'full-score', found: total, ...(printed === undefined ? {} : { printed }) },
    answers: [...positive, ...(proposal === total || total === '0' ? [] : ['scale'])],
    typed: 'points',
    proposal,
  })!
}

/** 40% of 25% is 10 points where the shares below each branch make 100 %; where they make the branch they are points. */
function readPercents(tree: readonly TableNode[], doubts: readonly Doubt[], asking: Asking): void {
  const inPercent = new Set(doubts.flatMap((each) => (each.kind === 'points-in-percent' ? [each.row] : [])))
  if (inPercent.size === 0) return
  const isPercent = ({ row }: TableNode) => inPercent.has(row.sourceRow)
  const branches: TableNode[] = []
  const visit = (nodes: readonly TableNode[]) => {
    for (const node of nodes) {
      if (node.children.length > 0 && isPercent(node) && node.children.every(isPercent)) branches.push(node)
      visit(node.children)
    }
  }
  visit(tree)
  const below = branches.map((each) => sum(each.children.map(({ points }) => points ?? Exact.zero)))
  if (branches.every((each, index) => below[index]!.equals(each.points!))) return
  const isFolded = below.every((each) => each.equals(Exact.integer(100)))
  const answer = asking.ask({
    group: 'points-in-percent',
    matter: { kind: 'points-in-percent' },
    answers: ['points', 'of-parent'],
    proposal: isFolded ? 'of-parent' : 'points',
  })
  if (answer !== 'of-parent') return
  const fold = (nodes: readonly TableNode[], parent: Exact) => {
    for (const node of nodes) {
      if (isPercent(node) && node.points !== undefined) node.points = node.points.times(parent).over(Exact.integer(100))
      fold(node.children, node.points ?? parent)
    }
  }
  fold(tree, Exact.integer(100))
}

/** One cell of points for several indicators: equal parts of it, or 可选项, of which the best counts. */
function askShared(tree: readonly TableNode[], asking: Asking, parent?: TableNode): void {
  for (const node of tree) askShared(node.children, asking, node)
  const groups = new Map<number, TableNode[]>()
  for (const node of tree) {
    const { shared } = node.row
    if (shared === undefined || node.points !== undefined) continue
    groups.set(shared.row, [...(groups.get(shared.row) ?? []), node])
  }
  for (const [row, group] of groups) {
    const points = Exact.of(group[0]!.row.shared!.points)
    const isWhole = parent !== undefined && group.length === tree.length
    const asks = group.map((node) =>
      asking.ask({
        group: `points-shared@${row + 1}`,
        row: askedRow(node, 'points'),
        matter: { kind: 'points-shared', points: points.toText() },
        answers: isWhole ? ['share', 'best-of'] : ['share'],
        proposal: 'share',
        weight: points,
      }),
    )
    const parts = equalParts(points, group.length)
    const isBestOf = asks.every((answer) => answer === 'best-of')
    group.forEach((node, index) => {
      node.points = isBestOf ? points : parts[index]!
      node.pointsFrom = 'shared'
    })
    if (!isBestOf || parent === undefined) continue
    parent.isBestOf = true
    parent.points ??= points
  }
}

/** Leaves alone are asked: what a branch is worth follows from them. */
function askPoints(tree: readonly TableNode[], doubts: readonly Doubt[], asking: Asking): void {
  const texts = new Map(doubts.flatMap((each) => (each.kind === 'points-unreadable' ? [[each.row, each.text]] : [])))
  const visit = (node: TableNode) => {
    node.children.forEach(visit)
    if (node.points !== undefined || node.children.length > 0) return
    const text = texts.get(node.row.sourceRow)
    const isMissing = text === undefined
    const answer = asking.ask({
      ...(isMissing ? { group: 'points-missing' } : {}),
      row: { ...askedRow(node, 'points'), ...(isMissing ? {} : { text }) },
      matter: isMissing ? { kind: 'points-missing' } : { kind: 'points-unreadable', text },
      answers: ['share'],
      typed: 'points',
      proposal: 'share',
    })
    if (answer !== undefined && answer !== 'share') node.points = Exact.of(answer)
  }
  tree.forEach(visit)
}

/** Where something has no points, 100 is what is shared out; of a table that is worth more than that, nothing is left. */
function wholeOf(tree: readonly TableNode[]): Exact | undefined {
  const known = (nodes: readonly TableNode[]): Exact =>
    sum(nodes.filter((each) => !each.isBonus).map((each) => each.points ?? known(each.children)))
  const hundred = Exact.integer(100)
  return known(tree).compare(hundred) > 0 ? undefined : hundred
}

function worth({ points, children }: TableNode): Exact | undefined {
  if (points !== undefined) return points
  const parts = children.map(worth)
  const known = parts.filter((part) => part !== undefined)
  return parts.length === 0 || known.length < parts.length ? undefined : sum(known)
}

/** Gives points to whoever has none: a branch the sum of what is below, others an equal part of what is left above them. */
function share(nodes: readonly TableNode[], total: Exact | undefined): void {
  for (const node of nodes) {
    if (node.points !== undefined) continue
    node.points = worth(node)
    node.pointsFrom = 'below'
  }
  const without = nodes.filter((node) => node.points === undefined)
  if (without.length > 0) {
    const known = sum(nodes.map((node) => (node.isBonus ? Exact.zero : (node.points ?? Exact.zero))))
    const left = total === undefined || total.minus(known).sign < 0 ? Exact.zero : total.minus(known)
    const parts = equalParts(left, without.length)
    without.forEach((node, index) => {
      node.points = parts[index]!
      node.pointsFrom = 'shared'
    })
  }
  for (const node of nodes) share(node.children, node.points)
}

/** In whole points where these go up, else in hundredths. */
function equalParts(total: Exact, count: number): Exact[] {
  const unit = Exact.of(total.over(Exact.integer(count)).isWhole ? '1' : '0.01')
  const ones = Array.from({ length: count }, () => Exact.one)
  return total.over(unit).isWhole ? largestRemainder(total, ones, unit) : ones.map(() => Exact.zero)
}

/** A branch whose points are not those below it: from the lowest level up, so that an answer below settles those above. */
function agree(node: TableNode, asking: Asking): void {
  for (const child of node.children) agree(child, asking)
  if (node.children.length === 0 || node.isBestOf === true) return
  const below = sum(node.children.map((each) => each.points!))
  const expected = node.points!
  if (below.equals(expected)) return
  if (node.pointsFrom === 'below') {
    node.points = below
    return
  }
  const answer = asking.ask({
    row: askedRow(node, 'points-sum'),
    matter: { kind: 'points-sum', expected: expected.toText(), found: below.toText() },
    answers: below.sign === 0 ? ['below', 'keep'] : ['below', 'above', 'keep'],
    proposal: 'keep',
    weight: expected,
  })
  if (answer === 'below') node.points = below
  else if (answer === 'above') scale(node.children, expected)
}

/** 按比例: the parts keep their shares, in whole units, of which there are as many decimals as are there already. */
function scale(nodes: readonly TableNode[], total: Exact): void {
  const weights = nodes.map((each) => each.points!)
  if (nodes.length === 0 || sum(weights).sign === 0) return
  const digits = Math.max(2, total.decimalDigits ?? 0)
  const unit = ['1', '0.5', '0.1', '0.01']
    .map((each) => Exact.of(each))
    .find((each) => {
      const ideal = weights.map((weight) => total.times(weight).over(sum(weights)).over(each))
      return ideal.every((part) => part.isWhole)
    })
  const parts = largestRemainder(total, weights, unit ?? Exact.one.over(Exact.power10(digits)))
  nodes.forEach((node, index) => {
    const isWhole = node.children.length === 0 || sum(node.children.map((each) => each.points!)).equals(node.points!)
    node.points = parts[index]!
    // What disagreed before is no clearer now.
    if (isWhole) scale(node.children, node.points)
  })
}
