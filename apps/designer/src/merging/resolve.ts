import { type Conflict, type Indicator, type Json, mergeSchemes, type Scheme } from '@yardstick/model'
import { inTreeAsTheirs } from './tree-as-theirs.ts'

/**
 * Puts three schemes together with mine where somebody chose it and theirs in all other conflicts. A merge follows whoever
 * changed something: where mine is wanted, what both began from is made what theirs is, as if they had never changed it.
 */
export function resolve(three: Three, wantsMine: readonly Conflict[]): Scheme {
  const base = copy(three.base)
  const theirs = copy(three.theirs)
  for (const conflict of wantsMine) asTheirs(base, theirs, conflict)
  return mergeSchemes(base as unknown as Scheme, three.mine, three.theirs).scheme
}

export interface Three {
  readonly base: Scheme
  readonly mine: Scheme
  readonly theirs: Scheme
}

/** What I added where nothing can stand any more can only be added anew. */
export function mayBeMine({ kind }: Conflict): boolean {
  return kind !== 'no-place'
}

type Fields = { [field: string]: Json }

function asTheirs(base: Fields, theirs: Fields, conflict: Conflict): void {
  const { kind, of, id, field } = conflict
  if (kind === 'order' && field !== null && of === 'scheme') {
    base[field] = inOrderOf(listOf(base, field), listOf(theirs, field), keyOf(field))
  } else if (of === 'scheme') setPath(base, field ?? '', conflict.theirs)
  else if (of === 'indicator') {
    inTreeAsTheirs(nodesOf(base), nodesOf(theirs), conflict)
  } else if (of === 'condition') {
    const conditions = { ...(base['conditions'] as Fields | undefined) }
    const there = (theirs['conditions'] as Fields | undefined)?.[id]
    if (there === undefined) delete conditions[id]
    else conditions[id] = there
    base['conditions'] = conditions
  } else inListsAsTheirs(base, theirs, conflict)
}

function inListsAsTheirs(base: Fields, theirs: Fields, { kind, of, id, field, theirs: value }: Conflict): void {
  const own = LISTS[of as keyof typeof LISTS]
  // A name that an item and a measure both took is in the other list of theirs.
  const list = kind !== 'taken' ? own : own === 'items' ? 'measures' : 'items'
  const key = keyOf(list)
  const members = [...listOf(base, list)]
  const at = members.findIndex((each) => each[key] === id)
  if (kind === 'field' && at >= 0 && field !== null) {
    setPath(members[at]!, field, value)
    return
  }
  const there = listOf(theirs, list).find((each) => each[key] === id)
  members.splice(at < 0 ? members.length : at, at < 0 ? 0 : 1, ...(there === undefined ? [] : [there]))
  base[list] = members
}

const LISTS = { item: 'items', measure: 'measures', rule: 'rules', grade: 'grades', case: 'cases' } as const

const keyOf = (list: string) => (list === 'grades' || list === 'cases' ? 'name' : 'id')
const listOf = (scheme: Fields, list: string): Fields[] => (scheme[list] ?? []) as Fields[]
const nodesOf = (scheme: Fields): Indicator[] => scheme['indicators'] as unknown as Indicator[]

function inOrderOf<T extends Fields>(list: readonly T[], model: readonly Fields[], key: string): T[] {
  const place = new Map(model.map((each, index) => [each[key], index]))
  const at = (each: T) => place.get(each[key]) ?? model.length
  return [...list].sort((a, b) => at(a) - at(b))
}

/** `field` may lead into it: `expected/total`; null takes it away. */
function setPath(owner: Fields, field: string, value: Json): void {
  const [head = '', ...rest] = field.split('/')
  if (rest.length > 0) {
    const inside = { ...(owner[head] as Fields | undefined) }
    setPath(inside, rest.join('/'), value)
    owner[head] = inside
  } else if (value === null) delete owner[head]
  else owner[head] = value
}

function copy(scheme: Scheme): Fields {
  return JSON.parse(JSON.stringify(scheme)) as Fields
}
