/** Focuses what a part of the screen names for it (the cell of a table), else its first control. */
export function focusFirst(part: ParentNode | null | undefined): void {
  const named = part?.querySelector<HTMLElement>('[data-region-focus]')
  const control = 'button:not([tabindex="-1"]), input, textarea, select, [tabindex="0"]'
  ;(named ?? part?.querySelector<HTMLElement>(control))?.focus()
}
