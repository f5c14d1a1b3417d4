import { CivilDate, Exact, type Item, type Measure, type Reading, type Submission } from '@yardstick/model'
import { schemeOf, sha256 } from '../../check/check.testing.ts'
import { compile } from '../../compile/compile.ts'
import type { CompiledScheme } from '../../compile/compiled.ts'
import { Inputs } from '../../evaluate/inputs.ts'
import { FAULT, MISSING, NOT_APPLICABLE, STATE, UNSURE, UNVERIFIED } from '../lane.ts'
import { Memory } from '../memory.ts'
import { namedValue } from '../names.ts'
import { Plan } from '../plan.ts'
import { RowReader } from '../read/row-reader.ts'
import type { Value } from '../value.ts'

/** Items of every type that formulas of tests read; all may be 不适用. */
export const ITEMS: readonly Item[] = [
  { id: 'a', type: 'number', digits: 2, mayBeNotApplicable: true },
  { id: 'b', type: 'number', digits: 4, mayBeNotApplicable: true },
  { id: 'c', type: 'count', mayBeNotApplicable: true },
  { id: 'd', type: 'number', digits: 0, mayBeNotApplicable: true },
  { id: 'p', type: 'boolean', mayBeNotApplicable: true },
  { id: 'q', type: 'boolean', mayBeNotApplicable: true },
  { id: 's', type: 'text', mayBeNotApplicable: true },
  { id: 't', type: 'choice', choices: ['优', '良'], mayBeNotApplicable: true },
  { id: 'u', type: 'date', mayBeNotApplicable: true },
  { id: 'v', type: 'date', mayBeNotApplicable: true },
  { id: 'list', type: 'list', fields: [{ id: 'n', type: 'number', digits: 2 }] },
]

/** A scheme of measures; those that do not compile are left out by `isBroken`. */
export function measuresOf(formulas: readonly Pick<Measure, 'formula' | 'type'>[]): CompiledScheme {
  const measures = formulas.map((each, index) => ({ id: `m${index}`, ...each }))
  const leaf = { id: 'x', name: 'x', points: '10', scoring: { method: 'judgement' as const } }
  const outcome = compile(schemeOf([leaf], { items: [...ITEMS], measures }), { sha256 })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues[0]))
  return outcome.value
}

/** Computes measures for all submissions as one block, and says what each came to, fast and by the reference. */
export function bothWays(
  compiled: CompiledScheme,
  names: readonly string[],
  submissions: readonly Submission[],
): { name: string; row: number; fast: string; reference: string }[] {
  const plan = new Plan(compiled)
  const values = names.map((name) => namedValue(plan, name)!)
  // A constant takes its register when it is asked for it.
  for (const value of values) plan.registers = Math.max(plan.registers, value.num + 1)
  const memory = new Memory(submissions.length)
  memory.reserve(plan.registers)
  const reader = new RowReader(compiled, plan.inputs, plan.texts)
  for (const [row, submission] of submissions.entries()) reader.fill(memory, row, submission)
  memory.begin(compiled, { submissionAt: (row) => submissions[row]!, group: undefined })
  for (const step of plan.steps) step.run(memory, submissions.length)
  return submissions.flatMap((submission, row) => {
    const inputs = new Inputs(compiled, submission)
    return names.map((name, index) => ({
      name,
      row,
      fast: ofLane(values[index]!, memory, row, plan),
      reference: ofReading(inputs.read(name)),
    }))
  })
}

/** "12.5", "1/3 待核", "missing", "UNSURE". */
function ofLane(value: Value, memory: Memory, row: number, plan: Plan): string {
  const state = memory.statesOf(value.num)[row]!
  if ((state & UNSURE) !== 0) return 'UNSURE'
  if ((state & STATE) !== 0) return STATES[state & STATE]!
  const num = memory.values[value.num]![row]!
  if (Object.is(num, -0)) return '-0'
  return textOf(num, value, memory, row, plan) + ((state & UNVERIFIED) === 0 ? '' : ' 待核')
}

function textOf(num: number, value: Value, memory: Memory, row: number, plan: Plan): string {
  switch (value.kind) {
    case 'number': {
      const den = value.den === undefined ? 1 : memory.values[value.den]![row]!
      return value.scale.times(Exact.ratio(BigInt(num), BigInt(den))).toText()
    }
    case 'date':
      return `day ${num}`
    case 'truth':
      return num === 1 ? 'true' : num === 0 ? 'false' : `truth ${num}`
    case 'text':
      return plan.texts.textOf(num)
  }
}

const STATES: { readonly [state: number]: string } = {
  [MISSING]: 'missing',
  [NOT_APPLICABLE]: 'not-applicable',
  [FAULT]: 'error',
}

function ofReading(reading: Reading): string {
  if (reading.state !== 'present') return reading.state
  const { value } = reading
  const text =
    value instanceof Exact ? value.toText() : value instanceof CivilDate ? `day ${value.dayNumber}` : String(value)
  return text + (reading.provisional === true ? ' 待核' : '')
}
