import { CivilDate, Exact, type Reading, type RoundingMode, worstState } from '@yardstick/model'
import type { CallNode, Node } from './formula.ts'
import type { FunctionName } from './functions.ts'
import {
  anyProvisional,
  bounded,
  failed,
  type Machine,
  made,
  onNumber,
  order,
  type Present,
  problem,
  provisionally,
  rowsOf,
  type Shared,
} from './reading.ts'

/**
 * What each function computes. Functions over many values skip what is not applicable; one missing value makes them
 * missing, an error makes them an error, and where nothing but not applicable is left they are not applicable, save that
 * the count is 0.
 * A list without records has the sum and count 0; it has no mean, minimum or maximum, which is an error.
 */
export const calls: Readonly<Record<FunctionName, (call: CallNode, machine: Machine) => Reading>> = {
  IF: (call, machine) => {
    const [condition, then, otherwise] = call.operands as [Node, Node, Node]
    const held = machine.evaluate(condition)
    if (held.state !== 'present') return held
    return provisionally(machine.evaluate(held.value === true ? then : otherwise), held.provisional)
  },
  COALESCE: (call, machine) => {
    const skipped: Reading[] = []
    for (const operand of call.operands) {
      const reading = machine.evaluate(operand)
      if (reading.state === 'present' || reading.state === 'error') return reading
      skipped.push(reading)
    }
    return worstState(skipped)!
  },
  SUM: (call, machine) => many(call, machine, (values) => total(values, call)),
  AVERAGE: (call, machine) =>
    many(call, machine, (values) => {
      return onNumber(total(values, call), call, (sum) => sum.over(Exact.integer(values.length)))
    }),
  MIN: (call, machine) => many(call, machine, (values) => extreme(values, -1)),
  MAX: (call, machine) => many(call, machine, (values) => extreme(values, 1)),
  COUNT: (call, machine) => many(call, machine, counted),
  COUNTIF: (call, machine) => {
    const list = machine.evaluate(call.operands[0]!)
    if (list.state !== 'present') return list
    const shared: Shared = new Map()
    const held = rowsOf(list).map((row) => machine.within(row, shared).evaluate(call.operands[1]!))
    const count = gathered(held, (values) =>
      counted(
        values.filter((each) => each.value === true),
        anyProvisional(values),
      ),
    )
    return provisionally(count ?? counted([]), list.provisional)
  },
  SUMIF: (call, machine) => {
    const list = machine.evaluate(call.operands[0]!)
    if (list.state !== 'present') return list
    const read: Reading[] = []
    const unmet: Present[] = []
    const skipped: Reading[] = []
    const shared: Shared = new Map()
    for (const row of rowsOf(list)) {
      const record = machine.within(row, shared)
      const held = record.evaluate(call.operands[1]!)
      if (held.state === 'not-applicable') skipped.push(held)
      else if (held.state !== 'present') read.push(held)
      else if (held.value === true) read.push(provisionally(record.evaluate(call.operands[2]!), held.provisional))
      else unmet.push(held)
    }
    const provisional = list.provisional ?? anyProvisional(unmet)
    const sum = gathered(read, (values) => total(values, call))
    if (sum === undefined && unmet.length === 0 && skipped.length > 0) return worstState(skipped)!
    return provisionally(sum ?? made(Exact.zero, undefined), provisional)
  },
  ROUND: (call, machine) => rounded(call, machine, 'half-up'),
  ROUNDUP: (call, machine) => rounded(call, machine, 'up'),
  ROUNDDOWN: (call, machine) => rounded(call, machine, 'down'),
  ABS: (call, machine) => onNumber(machine.evaluate(call.operands[0]!), call, (value) => value.abs()),
  DAYS: (call, machine) =>
    strict(call, machine, ([end, start], provisional) => {
      const days = (end!.value as CivilDate).dayNumber - (start!.value as CivilDate).dayNumber
      return made(Exact.integer(days), provisional)
    }),
  DATE: (call, machine) =>
    strict(call, machine, (parts, provisional) => {
      const [year, month, day] = parts.map((each) => (each.value as Exact).toText().replace(/^-.*|.*\/.*/, '?'))
      const text = `${year!.padStart(4, '0')}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
      const date = CivilDate.parse(text)
      const found = parts.map((each) => (each.value as Exact).toText().slice(0, 20)).join('-')
      return date === undefined ? failed(problem('FORMULA_DATE', call, null, found)) : made(date, provisional)
    }),
}

/** All arguments are needed. */
function strict(
  call: CallNode,
  machine: Machine,
  compute: (values: readonly Present[], provisional: true | undefined) => Reading,
): Reading {
  const readings = call.operands.map((operand) => machine.evaluate(operand))
  return worstState(readings) ?? compute(readings as Present[], anyProvisional(readings))
}

function rounded(call: CallNode, machine: Machine, mode: RoundingMode): Reading {
  return strict(call, machine, ([number, digits], provisional) => {
    const places = digits!.value as Exact
    if (!places.isWhole || MAX_PLACES.lessThan(places.abs())) {
      return failed(problem('FORMULA_WHOLE_NUMBER', call.operands[1]!, [-30, 30], places.toText().slice(0, 80)))
    }
    const step = Exact.integer(10).power(-Number(places.numerator))
    return bounded((number!.value as Exact).roundTo(step, mode), provisional, call)
  })
}

const MAX_PLACES = Exact.integer(30)

/** Over the values of all arguments, fields of lists spread out; COUNT takes whole lists too, one value a record. */
function many(call: CallNode, machine: Machine, compute: (values: readonly Present[]) => Reading): Reading {
  const readings: Reading[] = []
  let provisional: true | undefined
  for (const operand of call.operands) {
    if (operand.kind !== 'column' && !isList(operand)) {
      readings.push(machine.evaluate(operand))
      continue
    }
    const list = operand.kind === 'column' ? machine.records(operand.list, operand) : machine.evaluate(operand)
    if (list.state === 'present') {
      provisional ??= list.provisional
      for (const row of rowsOf(list)) {
        readings.push(operand.kind === 'column' ? machine.cell(operand, row) : made(true, undefined))
      }
    } else readings.push(list)
  }
  const result = gathered(readings, compute) ?? ofNone(call)
  // How many values there are is known where none applies: 0. Only a list that as a whole does not apply has no count.
  const isNone = call.function === 'COUNT' && result.state === 'not-applicable' && !call.operands.every(isList)
  return provisionally(isNone ? counted([]) : result, provisional)
}

const isList = (operand: Node) => operand.kind === 'name' && operand.type === 'list'

function ofNone(call: CallNode): Reading {
  if (call.function === 'SUM' || call.function === 'COUNT') return made(Exact.zero, undefined)
  return failed(problem('FORMULA_EMPTY_LIST', call, null, call.function))
}

/** One result of many readings; undefined where there are none at all. */
function gathered(readings: readonly Reading[], compute: (values: readonly Present[]) => Reading): Reading | undefined {
  if (readings.length === 0) return undefined
  const values = readings.filter((each): each is Present => each.state === 'present')
  if (values.length === readings.length) return compute(values)
  const failing = readings.find((each) => each.state === 'error')
  if (failing !== undefined) return failing
  const absent = worstState(readings.filter((each) => each.state === 'missing'))
  if (absent !== undefined) return absent
  return values.length > 0 ? compute(values) : worstState(readings)
}

function total(values: readonly Present[], call: CallNode): Reading {
  let sum = Exact.zero
  for (const each of values) {
    sum = sum.plus(each.value as Exact)
    if (sum.isTooLarge) break
  }
  return bounded(sum, anyProvisional(values), call)
}

function extreme(values: readonly Present[], side: -1 | 1): Reading {
  const best = values.reduce((best, each) => (order(each.value, best.value) === side ? each : best))
  return made(best.value, anyProvisional(values))
}

function counted(values: readonly Present[], provisional = anyProvisional(values)): Reading {
  return made(Exact.integer(values.length), provisional)
}
