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
  /** Values that are wrong: they are not saved. */
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
    wrong: items.filter((item) => readOf(document, item).reading.state === 'error'),
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

/** A value, 不适用, or 空缺 with its reason; also the values of the units that are brought together. */
export function isSaid(document: Submission, item: Item): boolean {
  const entry = entryOf(document.items, item.id)
  const { top } = stackOf(entry)
  if (top === undefined) return (document.units ?? []).some(({ items }) => entryOf(items, item.id) !== undefined)
  const { reading } = readItem(item, entry)
  return reading.state !== 'missing' || reasonOf(top) !== undefined
}

export function lacksEvidence(document: Submission, item: Item): boolean {
  return readOf(document, item).issues.some(({ code }) => code === 'SUBMISSION_EVIDENCE')
}

/** What the model says of one item, from all that it says. */
export function issuesOf(issues: readonly Issue[], item: Item): Issue[] {
  const at = `/items${pointer(item.id)}`
  return issues.filter((each) => each.pointer === at || each.pointer.startsWith(`${at}/`))
}

function readOf(document: Submission, item: Item) {
  return readItem(item, entryOf(document.items, item.id), entryOf(document.evidence, item.id))
}
