import type { Shortfalls } from '@yardstick/engine'
import { useEffect, useState } from 'react'
import { engineOf, wantedOf } from '../evaluation/engine.ts'
import { designer, useDesigner } from '../store/use-designer.ts'

/** 还差多少 of some leaves of the chosen sample, asked a moment after its scores have come; null until then. */
export function useShortfalls(leaves: readonly string[]): Shortfalls | null {
  const evaluation = useDesigner(({ results }) => results.evaluation)
  const asked = leaves.join('\n')
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    if (evaluation === null || asked === '') return
    let isOver = false
    const timer = setTimeout(async () => {
      const shortfalls = await engineOf().shortfalls(asked.split('\n'), wantedOf(designer.getState()))
      if (!isOver) setFound({ of: evaluation, asked, shortfalls })
    }, 150)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [evaluation, asked])
  return found?.of === evaluation && found.asked === asked ? found.shortfalls : null
}

interface Found {
  readonly of: unknown
  readonly asked: string
  readonly shortfalls: Shortfalls | null
}
