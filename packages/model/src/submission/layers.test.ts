import { expect, test } from 'vitest'
import type { Layer, LayerName } from '../schema/submission.ts'
import { stackOf, topLayer } from './layers.ts'

const NAMES: readonly LayerName[] = ['reported', 'verified', 'judged', 'overridden']

test('the top layer is the first of the stack, in whatever order three layers stand', () => {
  for (const first of NAMES) {
    for (const second of NAMES) {
      for (const third of NAMES) {
        const layers: Layer[] = [first, second, third].map((layer, value) => ({ layer, value }))
        for (const some of [layers, layers.slice(1), layers.slice(2)]) {
          expect(topLayer(some)).toBe(stackOf({ layers: some }).top)
        }
      }
    }
  }
  expect(topLayer([])).toBeUndefined()
})
