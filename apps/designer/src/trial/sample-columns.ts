import {
  type Entry,
  type Indicator,
  type Item,
  isJudged,
  type Language,
  type Leaf,
  leaves,
  type Scheme,
  walk,
} from '@yardstick/model'
import { type CellReading, cellText, readCell, type StateWords } from '../parts/entry/read-cell.ts'
import { judgementCellText, readJudgementCell } from '../parts/entry/read-judgement-cell.ts'
import { signWords } from '../parts/sign-words.ts'
import type { EntryPlace } from './sample-edits.ts'

/** What a sample is asked for, one column each: the data items, then what people judge. */
export type EntryColumn =
  | { readonly key: string; readonly place: EntryPlace; readonly title: string; readonly item: Item }
  | { readonly key: string; readonly place: EntryPlace; readonly title: string; readonly leaf: Leaf }

/** What of a scheme decides the columns. */
export type ColumnScheme = Pick<Scheme, 'items' | 'indicators' | 'notApplicable'>

export function entryColumns(scheme: ColumnScheme, language: Language): EntryColumn[] {
  const items = scheme.items.map((item): EntryColumn => {
    const name = item.label ?? item.id
    const unit = item.unit ?? (item.type === 'rate' ? '%' : undefined)
    return {
      key: `item:${item.id}`,
      place: { kind: 'item', id: item.id },
      title: unit === undefined ? name : signWords[language].aside(name, unit),
      item,
    }
  })
  const judged = leaves(scheme)
    .filter(({ node }) => isJudged(node))
    .map(
      ({ node }): EntryColumn => ({
        key: `judgement:${node.id}`,
        place: { kind: 'judgement', id: node.id },
        title: node.name,
        leaf: node,
      }),
    )
  return [...items, ...judged]
}

/** `unit` is what a text without one is in, where a table's head says so. */
export function readColumn(
  column: EntryColumn,
  text: string,
  before: Entry | undefined,
  scheme: Pick<Scheme, 'notApplicable'>,
  unit?: string,
): CellReading {
  return 'item' in column
    ? readCell(column.item, text, before, unit)
    : readJudgementCell(column.leaf, text, before, scheme)
}

export function columnText(column: EntryColumn, entry: Entry | undefined, w: StateWords): string {
  return 'item' in column ? cellText(column.item, entry, w) : judgementCellText(column.leaf, entry, w)
}

/** Indicators whose scores have a column: the first level, or everything below it too. */
export function scoreColumns(scheme: ColumnScheme, isExpanded: boolean): Indicator[] {
  return walk(scheme)
    .filter(({ depth }) => depth === 0 || isExpanded)
    .map(({ node }) => node)
}
