import { type CellRule, cellReference } from '../workbook.ts'

/**
 * Lists to choose from. A rule of a cell holds them itself as long as they are short and have no comma; the others stand in
 * columns of the hidden sheet, below its first rows, and the rule refers to them.
 */
export class ChoiceLists {
  readonly #columns: (readonly string[])[] = []

  constructor(readonly sheet: string) {}

  of(choices: readonly string[]): CellRule['allows'] {
    const isPlain = choices.every((each) => /^[^,"=\s][^,"]*$/.test(each) && each === each.trim())
    if (isPlain && choices.join(',').length <= MOST_LETTERS) return { choices }
    const column = FIRST_COLUMN + this.#columns.push(choices) - 1
    const [first, last] = [0, choices.length - 1].map((row) => cellReference(FIRST_ROW + row, column))
    return { choicesAt: `'${this.sheet.replaceAll("'", "''")}'!${first}:${last}` }
  }

  /** The text at a position of the hidden sheet. */
  at(row: number, column: number): string | undefined {
    return this.#columns[column - FIRST_COLUMN]?.[row - FIRST_ROW]
  }

  get size(): { readonly rows: number; readonly columns: number } {
    const longest = Math.max(0, ...this.#columns.map((each) => each.length))
    return { rows: FIRST_ROW + longest, columns: FIRST_COLUMN + this.#columns.length }
  }
}

const MOST_LETTERS = 250
/** Beside the identity, which has two columns. */
const FIRST_COLUMN = 3
const FIRST_ROW = 0
