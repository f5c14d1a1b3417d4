export function WeightsDialog() {
  return null
}
