import { type FastScheme, lane, type Memory } from '@yardstick/engine'
import { QUOTE, quotedEnd, rowEnd, type TableHeads } from '@yardstick/exchange/submission-table'
import { CellFigure } from './cell-figure.ts'
import { isEnd, ONE, RETURN, truthEnd, ZERO } from './cell-signs.ts'
import { dayNumber } from './day-number.ts'
import { type CellPlan, NOWHERE, type NumberCell, tableCells } from './table-cells.ts'

/** The columns that go over into the results, and where their cells stand. */
export interface Passed {
  readonly columns: readonly number[]
  /** Offsets by row and column: from, to. */
  readonly cells: Int32Array
}

const KINDS = ['idle', 'odd', 'number', 'truth', 'date', 'text', 'element', 'bits', 'level'] as const
const [IDLE, , NUMBER, TRUTH, DATE, TEXT, ELEMENT, BITS, LEVEL] = KINDS.map((_, at) => at) as [
  ...[number, number, number, number, number, number, number, number, number],
]

/**
 * From the bytes of a table straight into registers: digits become whole numbers, and neither a text nor an object is made
 * on the way. A row with a cell that is written in any other way is odd; whoever asked reads it as a submission.
 */
export class BlockFiller {
  readonly passed: Passed
  private readonly kinds: Uint8Array
  private readonly plans: readonly CellPlan[]
  private readonly groups
  private readonly rest
  private readonly inputs: readonly number[]
  private readonly passedAt: Int32Array
  private readonly met: Float64Array
  private readonly answered: Float64Array
  private readonly figure = new CellFigure()
  private memory!: Memory

  /** rows  how many a block holds at most */
  constructor(
    private readonly fast: FastScheme,
    heads: TableHeads,
    private readonly separator: number,
    rows: number,
    passed: readonly number[],
  ) {
    const { cells, groups, rest } = tableCells(fast, heads)
    this.plans = cells
    this.kinds = Uint8Array.from(cells, ({ kind }) => KINDS.indexOf(kind))
    this.groups = groups
    this.rest = rest
    this.inputs = fast.inputs.flatMap((input) =>
      input.kind === 'entry' && input.den !== undefined ? [input.num, input.den] : [input.num],
    )
    this.passed = { columns: passed, cells: new Int32Array(rows * passed.length * 2) }
    this.passedAt = new Int32Array(cells.length).fill(-1)
    passed.forEach((column, at) => {
      this.passedAt[column] = at
    })
    this.met = new Float64Array(groups.length)
    this.answered = new Float64Array(groups.length)
  }

  begin(memory: Memory): void {
    this.memory = memory
    this.fast.forgetTexts()
    for (const register of this.inputs) {
      memory.states[register]!.fill(0)
      memory.mixed[register] = 0
    }
    for (const { num, den, state } of this.rest) {
      memory.values[num]!.fill(0)
      memory.states[num]!.fill(state)
      memory.mixed[num] = state
      if (den !== undefined) memory.values[den]!.fill(1)
    }
  }

  /** The cells of the row that was read last held nothing at all. */
  isEmpty = true
  isOdd = false

  /**
   * Reads one row.
   *
   * bytes    whole rows, each with its line break
   * returns  where the next row begins
   */
  fill(row: number, bytes: Uint8Array, from: number, to: number): number {
    const { kinds, separator } = this
    const columns = kinds.length
    this.isOdd = false
    this.isEmpty = true
    this.met.fill(0)
    this.answered.fill(0)
    let at = from
    let column = 0
    for (;;) {
      const kind = column < columns ? kinds[column]! : IDLE
      const begin = at
      let end: number
      if (isEnd(bytes, at, separator)) {
        this.blank(row, column)
        end = at
      } else {
        this.isEmpty = false
        // Most cells of a checklist are one sign.
        const sign = bytes[at]!
        if (kind === ELEMENT && bytes[at + 1] === separator && (sign === ONE || sign === ZERO)) {
          const { group, bit } = this.plans[column] as Extract<CellPlan, { kind: 'element' }>
          this.answered[group]! += bit
          if (sign === ONE) this.met[group]! += bit
          at += 2
          column++
          continue
        }
        end = kind === IDLE ? this.idle(bytes, at, to) : this.cell(row, column, kind, bytes, at)
        // Behind the last head there is nothing.
        if (end < 0 || column >= columns) {
          this.isOdd = true
          return this.rowBehind(row, bytes, from, to)
        }
      }
      if (column < columns && this.passedAt[column]! >= 0) this.pass(row, column, begin, end)
      const sign = bytes[end]
      at = end + 1
      if (sign === separator) {
        column++
        continue
      }
      if (sign === RETURN) at++
      break
    }
    for (column++; column < columns; column++) {
      this.blank(row, column)
      if (this.passedAt[column]! >= 0) this.pass(row, column, at, at)
    }
    if (this.groups.length > 0) this.settleGroups(row)
    return at
  }

  /** The row is not one of the block after all. */
  drop(row: number): void {
    for (const register of this.inputs) this.memory.states[register]![row] = 0
    for (const { num, den, state } of this.rest) {
      this.memory.values[num]![row] = 0
      this.memory.states[num]![row] = state
      if (den !== undefined) this.memory.values[den]![row] = 1
    }
  }

  /** The row is read as a submission: `read` fills all registers of it, whatever has been put there before. */
  refill(row: number, read: () => void): void {
    for (const register of this.inputs) this.memory.states[register]![row] = 0
    read()
    // Reading the first row of a block takes it for the only one so far.
    for (const { num, state } of this.rest) this.memory.mixed[num]! |= state
  }

