import {
  type Evaluation,
  Exact,
  type IndicatorResult,
  indicatorById,
  isLeafPlace,
  type Place,
  type Scheme,
  type Submission,
} from '@yardstick/model'

/**
 * What results are compared by: a leaf's id, its points, the score or null, its state and 自评分. As an array, since a run
 * of a province holds some hundred thousand of them. `state` is '' where there is a value, n 不适用, m 空缺, e a fault;
 * the own score is null where none was given as a plain number.
 *
 * Leaves of a unit's own are comparable with nobody else's one by one. They stand as one under the id of their branch,
 * which is the same for all.
 */
export type LeafScore = readonly [
  id: string,
  points: string,
  score: string | null,
  state: LeafState,
  claim: string | null,
]
export type LeafState = '' | 'n' | 'm' | 'e'

const letters: Readonly<Record<IndicatorResult['state'], LeafState>> = {
  present: '',
  'not-applicable': 'n',
  missing: 'm',
  error: 'e',
}

/** In tree order. `scheme` is the published one, which is not bound to a declaration. */
export function leafScores(
  scheme: Scheme,
  { indicators }: Pick<Evaluation, 'indicators'>,
  claims: Submission['claims'],
): LeafScore[] {
  const places = placesOf(scheme)
  const scores = new Map<string, LeafScore>()
  const branchAt = new Map<string, string>()
  for (const { id, path, points, score, state } of indicators) {
    const place = places.get(id)
    if (place !== undefined && !isLeafPlace(place)) {
      branchAt.set(keyOf(path), id)
      continue
    }
    const key = place === undefined ? (branchAt.get(keyOf(path.slice(0, -1))) ?? id) : id
    const own: LeafScore = [key, points, score, letters[state], plainNumber(claims?.scores?.[id])]
    const before = scores.get(key)
    scores.set(key, before === undefined ? own : together(before, own))
  }
  return [...scores.values()]
}

const known = new WeakMap<Scheme, ReadonlyMap<string, Place>>()

/** The same scheme scores many. */
function placesOf(scheme: Scheme): ReadonlyMap<string, Place> {
  const places = known.get(scheme) ?? indicatorById(scheme)
  known.set(scheme, places)
  return places
}

/**
 * 自评总分: as it was stated, else what the leaves come to where each that applies has one. Null where there is neither.
 */
export function claimedTotal(claims: Submission['claims'], scores: readonly LeafScore[]): string | null {
  const stated = plainNumber(claims?.total)
  if (stated !== null) return stated
  const counted = scores.filter(([, , , state]) => state !== 'n')
  const own = counted.flatMap(([, , , , claim]) => claim ?? [])
  return own.length === 0 || own.length < counted.length ? null : sumOf(own)
}

function together(one: LeafScore, other: LeafScore): LeafScore {
  const [id, points, score, state, claim] = one
  const both = (a: string | null, b: string | null) => (a === null || b === null ? null : sumOf([a, b]))
  // What keeps the one from its score keeps the branch from it.
  const worse = order.indexOf(state) > order.indexOf(other[3]) ? state : other[3]
  return [id, sumOf([points, other[1]]), both(score, other[2]), worse, both(claim, other[4])]
}

const order: readonly LeafState[] = ['n', '', 'm', 'e']

function sumOf(numbers: readonly string[]): string {
  return numbers.reduce((sum, each) => sum.plus(Exact.of(each)), Exact.zero).toText()
}

/** A share, which may be claimed too, says nothing beside points. */
function plainNumber(quantity: string | undefined): string | null {
  return quantity === undefined || quantity.endsWith('%') ? null : Exact.of(quantity).toText()
}

const keyOf = (path: readonly string[]) => path.join('\u0000')
