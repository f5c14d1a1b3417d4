import { walk } from '@yardstick/model'
import { useMemo } from 'react'
import { useDesigner } from '../store/use-designer.ts'

/** All indicators to choose from, by their whole names. */
export function useIndicatorOptions(): { readonly value: string; readonly label: string }[] {
  const indicators = useDesigner((state) => state.design!.scheme.indicators)
  return useMemo(
    () => walk({ indicators }).map(({ node, path }) => ({ value: node.id, label: path.join(' / ') })),
    [indicators],
  )
}
