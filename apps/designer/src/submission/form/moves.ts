import type { KeyboardEvent } from 'react'
import { isComposing } from '../../parts/field/is-composing.ts'

/** Enter and the arrows go from value to value, as in a column of a spreadsheet; Alt+↓ opens the menu of the row. */
export function moveBy(event: KeyboardEvent<HTMLElement>, settle: () => boolean): void {
  if (isComposing(event) || event.ctrlKey || event.metaKey) return
  const field = event.currentTarget
  const { key, altKey, shiftKey } = event
  if (altKey) {
    if (key !== 'ArrowDown' || field.tagName === 'SELECT') return
    event.preventDefault()
    field.closest('tr')?.querySelector<HTMLElement>('.form-more')?.click()
    return
  }
  // A choice goes through its choices by the arrows.
  const isArrow = (key === 'ArrowDown' || key === 'ArrowUp') && field.tagName !== 'SELECT'
  if (key !== 'Enter' && !isArrow) return
  if (field.tagName === 'TEXTAREA' && !isAtEdge(field as HTMLTextAreaElement, key)) return
  event.preventDefault()
  if (settle()) goBy(field, key === 'ArrowUp' || (key === 'Enter' && shiftKey) ? -1 : 1)
}

/** Goes to the field of an item, or of the 自评分 of an indicator. */
export function goToEntry(id: string): void {
  const all = [...document.querySelectorAll<HTMLElement>('.form-scroll [data-entry]')]
  show(all.find((each) => each.dataset['entry'] === id))
}

function goBy(from: HTMLElement, step: 1 | -1): void {
  const all = [...(from.closest('.form-scroll')?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])]
  const kind = from.dataset['kind']
  const column = all.filter((each) => each.dataset['kind'] === kind)
  show(column[column.indexOf(from) + step])
}

function show(field: HTMLElement | undefined): void {
  if (field === undefined) return
  field.focus({ preventScroll: true })
  if (field instanceof HTMLInputElement) field.select()
  field.scrollIntoView({ block: 'center' })
}

/** Within a long text Enter and the arrows belong to the text. */
function isAtEdge({ selectionStart, value }: HTMLTextAreaElement, key: string): boolean {
  if (key === 'Enter') return false
  return selectionStart === (key === 'ArrowUp' ? 0 : value.length)
}
