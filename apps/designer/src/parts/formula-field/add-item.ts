import type { Declared } from '@yardstick/formula'
import type { Edit, Item } from '@yardstick/model'

/**
 * A data item for a name that a formula reads and nobody has defined. Where the formula is that name alone it is of the
 * type that is expected; otherwise a plain number, which fits most.
 *
 * The item goes to the top of the list where it is seen at once.
 */
export function addItemEdit(name: string, expects: Declared | undefined, text: string): Edit {
  const isAlone = text.trim() === name || text.trim() === `[${name}]`
  const item: Item = isAlone && expects !== undefined ? { id: name, ...expects } : { id: name, type: 'number' }
  return { type: 'add-item', index: 0, item }
}
