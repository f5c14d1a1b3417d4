import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { Refused } from '../../server/client.ts'
import { may } from '../../server/may.ts'
import { useServer } from '../../server/session.ts'
import type { TemplateHead } from '../../server/templates.ts'
import { readUpstream, type Upstream } from '../../server/upstream.ts'
import { useDesigner } from '../../store/use-designer.ts'

/** What the library has of the template that the open design was adopted from. */
interface Known {
  /** The design, and the version it rests on: it is asked again when either is another. */
  readonly of: string
  readonly upstream: Upstream | null
}

const store = createStore<Known>(() => ({ of: '', upstream: null }))
let asked = ''

/** So often it is asked whether there is a newer version, while the page is looked at. */
const AGAIN_MS = 300_000

export interface TemplateState {
  readonly current: TemplateHead | null
  /** Later than what the design rests on now, newest first. */
  readonly newer: readonly TemplateHead[]
}

/** Null where the design comes from no template, or nobody can be asked. */
export function useUpstream(): TemplateState | null {
  const there = useServer()
  const id = useDesigner((state) => (state.server?.head == null ? null : state.designId))
  const lineage = useDesigner((state) => state.design?.scheme.lineage)
  const mayAsk = there.state === 'there' && may(there.session, 'template.read')
  const hash = lineage?.mode === 'reference' ? lineage.template.hash : undefined
  const of = id === null || hash === undefined || !mayAsk ? '' : `${id} ${hash}`
  useEffect(() => {
    if (of === '' || id === null) return
    void askFor(id, of)
    const timer = setInterval(() => {
      asked = ''
      if (document.visibilityState === 'visible') void askFor(id, of)
    }, AGAIN_MS)
    return () => clearInterval(timer)
  }, [id, of])
  const known = useStore(store)
  if (of === '' || known.of !== of || known.upstream === null) return null
  const { current, newer } = known.upstream
  // What is on the screen may be ahead of the draft that the server answered for.
  const at = newer.findIndex((each) => each.hash === hash)
  return { current: at < 0 ? current : newer[at]!, newer: at < 0 ? newer : newer.slice(0, at) }
}

async function askFor(id: string, of: string): Promise<void> {
  if (asked === of) return
  asked = of
  try {
    store.setState({ of, upstream: await readUpstream(id) })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    store.setState({ of, upstream: null })
  }
}
