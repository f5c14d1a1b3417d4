export function PaletteDialog() {
  return null
}
