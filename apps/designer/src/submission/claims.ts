import type { Submission } from '@yardstick/model'

export type Claims = NonNullable<Submission['claims']>

/** Two people have given a leaf, or the total, another 自评分: what is there now stands until somebody decides. */
export interface ClaimClash {
  /** A leaf's id; null is the total. */
  readonly leaf: string | null
  readonly mine: string | undefined
  readonly theirs: string | undefined
}

/**
 * 自评分 as two people have left them, leaf by leaf: what one alone changed stands, where both gave something else theirs
 * does and it is told.
 *
 * before   as whoever wrote `mine` knew them; undefined where that is not known any more
 * returns  null where none are left
 */
export function mergeClaims(
  before: { readonly claims?: Claims | undefined } | undefined,
  mine: Claims | null,
  theirs: Claims | undefined,
): { readonly claims: Claims | null; readonly clashes: readonly ClaimClash[] } {
  const [a, b, base] = [flat(mine), flat(theirs), flat(before?.claims)]
  const clashes: ClaimClash[] = []
  const merged = new Map<string, string>()
  for (const key of new Set([...b.keys(), ...a.keys()])) {
    const [own, other] = [a.get(key), b.get(key)]
    const isOwnOld = before === undefined ? own === undefined : own === base.get(key)
    const isOtherOld = before === undefined ? other === undefined : other === base.get(key)
    const kept = isOtherOld && !isOwnOld ? own : other
    if (kept !== undefined) merged.set(key, kept)
    if (own !== other && !isOwnOld && !isOtherOld && !UNTOLD.has(key)) {
      clashes.push({ leaf: key === TOTAL ? null : key.slice(LEAF.length), mine: own, theirs: other })
    }
  }
  return { claims: unflat(merged), clashes }
}

/** With one of them as it is said here. */
export function withClaim(claims: Claims | undefined, { leaf, mine }: ClaimClash): Claims | null {
  const all = flat(claims)
  const key = leaf === null ? TOTAL : `${LEAF}${leaf}`
  if (mine === undefined) all.delete(key)
  else all.set(key, mine)
  return unflat(all)
}

export function areSameClaims(one: Claims | null | undefined, other: Claims | null | undefined): boolean {
  const [a, b] = [flat(one), flat(other)]
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value)
}

const TOTAL = 'total'
const LEAF = 'leaf '
/** The department's form does not write these. */
const UNTOLD: ReadonlySet<string> = new Set(['grade', 'note'])

function flat(claims: Claims | null | undefined): Map<string, string> {
  const { scores = {}, ...rest } = claims ?? {}
  return new Map([
    ...Object.entries(rest),
    ...Object.entries(scores).map(([id, score]) => [`${LEAF}${id}`, score] as const),
  ])
}

function unflat(all: ReadonlyMap<string, string>): Claims | null {
  if (all.size === 0) return null
  const own = [...all].filter(([key]) => !key.startsWith(LEAF))
  const scores = [...all].flatMap(([key, score]) => (key.startsWith(LEAF) ? [[key.slice(LEAF.length), score]] : []))
  return { ...Object.fromEntries(own), ...(scores.length === 0 ? {} : { scores: Object.fromEntries(scores) }) }
}
