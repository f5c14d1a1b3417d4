import { indicatorById } from '@yardstick/model'
import { createContext, useCallback, useContext, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { designer, useDesigner } from '../store/use-designer.ts'
import { selectIndicator } from './sample-actions.ts'

/**
 * Which indicator the drawer explains: the one that is selected everywhere. A leaf of a declaration's own is in no other
 * view, so that nobody else can have it selected; the drawer remembers it by itself until something else is selected.
 */
export interface Explained {
  readonly id: string | null
  explain(id: string | null): void
}

export const ExplainedContext = createContext<Explained>({ id: null, explain: selectIndicator })

export function useExplained(): Explained {
  return useContext(ExplainedContext)
}

export function useExplainedState(): Explained {
  // What is selected is painted first; the drawer follows when there is time.
  const active = useDeferredValue(useDesigner(({ view }) => view.selection.active))
  const [own, setOwn] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another selection takes over
  useEffect(() => setOwn(null), [active])
  const explain = useCallback((id: string | null) => {
    const { design } = designer.getState()
    const isOwn = id !== null && design !== null && !indicatorById(design.scheme).has(id)
    setOwn(isOwn ? id : null)
    if (!isOwn) selectIndicator(id)
  }, [])
  return useMemo(() => ({ id: own ?? active, explain }), [own, active, explain])
}
