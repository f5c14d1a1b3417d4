import type { Indicator } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { MergedPart } from './conflict.ts'
import { setPath } from './make-path.ts'
import { inOrderOf, insertAs, makeTreeAs } from './make-tree-as.ts'

/** A thing of a scheme, or one side of it. */
export interface Aspect {
  readonly of: MergedPart
  /** An indicator's or rule's id, the name of everything else; of the scheme it does not matter. */
  readonly id: string
  /**
   * A field, or a path in it (`expected/total`); of an indicator also `parent`, its place, and `children`, their order; of
   * the scheme also the name of a list, its order. Null is the thing as a whole: whether it is there, and all it says.
   */
  readonly field: string | null
  /** Of an indicator as a whole: without what is below it. */
  readonly isAlone?: boolean
}

/**
 * A scheme in which some things are what they are in another one; everything else stays. It is how a choice between two
 * schemes is carried out. What is new stands among the neighbours it has in the other; what goes leaves what the other has
 * elsewhere. Nothing else is looked after: what speaks of a thing that goes is for `check` to tell.
 *
 * scheme, model  not changed
 */
export function madeAs(scheme: Scheme, model: Scheme, aspects: readonly Aspect[]): Scheme {
  if (aspects.length === 0) return scheme
  const copy = JSON.parse(JSON.stringify(scheme)) as Fields
  for (const aspect of aspects) makeAs(copy, model as unknown as Fields, aspect)
  return copy as unknown as Scheme
}

type Fields = { [field: string]: unknown }
type Member = { readonly [field: string]: unknown }

function makeAs(copy: Fields, model: Fields, aspect: Aspect): void {
  const { of, id, field } = aspect
  switch (of) {
    case 'scheme':
      makeHeadAs(copy, model, field)
      return
    case 'indicator':
      makeTreeAs(copy['indicators'] as Indicator[], model['indicators'] as readonly Indicator[], aspect)
      return
    case 'condition': {
      const conditions = (copy['conditions'] ?? {}) as Fields
      copy['conditions'] = conditions
      const there = (model['conditions'] ?? {}) as Fields
      if (Object.hasOwn(there, id)) conditions[id] = JSON.parse(JSON.stringify(there[id]))
      else delete conditions[id]
      if (Object.keys(conditions).length === 0 && model['conditions'] === undefined) delete copy['conditions']
      return
    }
    default:
      makeMemberAs(copy, model, LISTS[of], id, field)
      // Items and measures share one space of names.
      if (field === null && (of === 'item' || of === 'measure')) {
        const other = of === 'item' ? 'measures' : 'items'
        makeMemberAs(copy, model, other, id, null)
      }
  }
}

const LISTS = { item: 'items', measure: 'measures', rule: 'rules', grade: 'grades', case: 'cases' } as const
const LIST_NAMES: ReadonlySet<string> = new Set([...Object.values(LISTS), 'indicators'])

const keyIn = (list: string) => (list === 'grades' || list === 'cases' ? 'name' : 'id')

function makeHeadAs(copy: Fields, model: Fields, field: string | null): void {
  if (field === null) return
  if (!LIST_NAMES.has(field)) {
    setPath(copy, field, model)
    return
  }
  const [own, there] = [listOf(copy, field), listOf(model, field)]
  if (own.length > 0) copy[field] = inOrderOf(own, there, (each) => each[keyIn(field)])
}

function makeMemberAs(copy: Fields, model: Fields, list: string, id: string, field: string | null): void {
  const key = keyIn(list)
  const members = listOf(copy, list)
  const at = members.findIndex((each) => each[key] === id)
  const there = listOf(model, list).find((each) => each[key] === id)
  if (field !== null) {
    if (at >= 0 && there !== undefined) setPath(members[at]!, field, there)
    return
  }
  if (there === undefined) {
    if (at < 0) return
    members.splice(at, 1)
    if (members.length === 0 && model[list] === undefined) delete copy[list]
    return
  }
  const member = JSON.parse(JSON.stringify(there)) as Member
  if (at >= 0) members[at] = member
  else insertAs(members, member, listOf(model, list), (each) => each[key])
  copy[list] = members
}

const listOf = (scheme: Fields, list: string): Member[] => (scheme[list] ?? []) as Member[]
