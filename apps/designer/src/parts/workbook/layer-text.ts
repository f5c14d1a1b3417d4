import type { Item, LayerEntry } from '@yardstick/model'
import { cellText, type StateWords } from '../entry/read-cell.ts'

export interface LayerWords extends StateWords {
  readonly unfilled: string
  readonly missing: string
  missingAs(why: string): string
  withReason(shown: string, why: string): string
}

/** What a layer says, as people read it: with its unit, its state and its reason. */
export function layerText(
  item: Item,
  layer: Pick<LayerEntry, 'value' | 'state' | 'why'> | null | undefined,
  w: LayerWords,
): string {
  if (layer === null || layer === undefined) return w.unfilled
  const { value, state, why } = layer
  const isMissing = state === 'missing' || (state !== 'not-applicable' && (value === undefined || value === null))
  if (isMissing) {
    if (state === undefined && why === undefined) return w.unfilled
    return why === undefined || why === '' ? w.missing : w.missingAs(why)
  }
  const said = {
    layer: 'reported' as const,
    ...(value === undefined ? {} : { value }),
    ...(state === undefined ? {} : { state }),
    ...(why === undefined ? {} : { why }),
  }
  const shown = cellText(item, { layers: [said] }, w)
  if (state === 'not-applicable') return shown
  const isBare = item.type === 'rate' || item.unit === undefined || Array.isArray(value)
  const whole = isBare ? shown : shown.replace(/^[-\d.]+/, (number) => `${number} ${item.unit}`)
  return why === undefined || why === '' ? whole : w.withReason(whole, why)
}
