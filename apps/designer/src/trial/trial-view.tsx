export function TrialView() {
  return null
}
