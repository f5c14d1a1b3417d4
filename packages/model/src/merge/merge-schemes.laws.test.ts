import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../canonical.ts'
import { applyEdit } from '../edit/apply-edit.ts'
import { mentions } from '../edit/mentions.ts'
import { Chance, randomEdit, randomScheme } from '../edit/random-scheme.testing.ts'
import { formulas, references } from '../edit/references.ts'
import type { Scheme } from '../schema/scheme.ts'
import { walk } from '../scheme.ts'
import { validate } from '../validate.ts'
import type { Conflict } from './conflict.ts'
import { mergeSchemes } from './merge-schemes.ts'

const RUNS = { numRuns: 150, seed: 20_240_701 }

/** What random edits make of a scheme. */
function edited(scheme: Scheme, chance: Chance, steps = 1 + chance.whole(30)): Scheme {
  let now = scheme
  for (let step = 0; step < steps; step++) {
    const outcome = applyEdit(now, randomEdit(now, chance))
    if (outcome.ok) now = outcome.value.scheme
  }
  return now
}

function everyThree(look: (base: Scheme, mine: Scheme, theirs: Scheme) => void) {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const chance = new Chance(seed)
      const base = randomScheme(chance)
      look(base, edited(base, chance), edited(base, chance))
    }),
    RUNS,
  )
}

describe('laws of merging', () => {
  it('[M17] what one side alone has changed is taken over whole, and so is what both changed alike', () => {
    everyThree((base, changed) => {
      for (const [mine, theirs] of [
        [base, changed],
        [changed, base],
        [changed, changed],
      ] as const) {
        const { scheme, conflicts } = mergeSchemes(base, mine, theirs)
        expect(conflicts).toEqual([])
        expect(canonicalText(scheme)).toBe(canonicalText(changed))
      }
    })
  })

  it('[M18] a merged scheme is valid and its tree a tree, whatever the three are', () => {
    const check = (base: Scheme, mine: Scheme, theirs: Scheme) => {
      const before = canonicalText([base, mine, theirs])
      const { scheme } = mergeSchemes(base, mine, theirs)
      expect(canonicalText([base, mine, theirs])).toBe(before)
      const read = validate('scheme', scheme)
      expect(read.ok ? [] : read.issues).toEqual([])
      const ids = walk(scheme).map(({ node }) => node.id)
      expect(ids.length).toBe(new Set(ids).size)
      const names = [...scheme.items, ...(scheme.measures ?? [])].map(({ id }) => id)
      expect(names.length).toBe(new Set(names).size)
    }
    everyThree(check)
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = new Chance(seed)
        check(randomScheme(chance), randomScheme(chance), randomScheme(chance))
      }),
      RUNS,
    )
  })

  it('[M19] nothing is lost unseen: a change of either side is in the merged scheme, or a conflict tells of it', () => {
    const told = new Set<string>()
    everyThree((base, mine, theirs) => {
      const { scheme, conflicts } = mergeSchemes(base, mine, theirs)
      for (const { kind } of conflicts) told.add(kind)
      const [was, merged] = [facts(base), facts(scheme)]
      for (const side of [facts(mine), facts(theirs)]) {
        const changed = [...new Set([...was.keys(), ...side.keys()])].filter((fact) => was.get(fact) !== side.get(fact))
        const lost = changed.filter((fact) => merged.get(fact) !== side.get(fact) && !isTold(fact, conflicts))
        expect(lost).toEqual([])
      }
    })
    // Or the law says nothing about them.
    const kinds = ['added', 'field', 'moved', 'order', 'removed-mine', 'removed-theirs', 'shape', 'taken']
    expect([...told].sort()).toEqual(kinds)
  })

  it('[M20] changes of different things meet without a conflict, in whichever order they come', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = new Chance(seed)
        const base = randomScheme(chance)
        const [mine, theirs] = apart(base, chance)
        const [one, other] = [mergeSchemes(base, mine, theirs), mergeSchemes(base, theirs, mine)]
        expect([...one.conflicts, ...other.conflicts]).toEqual([])
        expect(canonicalText(one.scheme)).toBe(canonicalText(other.scheme))
        const [was, merged] = [facts(base), facts(one.scheme)]
        for (const side of [mine, theirs]) {
          const changed = [...facts(side)].filter(([fact, value]) => was.get(fact) !== value)
          expect(changed.filter(([fact, value]) => merged.get(fact) !== value)).toEqual([])
        }
      }),
      RUNS,
    )
  })

  it('[M21] what went away is spoken of only where one side did so by itself, or a conflict tells of it', () => {
    let told = 0
    everyThree((base, mine, theirs) => {
      const { scheme, conflicts } = mergeSchemes(base, mine, theirs)
      for (const name of namesOf(base)) {
        if (namesOf(scheme).has(name) || !speaksOf(scheme, name)) continue
        const isOwn = [mine, theirs].some((side) => !namesOf(side).has(name) && speaksOf(side, name))
        const isTold = conflicts.some(({ id, kind }) => id === name && (kind === 'removed-theirs' || kind === 'taken'))
        if (isTold) told++
        expect(isOwn || isTold, name).toBe(true)
      }
    })
    expect(told).toBeGreaterThan(0)
  })
})

