import { writeName } from '@yardstick/formula'
import { Exact, type Item, type Measure } from '@yardstick/model'
import { isMeasuredAsRate } from '../formula-names.ts'
import type { Row } from '../row.ts'
import type { Statement } from '../statement.ts'

type Formula = Extract<Statement, { kind: 'formula' }>

/** What the formulas of a text define: measures, with the items they are made of. */
export interface Defined {
  readonly measures: readonly Measure[]
  readonly items: readonly Item[]
  /** The measure that is the value of the row, as a formula. */
  readonly actual: string | undefined
  /** The definitions, so that conditions on their names can be told. */
  readonly names: ReadonlySet<string>
}

/** 预算执行率＝…: a measure; the row's own value where it has the row's name, or is what the text speaks of. */
export function definedBy(formulas: readonly Formula[], subjects: readonly string[], row: Row): Defined {
  const measures: Measure[] = []
  const items = new Map<string, Item>()
  for (const each of formulas) {
    if (each.isScore || each.name === undefined) continue
    for (const { id, ...item } of itemsOf(each)) items.set(id, { id, ...item })
    measures.push({ id: each.name, formula: each.formula, type: each.type === 'count' ? 'number' : each.type })
  }
  const names = new Set(measures.map(({ id }) => id))
  for (const name of names) items.delete(name)
  const own =
    measures.find(({ id }) => isAlike(id, row.name)) ??
    measures.find(({ id }) => subjects.some((subject) => isAlike(subject, id))) ??
    (measures.length === 1 && subjects.every((subject) => isSpoken(subject)) ? measures[0] : undefined)
  return {
    measures,
    items: [...items.values()].filter(({ id }) => row.context.known?.has(id) !== true),
    actual: own === undefined ? undefined : writeName(own.id),
    names,
  }
}

/** The items that a formula needs. */
export function itemsOf({ operands, formula }: Formula): Item[] {
  return operands
    .filter(({ role }) => role === 'item')
    .map(({ name, type, unit, note }) => ({
      id: name,
      // Days that are divided by are lengths of time.
      type: type === 'date' && formula.includes('÷') ? 'number' : (type ?? 'number'),
      ...(unit === undefined ? {} : { unit }),
      ...(note === undefined ? {} : { note }),
    }))
}

const bare = (name: string) => name.replace(/[“”"（）()《》\s%]/g, '').replace(/^(?:项目|实际|年度|本年|该项|指标)/, '')
export function isAlike(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)]
  return a !== '' && b !== '' && (a === b || (a.length > 2 && b.endsWith(a)) || (b.length > 2 && a.endsWith(b)))
}

/** 完成率, 变动率: the value, whatever it is called in full. */
const isSpoken = (subject: string) =>
  /^(?:实际)?(?:完成|到位|执行|变动|控制|达标|合格|调整|支出|增长|覆盖|处理|结转结余)?(?:率|比例|值|进度|情况)?$/.test(
    subject,
  )

/** A formula of points with the row's own figures in it; undefined where the row lacks what it speaks of. */
export function pointsFormula(formula: Formula, value: string, row: Row): string | undefined {
  let text = formula.formula
  for (const { name, role } of formula.operands) {
    if (role === 'item') continue
    const { goal } = row
    const figure = role === 'points' ? row.points.toText() : role === 'target' ? goal?.value : value
    if (figure === undefined) return undefined
    text = replaceName(text, writeName(name), figure)
  }
  return text
}

function replaceName(text: string, name: string, figure: string): string {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}“”\\[])${escaped}(?![\\p{L}\\p{N}“”\\]])`, 'gu'), figure)
}

/** A score that is the value over the target, or the target over the value, times the points; nothing else in it. */
export function quotientOf(
  { formula, operands }: Formula,
  row: Row,
): 'actual÷target' | 'target÷actual' | 'actual' | undefined {
  let text = formula
  for (const { name, role } of [...operands].sort((one, other) => other.name.length - one.name.length)) {
    const letter = role === 'points' ? 'P' : role === 'target' ? 'T' : role === 'item' ? undefined : 'A'
    if (letter === undefined) return undefined
    text = replaceName(text, writeName(name), letter)
  }
  const points = row.points.toText()
  const plain = text
    .replace(/\s/g, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/×100%/g, '')
    .replace(new RegExp(`(?<![\\d.])${points.replace('.', '\\.')}(?![\\d.%])`, 'g'), 'P')
  if (/^(?:\(A÷T\)|A÷T)×P$|^P×(?:\(A÷T\)|A÷T)$|^P×A÷T$/.test(plain)) return 'actual÷target'
  if (/^(?:\(T÷A\)|T÷A)×P$|^P×(?:\(T÷A\)|T÷A)$|^P×T÷A$/.test(plain)) return 'target÷actual'
  if (/^A×P$|^P×A$/.test(plain)) return 'actual'
  return undefined
}

/** The item of the row's own value, where nothing else makes it. */
export function ownItem(row: Row, defined: Defined, isRate: boolean): Item[] {
  if (defined.actual !== undefined || row.context.actual !== undefined || row.context.known?.has(row.name)) return []
  const unit = row.context.unit ?? row.goal?.unit
  const isShare =
    (isRate && row.kind !== 'number') || row.kind === 'rate' || (row.kind === 'unknown' && isMeasuredAsRate(row.name))
  return [
    {
      id: row.name,
      type: isShare ? 'rate' : 'number',
      ...(isShare || unit === undefined || unit === '%' ? {} : { unit }),
    },
  ]
}

/**
 * 得分=完成率×100, 得分=实际值÷目标值×10 in a row of 8 points: a share times other points than the row's is a percentage, or
 * a slip, unless the text says where it ends.
 */
export function isOfOtherPoints({ formula, operands }: Formula, statements: readonly Statement[], row: Row): boolean {
  if (statements.some((each) => each.kind === 'settle' && each.what === 'cap')) return false
  let text = formula
  for (const { name } of [...operands].sort((one, other) => other.name.length - one.name.length))
    text = replaceName(text, writeName(name), 'X')
  const plain = text.replace(/\s/g, '').replace(/（/g, '(').replace(/）/g, ')')
  const [only] = operands
  const isRate = operands.length === 1 && (only?.role === 'self' || only?.type === 'rate')
  const share = /^\(?X(÷(?:X|\d+(?:\.\d+)?%?))?\)?((?:×100%)?)(?:×(\d+(?:\.\d+)?))?((?:×100%)?)$/.exec(plain)
  if (share === null || (share[1] === undefined && !isRate)) return false
  const times = share[3]
  if (times !== undefined) return !Exact.of(times).equals(row.points)
  return !operands.some(({ role }) => role === 'points') && !row.points.equals(Exact.one)
}
