/** Fields of one kind stand below each other; ↑ and ↓ go from row to row. */
export type FieldKind = 'value' | 'score' | 'reason'

/** Goes to the next field of a kind, or to the one before; false where there is none. */
export function goToNext(from: Element, kind: FieldKind, direction: 1 | -1): boolean {
  const fields = fieldsOf(from, kind)
  const own = fields.indexOf(from as HTMLElement)
  // From a field of another kind: the next one behind it in the order of the table.
  const isBehind = (field: Element) => (from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const behind = fields.findIndex(isBehind)
  const at = own >= 0 ? own + direction : direction > 0 ? behind : (behind < 0 ? fields.length : behind) - 1
  return at >= 0 && focus(fields[at])
}

/** Goes to the reason that stands beside a score. */
export function goToReason(from: Element): boolean {
  return focus(from.closest('tr')?.querySelector<HTMLElement>('[data-field="reason"]'))
}

function fieldsOf(from: Element, kind: FieldKind): HTMLElement[] {
  return [...(from.closest('table')?.querySelectorAll<HTMLElement>(`[data-field="${kind}"]`) ?? [])]
}

function focus(field: HTMLElement | null | undefined): boolean {
  if (field === null || field === undefined) return false
  field.focus({ preventScroll: true })
  if (field instanceof HTMLInputElement) field.select()
  field.scrollIntoView({ block: 'nearest' })
  return true
}
