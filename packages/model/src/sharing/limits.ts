import type { MergedPart } from '../merge/conflict.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { InheritedBoundary, Lineage, Parameter } from '../schema/sharing.ts'
import { walk } from '../scheme.ts'
import { type LockedReads, lockedReads } from './locked-reads.ts'
import { once } from './once.ts'
import type { NodeLimits } from './resolve-boundaries.ts'
import { COUNTING_FIELDS, holdersOf } from './what-counts.ts'

/** A number that the template lets be set: nothing but the parameter changes it. `by`: a higher level, settable no more. */
export type OfferedParameter = Parameter & { readonly by?: string }

/**
 * What may not be changed in an adopted scheme. Of indicators it is what the levels above said of each as it stood in the
 * template; whatever a locked indicator reads, every rule that speaks of one, and whether it counts (how those above it are
 * put together) is locked with it. Points, steps and
 * whatever else goes with the lock of the whole tree stands in the scheme's own fields.
 */
export interface Limits {
  /** False where nothing is limited at all: a scheme of one's own, or a copy. */
  readonly hasAny: boolean
  /** Whether a thing, or one of its fields, may not be changed; `points` of an indicator only where they are fixed. */
  isLocked(of: MergedPart, id: string, field?: string): boolean
  /** Who locked it. */
  by(of: MergedPart, id: string, field?: string): string | undefined
  /** How far an indicator's points may go, and what they were in the template; undefined where they are free. */
  pointsOf(id: string): { least: string; most: string; origin: string; by: string } | undefined
  /** Whether indicators may be put under one; null is the top. */
  mayAdd(parent: string | null): boolean
  /** Who closed it to additions. */
  closedBy(parent: string | null): string | undefined
  /** The parameters whose number stands in a thing, or in just that field of it. */
  parametersIn(of: MergedPart, id: string, field?: string): readonly OfferedParameter[]
  /** What levels above have said about an indicator, or about the whole tree (null); for showing their notes. */
  boundariesOf(id: string | null): readonly InheritedBoundary[]
}

const found = new WeakMap<Scheme, Limits>()

/** The limits that the lineage of a scheme puts on it; asked again for the same scheme it is the same object. */
export function limitsOf(scheme: Scheme): Limits {
  const known = found.get(scheme)
  if (known !== undefined) return known
  const limits = makeLimits(scheme)
  found.set(scheme, limits)
  return limits
}

function makeLimits(scheme: Scheme): Limits {
  const { lineage } = scheme
  if (lineage === undefined || lineage.mode === 'copy') return NO_LIMITS
  const { nodes = {}, offered = [], boundaries = [] } = lineage
  const ofNode = (id: string): NodeLimits | undefined => (Object.hasOwn(nodes, id) ? nodes[id]!.limits : undefined)
  const tree = treeLimits(boundaries)
  let read: LockedReads | undefined
  const reads = () => {
    read ??= lockedReads(scheme, (id) => ofNode(id)?.locked, tree.locked)
    return read
  }
  const holders = once(() => holdersOf(scheme, (id) => ofNode(id)?.locked))
  const anyLock = once(
    () =>
      tree.locked ??
      walk(scheme)
        .map(({ node }) => ofNode(node.id)?.locked)
        .find(Boolean),
  )

  const by = (of: MergedPart, id: string, field?: string): string | undefined => {
    switch (of) {
      case 'indicator': {
        const limits = ofNode(id)
        if (field !== undefined && COUNTING_FIELDS.includes(field)) return limits?.locked ?? holders().get(id)
        if (field !== 'points') return limits?.locked
        return limits?.points?.least === limits?.points?.most ? limits?.points?.by : undefined
      }
      case 'item':
      case 'measure':
        return reads().name(id)
      case 'condition':
        return reads().condition(id)
      case 'rule': {
        const rule = scheme.rules?.find((each) => each.id === id)
        return rule === undefined ? undefined : reads().rule(rule)
      }
      case 'grade':
        return tree.locked
      case 'scheme':
        if (field === undefined || WHOLE_TREE.has(field)) return tree.locked
        return INHERITED.has(field.split('/')[0]!) ? anyLock() : undefined
      case 'case':
        return undefined
    }
  }
  const closedBy = (parent: string | null) => (parent === null ? tree.closed : ofNode(parent)?.closed)
  return {
    hasAny: true,
    by,
    isLocked: (of, id, field) => by(of, id, field) !== undefined,
    pointsOf: (id) => {
      const points = ofNode(id)?.points
      return points === undefined ? undefined : { ...points, origin: nodes[id]!.points }
    },
    closedBy,
    mayAdd: (parent) => closedBy(parent) === undefined,
    parametersIn: (of, id, field) =>
      offered.filter(
        (each) =>
          each.of === of && (of === 'scheme' || each.in === id) && (field === undefined || each.field === field),
      ),
    boundariesOf: (id) => boundaries.filter(({ indicator }) => (indicator ?? null) === id),
  }
}

/** What is said of the tree as a whole; every level's word counts. */
function treeLimits(boundaries: NonNullable<Lineage['boundaries']>): { locked?: string; closed?: string } {
  const ofTree = boundaries.filter(({ indicator }) => indicator === undefined)
  const locked = ofTree.find(({ mayChange }) => mayChange === false)?.by
  const closed = ofTree.find(
    ({ mayAdd, mayChange }) => mayAdd === false || (mayAdd === undefined && mayChange === false),
  )
  return { ...(locked === undefined ? {} : { locked }), ...(closed === undefined ? {} : { closed: closed.by }) }
}

/** What a leaf means where it says nothing: locked with the first locked indicator. */
const INHERITED: ReadonlySet<string> = new Set(['rounding', 'stepCount', 'missing', 'notApplicable', 'declarations'])
/** What the tree as a whole comes to. */
const WHOLE_TREE: ReadonlySet<string> = new Set(['fullScore', 'ceiling', 'grades', 'gradeBasis'])

/** The fields of the scheme itself that a lock may hold. */
export const LOCKABLE_FIELDS: readonly string[] = [...INHERITED, ...WHOLE_TREE].filter((field) => field !== 'grades')

const NO_LIMITS: Limits = {
  hasAny: false,
  isLocked: () => false,
  by: () => undefined,
  pointsOf: () => undefined,
  mayAdd: () => true,
  closedBy: () => undefined,
  parametersIn: () => [],
  boundariesOf: () => [],
}
