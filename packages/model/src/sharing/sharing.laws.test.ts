import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../canonical.ts'
import { applyEdit } from '../edit/apply-edit.ts'
import type { Edit } from '../edit/edit.ts'
import { mentions } from '../edit/mentions.ts'
import { Chance, randomEdit, randomScheme } from '../edit/random-scheme.testing.ts'
import { formulas, references } from '../edit/references.ts'
import { same } from '../edit/tree-edits.ts'
import { mergeSchemes } from '../merge/merge-schemes.ts'
import { isBranch } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { Boundary, TemplateRef } from '../schema/sharing.ts'
import { indicatorById, type Place, walk } from '../scheme.ts'
import { validate } from '../validate.ts'
import { acceptProposal, proposalFor } from './accept-proposal.ts'
import { adopt } from './adopt.ts'
import { done, reference } from './example.testing.ts'
import { limitIssues } from './limit-issues.ts'
import { limitsOf } from './limits.ts'
import { localChanges } from './node-hash.ts'
import { templateBase } from './template-base.ts'
import { type Thing, thingKey, thingsOf } from './things.ts'
import { updateScheme } from './update-scheme.ts'

const SEED = 20_261_122

function everySeed(numRuns: number, look: (chance: Chance) => void) {
  fc.assert(
    fc.property(fc.integer(), (seed) => look(new Chance(seed))),
    { numRuns, seed: SEED },
  )
}

/** Hashes of documents stand for nothing here but being the same or not. */
const quick = (text: string) => {
  let hash = 0
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return (hash >>> 0).toString(16).padStart(64, '0')
}

/** A template in which some of everything is limited. */
function randomTemplate(chance: Chance): Scheme {
  const { lineage: _, ...scheme } = randomScheme(chance)
  const nodes = walk(scheme).map(({ node }) => node.id)
  const parameters = [{ id: 'p', name: '参数', of: 'indicator' as const, in: chance.pick(nodes), field: 'points' }]
  return { ...scheme, sharing: { parameters, boundaries: randomBoundaries(scheme, chance) } }
}

function randomBoundaries(scheme: Pick<Scheme, 'indicators'>, chance: Chance): Boundary[] {
  const ids = walk(scheme).map(({ node }) => node.id)
  return Array.from({ length: chance.whole(4) }, () => ({
    ...(chance.whole(8) === 0 ? {} : { indicator: chance.pick(ids) }),
    ...(chance.flip() ? { mayChange: chance.whole(3) === 0 } : {}),
    ...(chance.whole(3) === 0 ? { mayAdd: chance.flip() } : {}),
    ...(chance.whole(3) === 0 ? { points: { plusMinus: `${chance.whole(4)}` } } : {}),
  }))
}

/** What random edits make of a scheme; those that break a limit are refused where `isHeld`. */
function edited(scheme: Scheme, chance: Chance, isHeld = false, steps = 1 + chance.whole(12)): Scheme {
  let now = scheme
  for (let step = 0; step < steps; step++) {
    const outcome = applyEdit(now, randomEdit(now, chance))
    if (!outcome.ok) continue
    const next = outcome.value.scheme
    if (next.lineage !== undefined && now.lineage !== undefined && isHeld && limitIssues(now, next).length > 0) continue
    now = next
  }
  return now
}

const template = (version: string, publisher = '国家'): TemplateRef => reference(publisher, version)

function taken(scheme: Scheme, from = template('1'), parameters: { [id: string]: string } = {}): Scheme {
  const outcome = adopt({ template: from, scheme }, { mode: 'reference', parameters }, quick)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome.value
}

function based(from: Scheme, local: Scheme): Scheme {
  const base = templateBase(from, local)
  if (!base.ok) throw new Error(JSON.stringify(base.issues))
  return base.value
}

/** The newer version of a template: edited, and its limits sometimes others. */
function newer(base: Scheme, chance: Chance): Scheme {
  const { lineage: _, ...scheme } = edited(base, chance)
  return chance.flip() ? scheme : { ...scheme, sharing: { boundaries: randomBoundaries(scheme, chance) } }
}

