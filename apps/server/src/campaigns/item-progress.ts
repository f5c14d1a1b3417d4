import {
  checkSubmission,
  isAskedFor,
  itemById,
  reasonOf,
  type Scheme,
  type Submission,
  stackOf,
  type UnitEntries,
  upToLayer,
} from '@yardstick/model'

/** Which of the data items that a scheme asks for are missing, and which are filled in and yet to be looked at again. */
export interface ItemProgress {
  readonly needed: readonly string[]
  /** Neither filled in nor explained. */
  readonly missing: readonly string[]
  /** 空缺 with its reason, which is an answer too. */
  readonly explained: readonly { readonly id: string; readonly why: string }[]
  readonly doubtful: readonly string[]
}

/**
 * How far a department is with its form: ids of items, in the order of the scheme. Looked at is what it reported itself;
 * what is submitted unit by unit is there when all units have it.
 *
 * doubtful  待核, or something is said of it when the submission is checked
 */
export function itemProgress(scheme: Scheme, submission: Submission): ItemProgress {
  const reported = upToLayer(submission, 'reported')
  const needed = neededItems(scheme)
  const { units = [] } = reported
  const answers = new Map(needed.map((id) => [id, answerOf(id, reported, units)]))
  const doubted = new Set(checkSubmission(scheme, reported).flatMap(({ pointer }) => itemOf(pointer)))
  const isDoubtful = (id: string) =>
    answers.get(id) === 'filled' &&
    (doubted.has(id) || [reported, ...units].some((place) => topOf(place, id)?.state === 'to-be-verified'))
  return {
    needed,
    missing: needed.filter((id) => answers.get(id) === 'missing'),
    explained: needed.flatMap((id) => {
      const answer = answers.get(id)!
      return typeof answer === 'object' ? [{ id, ...answer }] : []
    }),
    doubtful: needed.filter(isDoubtful),
  }
}

type Answer = 'filled' | 'missing' | { readonly why: string }
type Place = Pick<UnitEntries, 'items'>

/** The department's own, else what its units say together: the least any of them does. */
function answerOf(id: string, own: Place, units: readonly UnitEntries[]): Answer {
  const answer = answerIn(id, own)
  if (answer !== 'missing' || units.length === 0) return answer
  const answers = units.map((unit) => [unit.name, answerIn(id, unit)] as const)
  if (answers.some(([, each]) => each === 'missing')) return 'missing'
  const reasons = answers.flatMap(([name, each]) => (typeof each === 'object' ? [`${name}：${each.why}`] : []))
  return reasons.length === 0 ? 'filled' : { why: reasons.join('；') }
}

function answerIn(id: string, place: Place): Answer {
  const top = topOf(place, id)
  if (top === undefined) return 'missing'
  if (top.state === 'not-applicable') return 'filled'
  if (top.state !== 'missing' && top.value !== undefined && top.value !== null) return 'filled'
  const why = reasonOf(top)
  return why === undefined ? 'missing' : { why }
}

function topOf({ items }: Place, id: string) {
  return stackOf(Object.hasOwn(items, id) ? items[id] : undefined).top
}

/** What its department is asked for. */
export function neededItems(scheme: Scheme): string[] {
  return [...itemById(scheme).values()].filter(isAskedFor).map(({ id }) => id)
}

/** As it is kept beside a submission. */
export function progressColumns({ needed, missing, explained, doubtful }: ItemProgress) {
  return {
    items_needed: needed.length,
    items_filled: needed.length - missing.length - explained.length,
    items_explained: explained.length,
    items_doubtful: doubtful.length,
  }
}

/** "/items/预算数/layers/0" and "/units/2/items/预算数" are of 预算数, and so is its evidence. */
function itemOf(pointer: string): string[] {
  const [, id] = /^(?:\/units\/\d+)?\/(?:items|evidence)\/([^/]+)/.exec(pointer) ?? []
  return id === undefined ? [] : [id.replaceAll('~1', '/').replaceAll('~0', '~')]
}
