import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../canonical.ts'
import type { Indicator } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import { validate } from '../validate.ts'
import { applyEdit } from './apply-edit.ts'
import { arrange } from './arrange.ts'
import type { EditType } from './edit.ts'
import { mentions } from './mentions.ts'
import { Chance, randomEdit, randomScheme } from './random-scheme.testing.ts'
import { formulas, references } from './references.ts'
import { schemeEdits } from './scheme-edits.ts'

/** A list that is empty and one that is not there are the same. */
function text(scheme: Scheme): string {
  const { measures = [], rules = [], conditions = {}, layout = {}, ...rest } = scheme
  return canonicalText({ ...rest, measures, rules, conditions, layout })
}

function reach(before: Scheme, after: Scheme): string {
  const edited = applyEdit(before, schemeEdits(before, after))
  if (!edited.ok) throw new Error(`refused: ${JSON.stringify(edited.issues[0])}`)
  return text(edited.value.scheme)
}

function speaksOf(scheme: Scheme, name: string): boolean {
  const held = references(scheme).some((each) => each.name === name && each.strength === 'holds')
  return held || formulas(scheme).some((each) => mentions(each.text, name))
}

describe('edits between two schemes', () => {
  it('[M16] lead from a scheme to what random edits have made of it', () => {
    let reached = 0
    const check = (before: Scheme, after: Scheme) => {
      const edited = applyEdit(before, schemeEdits(before, after))
      if (edited.ok) {
        reached++
        expect(text(edited.value.scheme)).toBe(text(after))
      } else {
        expect(edited.issues.map((each) => each.code)).toEqual(['EDIT_REFERENCED'])
        // A random renaming leaves formulas as they were, which then read what is not there.
        expect(speaksOf(after, String(edited.issues[0]!.expected))).toBe(true)
      }
    }
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = new Chance(seed)
        const before = randomScheme(chance)
        let after = before
        for (let step = 0; step < 12; step++) {
          const edited = applyEdit(after, randomEdit(after, chance))
          if (edited.ok) after = edited.value.scheme
        }
        check(before, after)
        check(after, before)
      }),
      { numRuns: 200, seed: 20_240_604 },
    )
    expect(reached).toBeGreaterThan(300)
  })

  it('[M16] lead from any scheme to any other', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = new Chance(seed)
        const [before, after] = [randomScheme(chance), randomScheme(chance)]
        expect(reach(before, after)).toBe(text(after))
      }),
      { numRuns: 200, seed: 20_240_605 },
    )
  })

  it('are none between a scheme and itself', () => {
    const scheme = randomScheme(new Chance(1))
    expect(schemeEdits(scheme, JSON.parse(JSON.stringify(scheme)))).toEqual({ type: 'batch', edits: [] })
  })
})

const leaf = (id: string, more: object = {}): Indicator => ({
  id,
  name: id,
  points: '1',
  scoring: { method: 'judgement' },
  ...more,
})
const branch = (id: string, ...children: Indicator[]): Indicator => ({ id, name: id, points: '1', children })

function scheme(more: object): Scheme {
  const read = validate('scheme', {
    yardstick: 'scheme/1',
    id: 's',
    name: 's',
    version: '1',
    fullScore: '1',
    items: [{ id: '甲', type: 'number' }],
    indicators: [leaf('a')],
    ...more,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}

describe('one change is one edit', () => {
  const types = (before: object, after: object): EditType[] => {
    const edit = schemeEdits(scheme(before), scheme(after))
    return edit.type === 'batch' ? edit.edits.map((each) => each.type) : [edit.type]
  }
  const names = (...ids: string[]) => ({ items: ids.map((id) => ({ id, type: 'number' })) })

  it.each<[string, object, object, EditType[]]>([
    ['points', {}, { indicators: [leaf('a', { points: '2' })] }, ['set-points']],
    ['a year', {}, { year: 2025 }, ['set-scheme']],
    ['a unit', {}, { items: [{ id: '甲', type: 'number', unit: '个' }] }, ['set-item']],
    ['the first of many items gone', names('甲', '乙', '丙', '丁'), names('乙', '丙', '丁'), ['remove-item']],
    ['the first item now the last', names('甲', '乙', '丙', '丁'), names('乙', '丙', '丁', '甲'), ['move-item']],
    [
      'an item that is now computed',
      names('甲', '乙'),
      { ...names('甲'), measures: [{ id: '乙', formula: '甲', type: 'number' }] },
      ['item-to-measure'],
    ],
    [
      'a branch with all below it',
      {},
      { indicators: [leaf('a'), branch('b', leaf('c'), branch('d', leaf('e')))] },
      ['add-indicator'],
    ],
    [
      'a leaf under another branch',
      { indicators: [branch('b', leaf('a'), leaf('x')), branch('c')] },
      { indicators: [branch('b', leaf('x')), branch('c', leaf('a'))] },
      ['move-indicator'],
    ],
    [
      'parent and child changing places',
      { indicators: [branch('b', branch('c', leaf('a')))] },
      { indicators: [branch('c', branch('b', leaf('a')))] },
      ['move-indicator', 'move-indicator', 'move-indicator'],
    ],
    ['a leaf become a branch', {}, { indicators: [branch('a', leaf('n'))] }, ['replace-indicator', 'add-indicator']],
  ])('%s', (_, before, after, expected) => {
    expect(types(before, after)).toEqual(expected)
    expect(reach(scheme(before), scheme(after))).toBe(text(scheme(after)))
  })

  it('what is still read is not taken away', () => {
    const before = scheme({ indicators: [leaf('a', { actual: '甲' })] })
    const after = scheme({ items: [], indicators: [leaf('a', { actual: '甲' })] })
    const edited = applyEdit(before, schemeEdits(before, after))
    expect(edited.ok ? [] : edited.issues.map((each) => each.code)).toEqual(['EDIT_REFERENCED'])
  })
})

describe('arranging a list', () => {
  it.each([
    ['abcd', 'abcd', ''],
    ['abcd', 'bcda', 'a3'],
    ['abcd', 'dabc', 'd0'],
    ['abcd', 'acbd', 'b2'],
    ['ab', 'axb', 'x1'],
    ['abc', 'cba', 'b2 a2'],
    ['xabc', 'abc', ''],
  ])('%s to %s', (now, wanted, steps) => {
    const list = [...now]
    const done = arrange(list, [...wanted])
    expect(list.filter((id) => wanted.includes(id)).join('')).toBe(wanted)
    expect(done.map(({ id, index }) => `${id}${index}`).join(' ')).toBe(steps)
  })
})
