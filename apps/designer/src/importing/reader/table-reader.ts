import {
  type ImportAnswers,
  importSteps,
  type RowsRead,
  type TableImport,
  titleOf,
  underName,
} from '@yardstick/exchange/import-table'
import { type ChosenRoles, type IndicatorReading, readIndicatorTable } from '@yardstick/exchange/indicator-table'
import { matchTable, type RowDifference } from '@yardstick/exchange/match-table'
import type { FileTable } from '@yardstick/exchange/read/tables'
import type { Edit, Language, Scheme, StepCount } from '@yardstick/model'

/** What is asked of one table. */
export interface AskedTable {
  /** Which of the tables; null: the one with the most indicators. */
  readonly index: number | null
  readonly roles: ChosenRoles
  /** What the scheme is called until somebody names it. */
  readonly name: string
  readonly language: Language
  readonly answers: ImportAnswers
  /** The scheme it is held against. */
  readonly against: Scheme | undefined
}

/** What is known before the rules are read: which rows and columns there are. Plain data, as everything that crosses. */
export interface SheetReading extends Pick<IndicatorReading, 'doubts' | 'columns' | 'parts'> {
  readonly index: number
  /** Of the same key it is the same. */
  readonly key: string
  readonly title: string | undefined
}

/** What a table was made into, but for the scheme, which is asked for once it is wanted: it is half of what would cross. */
export interface MadeTable extends Omit<TableImport, 'scheme' | 'unused'>, Pick<Scheme, 'fullScore'> {
  readonly stepCount: StepCount | undefined
}

export interface TableRead {
  readonly index: number
  /** Undefined where nothing can be made of it. */
  readonly made: MadeTable | undefined
  /** From the scheme it was held against. */
  readonly differences: readonly RowDifference[] | undefined
}

export interface Watching {
  onSheet(sheet: SheetReading): void
  /** Now and then, where it takes long. */
  onRows(rows: RowsRead): void
}

/** So long it reads before it looks whether something newer was asked. */
const SLICE_MS = 60

/**
 * Reads tables in the worker, in slices. What is asked newer takes the place of what is under way; the rules that were read
 * until then are known, so that nothing is read twice.
 */
export class TableReader {
  private tables: readonly FileTable[] = []
  private fullest: number | undefined
  private last: { readonly of: string; readonly reading: IndicatorReading } | undefined
  private made: TableImport | undefined
  private newest = 0

  hold(tables: readonly FileTable[]): void {
    this.tables = tables
  }

  /** Null where something newer was asked meanwhile. */
  async read(asked: AskedTable, { onSheet, onRows }: Watching): Promise<TableRead | null> {
    this.newest++
    const turn = this.newest
    // Of several that wait, only the newest is begun.
    await aMoment()
    if (turn !== this.newest) return null
    const { language, against } = asked
    const index = asked.index ?? this.indexOfFullest()
    const { of: key, reading } = this.sheet(index, asked.roles)
    const { doubts, columns, parts } = reading
    onSheet({ index, key, title: titleOf(reading), doubts, columns, parts })
    const steps = importSteps(reading, asked)
    let began = Date.now()
    for (;;) {
      const step = steps.next()
      if (step.done === true) {
        const made = step.value
        this.made = made
        const isHeld = made !== undefined && against !== undefined
        const differences = isHeld ? matchTable(against, made, { language }).differences : undefined
        return { index, made: made === undefined ? undefined : withoutScheme(made), differences }
      }
      if (Date.now() - began < SLICE_MS) continue
      onRows(step.value)
      await aMoment()
      if (turn !== this.newest) return null
      began = Date.now()
    }
  }

  /** The scheme of what was read last, under this name. */
  scheme(name: string): Scheme | undefined {
    return this.made === undefined ? undefined : underName(this.made.scheme, name)
  }

  /** What was read last, as an edit of this scheme, without the differences that are left out. */
  takeOver(against: Scheme, leftOut: ReadonlySet<string>, language: Language): Edit | undefined {
    return this.made === undefined ? undefined : matchTable(against, this.made, { language, leftOut }).edit
  }

  /** Answers change nothing about what the sheet is. */
  private sheet(index: number, roles: ChosenRoles) {
    const of = JSON.stringify([index, ...roles])
    if (this.last?.of !== of) this.last = { of, reading: readIndicatorTable(this.tables[index]!.table, roles) }
    return this.last
  }

  /** The table in which most indicators were found: most likely the one that is meant. */
  private indexOfFullest(): number {
    if (this.fullest === undefined) {
      const counts = this.tables.map(({ table }) => readIndicatorTable(table).rows.length)
      this.fullest = counts.indexOf(Math.max(...counts))
    }
    return this.fullest
  }
}

function withoutScheme({ scheme: { fullScore, stepCount }, rows, questions, told }: TableImport): MadeTable {
  return { fullScore, stepCount, rows, questions, told }
}

/** What has been asked meanwhile comes in. */
const aMoment = () => new Promise<void>((resolve) => setTimeout(resolve))
