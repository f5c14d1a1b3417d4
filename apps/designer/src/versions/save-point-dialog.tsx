export function SavePointDialog() {
  return null
}