describe('laws of sharing', () => {
  it('[M22] what was adopted and not changed has nothing changed, and is its own base', () => {
    everySeed(150, (chance) => {
      const from = randomTemplate(chance)
      const scheme = taken(from, template('1'), chance.flip() ? { p: '7' } : {})
      expect(validate('scheme', scheme)).toEqual({ ok: true, value: scheme })
      expect(canonicalText(based(from, scheme))).toBe(canonicalText(scheme))
      const { changes, removed } = localChanges(scheme, quick)
      expect([...new Set(changes.values()), removed]).toEqual(['same', 0])
      expect(limitIssues(scheme, JSON.parse(JSON.stringify(scheme)))).toEqual([])
    })
  })

  it('[M23] edits that keep within the limits one by one keep within them together', () => {
    let [kept, read, spoken] = [0, 0, 0]
    everySeed(500, (chance) => {
      const from = randomTemplate(chance)
      const scheme = taken(from, template('1'), chance.flip() ? { p: '7' } : {})
      const local = edited(scheme, chance, true, 20)
      if (local !== scheme) kept++
      const base = based(from, local)
      expect(limitIssues(base, local)).toEqual([])
      // And whatever is locked is as it was, under the id it has here.
      const [was, now] = [indicatorById(base), indicatorById(local)]
      const limits = limitsOf(base)
      for (const [id, place] of was) {
        if (!limits.isLocked('indicator', id)) continue
        const { points: _, children: __, ...fields } = place.node as { points: string; children?: unknown }
        expect(now.get(id)?.node).toMatchObject(fields)
        expect(now.get(id)?.parent?.id).toBe(place.parent?.id)
        read += readsStay(base, local, place)
      }
      for (const [one, other] of [
        [base, local],
        [local, base],
      ] as const) {
        const speaking = references(one).filter(
          ({ kind, name }) => kind === 'indicator' && limits.isLocked('indicator', name),
        )
        for (const { pointer } of speaking.filter((each) => each.pointer.startsWith('/rules/'))) {
          const rule = one.rules![Number(pointer.split('/')[2])]!
          expect(other.rules?.find(({ id }) => id === rule.id)).toEqual(rule)
          spoken++
        }
      }
    })
    expect(kept).toBeGreaterThan(300)
    expect([read > 200, spoken > 20]).toEqual([true, true])
  })

  it('[M24] without a newer version an update changes nothing; without changes here it is the newer version', () => {
    everySeed(300, (chance) => {
      const base = randomTemplate(chance)
      const local = edited(taken(base), chance, true)
      const none = updateScheme({ base, local, upstream: base, template: template('1') }, quick)
      expect(canonicalText(none.scheme)).toBe(canonicalText(local))
      const upstream = newer(base, chance)
      const all = updateScheme({ base, local: taken(base), upstream, template: template('2') }, quick)
      const { version, ...fresh } = taken(upstream, template('2'))
      expect(canonicalText({ ...all.scheme, version })).toBe(canonicalText({ ...fresh, version }))
    })
  })

  it('[M25] what is the newer version already stays as it is', () => {
    everySeed(200, (chance) => {
      const base = randomTemplate(chance)
      const upstream = newer(base, chance)
      const local = { ...taken(upstream, template('2')), lineage: taken(base).lineage! }
      const { scheme } = updateScheme({ base, local, upstream, template: template('2') }, quick)
      const { lineage: _, ...rest } = local
      const { lineage: __, ...now } = scheme
      expect(canonicalText(now)).toBe(canonicalText(rest))
    })
  })

  it('[M26] an update is valid and within the limits, keeps ids, and hides nothing of either side', () => {
    let pairs = 0
    const lines = new Set<string>()
    everySeed(223, (chance) => {
      const base = randomTemplate(chance)
      const start = taken(base, template('1'), chance.flip() ? { p: '7' } : {})
      // Not always held, so that here and there much was done that the newer version does not allow.
      const locals = [true, false, chance.flip()].map((isHeld) => ({
        lineage: start.lineage!,
        ...edited(start, chance, isHeld),
      }))
      const upstreams = [newer(base, chance), newer(base, chance), newer(base, chance)]
      for (const local of locals) for (const upstream of upstreams) look({ base, local, upstream })
    })
    function look(sides: { base: Scheme; local: Scheme; upstream: Scheme }) {
      pairs++
      const { base, upstream } = sides
      const { scheme, rows } = updateScheme({ ...sides, template: template('2') }, quick)
      const read = validate('scheme', scheme)
      expect(read.ok ? [] : read.issues).toEqual([])
      expect(limitIssues(based(upstream, scheme), scheme)).toEqual([])
      const ids = walk(scheme).map(({ node }) => node.id)
      expect(ids.length).toBe(new Set(ids).size)
      for (const { fields } of rows)
        for (const { kind, changed, taken: by, isLocked } of fields) lines.add(`${kind} ${changed} ${by} ${isLocked}`)

      // Every difference is in the result, or told as not taken.
      const wrong: string[] = []
      const [was, own, other, now] = [based(base, sides.local), sides.local, based(upstream, sides.local), scheme].map(
        facts,
      )
      const told = new Map(rows.map((row) => [thingKey(row.of, row.of === 'scheme' ? '' : row.id), row]))
      for (const [side, name] of [
        [own!, 'local'],
        [other!, 'upstream'],
      ] as const) {
        for (const fact of new Set([...was!.keys(), ...side.keys()])) {
          const value = side.get(fact)
          if (same(was!.get(fact), value) || same(now!.get(fact), value)) continue
          const [key, field] = fact.split('\n') as [string, string]
          const row = told.get(key)
          const isTold =
            row?.fields.some(
              (each) => (each.field === null || each.field.split('/')[0] === field) && each.taken !== name,
            ) ||
            rows.some(({ fields }) =>
              fields.some(
                (each) =>
                  each.field === null &&
                  each.taken !== name &&
                  canonicalText([each.base, each.local, each.upstream]).includes(
                    `"id":${JSON.stringify(key.slice(key.indexOf(' ') + 1))}`,
                  ),
              ),
            )
          if (!isTold) wrong.push(`${name} ${fact}: not told`)
        }
      }
      // And a row says truly what was taken.
      const [ownThings, otherThings, nowThings] = [
        thingsOf(sides.local),
        thingsOf(based(upstream, sides.local)),
        thingsOf(scheme),
      ]
      for (const { of, id, fields } of rows) {
        if (of === 'scheme') continue
        const [left, right, result] = [ownThings, otherThings, nowThings].map((each) => each.get(thingKey(of, id)))
        for (const { field, taken: by } of fields) {
          const source = by === 'local' ? left : right
          const isPlain = field !== null && !['parent', 'children'].includes(field) && !field.includes('/')
          const isTrue =
            field === null
              ? (result === undefined) === (source === undefined)
              : !isPlain || result === undefined || same(fieldOf(result, field), fieldOf(source!, field))
          if (!isTrue) wrong.push(`${of} ${id} ${field}: not ${by}`)
        }
      }
      expect(wrong).toEqual([])
    }
    expect(pairs).toBeGreaterThan(2_000)
    // Or the laws say nothing about them.
    expect(
      [...lines].filter((line) => line.endsWith('upstream true') && line.includes('local')).length,
    ).toBeGreaterThan(4)
  })

  it('[M27] changes of different things commute: an update and then a change is the change and then the update', () => {
    everySeed(200, (chance) => {
      const { sharing: _, ...base } = randomTemplate(chance)
      const [here, above]: Edit[][] = [[], []]
      for (const { node } of walk(base)) {
        const [one, other] = chance.flip() ? [here!, above!] : [above!, here!]
        one.push({ type: 'set-points', points: { [node.id]: `${1 + chance.whole(50)}` } })
        other.push({ type: 'set-indicator', id: node.id, fields: { name: `新${chance.whole(99)}` } })
        if (chance.whole(3) > 0) continue
        const indicator = { id: `${node.id}-new`, name: '新增', points: '1', scoring: { method: 'judgement' as const } }
        one.push({ type: 'add-indicator', parent: 'children' in node ? node.id : null, index: 0, indicator })
      }
      here!.push({ type: 'set-scheme', fields: { year: 2030 } })
      above!.push({ type: 'set-grades', grades: [{ name: '优', from: '90' }, { name: '差' }] })
      const upstream = done(base, ...above!)
      const update = updateScheme(
        { base, local: done(taken(base), ...here!), upstream, template: template('2') },
        quick,
      )
      const other = done(taken(upstream, template('2')), ...here!)
      expect(sorted(update.scheme)).toBe(sorted(other))
      expect(update.rows.flatMap(({ fields }) => fields.filter(({ changed }) => changed === 'both'))).toEqual([])
    })
  })

  it('[M28] choices are obeyed, save of what is locked', () => {
    let chosen = 0
    everySeed(120, (chance) => {
      const base = randomTemplate(chance)
      const local = edited(taken(base, template('1'), chance.flip() ? { p: '7' } : {}), chance, true)
      if (local.lineage === undefined) return
      const sides = { base, local, upstream: newer(base, chance), template: template('2') }
      const { rows } = updateScheme(sides, quick)
      for (const { of, id, fields } of rows.slice(0, 6)) {
        for (const { field, isLocked, taken: by } of fields) {
          if (isLocked || field === 'layout') continue
          const take = by === 'local' ? 'upstream' : 'local'
          const update = updateScheme({ ...sides, choices: [{ of, id, field, take }] }, quick)
          const read = validate('scheme', update.scheme)
          expect(read.ok ? [] : read.issues).toEqual([])
          expect(limitIssues(based(sides.upstream, update.scheme), update.scheme)).toEqual([])
          const row = update.rows.find((each) => each.of === of && each.id === id)
          const now = row?.fields.find((each) => each.field === field)
          if (now === undefined || now.isLocked) continue
          chosen++
          expect(
            now.changed === 'both' && same(now.local, now.upstream) ? take : now.taken,
            `${of} ${id} ${field}`,
          ).toBe(take)
        }
      }
    })
    expect(chosen).toBeGreaterThan(200)
  })

  it('[M29] at the third level the limits of both above hold', () => {
    everySeed(300, (chance) => {
      const national = randomTemplate(chance)
      const province = edited(taken(national), chance, true)
      const given = { ...province, sharing: { boundaries: randomBoundaries(province, chance) } }
      const county = taken(given, template('1', '某省'))
      const local = edited(county, chance, true, 20)
      const next = { ...edited(province, chance, true), sharing: { boundaries: randomBoundaries(province, chance) } }
      const update = updateScheme({ base: given, local, upstream: next, template: template('2', '某省') }, quick)
      expect(limitIssues(based(next, update.scheme), update.scheme)).toEqual([])
      const [above, below] = [limitsOf(province), limitsOf(county)]
      const [was, now] = [indicatorById(county), indicatorById(based(given, local))]
      expect(now.size).toBe(was.size)
      for (const id of was.keys()) {
        if (above.isLocked('indicator', id)) expect(below.isLocked('indicator', id)).toBe(true)
        if (!above.mayAdd(id)) expect(below.mayAdd(id)).toBe(false)
        const [wide, narrow] = [above.pointsOf(id), below.pointsOf(id)]
        if (wide === undefined) continue
        expect(Number(narrow!.least)).toBeGreaterThanOrEqual(Number(wide.least))
        expect(Number(narrow!.most)).toBeLessThanOrEqual(Number(wide.most))
      }
      for (const { node } of walk(local)) {
        const from = Object.entries(local.lineage?.nodes ?? {}).find(([id]) => id === node.id)
        const upstream = from?.[1].from ?? node.id
        const range = from === undefined ? undefined : above.pointsOf(upstream)
        if (range === undefined || !was.has(upstream)) continue
        const before = was.get(upstream)!.node.points
        if (before === node.points) continue
        expect(Number(node.points)).toBeGreaterThanOrEqual(Number(range.least))
        expect(Number(node.points)).toBeLessThanOrEqual(Number(range.most))
      }
    })
  })

  it('[M30] of a proposal nothing accepted gives mine, and everything accepted the merge', () => {
    everySeed(200, (chance) => {
      const base = randomTemplate(chance)
      const proposed = edited(taken(base), chance)
      const mine = edited(base, chance)
      const none = acceptProposal({ base, mine, proposed, accepted: () => false })
      expect(canonicalText(none.scheme)).toBe(canonicalText(mine))
      expect(none.conflicts).toEqual([])
      const all = acceptProposal({ base, mine, proposed, accepted: () => true })
      const merged = mergeSchemes(base, mine, proposalFor(base, proposed))
      expect(canonicalText(all.scheme)).toBe(canonicalText(merged.scheme))
      const some = acceptProposal({ base, mine, proposed, accepted: (_, id) => quick(id).charCodeAt(60) % 2 === 0 })
      const read = validate('scheme', some.scheme)
      expect(read.ok ? [] : read.issues).toEqual([])
    })
  })
})

