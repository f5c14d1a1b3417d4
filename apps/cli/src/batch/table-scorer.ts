import { isUtf8 } from 'node:buffer'
import { evaluateNow, type FastScheme, fastScheme, lane, type Memory } from '@yardstick/engine'
import { csvCell, rowCells, rowEnd } from '@yardstick/exchange/submission-table'
import { Exact, type Issue, type Submission } from '@yardstick/model'
import { sha256 } from '../read/sha256.ts'
import { BlockFiller } from './block-filler.ts'
import { ByteWriter } from './byte-writer.ts'
import type { SchemeFor } from './declared-schemes.ts'
import type { Piece, ScoringJob, Worked } from './job.ts'
import { inUtf8, type PieceReader } from './piece-rows.ts'
import { errorsOf, type ResultTable } from './result-table.ts'
import { Tally } from './summary.ts'

const BLOCK = 1024
const COMMA = 0x2c
const encoder = new TextEncoder()

/**
 * From the bytes of a table to the bytes of a table of results, in blocks of rows: cells become whole numbers in registers,
 * the fast path scores them, and its whole numbers become digits again. Rows that are odd are read as submissions, and what
 * has no total is evaluated once more for the reasons.
 */
export class TableScorer {
  private readonly fast: FastScheme
  private readonly memory: Memory
  private readonly filler: BlockFiller
  private readonly separator: number
  private readonly leaves: number
  private readonly out = new ByteWriter(1 << 16)
  private readonly numbers = new Int32Array(BLOCK)
  private readonly starts = new Int32Array(BLOCK)
  private readonly ends = new Int32Array(BLOCK)
  /** Of odd rows: as they were read. */
  private readonly submissions: (Submission | undefined)[] = new Array(BLOCK)
  /** Rows that are no submission, before the row of the block that comes next. */
  private readonly refused = new Map<number, string>()
  private readonly states: readonly Uint8Array[]
  private readonly without: readonly Uint8Array[]
  private readonly grades: readonly Uint8Array[]
  private bytes: Uint8Array = new Uint8Array(0)
  private tally!: Tally
  private sum = 0n
  /** What of it is not added yet. */
  private part = 0

  constructor(
    private readonly job: ScoringJob,
    private readonly scheme: SchemeFor,
    private readonly reader: PieceReader,
    private readonly table: ResultTable,
  ) {
    const { data } = job
    if (data.kind !== 'table') throw new Error('TableScorer: the data are no table')
    const { compiled } = scheme
    this.fast = fastScheme(compiled)
    this.memory = this.fast.open(BLOCK)
    this.separator = data.separator
    this.leaves = compiled.nodes.filter(({ type }) => type === 'leaf').length
    this.filler = new BlockFiller(this.fast, data.heads, data.separator, BLOCK, table.passed)
    const { words } = table
    this.states = [words.states.final, words.states.provisional, words.states.blocked].map((text) =>
      encoder.encode(text),
    )
    const { missing, error } = words.without
    this.without = ['', missing, words.without['not-applicable'], error].map((text) => encoder.encode(text))
    this.grades = compiled.grades.map(({ name }) => encoder.encode(csvCell(name)))
  }

  score(piece: Piece): Worked {
    const { filler, memory, separator } = this
    this.tally = new Tally(this.scheme.compiled.grades.map(({ name }) => name))
    this.sum = 0n
    this.part = 0
    this.bytes = inUtf8(piece)
    const { bytes } = this
    const isWhole = isUtf8(bytes)
    let number = piece.firstRow
    let rows = 0
    filler.begin(memory)
    for (let from = 0; from < bytes.length; number++) {
      const isRight = isWhole || isUtf8(bytes.subarray(from, rowEnd(bytes, from, bytes.length, separator, true)))
      const end = filler.fill(rows, bytes, from, bytes.length)
      this.starts[rows] = from
      this.ends[rows] = end
      this.numbers[rows] = number
      if (filler.isEmpty) filler.drop(rows)
      else if (filler.isOdd || !isRight) {
        if (this.fillOdd(rows, number, from, end)) rows++
        else filler.drop(rows)
      } else {
        this.submissions[rows] = undefined
        rows++
      }
      from = end
      if (rows < BLOCK) continue
      this.finish(rows)
      rows = 0
      filler.begin(memory)
    }
    this.finish(rows)
    const sum = Exact.integer(this.sum + BigInt(this.part))
    this.tally.total(sum.over(Exact.power10(this.fast.total.digits)))
    return { bytes: this.out.take(), figures: this.tally.figures }
  }

  /** Whether the row is one of the block: by its submission, where it can be read. */
  private fillOdd(row: number, number: number, from: number, end: number): boolean {
    const read = this.reader.tableRow(number, this.bytes, from, end)
    if (read === undefined) return false
    if (read.submission.ok) {
      this.submissions[row] = read.submission.value
      const { value } = read.submission
      this.filler.refill(row, () => this.fast.fill(this.memory, row, value))
      return true
    }
    this.refuse(row, number, read.cells, read.submission.issues)
    return false
  }

