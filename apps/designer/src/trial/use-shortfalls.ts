import type { Shortfalls } from '@yardstick/engine'
import { useEffect, useState } from 'react'
import { engineOf, wantedOf } from '../evaluation/engine.ts'
import { designer, useDesigner } from '../store/use-designer.ts'

/** 还差多少 of the chosen sample, asked a moment after its scores have come; null until then. */
export function useShortfalls(): Shortfalls | null {
  const evaluation = useDesigner(({ results }) => results.evaluation)
  const [found, setFound] = useState<{ readonly of: unknown; readonly shortfalls: Shortfalls | null }>()
  useEffect(() => {
    if (evaluation === null) return
    let isOver = false
    const timer = setTimeout(async () => {
      const shortfalls = await engineOf().shortfalls(wantedOf(designer.getState()))
      if (!isOver) setFound({ of: evaluation, shortfalls })
    }, 150)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [evaluation])
  return found?.of === evaluation ? (found?.shortfalls ?? null) : null
}