/** Holds that what a leaf names is the same in both schemes; returns how much that is. */
function readsStay(one: Scheme, other: Scheme, { node, pointer }: Place): number {
  if (isBranch(node)) return 0
  const within = ({ pointer: at }: { pointer: string }) => at.startsWith(`${pointer}/`)
  const texts = formulas(one).filter(within)
  const names = [...one.items, ...(one.measures ?? [])].map(({ id }) => id)
  const held = references(one).filter(within)
  const isRead = (name: string) =>
    held.some((each) => each.name === name) || texts.some(({ text }) => mentions(text, name))
  const [olds, news] = [thingsOf(one), thingsOf(other)]
  const keys = [
    ...names.filter(isRead).flatMap((name) => [thingKey('item', name), thingKey('measure', name)]),
    ...held.filter(({ kind }) => kind === 'condition').map(({ name }) => thingKey('condition', name)),
  ]
  for (const key of keys) expect(news.get(key)?.own, key).toEqual(olds.get(key)?.own)
  return keys.length
}

/** Without the order of siblings, which both have changed where both have added. */
function sorted(scheme: Scheme): string {
  return canonicalText([scheme.lineage, [...facts(scheme)].toSorted(([one], [other]) => (one < other ? -1 : 1))])
}

const fieldOf = (thing: Thing, field: string) => thing.own[field] ?? null

/** Everything that can come from a template: thing, field → value; of indicators also their parent and shape. */
function facts(scheme: Scheme): Map<string, unknown> {
  const found = new Map<string, unknown>()
  for (const thing of thingsOf(scheme).values()) {
    const key = thingKey(thing.of, thing.of === 'scheme' ? '' : thing.id)
    for (const [field, value] of Object.entries(thing.own)) found.set(`${key}\n${field}`, value)
    if (thing.of !== 'indicator') continue
    found.set(`${key}\nparent`, thing.parent)
    found.set(`${key}\nscoring`, [thing.isBranch, found.get(`${key}\nscoring`) ?? null])
  }
  return found
}