const namesOf = ({ items, measures = [] }: Scheme) => new Set([...items, ...measures].map(({ id }) => id))

function speaksOf(scheme: Scheme, name: string): boolean {
  const isHeld = references(scheme).some(
    (each) => each.name === name && each.strength === 'holds' && each.kind === 'name',
  )
  return isHeld || formulas(scheme).some(({ text }) => mentions(text, name))
}

/** Everything a scheme says, one by one: thing, field → value; and of each indicator its parent. */
function facts(scheme: Scheme): Map<string, string> {
  const found = new Map<string, string>()
  const say = (of: string, id: string, thing: object) => {
    for (const [field, value] of Object.entries(thing)) {
      if (field !== 'children') found.set(`${of}\n${id}\n${field}`, canonicalText(value))
    }
  }
  const { items, measures = [], indicators, conditions = {}, rules = [], grades = [], cases, layout, ...head } = scheme
  say('scheme', scheme.id, head)
  for (const item of items) say('item', item.id, item)
  for (const measure of measures) say('measure', measure.id, measure)
  for (const { node, parent } of walk({ indicators })) {
    say('indicator', node.id, { ...node, parent: parent?.id ?? '', shape: 'children' in node })
  }
  for (const [name, condition] of Object.entries(conditions)) say('condition', name, { condition })
  for (const rule of rules) say('rule', rule.id, rule)
  for (const grade of grades) say('grade', grade.name, grade)
  return found
}

/** A conflict tells of a fact when it is about its thing, or shows the thing in what it holds of a side. */
function isTold(fact: string, conflicts: readonly Conflict[]): boolean {
  const [of, id] = fact.split('\n')
  const shown = `"id":${JSON.stringify(id)}`
  return conflicts.some(
    (each) =>
      (each.id === id && (each.of === of || each.kind === 'taken')) ||
      (each.of === 'indicator' &&
        of === 'indicator' &&
        canonicalText([each.base, each.mine, each.theirs]).includes(shown)),
  )
}

/** Two schemes of one, each changed in things of its own. */
function apart(base: Scheme, chance: Chance): [Scheme, Scheme] {
  const nodes = walk(base).map(({ node }) => node.id)
  const items = base.items.map(({ id }) => id).filter((id) => id !== '闲置')
  const sides = [base, base]
  const edit = (side: number, change: Parameters<typeof applyEdit>[1]) => {
    const outcome = applyEdit(sides[side]!, change)
    if (outcome.ok) sides[side] = outcome.value.scheme
  }
  for (const id of nodes) {
    const side = chance.whole(4)
    edit(side & 1, { type: 'set-points', points: { [id]: `${1 + chance.whole(50)}` } })
    edit(1 - (side & 1), { type: 'set-indicator', id, fields: { name: `新${chance.whole(99)}` } })
    if (side > 1) {
      const leaf = { id: `${id}-${side}`, name: '新增', points: '1', scoring: { method: 'judgement' as const } }
      const at = { parent: chance.flip() ? null : id, index: chance.whole(2) }
      edit(side & 1, { type: 'add-indicator', ...at, indicator: leaf })
    }
  }
  for (const id of items) {
    const side = chance.whole(2)
    edit(side, { type: 'set-item', id, fields: { unit: `${chance.whole(9)}个` } })
    edit(1 - side, { type: 'set-item', id, fields: { digits: chance.whole(5) } })
    edit(side, { type: 'add-item', index: chance.whole(4), item: { id: `${id}甲${side}`, type: 'count' } })
  }
  edit(0, { type: 'move-item', id: chance.pick(items), index: chance.whole(3) })
  edit(1, { type: 'remove-item', id: '闲置' })
  edit(1, { type: 'set-grades', grades: [{ name: '优', from: '90' }, { name: '差' }] })
  edit(0, { type: 'set-scheme', fields: { year: 2025 } })
  edit(1, { type: 'set-scheme', fields: { description: '说明' } })
  edit(chance.whole(2), {
    type: 'move-indicator',
    id: chance.pick(nodes),
    parent: chance.pick([null, ...nodes]),
    index: 0,
  })
  return [sides[0]!, sides[1]!]
}
