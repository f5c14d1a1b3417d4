import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { Refused } from '../../server/client.ts'
import { may } from '../../server/may.ts'
import { useServer } from '../../server/session.ts'
import type { TemplateHead } from '../../server/templates.ts'
import { readUpstream } from '../../server/upstream.ts'
import { useDesigner } from '../../store/use-designer.ts'
import { isLater } from './is-later.ts'

/**
 * The versions of templates that the library was heard to have. The server answers for the draft it has; an update that
 * was just taken over here, or taken back, is ahead of that, so that what is newer is worked out on this side.
 */
interface Heard {
  /** By hash. */
  readonly heads: ReadonlyMap<string, TemplateHead>
  /** The designs and versions that were asked for. */
  readonly asked: ReadonlySet<string>
}

const store = createStore<Heard>(() => ({ heads: new Map(), asked: new Set() }))

/** So often it is asked whether there is a newer version, while the page is looked at. */
const AGAIN_MS = 300_000

export interface TemplateState {
  /** The version that the open design rests on; null where the library does not have it. */
  readonly current: TemplateHead | null
  /** Later ones, newest first. */
  readonly newer: readonly TemplateHead[]
}

/** Null where the design comes from no template by reference, or nobody can be asked. */
export function useUpstream(): TemplateState | null {
  const there = useServer()
  const id = useDesigner((state) => (state.server?.head == null ? null : state.designId))
  const lineage = useDesigner((state) => state.design?.scheme.lineage)
  const mayAsk = there.state === 'there' && may(there.session, 'template.read')
  const template = lineage?.mode === 'reference' && mayAsk ? lineage.template : undefined
  const hash = template?.hash
  useEffect(() => {
    if (id === null || hash === undefined) return
    const ask = () => void askFor(id, hash)
    ask()
    const timer = setInterval(() => document.visibilityState === 'visible' && ask(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [id, hash])
  const { heads, asked } = useStore(store)
  return useMemo(() => {
    if (template === undefined || !asked.has(`${id} ${template.hash}`)) return null
    const newer = [...heads.values()].filter(
      (each) =>
        each.id === template.id && each.publisher === template.publisher && isLater(each.version, template.version),
    )
    newer.sort((a, b) => (isLater(a.version, b.version) ? -1 : 1))
    return { current: heads.get(template.hash) ?? null, newer }
  }, [template, id, heads, asked])
}

async function askFor(id: string, hash: string): Promise<void> {
  try {
    const { current, newer } = await readUpstream(id)
    const heads = new Map(store.getState().heads)
    for (const head of [...(current === null ? [] : [current]), ...newer]) heads.set(head.hash, head)
    store.setState({ heads, asked: new Set([...store.getState().asked, `${id} ${hash}`]) })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}
