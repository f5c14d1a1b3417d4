export function JsonView() {
  return null
}
