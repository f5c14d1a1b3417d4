export function SchemeDialog() {
  return null
}
