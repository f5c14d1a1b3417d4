import { type Issue, pointerTokens } from '@yardstick/model'

/** Issues in the order of the places they speak of; those of one place keep the order they were found in. */
export function inDocumentOrder(issues: readonly Issue[], document: object): Issue[] {
  const placed = issues.map((issue) => ({ issue, place: placeOf(issue.pointer, document) }))
  return placed.sort((a, b) => comparePlaces(a.place, b.place)).map(({ issue }) => issue)
}

/** A place as the index taken at each step down; what is not there (a target that is missing) stands after what is. */
function placeOf(pointer: string, document: object): number[] {
  const place: number[] = []
  let node: unknown = document
  for (const token of pointerTokens(pointer)) {
    const keys = typeof node === 'object' && node !== null ? Object.keys(node) : []
    const index = keys.indexOf(token)
    place.push(index < 0 ? keys.length : index)
    node = index < 0 ? undefined : (node as { [key: string]: unknown })[token]
  }
  return place
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((step, index) => step !== b[index])
  if (at < 0) return a.length - b.length
  return b[at] === undefined ? 1 : a[at]! - b[at]
}
