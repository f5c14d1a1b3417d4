import type { Sha256 } from '../canonical.ts'
import { same } from '../edit/tree-edits.ts'
import type { Issue } from '../issue.ts'
import { pointer } from '../json.ts'
import type { MergedPart } from '../merge/conflict.ts'
import { type Aspect, madeAs } from '../merge/make-as.ts'
import { valueAtPath } from '../merge/make-path.ts'
import { mergeSchemes } from '../merge/merge-schemes.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { TemplateRef } from '../schema/sharing.ts'
import { walk } from '../scheme.ts'
import { type Breach, breaches } from './breaches.ts'
import { type Limits, limitsOf } from './limits.ts'
import { lineageOf } from './lineage-of.ts'
import { once } from './once.ts'
import { type ParameterValues, setFittingParameters } from './parameters.ts'
import { asHere, idsHere } from './template-base.ts'
import { isReordered, listsOf, SCHEME, type Things, thingKey, thingsOf } from './things.ts'
import { type Differences, differences, type Sides, type UpdateField, type UpdateRow } from './update-rows.ts'

/** Whose of a thing, or of one side of it, is wanted; without `field` everything that differs of it. */
export interface Choice {
  readonly of: MergedPart
  readonly id: string
  readonly field?: string | null
  readonly take: 'upstream' | 'local'
}

export interface TemplateUpdate {
  /** Of valid shape, with its new lineage; whether its points add up is for `check` to tell. */
  readonly scheme: Scheme
  readonly rows: readonly UpdateRow[]
  /** Parameters set here that the newer version no longer has or allows. */
  readonly parameters: readonly Issue[]
}

/**
 * An adopted scheme brought to a newer version of its template 上级更新. What only one of the two changed is followed; where
 * both did, what was done here stays, unless it is chosen otherwise. What the newer version locks is as it says, whatever
 * was chosen. Every difference of either side has its row, with what was taken.
 *
 * base, upstream  as they stand in the packages: the version it was adopted from, and the newer one
 * parameters      to be set from now on; default those of its lineage. With `upstream` the same as `base` it sets them anew
 */
export function updateScheme(
  input: Sides & {
    readonly template: TemplateRef
    readonly choices?: readonly Choice[]
    readonly parameters?: ParameterValues
  },
  sha256: Sha256,
): TemplateUpdate {
  const { local, template, choices = [] } = input
  const known = local.lineage?.parameters ?? {}
  const wanted = input.parameters ?? known
  const newer = setFittingParameters(input.upstream, wanted)
  const base = asHere(setFittingParameters(input.base, known).scheme, local)
  const parameters = Object.fromEntries(
    Object.entries(wanted).filter(([id]) => !newer.issues.some((each) => each.pointer === pointer('parameters', id))),
  )
  const ids = idsHere(newer.scheme, local)
  const mode = local.lineage?.mode ?? 'copy'
  const lineage = lineageOf({ template, mode, scheme: newer.scheme, parameters, ids }, sha256)
  const sides: Sides = { base, local, upstream: asHere(newer.scheme, local) }

  const found = differences(sides)
  const limits = limitsOf({ ...sides.upstream, lineage })
  const merged = mergeSchemes(base, sides.upstream, local).scheme
  const lockOf = locksOf(sides.upstream, limits)
  const chosen = choose(merged, sides, found, choices, lockOf)
  const { scheme, forced } = held({ ...chosen, lineage }, { ...sides.upstream, lineage })
  return { scheme, rows: rowsOf(found, sides, scheme, lockOf, forced), parameters: newer.issues }
}

type LockOf = (of: MergedPart, id: string, side: Pick<UpdateField, 'field' | 'kind'>) => string | undefined

/** Who locked one side of a thing; whether it is there and has children also where something below it is locked. */
function locksOf(upstream: Scheme, limits: Limits): LockOf {
  const below = once(() => {
    const found = new Map<string, string>()
    for (const { node, parent } of walk(upstream).reverse()) {
      const by = limits.by('indicator', node.id) ?? found.get(node.id)
      if (by !== undefined && parent !== undefined) found.set(parent.id, by)
    }
    return found
  })
  return (of, id, { field, kind }) => {
    if (kind === 'order') return of === 'scheme' && field === 'grades' ? limits.by(of, id, field) : undefined
    const by = limits.by(of, id, field ?? undefined)
    return by ?? (of === 'indicator' && field === null ? below().get(id) : undefined)
  }
}

/** Choices are carried out in their order; of what is locked there is none. */
function choose(
  merged: Scheme,
  { local, upstream }: Sides,
  found: Differences,
  choices: readonly Choice[],
  lockOf: LockOf,
): Scheme {
  let scheme = merged
  let waiting: { take: Choice['take']; aspects: Aspect[] } = { take: 'local', aspects: [] }
  const carryOut = () => {
    scheme = madeAs(scheme, waiting.take === 'local' ? local : upstream, waiting.aspects)
  }
  for (const { of, id, field, take } of choices) {
    const differing = found.of.get(of === 'scheme' ? SCHEME : thingKey(of, id)) ?? []
    const aspects = differing
      .filter((each) => field === undefined || each.field === field)
      .filter((each) => lockOf(of, id, each) === undefined)
      .map((each): Aspect => ({ of, id, field: each.field }))
    if (take === waiting.take) waiting.aspects.push(...aspects)
    else {
      // Many choices of one side cost no more than one.
      carryOut()
      waiting = { take, aspects }
    }
  }
  carryOut()
  return scheme
}