  /** An odd row is looked at cell by cell all the same, for what goes over into the results. */
  private rowBehind(row: number, bytes: Uint8Array, from: number, to: number): number {
    const { separator, kinds } = this
    const end = rowEnd(bytes, from, to, separator, true)
    let at = from
    for (let column = 0; column < kinds.length; column++) {
      const cell = at < end ? this.idle(bytes, at, end) : at
      if (this.passedAt[column]! >= 0) this.pass(row, column, Math.min(at, end), Math.min(cell, end))
      at = cell + 1
      if (bytes[cell] !== separator) at = end
    }
    return end
  }

  private pass(row: number, column: number, from: number, to: number): void {
    const place = (row * this.passed.columns.length + this.passedAt[column]!) * 2
    this.passed.cells[place] = from
    this.passed.cells[place + 1] = to
  }

  /** Behind a cell that is not read. */
  private idle(bytes: Uint8Array, from: number, to: number): number {
    let at = from
    if (bytes[at] === QUOTE) {
      const end = quotedEnd(bytes, at, to, this.separator)
      if (end > 0) at = end
    }
    while (!isEnd(bytes, at, this.separator)) at++
    return at
  }

  private blank(row: number, column: number): void {
    const plan = this.plans[column]
    if (plan === undefined) return
    switch (plan.kind) {
      case 'number':
        if (plan.den !== undefined) this.memory.values[plan.den]![row] = 1
        if (plan.num !== NOWHERE) this.put(row, plan.num, 0, lane.MISSING)
        return
      case 'truth':
        this.put(row, plan.num, 0, plan.blank)
        return
      case 'date':
      case 'text':
      case 'bits':
      case 'level':
        this.put(row, plan.num, 0, lane.MISSING)
    }
  }

  private put(row: number, register: number, value: number, state: number): void {
    this.memory.values[register]![row] = value
    if (state === lane.PRESENT) return
    this.memory.states[register]![row] = state
    this.memory.mixed[register]! |= state
  }

  /** Where the cell ends; −1 where it is not plain. */
  private cell(row: number, column: number, kind: number, bytes: Uint8Array, at: number): number {
    const plan = this.plans[column]!
    switch (kind) {
      case NUMBER:
        return this.number(row, plan as NumberCell, bytes, at)
      case ELEMENT: {
        const { group, bit } = plan as Extract<CellPlan, { kind: 'element' }>
        const end = truthEnd(bytes, at, this.separator)
        if (end === 0) return -1
        this.answered[group]! += bit
        if (end > 0) this.met[group]! += bit
        return Math.abs(end)
      }
      case TRUTH: {
        const end = truthEnd(bytes, at, this.separator)
        if (end === 0) return -1
        this.put(row, (plan as Extract<CellPlan, { kind: 'truth' }>).num, end > 0 ? 1 : 0, lane.PRESENT)
        return Math.abs(end)
      }
      case BITS:
        return this.bits(row, plan as Extract<CellPlan, { kind: 'bits' }>, bytes, at)
      case DATE: {
        const day = dayNumber(bytes, at)
        if (Number.isNaN(day) || !isEnd(bytes, at + 10, this.separator)) return -1
        this.put(row, (plan as Extract<CellPlan, { kind: 'date' }>).num, day, lane.PRESENT)
        return at + 10
      }
      case TEXT:
      case LEVEL:
        return this.text(row, plan as Extract<CellPlan, { kind: 'text' | 'level' }>, bytes, at)
      default:
        return -1
    }
  }

  private number(row: number, plan: NumberCell, bytes: Uint8Array, from: number): number {
    const end = this.figure.read(plan, bytes, from, this.separator)
    if (end < 0 || plan.num === NOWHERE) return end
    if (plan.den !== undefined) this.memory.values[plan.den]![row] = 1
    this.memory.values[plan.num]![row] = this.figure.units
    return end
  }

  private bits(row: number, plan: Extract<CellPlan, { kind: 'bits' }>, bytes: Uint8Array, from: number): number {
    let mask = 0
    for (let bit = 0; bit < plan.count; bit++) {
      const sign = bytes[from + bit]
      if (sign === ONE) mask += 2 ** bit
      else if (sign !== ZERO) return -1
    }
    if (!isEnd(bytes, from + plan.count, this.separator)) return -1
    this.put(row, plan.num, mask, lane.PRESENT)
    return from + plan.count
  }

  private text(
    row: number,
    plan: Extract<CellPlan, { kind: 'text' | 'level' }>,
    bytes: Uint8Array,
    from: number,
  ): number {
    if (bytes[from] === QUOTE) return -1
    let end = from
    while (!isEnd(bytes, end, this.separator)) end++
    const text = decoder.decode(bytes.subarray(from, end))
    if (plan.kind === 'level') {
      const units = plan.unitsByLevel.get(text)
      if (units === undefined) return -1
      this.put(row, plan.num, units, lane.PRESENT)
      return end
    }
    const isPlain = plan.choices === undefined ? !ODD_TEXT.test(text) : plan.choices.has(text)
    if (!isPlain) return -1
    this.put(row, plan.num, this.fast.codeOf(text), lane.PRESENT)
    return end
  }

  private settleGroups(row: number): void {
    const { groups, met, answered } = this
    for (let group = 0; group < groups.length; group++) {
      const { num, all } = groups[group]!
      if (answered[group] === all) this.memory.values[num]![row] = met[group]!
      else this.put(row, num, 0, lane.MISSING)
    }
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
/** Spaces at the ends, a guard against formulas, and all that may be the word of a state, are looked at by the exact reader. */
const ODD_TEXT = /^[\s'=]|\s$|^(?:空缺|不适用|missing|not)|待核|verified/i
