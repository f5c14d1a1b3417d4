import { useMemo } from 'react'
import { usePages } from '../../parts/answer/use-pages.ts'
import { useWords } from '../../parts/words.ts'
import type { Grant } from '../../server/session.ts'
import type { Regions } from '../regions.ts'
import { accountWords } from './words.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** The names of what grants are limited to. */
export interface GrantNames {
  readonly campaigns: readonly Named[]
  readonly departments: readonly Named[]
  /** "填报 · 南昌市 360100 · 实验中学" */
  text(grant: Grant): string
}

const readCampaigns = ({ campaigns }: { campaigns: readonly Named[] }) => campaigns
const readDepartments = ({ departments }: { departments: readonly Named[] }) => departments
const keyOf = ({ id }: Named) => id

export function useGrantNames(regions: Regions): GrantNames {
  const w = useWords(accountWords)
  const { rows: campaigns } = usePages('/api/campaigns', {}, readCampaigns, keyOf, true)
  const { rows: departments } = usePages('/api/departments', {}, readDepartments, keyOf, true)
  return useMemo(() => {
    const names = new Map([...campaigns, ...departments].map(({ id, name }) => [id, name]))
    const named = (id: string | null) => (id === null ? [] : [names.get(id) ?? id])
    const text = ({ role, region, campaign, department }: Grant) =>
      [
        w.roles[role],
        region === '' ? w.everywhere : regions.text(region),
        ...named(campaign),
        ...named(department),
      ].join(' · ')
    return { campaigns, departments, text }
  }, [w, regions, campaigns, departments])
}
