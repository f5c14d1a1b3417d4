import {
  checkSubmission,
  isAskedFor,
  itemById,
  type Scheme,
  type Submission,
  stackOf,
  upToLayer,
} from '@yardstick/model'

/** Which of the data items that a scheme asks for are missing, and which are filled in and yet to be looked at again. */
export interface ItemProgress {
  readonly needed: readonly string[]
  readonly missing: readonly string[]
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
  const places = [reported, ...(reported.units ?? [])]
  const topOf = (place: (typeof places)[number], id: string) =>
    stackOf(Object.hasOwn(place.items, id) ? place.items[id] : undefined).top
  const isFilledIn = (place: (typeof places)[number], id: string) => {
    const top = topOf(place, id)
    if (top === undefined || top.state === 'missing') return false
    return top.state === 'not-applicable' || (top.value !== undefined && top.value !== null)
  }
  const isFilled = (id: string) => {
    const [own, ...units] = places
    return isFilledIn(own!, id) || (units.length > 0 && units.every((unit) => isFilledIn(unit, id)))
  }
  const doubted = new Set(checkSubmission(scheme, reported).flatMap(({ pointer }) => itemOf(pointer)))
  const isDoubtful = (id: string) =>
    isFilled(id) && (doubted.has(id) || places.some((place) => topOf(place, id)?.state === 'to-be-verified'))
  return { needed, missing: needed.filter((id) => !isFilled(id)), doubtful: needed.filter(isDoubtful) }
}

/** What its department is asked for. */
export function neededItems(scheme: Scheme): string[] {
  return [...itemById(scheme).values()].filter(isAskedFor).map(({ id }) => id)
}

/** As it is kept beside a submission. */
export function progressColumns({ needed, missing, doubtful }: ItemProgress) {
  return {
    items_needed: needed.length,
    items_filled: needed.length - missing.length,
    items_doubtful: doubtful.length,
  }
}

/** "/items/预算数/layers/0" and "/units/2/items/预算数" are of 预算数, and so is its evidence. */
function itemOf(pointer: string): string[] {
  const [, id] = /^(?:\/units\/\d+)?\/(?:items|evidence)\/([^/]+)/.exec(pointer) ?? []
  return id === undefined ? [] : [id.replaceAll('~1', '/').replaceAll('~0', '~')]
}
