export function IssuesDrawer() {
  return null
}
