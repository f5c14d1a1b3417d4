export function ItemsView() {
  return null
}
