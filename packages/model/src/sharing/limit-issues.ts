import { same } from '../edit/tree-edits.ts'
import { type Issue, issue } from '../issue.ts'
import { type Json, pointer, pointerTokens } from '../json.ts'
import type { Scheme } from '../schema/scheme.ts'
import { indicatorById, type Place } from '../scheme.ts'
import { type Breach, breaches } from './breaches.ts'
import { limitsOf } from './limits.ts'
import { once } from './once.ts'
import { hereByUpstream } from './renamed-here.ts'
import { clearing, withIds } from './with-ids.ts'

/**
 * What `after` changed of `before` that the template it was adopted from does not allow. An edit that breaks no limit
 * leaves a scheme on which the same limits stand, so edits may be checked one by one, or all of them together against
 * `templateBase`. Renaming an indicator's id changes nothing that is limited.
 *
 * returns  LIMIT_LOCKED, LIMIT_POINTS, LIMIT_ADD, LIMIT_PARAMETER and LIMIT_LINEAGE; pointers lead into `after`, of what is
 *          gone into `before`
 */
export function limitIssues(before: Scheme, after: Scheme): Issue[] {
  if (before === after) return []
  if (before.lineage === after.lineage) return limitsOf(before).hasAny ? compare(before, after) : []
  const renamed = withIds(before, renamedBetween(before, after))
  if (!same(renamed.lineage, after.lineage)) return [lineageIssue(before, after)]
  return limitsOf(renamed).hasAny ? compare(renamed, after) : []
}

function renamedBetween(before: Scheme, after: Scheme): Map<string, string> {
  const now = hereByUpstream(after)
  const ids = [...hereByUpstream(before)].map(([upstream, id]): [string, string] => [id, now.get(upstream) ?? id])
  return clearing(new Map(ids.filter(([from, to]) => from !== to)), before)
}

function lineageIssue({ lineage: one }: Scheme, { lineage: other }: Scheme): Issue {
  const template = one?.template
  const expected = template === undefined ? null : { id: template.id, version: template.version }
  const found = other === undefined ? null : { id: other.template.id, version: other.template.version }
  return issue('LIMIT_LINEAGE', { pointer: '/lineage', expected, found })
}

function compare(before: Scheme, after: Scheme): Issue[] {
  const found = breaches(before, after)
  if (found.length === 0) return []
  const [now, was] = [once(() => indicatorById(after)), once(() => indicatorById(before))]
  return found.map(({ code, expected, found: value, ...of }) =>
    issue(code, { ...(placeIn(after, now, of, value) ?? placeIn(before, was, of, value)), expected, found: value }),
  )
}

function placeIn(scheme: Scheme, places: () => Map<string, Place>, { of, id }: Pick<Breach, 'of' | 'id'>, found: Json) {
  const place = of === 'indicator' ? places().get(id) : undefined
  if (place !== undefined) return { pointer: place.pointer, where: place.path }
  if (of === 'condition') return { pointer: '/conditions', where: [id] }
  if (of === 'scheme') return { pointer: pointer(...fieldOf(found)), where: [] }
  const list = of === 'rule' ? 'rules' : of === 'grade' ? 'grades' : of === 'measure' ? 'measures' : 'items'
  const members = (scheme[list] ?? []) as readonly { readonly id?: string; readonly name?: string }[]
  const index = members.findIndex((each) => (each.id ?? each.name) === id)
  return index < 0 ? undefined : { pointer: `/${list}/${index}`, where: [members[index]!.name ?? id] }
}

/** The field of the scheme that a breach is about. */
function fieldOf(found: Json): string[] {
  const { fields, field } = found as { readonly fields?: readonly string[]; readonly field?: string }
  return fields !== undefined ? [...fields] : field !== undefined ? pointerTokens(`/${field}`) : []
}
