import { type Entry, type InputValue, type Layer, stackOf } from '@yardstick/model'

/**
 * The entry with another value in the layer that is read. Layers below stay. Who had entered the value, and why, is gone
 * with it, except for judged values, whose reason stands beside the number a person gives.
 */
export function withValue(entry: Entry | undefined, value: InputValue): Entry {
  const { top, below } = stackOf(entry)
  if (top === undefined || (top.layer === 'reported' && below.length === 0 && top.why === undefined)) return value
  const { who, why } = top
  const kept =
    top.layer === 'judged' ? { ...(who === undefined ? {} : { who }), ...(why === undefined ? {} : { why }) } : {}
  return { layers: [...below].reverse().concat({ layer: top.layer, value, ...kept }) }
}

/** The entry in another state: 不适用 with its reason, 待核 with its value kept. */
export function withState(entry: Entry | undefined, state: 'not-applicable' | 'to-be-verified', why?: string): Entry {
  const { top, below } = stackOf(entry)
  const layer: Layer = {
    layer: top?.layer ?? 'reported',
    ...(state === 'to-be-verified' && top?.value !== undefined ? { value: top.value } : {}),
    state,
    ...(why === undefined ? (top?.why === undefined ? {} : { why: top.why }) : { why }),
  }
  return { layers: [...[...below].reverse(), layer] }
}
