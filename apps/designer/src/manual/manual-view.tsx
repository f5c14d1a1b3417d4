export function ManualView() {
  return null
}
