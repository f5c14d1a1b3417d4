import type { Entry, Layer, LayerName } from '../schema/submission.ts'

/**
 * A value is a stack of layers: what was reported, verified, judged, overridden. The highest one is read, the ones below
 * are kept for the trace. A bare value is one reported layer.
 */
export interface LayerStack {
  /** The layer that is read; undefined where nothing was submitted. */
  readonly top: Layer | undefined
  /** From the one under the top downwards. */
  readonly below: readonly Layer[]
}

/** Within one name the later layer wins. */
export function stackOf(entry: Entry | undefined): LayerStack {
  if (entry === undefined) return { top: undefined, below: [] }
  if (!isLayered(entry)) return { top: { layer: 'reported', value: entry }, below: [] }
  const [top, ...below] = entry.layers
    .map((layer, index) => ({ layer, index }))
    .sort((a, b) => RANK[b.layer.layer] - RANK[a.layer.layer] || b.index - a.index)
    .map(({ layer }) => layer)
  return { top, below }
}

/** The layer that is read, for whoever needs no others. */
export function topLayer(layers: readonly Layer[]): Layer | undefined {
  let top = layers[0]
  for (let index = 1; index < layers.length; index++) {
    const layer = layers[index]!
    if (RANK[layer.layer] >= RANK[top!.layer]) top = layer
  }
  return top
}

/** Where the top layer's value stands inside its entry: "" for a bare value, else /layers/1/value, or /layers/1 without one. */
export function topPointer(entry: Entry | undefined, top: Layer | undefined): string {
  if (entry === undefined || top === undefined || !isLayered(entry)) return ''
  return `/layers/${entry.layers.indexOf(top)}${top.value === undefined ? '' : '/value'}`
}

/** The entry of an id in a map of entries; names such as "constructor" find nothing that was not submitted. */
export function entryOf<T>(entries: { readonly [id: string]: T } | undefined, id: string): T | undefined {
  return entries !== undefined && Object.hasOwn(entries, id) ? entries[id] : undefined
}

/** The reason a layer gives, or undefined where it is not there or blank. */
export function reasonOf(layer: Layer | undefined): string | undefined {
  const why = layer?.why?.trim()
  return why === '' ? undefined : why
}

function isLayered(entry: Entry): entry is { layers: Layer[] } {
  return typeof entry === 'object' && entry !== null && 'layers' in entry
}

const RANK: { readonly [name in LayerName]: number } = { reported: 0, verified: 1, judged: 2, overridden: 3 }
