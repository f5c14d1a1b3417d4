import { type CivilDate, Exact, type Operator, unitOf } from '@yardstick/model'
import type { CompiledScheme, Stage } from '../compile/compiled.ts'
import { type FactLiteral, factsIn, type TypedComparison, type TypedCondition } from '../compile/typed-condition.ts'
import { EXCEL_EPOCH } from './curve-text.ts'
import { literal, sureDigits, timesText } from './number-text.ts'
import { type CellPlacement, placed, Refused, truthIn } from './placement.ts'

/** A condition that is TRUE or FALSE where every cell it reads is filled; `cells` are those it has to wait for. */
export interface ConditionText {
  readonly text: string
  readonly cells: readonly string[]
  /** One comparison: without a cell it reads it is undecided for sure. */
  readonly isSure: boolean
}

/** A condition of a stage by its key, or the refusal where it reads what the workbook does not show. */
export function conditionText(key: string, stage: Stage, sheet: ConditionSheet): ConditionText {
  const condition = sheet.compiled.conditions[stage]?.conditions.get(key)
  if (condition === undefined) throw new Refused('broken')
  const context = { ...sheet, stage }
  return { text: textOf(condition, context), cells: cellsOf(condition, context), isSure: 'fact' in condition }
}

/** The cells a condition of the grade waits for besides the total itself, which is there once it is asked. */
export function conditionCells(key: string, sheet: ConditionSheet): readonly string[] {
  const condition = sheet.compiled.conditions.grade?.conditions.get(key)
  if (condition === undefined) throw new Refused('broken')
  return cellsOf(condition, { ...sheet, stage: 'grade' })
}

function cellsOf(condition: TypedCondition, context: Context): string[] {
  return factsIn(condition)
    .filter((fact) => !fact.startsWith('evidence:') && fact !== 'total')
    .map((fact) => factCell(fact, context))
}

export interface ConditionSheet {
  readonly compiled: CompiledScheme
  readonly placement: CellPlacement
  readonly notApplicable: ReadonlySet<string>
}

interface Context extends ConditionSheet {
  readonly stage: Stage
}

function textOf(condition: TypedCondition, context: Context): string {
  if ('all' in condition) return joint('AND', condition.all, context)
  if ('any' in condition) return joint('OR', condition.any, context)
  return comparisonText(condition, context)
}

function joint(name: 'AND' | 'OR', members: readonly TypedCondition[], context: Context): string {
  const texts = members.map((each) => textOf(each, context))
  return texts.length === 1 ? texts[0]! : `${name}(${texts.join(',')})`
}

/** The cell of a fact. Printed scores can be read once the tree is scored; before that leaves have others than they print. */
function factCell(fact: string, { placement, stage, compiled, notApplicable }: Context): string {
  const [, kind, name = ''] = /^(evidence|score|rate):(.+)$/u.exec(fact) ?? []
  if (kind === undefined) {
    if (compiled.scope.find(fact) === undefined) throw new Refused('score-read')
    return placed(placement.item(fact))
  }
  if (kind === 'evidence') return placed(placement.evidence(name))
  // What does not apply prints none, also where points count for it.
  if (stage === 'leaves' || notApplicable.has(name)) throw new Refused('score-read')
  return placed(placement.score(name))
}

function comparisonText({ fact, operator, value }: TypedComparison, context: Context): string {
  const left = factText(fact, context)
  if ('fact' in value) {
    const right = factText(value.fact, context)
    const isNumber = left.type === 'number'
    const firm = (text: string) => (isNumber && (left.isReckoned || right.isReckoned) ? `ROUND(${text},9)` : text)
    return compared(firm(left.text), operator, firm(right.text), left.type)
  }
  const { literals } = value
  const most = literals.reduce<Exact>((size, each) => (each instanceof Exact ? size.max(each.abs()) : size), Exact.one)
  const firm = left.isReckoned ? `ROUND(${left.text},${sureDigits(most)})` : left.text
  const one = (each: FactLiteral, by: Operator) => compared(firm, by, literalText(each), left.type)
  if (operator === 'in')
    return grouped(
      'OR',
      literals.map((each) => one(each, 'equal')),
    )
  if (operator === 'notIn')
    return grouped(
      'AND',
      literals.map((each) => one(each, 'notEqual')),
    )
  return one(literals[0]!, operator)
}

const grouped = (name: string, texts: readonly string[]) =>
  texts.length === 1 ? texts[0]! : `${name}(${texts.join(',')})`

type Family = 'number' | 'text' | 'other'

/** A fact as a number in its kind's base unit, as conditions compare it; measures are results of arithmetic. */
function factText(fact: string, context: Context): { text: string; type: Family; isReckoned: boolean } {
  const { compiled } = context
  const cell = factCell(fact, context)
  if (fact.startsWith('evidence:')) return { text: cell, type: 'other', isReckoned: false }
  if (fact.startsWith('rate:')) {
    const { points } = compiled.nodeById.get(fact.slice('rate:'.length))!
    return { text: points.sign === 0 ? cell : `${cell}/${literal(points)}`, type: 'number', isReckoned: true }
  }
  if (fact.startsWith('score:')) return { text: cell, type: 'number', isReckoned: true }
  const info = compiled.scope.find(fact)!
  if (info.type === 'list') throw new Refused('records')
  if (['text', 'choice'].includes(info.type)) return { text: cell, type: 'text', isReckoned: false }
  if (info.type === 'boolean') return { text: truthIn(cell, context.placement), type: 'other', isReckoned: false }
  if (info.type === 'date') return { text: cell, type: 'other', isReckoned: false }
  const factor = info.type === 'rate' || info.unit === undefined ? Exact.one : unitOf(info.unit).factor
  const isReckoned = info.origin !== 'item' || !factor.equals(Exact.one)
  return { text: timesText(cell, factor), type: 'number', isReckoned }
}

function compared(left: string, operator: Operator, right: string, type: Family): string {
  switch (operator) {
    case 'equal':
      // Excel's = takes "a" and "A" for equal.
      return type === 'text' ? `EXACT(${left},${right})` : `${left}=${right}`
    case 'notEqual':
      return type === 'text' ? `NOT(EXACT(${left},${right}))` : `${left}<>${right}`
    case 'lessThan':
      return `${left}<${right}`
    case 'lessThanInclusive':
      return `${left}<=${right}`
    case 'greaterThan':
      return `${left}>${right}`
    case 'greaterThanInclusive':
      return `${left}>=${right}`
    case 'contains':
      return `ISNUMBER(FIND(${right},${left}))`
    case 'doesNotContain':
      return `NOT(ISNUMBER(FIND(${right},${left})))`
    case 'in':
    case 'notIn':
      throw new Error('compared: a list is compared member by member')
  }
}

function literalText(value: FactLiteral): string {
  if (value instanceof Exact) return literal(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'string') return quoted(value)
  return dayText(value)
}

export function quoted(text: string): string {
  if (text.length > 255) throw new Refused('no-equal')
  return `"${text.replaceAll('"', '""')}"`
}

/** Days before March 1900 are off by one in Excel. */
function dayText(date: CivilDate): string {
  const serial = Exact.integer(date.dayNumber).plus(EXCEL_EPOCH)
  if (serial.lessThan(Exact.integer(61))) throw new Refused('no-equal')
  return serial.toText()
}
