import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../canonical.ts'
import type { Scheme } from '../schema/scheme.ts'
import { walk } from '../scheme.ts'
import { validate } from '../validate.ts'
import { applyEdit, applyPatches } from './apply-edit.ts'
import type { EditType } from './edit.ts'
import { Chance, randomEdit, randomScheme } from './random-scheme.testing.ts'
import { references } from './references.ts'

const RUNS = { numRuns: 100 }
const STEPS = 20

/** Plays random edits on a random scheme and hands every accepted one to `look`. */
function play(seed: number, look: (before: Scheme, outcome: Accepted, type: EditType) => void) {
  const chance = new Chance(seed)
  let scheme = randomScheme(chance)
  for (let step = 0; step < STEPS; step++) {
    const edit = randomEdit(scheme, chance)
    const before = canonicalText(scheme)
    const outcome = applyEdit(scheme, edit)
    // Neither an accepted nor a refused edit changes what came in.
    expect(canonicalText(scheme)).toBe(before)
    if (!outcome.ok) {
      expect(outcome.issues.length).toBeGreaterThan(0)
      continue
    }
    look(scheme, outcome.value, edit.type)
    scheme = outcome.value.scheme
  }
}
type Accepted = Extract<ReturnType<typeof applyEdit>, { ok: true }>['value']

describe('laws of edits', () => {
  it('[M8] an edit and its inverse give the scheme back, and its patches lead there again', () => {
    const accepted = new Map<EditType, number>()
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        play(seed, (before, { scheme, patches, inverse }, type) => {
          accepted.set(type, (accepted.get(type) ?? 0) + 1)
          expect(canonicalText(applyPatches(scheme, inverse))).toBe(canonicalText(before))
          expect(canonicalText(applyPatches(before, patches))).toBe(canonicalText(scheme))
        })
      }),
      { ...RUNS, seed: 20_240_601 },
    )
    // Every kind of edit must have been accepted some time, or the law says nothing about it.
    expect([...accepted.keys()].sort()).toEqual(EVERY_EDIT)
    expect([...accepted].filter(([, count]) => count < 5)).toEqual([])
  })

  it('[M9] every edit of a valid scheme gives a valid, canonical scheme', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        play(seed, (_, { scheme }) => {
          const read = validate('scheme', scheme)
          expect(read.ok ? [] : read.issues).toEqual([])
          expect(read.ok && canonicalText(read.value)).toBe(canonicalText(scheme))
        })
      }),
      { ...RUNS, seed: 20_240_602 },
    )
  })

  it('[M10] no edit leaves a reference to what it took away or renamed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        play(seed, (before, { scheme }) => {
          const gone = (of: (scheme: Scheme) => string[]) => of(before).filter((each) => !of(scheme).includes(each))
          const ids = gone((of) => walk(of).map((place) => place.node.id))
          const names = gone((of) => [...of.items, ...(of.measures ?? [])].map((each) => each.id))
          const dangling = references(scheme).filter(
            ({ kind, name, strength }) =>
              (kind === 'indicator' && strength !== 'origin' && ids.includes(name)) ||
              (kind === 'name' && names.includes(name)),
          )
          expect(dangling.map((each) => each.pointer)).toEqual([])
        })
      }),
      { ...RUNS, seed: 20_240_603 },
    )
  })
})

const EVERY_EDIT: EditType[] = [
  'add-indicator',
  'add-item',
  'add-measure',
  'add-rule',
  'batch',
  'item-to-measure',
  'measure-to-item',
  'move-indicator',
  'move-item',
  'move-measure',
  'move-rule',
  'remove-indicator',
  'remove-item',
  'remove-measure',
  'remove-rule',
  'rename-indicator',
  'rename-name',
  'replace-indicator',
  'set-cases',
  'set-condition',
  'set-grades',
  'set-indicator',
  'set-item',
  'set-layout',
  'set-measure',
  'set-points',
  'set-rule',
  'set-scheme',
  'set-scoring',
  'set-target',
]
