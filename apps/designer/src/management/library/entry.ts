import type { Module } from './module.ts'

/** 行业, 领域, 资金用途, 部门类型 */
export const facets = ['industry', 'field', 'fund-use', 'department-type'] as const
export type Facet = (typeof facets)[number]

export interface Tag {
  readonly facet: Facet
  readonly tag: string
}

/** An entry of the library as lists give it. */
export interface EntryHead {
  readonly id: string
  readonly kind: 'indicator' | 'module'
  readonly name: string
  readonly region: string
  readonly tags: readonly Tag[]
  readonly revision: number
  readonly updatedAt: string
}

/** One of them, whole. */
export interface Entry extends EntryHead {
  readonly module: Module
}

/** Where an entry is used. */
export interface Use {
  readonly scheme: string
  readonly name: string
  readonly indicator: string
  /** It has been changed in the library since. */
  readonly isCurrent: boolean
}

/** Tags as they are typed for one facet. */
export function readTags(facet: Facet, text: string): Tag[] {
  const tags = text.normalize('NFKC').split(/[,;、，；\n]+/)
  return [...new Set(tags.map((tag) => tag.trim()))].filter((tag) => tag !== '').map((tag) => ({ facet, tag }))
}

export function tagsText(tags: readonly Tag[], facet: Facet): string {
  return tags
    .filter((each) => each.facet === facet)
    .map(({ tag }) => tag)
    .join(', ')
}
