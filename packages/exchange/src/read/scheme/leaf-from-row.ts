import { type Item, isBranch, type Language, type Leaf, type Measure, type Scheme } from '@yardstick/model'
import type { IndicatorRow } from '../indicator/indicator-table.ts'
import { importTable } from './import-table.ts'
import type { RowRule } from './read-row.ts'

export { scoringOfTarget, typeOf } from './scoring-of-target.ts'

/** One row of a table as a leaf of a scheme that is there already, with what it reads and the scheme does not have yet. */
export interface LeafReading {
  readonly leaf: Leaf
  readonly items: readonly Item[]
  readonly measures: readonly Measure[]
  readonly rule: RowRule
}

/** What the row leaves open stands as it is proposed, and the leaf says that somebody has to look. */
export function leafFromRow(
  row: IndicatorRow,
  id: string,
  { items, measures = [], stepCount }: Pick<Scheme, 'items' | 'measures' | 'stepCount'>,
  language: Language,
): LeafReading {
  const alone = { ...row, level: 1, points: row.points ?? '0' }
  const reading = { rows: [alone], doubts: [] }
  const answers = stepCount === undefined ? {} : { 'step-count': stepCount }
  const { scheme, rows } = importTable(reading, { name: row.name, language, answers })!
  const [made] = scheme.indicators
  if (made === undefined || isBranch(made)) throw new TypeError('one row makes one leaf')
  const known = new Set([...items, ...measures].map((each) => each.id))
  return {
    leaf: { ...made, id },
    items: scheme.items.filter((each) => !known.has(each.id)),
    measures: (scheme.measures ?? []).filter((each) => !known.has(each.id)),
    rule: rows[0]!.rule!,
  }
}

export const LONGEST_STANDARD = 20_000

/** A name may not hold brackets, which formulas use, nor line breaks. */
export function nameOf(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\[/g, '【')
    .replace(/\]/g, '】')
    .trim()
    .slice(0, 200)
}
