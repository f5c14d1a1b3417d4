import type { FastScheme } from './fast-scheme.ts'
import type { Input } from './input.ts'
import { MISSING, NO_SCORE, PRESENT, UNSURE } from './lane.ts'
import { Memory, type RowSource } from './memory.ts'
import { whole } from './row-units.ts'
import type { Register } from './value.ts'

/** One input of many rows, as its register holds it (`input.ts`). The arrays may lie in shared memory. */
export interface Column {
  readonly values: Float64Array
  /** By row, as in `lane.ts`; absent where every row is present. */
  readonly states?: Uint8Array | undefined
  /** Of points of a panel: what the value is divided by. */
  readonly dens?: Float64Array | undefined
}

/** By index of the input; an input without a column is missing in every row. */
export type BlockColumns = readonly (Column | undefined)[]

/** Where results of many rows go, by row: as the registers hold them. */
export interface ScoreColumns {
  /** Units of 10^−digits of `FastScheme.total`. */
  readonly totals: Float64Array
  /** 0 final, `UNVERIFIED` provisional, `NO_SCORE` blocked, `UNSURE` where nobody could be asked. */
  readonly states: Uint8Array
  /** Index of the grade, −1 for none. */
  readonly grades?: Float64Array
  /** By index of the node: units of 10^−digits of its score; undefined where nobody wants it. */
  readonly scores?: readonly (Float64Array | undefined)[]
  readonly scoreStates?: readonly (Uint8Array | undefined)[]
}

/** Rows that are worked at together: the registers of a scheme of usual size stay in the processor's cache. */
const BLOCK = 1_024

/** One for all schemes: it grows to the largest. */
const memory = new Memory(BLOCK)

/**
 * Scores rows `from` (included) to `to` (not included) of columns into columns. Nothing is copied: registers lie on the
 * columns themselves.
 *
 * source  gives rows as documents, for what the fast path leaves to the reference; without it such rows are UNSURE
 */
export function scoreColumns(
  fast: FastScheme,
  columns: BlockColumns,
  out: ScoreColumns,
  { from, to, source }: { readonly from: number; readonly to: number; readonly source?: RowSource | undefined },
): void {
  memory.reserve(fast.plan.registers)
  const laid = new Laid(memory)
  for (let at = from; at < to; at += BLOCK) {
    const end = Math.min(at + BLOCK, to)
    for (const [index, input] of fast.plan.inputs.entries()) layInput(laid, input, columns[index], at, end)
    layOutput(laid, fast, out, at, end)
    const here = source && { submissionAt: (row: number) => source.submissionAt(at + row), group: source.group }
    fast.run(memory, end - at, here)
    takeOut(fast, memory, out, at, end)
  }
  laid.restore()
}

/** Registers that lie on other arrays for a while. */
class Laid {
  private readonly values = new Map<Register, Float64Array>()
  private readonly states = new Map<Register, Uint8Array>()

  constructor(readonly memory: Memory) {}

  value(register: Register, values: Float64Array): void {
    if (!this.values.has(register)) this.values.set(register, this.memory.values[register]!)
    this.memory.values[register] = values
  }

  state(register: Register, states: Uint8Array): void {
    if (!this.states.has(register)) this.states.set(register, this.memory.states[register]!)
    this.memory.states[register] = states
  }

  restore(): void {
    for (const [register, values] of this.values) this.memory.values[register] = values
    for (const [register, states] of this.states) this.memory.states[register] = states
  }
}

function layInput(laid: Laid, input: Input, column: Column | undefined, from: number, to: number): void {
  const { memory } = laid
  const { num } = input
  if (column === undefined) {
    const state = input.kind === 'evidence' || (input.kind === 'entry' && input.form === 'state') ? PRESENT : MISSING
    memory.values[num]!.fill(0)
    memory.states[num]!.fill(state)
    memory.mixed[num] = state
    return
  }
  laid.value(num, column.values.subarray(from, to))
  if (input.kind === 'entry' && input.den !== undefined && column.dens !== undefined) {
    laid.value(input.den, column.dens.subarray(from, to))
    memory.mixed[input.den] = 0
  }
  let mixed = 0
  if (column.states !== undefined) {
    const states = column.states.subarray(from, to)
    laid.state(num, states)
    for (let row = 0; row < states.length; row++) mixed |= states[row]!
  }
  memory.mixed[num] = mixed
}

/** Results are written where they belong from the start. */
function layOutput(laid: Laid, fast: FastScheme, out: ScoreColumns, from: number, to: number): void {
  laid.value(fast.total.num, out.totals.subarray(from, to))
  if (out.grades !== undefined) laid.value(fast.total.grade, out.grades.subarray(from, to))
  for (const [index, values] of (out.scores ?? []).entries()) {
    if (values !== undefined) laid.value(fast.scores[index]!.num, values.subarray(from, to))
  }
}

/**
 * What is still elsewhere: a register that two nodes share lies on one column only; states are copied, since a register's
 * own are not written where all of them are 0. Then rows of the reference.
 */
function takeOut(fast: FastScheme, memory: Memory, out: ScoreColumns, from: number, to: number): void {
  const { total, scores } = fast
  const count = to - from
  out.states.set(memory.statesOf(total.num).subarray(0, count), from)
  out.scores?.forEach((values, index) => {
    if (values === undefined) return
    const laidOn = memory.values[scores[index]!.num]!
    if (laidOn.byteOffset !== values.byteOffset + from * 8 || laidOn.buffer !== values.buffer) {
      values.set(laidOn.subarray(0, count), from)
    }
  })
  out.scoreStates?.forEach((states, index) => {
    states?.set(memory.statesOf(scores[index]!.num).subarray(0, count), from)
  })
  if ((memory.mixed[total.num]! & UNSURE) === 0 || !memory.hasSource) return
  for (let row = from; row < to; row++) {
    if ((out.states[row]! & UNSURE) !== 0) writeReference(fast, memory, out, row, row - from)
  }
}

function writeReference(fast: FastScheme, memory: Memory, out: ScoreColumns, row: number, inBlock: number): void {
  const found = whole(fast, memory.reference(inBlock).whole())
  out.totals[row] = found.total.units
  out.states[row] = found.total.state
  if (out.grades !== undefined) out.grades[row] = (found.total.state & NO_SCORE) === 0 ? found.grade : -1
  found.nodes.forEach(({ units, state }, index) => {
    const scores = out.scores?.[index]
    const states = out.scoreStates?.[index]
    if (scores !== undefined) scores[row] = units
    if (states !== undefined) states[row] = state
  })
}
