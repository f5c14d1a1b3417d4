import { writeName } from '@yardstick/formula'
import {
  type Branch,
  type Comparator,
  Exact,
  type Indicator,
  type Item,
  type Language,
  type Leaf,
  largestRemainder,
  newId,
  type Scheme,
  type StepCount,
  sum,
  usualGrades,
} from '@yardstick/model'
import type { IndicatorReading, IndicatorRow } from '../indicator/indicator-table.ts'
import { isAssumed, LONGEST_STANDARD } from './leaf-from-row.ts'
import { type LeafRule, ruleOfRow, valueOfRule } from './rule-of-row.ts'
import { samplesOfTable } from './samples-of-table.ts'
import type { TableRow } from './table-row.ts'

export type { TableRow } from './table-row.ts'

/** What a person decides while looking the reading through. */
export interface TableChoices {
  readonly name: string
  readonly language: Language
  /** Which way a target without a comparator goes, by the row of the table. */
  readonly comparators: ReadonlyMap<number, Comparator>
  /** What the top level is to add up to; left out, `fullScoreOf` decides. */
  readonly fullScore?: string | undefined
  /** How a part of a step counts where no 评分标准 says it; left out, it stays asked. */
  readonly stepCount?: StepCount | undefined
  /** What scores rows whose 评分标准 was not read. */
  readonly unread?: 'target' | 'judgement' | undefined
  /** Rows whose method was held against their 评分标准 and found right. */
  readonly confirmed?: ReadonlySet<number> | undefined
}

/** A scheme made of a read table, and how each of its rows was understood. */
export interface TableScheme {
  readonly scheme: Scheme
  readonly rows: readonly TableRow[]
  /** What the top level adds up to, bonus outside. */
  readonly sum: string
}

/** Nothing to be made of: no row was found. */
export function schemeFromTable(reading: IndicatorReading, choices: TableChoices): TableScheme | undefined {
  const tree = treeOf(reading.rows)
  if (tree.length === 0) return undefined
  // 100 is what is shared out where no points are written at all.
  sharePoints(tree, tree.some((each) => worth(each) !== undefined) ? undefined : Exact.integer(100))
  const own = tree.filter((each) => !each.isBonus)
  const total = sum(own.map((each) => each.points!)).toText()
  const fullScore = choices.fullScore ?? fullScoreOf(total, reading)
  const maker = new Maker(choices)
  const indicators = tree.map((each) => maker.indicator(each))
  const scheme: Scheme = {
    yardstick: 'scheme/1',
    id: 'scheme',
    name: choices.name,
    version: '1',
    fullScore,
    stepCount: choices.stepCount ?? 'whole',
    items: maker.items,
    indicators,
    grades: usualGrades(fullScore),
    gradeBasis: 'assumed',
  }
  const cases = samplesOfTable(maker.rows, scheme, choices)
  return { scheme: named({ ...scheme, cases }, choices.name), rows: maker.rows, sum: total }
}

/** The same under this name, which its id and the subject of its samples follow. */
export function named(scheme: Scheme, name: string): Scheme {
  const cases = scheme.cases?.map((each) => ({
    ...each,
    submission: { ...each.submission, subject: { department: name } },
  }))
  return { ...scheme, id: newId(name, new Set(), 'scheme'), name, ...(cases === undefined ? {} : { cases }) }
}

/** The printed total, else the sum, where it is a round number, else 100: 97.5 is a slip, 60 may be part of a larger table. */
export function fullScoreOf(total: string, { doubts }: Pick<IndicatorReading, 'doubts'>): string {
  const printed = doubts.find((each) => each.kind === 'total-differs')
  const stated = printed?.expected ?? total
  const value = Exact.of(stated)
  return value.sign > 0 && value.over(Exact.integer(10)).isWhole ? stated : '100'
}

interface Node {
  readonly row: IndicatorRow
  readonly children: Node[]
  readonly isBonus: boolean
  points: Exact | undefined
  pointsFrom: TableRow['pointsFrom']
}

function treeOf(rows: readonly IndicatorRow[]): Node[] {
  const top: Node[] = []
  const open: Node[] = []
  for (const row of rows) {
    const points = row.points === undefined ? undefined : Exact.of(row.points)
    // 加分 of its own; the points of what is inside it are its children's.
    const isBonus = /^(?:附?加分项?|附加分|奖励加分)/.test(row.name) && !open[row.level - 2]?.isBonus
    const node: Node = { row, children: [], isBonus, points, pointsFrom: 'table' }
    open.length = Math.min(open.length, Math.max(0, row.level - 1))
    const parent = open.at(-1)
    ;(parent === undefined ? top : parent.children).push(node)
    open.push(node)
  }
  return top
}

