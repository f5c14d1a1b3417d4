import { type Entry, topLayer } from '@yardstick/model'

/** The value of an entry that is present and verified, in whatever form it stands there; undefined of any other. */
export function plainValue(entry: Entry): unknown {
  if (typeof entry !== 'object' || entry === null) return entry ?? undefined
  const { layers } = entry as { layers?: Parameters<typeof topLayer>[0] }
  if (layers === undefined) return entry
  const top = topLayer(layers)
  return top?.state === undefined || top.state === 'present' ? (top?.value ?? undefined) : undefined
}
