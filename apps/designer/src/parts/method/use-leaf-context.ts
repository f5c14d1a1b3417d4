import { type Leaf, walk } from '@yardstick/model'
import type { LeafContext } from '@yardstick/wording'
import { useMemo } from 'react'
import type { LeafView } from '../../evaluation/leaf-view.ts'
import { designer, useDesigner } from '../../store/use-designer.ts'

/** What a leaf's sentence takes from its row, as it stands now; the unit and type of its value once the worker says them. */
export function useLeafContext(leaf: Leaf, view: LeafView | null): LeafContext {
  const stepCount = useDesigner((state) => state.design!.scheme.stepCount)
  const unit = view?.context.unit
  const valueType = view?.context.valueType
  return useMemo(
    () => ({
      name: leaf.name,
      points: leaf.points,
      target: leaf.target,
      actual: leaf.actual,
      unit,
      valueType,
      stepCount,
      names,
      elementIds: leaf.scoring.method === 'checklist' ? leaf.scoring.elements.map((element) => element.id) : undefined,
    }),
    [leaf, unit, valueType, stepCount],
  )
}

/** Read when a sentence asks, which it does for names of indicators only: nothing is drawn anew when another leaf changes. */
const names: LeafContext['names'] = {
  nameOf: (id) => nodes().find((node) => node.id === id)?.name,
  idOf: (name) => {
    const named = nodes().filter((node) => node.name === name)
    return named.length === 1 ? named[0]!.id : undefined
  },
}

function nodes() {
  const { design } = designer.getState()
  return design === null ? [] : walk(design.scheme).map((place) => place.node)
}
