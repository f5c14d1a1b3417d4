export function IndicatorTable() {
  return null
}
