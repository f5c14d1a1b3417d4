import { bind, type Declaration, type Scheme } from '@yardstick/model'
import { useCallback, useEffect, useState } from 'react'
import type { WholeCampaign, WholeSubmission } from '../server/campaigns.ts'
import { ask } from '../server/client.ts'
import { readVersion } from '../server/schemes.ts'

/** A submission with all that it is scored by. */
export interface Loaded {
  readonly head: WholeSubmission
  readonly campaign: WholeCampaign
  /** As the department is held to it: with its declaration, once that is approved. */
  readonly scheme: Scheme
  /** As it was published. */
  readonly published: Scheme
  /** The one that counts; null as long as it is not approved, or where there is none. */
  readonly declaration: Declaration | null
}

export function readSubmission(id: string): Promise<WholeSubmission> {
  return ask('GET', `/api/submissions/${encodeURIComponent(id)}`)
}

async function load(id: string): Promise<Loaded> {
  const head = await readSubmission(id)
  const [campaign, { scheme: published }] = await Promise.all([
    ask<WholeCampaign>('GET', `/api/campaigns/${head.campaign}`),
    readVersion(head.version),
  ])
  const approved = head.declarationState === 'approved' ? head.declaration : null
  const bound = approved === null ? undefined : bind(published, approved)
  return bound?.ok
    ? { head, campaign, published, scheme: bound.value, declaration: approved }
    : { head, campaign, published, scheme: published, declaration: null }
}

/** `trouble` is what refused it: `Refused`, or a fault. */
export function useLoaded(id: string): { loaded: Loaded | undefined; trouble: unknown; reload: () => Promise<void> } {
  const [state, setState] = useState<{ id?: string; loaded?: Loaded; trouble?: unknown }>({})
  const reload = useCallback(async () => {
    try {
      const loaded = await load(id)
      setState({ id, loaded })
    } catch (trouble) {
      setState({ id, trouble })
    }
  }, [id])
  useEffect(() => {
    void reload()
  }, [reload])
  const isSame = state.id === id
  return { loaded: isSame ? state.loaded : undefined, trouble: isSame ? state.trouble : undefined, reload }
}
