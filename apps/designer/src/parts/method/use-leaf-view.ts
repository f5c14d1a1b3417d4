import type { Leaf, Scoring } from '@yardstick/model'
import { useEffect, useRef, useState } from 'react'
import { engineOf, wantedOf } from '../../evaluation/engine.ts'
import type { LeafView } from '../../evaluation/leaf-view.ts'
import { designer, useDesigner } from '../../store/use-designer.ts'

/**
 * The worker's view of one leaf as it stands on the page at this moment. Questions are asked one at a time and only the
 * latest waits, so that a drag never queues up; until the first answer there is none.
 *
 * variants   the same leaf under other rules; compared by content, so a new array each time is fine
 */
export function useLeafView(leaf: Leaf, variants: readonly Scoring[] = []): LeafView | null {
  const [view, setView] = useState<{ readonly id: string; readonly view: LeafView } | null>(null)
  const sample = useDesigner((state) => state.view.sample)
  const declaration = useDesigner((state) => state.view.declaration)
  const scratch = useDesigner((state) => state.view.scratch)
  // What the leaf reads may have changed when a round is through.
  const revision = useDesigner((state) => state.results.revision)
  const asked = useRef<{ isBusy: boolean; next: (() => Promise<void>) | null }>({ isBusy: false, next: null })
  const key = JSON.stringify([leaf, variants, sample, declaration, revision])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says it all, and what is tried is told by identity
  useEffect(() => {
    let isGone = false
    const ask = async () => {
      const answer = await engineOf().leafView({ leaf, variants }, wantedOf(designer.getState()))
      if (!isGone && answer !== null) setView({ id: leaf.id, view: answer })
    }
    const state = asked.current
    state.next = ask
    if (!state.isBusy) {
      state.isBusy = true
      void (async () => {
        try {
          while (state.next !== null) {
            const next = state.next
            state.next = null
            await next()
          }
        } finally {
          state.isBusy = false
        }
      })()
    }
    return () => {
      isGone = true
    }
  }, [key, scratch])
  return view?.id === leaf.id ? view.view : null
}
