import { useMemo } from 'react'
import { usePages } from '../../parts/answer/use-pages.ts'
import type { TemplateHead } from '../../server/templates.ts'
import { groupsOf, type TemplateGroup } from './template-rows.ts'

const readHeads = ({ templates }: { templates: readonly TemplateHead[] }) => templates
const keyOf = ({ hash }: TemplateHead) => hash

export interface Templates {
  readonly heads: readonly TemplateHead[]
  readonly groups: readonly TemplateGroup[]
  readonly trouble: unknown
  readonly isWaiting: boolean
  /** All of them have been read. */
  readonly isWhole: boolean
  reload(): Promise<void>
}

/** The whole library: filters count what they leave, so it is read to its end and narrowed here. */
export function useTemplates(): Templates {
  const { rows, trouble, isWaiting, isWhole, reload } = usePages('/api/templates', {}, readHeads, keyOf, true)
  const groups = useMemo(() => groupsOf(rows), [rows])
  return { heads: rows, groups, trouble, isWaiting, isWhole, reload }
}
