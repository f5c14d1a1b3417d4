import {
  entryOf,
  type Issue,
  type Item,
  isAskedFor,
  pointer,
  readItem,
  reasonOf,
  type Submission,
  stackOf,
} from '@yardstick/model'
import type { FormSection } from './form-sections.ts'

/** What is still to be looked at before a submission is handed in. */
export interface StillOpen {
  /** Values that are wrong, the department's own or a unit's: they are not saved. */
  readonly wrong: readonly Item[]
  /** Without a value, and without a word why. */
  readonly empty: readonly Item[]
  /** Required evidence that is not there. */
  readonly evidence: readonly Item[]
  /** Without 自评分, where the department rates itself. */
  readonly claims: readonly { readonly id: string; readonly name: string }[]
}

export function stillOpen(document: Submission, sections: readonly FormSection[], withClaims: boolean): StillOpen {
  const items = sections.flatMap(({ leaves, items }) => [
    ...leaves.flatMap((leaf) => leaf.items.map(({ item }) => item)),
    ...items,
  ])
  const leaves = sections.flatMap((section) => section.leaves)
  return {
    wrong: items.filter((item) => [document, ...(document.units ?? [])].some((each) => isWrong(each, item))),
    empty: items.filter((item) => isAskedFor(item) && !isSaid(document, item)),
    evidence: items.filter((item) => isAskedFor(item) && lacksEvidence(document, item)),
    claims: withClaims
      ? leaves.filter(({ leaf }) => document.claims?.scores?.[leaf.id] === undefined).map(({ leaf }) => leaf)
      : [],
  }
}

export function isNothingOpen(open: StillOpen): boolean {
  return Object.values(open).every((each: readonly unknown[]) => each.length === 0)
}

/** A value, 不适用, or 空缺 with its reason; without one of its own, by every unit that is brought together. */
export function isSaid(document: Submission, item: Item): boolean {
  const { units = [] } = document
  if (isSaidIn(document, item)) return true
  const isOfUnits = entryOf(document.items, item.id) === undefined && units.length > 0
  return isOfUnits && units.every((unit) => isSaidIn(unit, item))
}

/** The same of the department alone, or of one of its units. */
export function isSaidIn({ items }: Pick<Submission, 'items'>, item: Item): boolean {
  const entry = entryOf(items, item.id)
  const { top } = stackOf(entry)
  if (top === undefined) return false
  const { reading } = readItem(item, entry)
  return reading.state !== 'missing' || reasonOf(top) !== undefined
}

/** Asked for where there is a value, of the department or of a unit. */
export function lacksEvidence(document: Submission, item: Item): boolean {
  const { items, units = [], evidence } = document
  const files = entryOf(evidence, item.id)
  return [items, ...units.map((unit) => unit.items)].some((each) =>
    readItem(item, entryOf(each, item.id), files).issues.some(({ code }) => code === 'SUBMISSION_EVIDENCE'),
  )
}

/** What the model says of one item, from all that it says. */
export function issuesOf(issues: readonly Issue[], item: Item): Issue[] {
  const at = `/items${pointer(item.id)}`
  return issues.filter((each) => each.pointer === at || each.pointer.startsWith(`${at}/`))
}

function isWrong({ items }: Pick<Submission, 'items'>, item: Item): boolean {
  return readItem(item, entryOf(items, item.id)).reading.state === 'error'
}
