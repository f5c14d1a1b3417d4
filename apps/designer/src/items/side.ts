import type { Edit, Item, Measure, Scheme } from '@yardstick/model'
import { type CellMeaning, type ItemColumn, type MeasureColumn, readItemText, readMeasureText } from './item-text.ts'

/** Data items and measures are two lists with the same keys, commands and pastes; here is what differs. */
export interface Side<R extends Item | Measure> {
  readonly kind: 'items' | 'measures'
  list(scheme: Scheme): readonly R[]
  /** A new row that nothing has been said about yet. */
  blank(id: string): R
  read(row: R, column: string, text: string): CellMeaning
  add(index: number, row: R): Edit
  set(id: string, fields: object): Edit
  move(id: string, index: number): Edit
  remove(id: string): Edit
}

export const itemSide: Side<Item> = {
  kind: 'items',
  list: ({ items }) => items,
  blank: (id) => ({ id, type: 'number' }),
  read: (row, column, text) => readItemText(row, column as ItemColumn, text),
  add: (index, item) => ({ type: 'add-item', index, item }),
  set: (id, fields) => ({ type: 'set-item', id, fields }),
  move: (id, index) => ({ type: 'move-item', id, index }),
  remove: (id) => ({ type: 'remove-item', id }),
}

export const measureSide: Side<Measure> = {
  kind: 'measures',
  list: ({ measures }) => measures ?? [],
  blank: (id) => ({ id, formula: '0', type: 'number' }),
  read: (row, column, text) => readMeasureText(row, column as MeasureColumn, text),
  add: (index, measure) => ({ type: 'add-measure', index, measure }),
  set: (id, fields) => ({ type: 'set-measure', id, fields }),
  move: (id, index) => ({ type: 'move-measure', id, index }),
  remove: (id) => ({ type: 'remove-measure', id }),
}

/** A row with fields of an edit set on it; null takes one away. */
export function withFields<R extends object>(row: R, fields: object): R {
  const kept = Object.entries({ ...row, ...fields }).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(kept) as R
}
