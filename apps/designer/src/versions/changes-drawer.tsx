export function ChangesDrawer() {
  return null
}
