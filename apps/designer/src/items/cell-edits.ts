import { applyEdit, type Edit, type Item, type Measure, type Scheme } from '@yardstick/model'
import { readsName } from '../store/reads-name.ts'
import type { Refusal } from './item-text.ts'
import { cleanName } from './paste-rows.ts'
import { freeName, namedIn, renameEdit } from './rename.ts'
import { type Side, withFields } from './side.ts'

/** The id of the empty row below the last one: what is put into it becomes a new row. */
export const GHOST = ''

export interface RowChange {
  readonly id: string
  readonly column: string
  readonly text: string
}

export type CellEdits =
  | { readonly edit: Edit }
  | { readonly refuse: Refusal | 'name-empty' | { readonly taken: string } }

/**
 * All texts of one gesture as one edit. The first that means nothing refuses them all; an emptied name is left as it is
 * where several cells are cleared together.
 */
export function cellEdits<R extends Item | Measure>(
  side: Side<R>,
  scheme: Scheme,
  changes: readonly RowChange[],
  freshName: string,
): CellEdits {
  const rows = new Map(side.list(scheme).map((row) => [row.id, row]))
  const edits: Edit[] = []
  const isMany = changes.length > 1
  // A renaming rewrites formulas as those before it have left them.
  let now = scheme
  const put = (edit: Edit) => {
    edits.push(edit)
    const edited = applyEdit(now, edit, readsName)
    if (edited.ok) now = edited.value.scheme
  }
  let ghost: R | undefined
  const names: RowChange[] = []
  for (const change of changes) {
    if (change.column === 'id' && change.id !== GHOST) names.push(change)
    else {
      const row =
        change.id === GHOST ? (ghost ?? side.blank(freeName(namedIn(scheme), freshName))) : rows.get(change.id)
      if (row === undefined) continue
      const name = cleanName(change.text)
      if (change.column === 'id') {
        if (name === '') continue
        if (namedIn(scheme).some(({ id }) => id === name)) return { refuse: { taken: name } }
        ghost = { ...row, id: name }
        continue
      }
      if (change.id === GHOST && change.text.trim() === '') continue
      const meaning = side.read(row, change.column, change.text)
      if ('refuse' in meaning) return meaning
      if (change.id === GHOST) ghost = withFields(row, meaning.fields)
      else {
        rows.set(change.id, withFields(row, meaning.fields))
        put(side.set(change.id, meaning.fields))
      }
    }
  }
  if (ghost !== undefined) put(side.add(side.list(scheme).length, ghost))
  for (const { id, text } of names) {
    const name = cleanName(text)
    if (name === id || (name === '' && isMany)) continue
    if (name === '') return { refuse: 'name-empty' }
    if (namedIn(now).some((each) => each.id === name)) return { refuse: { taken: name } }
    put(renameEdit(now, id, name))
  }
  const [only] = edits
  return { edit: edits.length === 1 && only !== undefined ? only : { type: 'batch', edits } }
}
