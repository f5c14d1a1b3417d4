import { type Issue, issue, type Sha256 } from '@yardstick/model'
import { type ContentEntry, listContents, type Parts } from './contents.ts'
import type { FileText } from './file-text.ts'

/** A line of the manifest, as far as it is one. */
interface Listed {
  readonly kind: string
  readonly id: string
  readonly hash: string
}

/**
 * Holds what is in a package to what its manifest lists, before its shape is looked at: each part has the hash it was signed
 * with, none is missing, none is more, and they stand in the listed order.
 *
 * value  JSON that says it is a package; where its manifest lists nothing that can be compared, its shape says so later
 */
export function checkContents({ value, write }: FileText, sha256: Sha256): Issue[] {
  const source = value as Parts & { readonly manifest?: { readonly contents?: unknown } }
  const listed = source.manifest?.contents
  if (!Array.isArray(listed) || Math.max(listed.length, partsIn(source)) > MOST_PARTS) return []
  if (!listed.every(isListed)) return []
  const there = listContents(source, sha256, write)
  const issues = [...twice(there), ...unlikeListed(there, listed), ...notThere(there, listed)]
  if (issues.length > 0) return issues
  const astray = there.findIndex((each, at) => !isSame(each, listed[at]!))
  return astray < 0 && there.length === listed.length ? [] : [issue('PACKAGE_PART_ORDER', atPart(there[astray]!))]
}

/** More than any shape allows: there it is told, before each of half a million is held to each. */
const MOST_PARTS = 1_200

function partsIn({ schemes, modules, provenance }: Parts): number {
  return [schemes, modules, provenance].reduce((sum: number, each) => sum + (Array.isArray(each) ? each.length : 0), 0)
}

function isListed(value: unknown): value is Listed {
  const { kind, id, hash } = (value ?? {}) as Partial<Listed>
  return typeof kind === 'string' && typeof id === 'string' && typeof hash === 'string'
}

const isSame = (a: Pick<ContentEntry, 'kind' | 'id'>, b: Listed): boolean => a.kind === b.kind && a.id === b.id

function atPart({ kind, id, name, pointer }: ContentEntry) {
  return { pointer, where: [name.slice(0, 200)], found: { kind, id: id.slice(0, 120) } }
}

function twice(there: readonly ContentEntry[]): Issue[] {
  return there
    .filter((each, at) => each.kind !== 'seal' && there.findIndex((other) => isSame(each, other)) < at)
    .map((each) => issue('PACKAGE_PART_TWICE', atPart(each)))
}

/** A part that the manifest lists with another hash, or not at all. Of one template there may be the seals of two versions. */
function unlikeListed(there: readonly ContentEntry[], listed: readonly Listed[]): Issue[] {
  return there.flatMap((each) => {
    const asListed = listed.filter((line) => isSame(each, line))
    if (asListed.some(({ hash }) => hash === each.hash)) return []
    return [issue(asListed.length === 0 ? 'PACKAGE_PART_UNLISTED' : 'PACKAGE_PART_CHANGED', atPart(each))]
  })
}

function notThere(there: readonly ContentEntry[], listed: readonly Listed[]): Issue[] {
  return listed.flatMap((line, at) => {
    if (there.some((each) => isSame(each, line))) return []
    const expected = { kind: line.kind.slice(0, 20), id: line.id.slice(0, 120) }
    return [issue('PACKAGE_PART_MISSING', { pointer: `/manifest/contents/${at}`, expected })]
  })
}
