/**
 * Where things stand in a workbook, as cell references that hold from every sheet: "'数据'!$C$5". What has no cell is
 * undefined; formulas that would read it are then refused.
 */
export interface CellPlacement {
  /**
   * The value of an item or measure: a rate as the number 0.95, a date as a date; an empty cell where there is no value,
   * whatever the reason.
   */
  readonly item: (name: string) => string | undefined
  /** What is TRUE where evidence is attached to the item: a cell, or a test of one in brackets. */
  readonly evidence: (item: string) => string | undefined
  /** What people decided about a leaf: points, of a level its share as a number, of a checklist's element whether it is met. */
  readonly judged: (leaf: string, element?: string) => string | undefined
  /** A leaf's actual value. Where it has no cell it is written into the score's formula. */
  readonly actual: (leaf: string) => string | undefined
  /** The cell in which a node's own formula stands; its parent reads it there. */
  readonly score: (node: string) => string | undefined
  /** What a cell holds where something is true or false: words, since a spreadsheet shows TRUE and FALSE to everybody. */
  readonly truth: { readonly yes: string; readonly no: string }
}

/** A test of a cell that holds what is true or false. */
export function truthIn(cell: string, { truth }: CellPlacement): string {
  return `(${cell}="${truth.yes}")`
}

/** What is true or false as a cell shows it. */
export function truthShown(text: string, { truth }: CellPlacement): string {
  return `IF(${text},"${truth.yes}","${truth.no}")`
}

/** The text of a formula, without the = before it and with English function names; or why there is none. */
export type CellFormula = { readonly formula: string } | { readonly refused: FormulaRefusal }

/**
 * no-cell         something it reads has no cell
 * no-equal        Excel has no equal for a formula or condition, or not a sure one
 * digits          a number in it has more than Excel's 15 digits
 * length          longer or more deeply nested than Excel takes
 * group           it reads the group: a rank, or the mean of the others
 * records         it goes through the records of a list
 * units           it may be put together from judged scores of units
 * siblings        a share of siblings that are not all held against a constant target
 * score-read      a rule reads scores that the table does not print
 * not-applicable  the leaf does not apply, or its part in the whole was shared out in a way only the engine follows
 * target          the target is data, and the curve does not follow it in one shape
 * broken          the engine cannot compute it either
 */
export type FormulaRefusal =
  | 'no-cell'
  | 'no-equal'
  | 'digits'
  | 'length'
  | 'group'
  | 'records'
  | 'units'
  | 'siblings'
  | 'score-read'
  | 'not-applicable'
  | 'target'
  | 'broken'

/** Leaves the writing of a formula; caught by `cellFormula`. */
export class Refused extends Error {
  constructor(readonly reason: FormulaRefusal) {
    super(reason)
  }
}

export function cellFormula(write: () => string): CellFormula {
  try {
    const formula = write()
    return formula.length <= MAX_FORMULA && nesting(formula) <= MAX_NESTING ? { formula } : { refused: 'length' }
  } catch (error) {
    if (error instanceof Refused) return { refused: error.reason }
    throw error
  }
}

const MAX_FORMULA = 8_192
/** Excel nests functions 64 deep; one less leaves room for what a workbook puts round them. */
const MAX_NESTING = 63

function nesting(formula: string): number {
  let [depth, deepest] = [0, 0]
  for (const letter of formula.replace(/"[^"]*"/g, '')) {
    if (letter === '(') deepest = Math.max(deepest, ++depth)
    else if (letter === ')') depth--
  }
  return deepest
}

/** A reference, or the refusal that there is none. */
export function placed(reference: string | undefined): string {
  if (reference === undefined) throw new Refused('no-cell')
  return reference
}
