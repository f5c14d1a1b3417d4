import { Exact } from './exact.ts'
import { type Branch, type Indicator, isBranch, type Leaf, type Rounding } from './schema/indicator.ts'
import type { Item, ItemField, Measure } from './schema/item.ts'
import type { Scheme } from './schema/scheme.ts'

/**
 * Looking around in a scheme: the tree in the order it is read, the lookups by id, and what a scheme means where it says
 * nothing. Nothing here checks; where an id stands twice the first one is found.
 */
export interface Place<N extends Indicator = Indicator> {
  readonly node: N
  readonly parent: Branch | undefined
  /** /indicators/0/children/1 */
  readonly pointer: string
  /** Names from the root, the node's own included. */
  readonly path: readonly string[]
  /** 0 at the top. */
  readonly depth: number
}

type Tree = Pick<Scheme, 'indicators'>

/** Every indicator, a parent before its children, in the order of the document. */
export function walk(scheme: Tree): Place[] {
  const places: Place[] = []
  // Nesting is bounded where documents come in, so the recursion is too.
  const visit = (nodes: readonly Indicator[], parent: Place<Branch> | undefined, at: string) => {
    nodes.forEach((node, index) => {
      const place: Place = {
        node,
        parent: parent?.node,
        pointer: `${at}/${index}`,
        path: [...(parent?.path ?? []), node.name],
        depth: parent === undefined ? 0 : parent.depth + 1,
      }
      places.push(place)
      if (isBranchPlace(place)) visit(place.node.children, place, `${place.pointer}/children`)
    })
  }
  visit(scheme.indicators, undefined, '/indicators')
  return places
}

export function indicatorById(scheme: Tree): Map<string, Place> {
  return firstBy(walk(scheme), (place) => place.node.id)
}

/** The leaves in tree order, bonus leaves included. */
export function leaves(scheme: Tree): Place<Leaf>[] {
  return walk(scheme).filter(isLeafPlace)
}

export function topLevel(scheme: Tree): Place[] {
  return walk(scheme).filter((place) => place.depth === 0)
}

export function isLeafPlace(place: Place): place is Place<Leaf> {
  return !isBranch(place.node)
}

export function isBranchPlace(place: Place): place is Place<Branch> {
  return isBranch(place.node)
}

export function itemById(scheme: Pick<Scheme, 'items'>): Map<string, Item> {
  return firstBy(scheme.items, (item) => item.id)
}

export function measureById(scheme: Pick<Scheme, 'measures'>): Map<string, Measure> {
  return firstBy(scheme.measures ?? [], (measure) => measure.id)
}

/**
 * Digits after the point that a value is stated with: the step of boundary cases and of 还差多少. Of a rate they count in
 * the ratio (4 is 95.25 %); of a date the step is one day; for what is no number they mean nothing and are 0.
 */
export function digitsOf(of: Item | ItemField | Measure): number {
  return of.digits ?? DIGITS[of.type]
}

const DIGITS = { count: 0, money: 2, rate: 4, number: 2, date: 0, text: 0, choice: 0, boolean: 0, list: 0 } as const

/** 2 digits, half away from zero 四舍五入. */
export const defaultRounding: Rounding = { digits: 2, mode: 'half-up' }

/**
 * How a score is rounded where it stands: the node's own rounding, else the scheme's for that kind of place, else 2
 * digits. A scheme whose leaves are not rounded does not round its branches either unless it says so. The total is always
 * rounded, since it is what the grade reads.
 */
export function roundingOf(
  scheme: Pick<Scheme, 'rounding'>,
  place: 'leaf' | 'branch' | 'total',
  node?: Indicator,
): Rounding {
  const policy = scheme.rounding
  switch (place) {
    case 'leaf':
      return node?.rounding ?? policy?.leaf ?? defaultRounding
    case 'branch':
      return node?.rounding ?? policy?.branch ?? (policy?.leaf === 'none' ? 'none' : defaultRounding)
    case 'total':
      return policy?.total === undefined || policy.total === 'none' ? defaultRounding : policy.total
  }
}

/** A number rounded as a policy says; `none` gives it back. */
export function roundBy(value: Exact, rounding: Rounding): Exact {
  if (rounding === 'none') return value
  const mode = rounding.mode ?? 'half-up'
  return 'step' in rounding ? value.roundTo(Exact.of(rounding.step), mode) : value.round(rounding.digits, mode)
}

function firstBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T> {
  const found = new Map<string, T>()
  for (const value of values) if (!found.has(key(value))) found.set(key(value), value)
  return found
}