/** Whatever goes beyond the limits is made what the newer version says; `forced` is who asked for it, by what it was. */
function held(scheme: Scheme, upstream: Scheme): { scheme: Scheme; forced: Map<string, string> } {
  const forced = new Map<string, string>()
  let now = scheme
  // What is put right may bring about another breach; as nothing is ever put right twice, it ends.
  for (;;) {
    const fresh = breaches(upstream, now)
      .flatMap((breach) => aspectsOf(breach, upstream).map((aspect) => ({ breach, aspect })))
      .filter(({ aspect }) => !forced.has(aspectKey(aspect)))
    if (fresh.length === 0) return { scheme: now, forced }
    for (const { breach, aspect } of fresh) {
      forced.set(aspectKey(aspect), String((breach.expected as { by?: string }).by ?? ''))
    }
    now = madeAs(
      now,
      upstream,
      fresh.map(({ aspect }) => aspect),
    )
  }
}

const aspectKey = ({ of, id, field }: Pick<Aspect, 'of' | 'id' | 'field'>) =>
  `${of === 'scheme' ? SCHEME : thingKey(of, id)}\n${field}`

function aspectsOf({ code, of, id, found }: Breach, upstream: Scheme): Aspect[] {
  const { change, fields = [], field } = found as { change?: string; fields?: string[]; field?: string }
  switch (code) {
    case 'LIMIT_POINTS':
      return [{ of, id, field: 'points' }]
    case 'LIMIT_PARAMETER':
      return [{ of, id, field: field ?? null }]
    case 'LIMIT_ADD':
      return [{ of, id, field: thingsOf(upstream).has(thingKey(of, id)) ? 'parent' : null }]
    case 'LIMIT_LOCKED':
      if (of === 'scheme' && fields.includes('grades')) return gradeAspects(upstream, found)
      if (of === 'scheme') return fields.map((each) => ({ of, id, field: each }))
      if (of !== 'indicator') return [{ of, id, field: null }]
      if (change === 'moved') return [{ of, id, field: 'parent' }]
      if (change === 'removed' || fields.includes('children')) return [{ of, id, field: null, isAlone: true }]
      return fields.map((each) => ({ of, id, field: each }))
  }
}

function gradeAspects({ grades = [] }: Scheme, found: unknown): Aspect[] {
  const { names = [] } = found as { names?: string[] }
  const all = new Set([...names, ...grades.map(({ name }) => name)])
  return [
    ...[...all].map((id): Aspect => ({ of: 'grade', id, field: null })),
    { of: 'scheme', id: '', field: 'grades' },
  ]
}

function rowsOf(
  { subjects, of: found }: Differences,
  sides: Sides,
  scheme: Scheme,
  lockedBy: LockOf,
  forced: ReadonlyMap<string, string>,
): UpdateRow[] {
  const things = { local: thingsOf(sides.local), upstream: thingsOf(sides.upstream), now: thingsOf(scheme) }
  const lists = { local: listsOf(sides.local), upstream: listsOf(sides.upstream), now: listsOf(scheme) }
  return [...found].map(([key, differing]): UpdateRow => {
    const { of, id, name, where } = things.now.get(key) ?? subjects.get(key)!
    const lockOf = (each: Pick<UpdateField, 'field' | 'kind'>) =>
      forced.get(`${key}\n${each.field}`) ?? lockedBy(of, id, each)
    const fields = differing.map((each): UpdateField => {
      const taken =
        each.kind === 'order' ? orderTaken(key, each.field!, lists, each.changed) : fieldTaken(key, each, things)
      return { ...each, taken, isLocked: lockOf(each) !== undefined }
    })
    const by = differing.map(lockOf).find(Boolean)
    const sidesOf = new Set(fields.map(({ changed }) => changed))
    const changed = sidesOf.size === 1 ? fields[0]!.changed : 'both'
    const isLocked = fields.every((each) => each.isLocked)
    return { of, id, name, where, changed, isLocked, ...(by === undefined ? {} : { by }), fields }
  })
}

interface AllThings {
  readonly local: Things
  readonly upstream: Things
  readonly now: Things
}

function fieldTaken(
  key: string,
  { field, local, kind }: Pick<UpdateField, 'field' | 'local' | 'kind'>,
  all: AllThings,
) {
  const [own, other, now] = [all.local.get(key), all.upstream.get(key), all.now.get(key)]
  if (field === null && (own === undefined) !== (other === undefined)) {
    return (own === undefined) === (now === undefined) ? 'local' : 'upstream'
  }
  if (now === undefined) return own === undefined ? 'local' : 'upstream'
  if (field === null) return now.isBranch === own?.isBranch ? 'local' : 'upstream'
  if (field === 'parent' && kind === 'moved') return now.parent === local ? 'local' : 'upstream'
  if (field === 'layout') return 'local'
  return same(valueAtPath(now.own, field) ?? null, local) ? 'local' : 'upstream'
}

interface AllLists {
  readonly local: ReturnType<typeof listsOf>
  readonly upstream: ReturnType<typeof listsOf>
  readonly now: ReturnType<typeof listsOf>
}

function orderTaken(key: string, field: string, { local, upstream, now }: AllLists, changed: UpdateField['changed']) {
  const list = `${key === SCHEME ? thingKey('scheme', '') : key} ${field}`
  const [own, other, merged] = [local, upstream, now].map((each) => each.get(list)?.keys ?? [])
  const isUpstream = !isReordered(other!, merged!)
  const isLocal = !isReordered(own!, merged!)
  return isUpstream && (changed === 'upstream' || !isLocal) ? 'upstream' : 'local'
}
