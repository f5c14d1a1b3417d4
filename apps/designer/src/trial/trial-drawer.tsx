export function TrialDrawer() {
  return null
}