function worth({ points, children }: Node): Exact | undefined {
  if (points !== undefined) return points
  const parts = children.map(worth)
  const known = parts.filter((part) => part !== undefined)
  return parts.length === 0 || known.length < parts.length ? undefined : sum(known)
}

/** Gives points to whoever has none: a branch the sum of what is below, others an equal part of what is left above them. */
function sharePoints(nodes: readonly Node[], total: Exact | undefined): void {
  for (const node of nodes) {
    if (node.points !== undefined) continue
    node.points = worth(node)
    node.pointsFrom = 'below'
  }
  const without = nodes.filter((node) => node.points === undefined)
  if (without.length > 0) {
    const known = sum(nodes.map((node) => node.points ?? Exact.zero))
    const left = total === undefined || total.minus(known).sign < 0 ? Exact.zero : total.minus(known)
    const unit = Exact.of(left.over(Exact.integer(without.length)).isWhole ? '1' : '0.01')
    const parts = left.over(unit).isWhole
      ? largestRemainder(
          left,
          without.map(() => Exact.one),
          unit,
        )
      : undefined
    without.forEach((node, index) => {
      node.points = parts?.[index] ?? Exact.zero
      node.pointsFrom = 'shared'
    })
  }
  for (const node of nodes) sharePoints(node.children, node.points)
}

/** Makes the indicators in the order of the table, with the items they read. */
class Maker {
  readonly items: Item[] = []
  readonly rows: TableRow[] = []
  private readonly ids = new Set<string>()
  private readonly names = new Set<string>()

  constructor(private readonly choices: TableChoices) {}

  indicator(node: Node, parent?: Node): Indicator {
    const { row, isBonus, pointsFrom } = node
    const id = newId(row.name, this.ids)
    this.ids.add(id)
    const points = node.points!.toText()
    const common = {
      id,
      name: cut(row.name, 200),
      ...(row.code === undefined ? {} : { code: cut(row.code, 200) }),
      points,
      ...(isBonus ? { kind: 'bonus' as const } : {}),
      ...(row.definition === undefined ? {} : { definition: row.definition.slice(0, LONGEST_STANDARD) }),
    }
    if (node.children.length > 0) {
      this.rows.push({ row, id, points, pointsFrom, isBonus, rule: undefined, isAssumed: false })
      // A branch has no rule of its own: what its row says of one is kept among the notes.
      const note = [row.note, row.standard].filter((text) => text !== undefined).join('\n')
      const children = node.children.map((child) => this.indicator(child, node))
      const branch: Branch = { ...common, ...(note === '' ? {} : { note: note.slice(0, LONGEST_STANDARD) }), children }
      return branch
    }
    const { comparators, confirmed, language, stepCount, unread } = this.choices
    const rule = ruleOfRow(row, points, { language, comparator: comparators.get(row.sourceRow), unread })
    const isAsked = confirmed?.has(row.sourceRow) !== true && isAssumed(rule, stepCount)
    this.rows.push({ row, id, points, pointsFrom, isBonus, rule, isAssumed: isAsked })
    const item = this.item(rule, row, parent?.row.name)
    const leaf: Leaf = {
      ...common,
      ...(rule.target === undefined ? {} : { target: rule.target }),
      ...(item === undefined ? {} : { actual: writeName(item.id) }),
      scoring: rule.scoring,
      ...(row.note === undefined ? {} : { note: row.note.slice(0, LONGEST_STANDARD) }),
      ...(row.standard === undefined ? {} : { standard: row.standard.slice(0, LONGEST_STANDARD) }),
      ...(isAsked ? { scoringBasis: 'assumed' as const } : {}),
    }
    return leaf
  }

  /** A data item of the leaf's own name, or with its parent's before it where that is taken. */
  private item(rule: LeafRule, row: IndicatorRow, parent: string | undefined): Item | undefined {
    const value = valueOfRule(rule)
    if (value === undefined) return undefined
    const name = this.freeName(nameOf(row.name), parent === undefined ? undefined : nameOf(parent))
    this.names.add(name)
    const item: Item = { id: name, ...value, required: true }
    this.items.push(item)
    return item
  }

  private freeName(name: string, parent: string | undefined): string {
    if (!this.names.has(name)) return name
    const longer = parent === undefined ? name : `${parent}·${name}`
    if (!this.names.has(longer)) return longer
    let number = 2
    while (this.names.has(`${longer}${number}`)) number++
    return `${longer}${number}`
  }
}

/** As items may be named: one line, without the brackets that formulas put round names. */
function nameOf(text: string): string {
  const name = text.replace(/[\p{Cc}[\]]+/gu, ' ').trim()
  return name === '' || name === 'constructor' || name === 'prototype' || name === '__proto__' ? '数据' : cut(name, 150)
}

const cut = (text: string, length: number) => [...text.replace(/\s*\n\s*/g, ' ')].slice(0, length).join('')
