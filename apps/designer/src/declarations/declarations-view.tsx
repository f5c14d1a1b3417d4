export function DeclarationsView() {
  return null
}
