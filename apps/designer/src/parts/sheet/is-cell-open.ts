/** Whether somebody is typing into a cell of a table. */
export function isCellOpen(): boolean {
  return document.activeElement?.classList.contains('sheet-input-open') === true
}