  private refuse(row: number, number: number, cells: readonly string[], issues: readonly Issue[]): void {
    this.tally.refuse()
    const whose = this.table.passed.map((at) => cells[at] ?? '')
    this.refused.set(row, (this.refused.get(row) ?? '') + this.table.refused(number, whose, issues))
  }

  private submissionAt(row: number): Submission {
    const known = this.submissions[row]
    if (known !== undefined) return known
    const read = this.reader.tableRow(this.numbers[row]!, this.bytes, this.starts[row]!, this.ends[row]!)
    if (read?.submission.ok !== true) throw new Error(`row ${this.numbers[row]} was plain and is no submission`)
    this.submissions[row] = read.submission.value
    return read.submission.value
  }

  private finish(rows: number): void {
    const { fast, memory, refused, out } = this
    if (rows > 0) {
      const before = memory.byReference
      fast.run(memory, rows, { submissionAt: (row) => this.submissionAt(row), group: this.job.group })
      this.tally.share(rows * this.leaves, memory.byReference - before)
    }
    for (let row = 0; row <= rows; row++) {
      const text = refused.get(row)
      if (text !== undefined) out.text(text)
      if (row < rows) this.write(row)
    }
    refused.clear()
  }

  private write(row: number): void {
    const { fast, memory, out } = this
    const state = memory.statesOf(fast.total.num)[row]!
    if ((state & (lane.UNSURE | lane.NO_SCORE)) !== 0 || this.submissions[row] !== undefined) {
      this.writeEvaluated(row)
      return
    }
    const { cells, columns } = this.filler.passed
    const width = columns.length * 2
    out.reserve(ROW + this.ends[row]! - this.starts[row]!)
    out.whole(this.numbers[row]!)
    out.byte(COMMA)
    for (let at = row * width; at < (row + 1) * width; at += 2) this.passCell(cells[at]!, cells[at + 1]!)
    const isProvisional = (state & lane.UNVERIFIED) !== 0
    const word = this.states[isProvisional ? 1 : 0]!
    out.copy(word, 0, word.length)
    out.byte(COMMA)
    const total = memory.values[fast.total.num]![row]!
    out.units(total, fast.total.digits)
    this.add(total)
    out.byte(COMMA)
    const grade = memory.values[fast.total.grade]![row]!
    if (grade >= 0) out.copy(this.grades[grade]!, 0, this.grades[grade]!.length)
    out.byte(COMMA)
    this.tally.count(isProvisional ? 'provisional' : 'final', grade)
    this.writeScores(row)
    out.byte(0x0d)
    out.byte(0x0a)
  }

  /** Sums of doubles are exact as long as they are small. */
  private add(units: number): void {
    this.part += units
    if (this.part < SMALL && units < SMALL) return
    this.sum += BigInt(this.part - units) + BigInt(units)
    this.part = 0
  }

  private writeScores(row: number): void {
    const { fast, memory, out } = this
    const { scores } = fast
    out.reserve(scores.length * SCORE)
    for (let index = 0; index < scores.length; index++) {
      const { num, digits } = scores[index]!
      const state = memory.mixed[num] === 0 ? 0 : memory.states[num]![row]!
      // What does not apply has no score of its own, also where full points or the group's mean count for it.
      if ((state & lane.NO_SCORE) === 0 && (state & lane.STATE) !== lane.NOT_APPLICABLE) {
        out.units(memory.values[num]![row]!, digits)
      } else {
        const word = this.without[state & lane.STATE]!
        out.copy(word, 0, word.length)
      }
      out.byte(COMMA)
    }
  }

  private passCell(from: number, to: number): void {
    const { bytes, out } = this
    if (this.separator === COMMA && isPlainText(bytes, from, to)) out.copy(bytes, from, to)
    else out.text(csvCell(rowCells(bytes, from, to, this.separator)[0] ?? ''))
    out.reserve(ROW)
    out.byte(COMMA)
  }

  /** A row with something to be said of it. */
  private writeEvaluated(row: number): void {
    const { table, job, scheme, out } = this
    const evaluation = evaluateNow(scheme.compiled, this.submissionAt(row), {
      ...{ sha256, language: job.language },
      ...(job.group === undefined ? {} : { group: job.group }),
    })
    this.tally.add({ ...evaluation, findings: errorsOf(evaluation) })
    const cells = rowCells(this.bytes, this.starts[row]!, this.ends[row]!, this.separator)
    const whose = table.passed.map((at) => cells[at] ?? '')
    out.text(table.evaluated(this.numbers[row]!, whose, evaluation))
  }
}

/** Without a quote or tab in it, and beginning with nothing that a spreadsheet would take for a formula. */
function isPlainText(bytes: Uint8Array, from: number, to: number): boolean {
  if (from === to) return true
  const first = bytes[from]!
  if (first < 0x30 || first === 0x3d || first === 0x40) return false
  for (let at = from; at < to; at++) if (bytes[at] === 0x22 || bytes[at] === 0x09 || bytes[at] === 0x0d) return false
  return true
}

/** More than row number, state, total and grade take; more than any score with its separator. */
const ROW = 4096
const SCORE = 48
const SMALL = 2 ** 50
