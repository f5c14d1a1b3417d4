import { searchRank } from '../../parts/pinyin.ts'
import type { Level, Source, TemplateHead, Trust } from '../../server/templates.ts'

/** All versions of one template of one publisher, as the library shows them: the newest, and the others below it. */
export interface TemplateGroup {
  readonly key: string
  readonly newest: TemplateHead
  /** Newest first. */
  readonly older: readonly TemplateHead[]
}

/** The order of lists is the server's: newest first among versions of one template. */
export function groupsOf(heads: readonly TemplateHead[]): TemplateGroup[] {
  const groups = new Map<string, TemplateHead[]>()
  for (const head of heads) {
    const key = keyOf(head)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [head])
    else group.push(head)
  }
  return [...groups].map(([key, versions]) => {
    const newest = versions.find(({ isNewest }) => isNewest) ?? versions[0]!
    return { key, newest, older: versions.filter((each) => each !== newest) }
  })
}

/** Templates of one id are different ones where their publishers differ. A proposal stands by itself. */
function keyOf({ publisher, id, kind, hash }: TemplateHead): string {
  return kind === 'proposal' ? hash : `${publisher} ${id}`
}

/** What a list is narrowed to; undefined is anything. */
export interface TemplateFilter {
  readonly search: string
  readonly kind: TemplateHead['kind']
  readonly departmentType?: string | undefined
  readonly region?: string | undefined
  readonly level?: Level | undefined
  readonly publisher?: string | undefined
  readonly source?: Source | undefined
}

export const facets = ['departmentType', 'region', 'level', 'publisher', 'source'] as const
export type Facet = (typeof facets)[number]

/** What a template says to one of the filters. */
function facetValues(head: TemplateHead, facet: Facet): readonly string[] {
  const { departmentTypes, region, level, publisher, source } = head
  if (facet === 'departmentType') return departmentTypes
  if (facet === 'region') return region === null ? [] : [region.name]
  if (facet === 'level') return level === null ? [] : [level]
  return [facet === 'publisher' ? publisher : source]
}

/** Those that fit, what is searched for by how well it fits. */
export function filtered(groups: readonly TemplateGroup[], filter: TemplateFilter): TemplateGroup[] {
  const fitting = groups.filter(
    ({ newest }) =>
      newest.kind === filter.kind &&
      facets.every((facet) => filter[facet] === undefined || facetValues(newest, facet).includes(filter[facet])),
  )
  const typed = filter.search.trim()
  if (typed === '') return fitting
  return fitting
    .flatMap((group) => {
      const ranks = textsOf(group.newest).flatMap((text) => searchRank(text, typed) ?? [])
      return ranks.length === 0 ? [] : [{ group, rank: Math.min(...ranks) }]
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ group }) => group)
}

function textsOf({ name, id, formCode, publisher, region, schemes }: TemplateHead): string[] {
  return [name, id, formCode ?? '', publisher, region?.name ?? '', ...schemes.map((each) => each.name)]
}

/** The values of a filter that occur, each with how many templates it would leave, most first. */
export function facetOptions(
  groups: readonly TemplateGroup[],
  filter: TemplateFilter,
  facet: Facet,
): { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { newest } of filtered(groups, { ...filter, [facet]: undefined }))
    for (const value of facetValues(newest, facet)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
}

/** How many leaves its schemes have together. */
export function leavesOf({ schemes }: TemplateHead): number {
  return schemes.reduce((sum, each) => sum + each.leaves, 0)
}

/** How a mark of trust looks. */
export const trustLook: { readonly [T in Trust]: 'good' | 'accent' | 'warn' | 'bad' } = {
  'built-in': 'accent',
  trusted: 'good',
  'unknown-key': 'warn',
  'other-publisher': 'bad',
  'other-region': 'bad',
  revoked: 'bad',
  unsigned: 'bad',
}
