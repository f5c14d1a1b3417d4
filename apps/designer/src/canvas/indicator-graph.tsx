export function IndicatorGraph() {
  return null
}
