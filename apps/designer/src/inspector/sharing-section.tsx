import { type Indicator, indicatorById } from '@yardstick/model'
import { useMemo } from 'react'
import { BoundaryFields, boundaryAbove } from '../parts/sharing/boundary-fields.tsx'
import { numbersOfIndicator } from '../parts/sharing/number-places.ts'
import { ParameterFields } from '../parts/sharing/parameter-fields.tsx'
import { sharingWords } from '../parts/sharing/words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'

/** 给采用单位的范围: what those who adopt the scheme may change of this indicator, and which of its numbers they set. */
export function SharingSection({ node }: { node: Indicator }) {
  const w = useWords(sharingWords)
  const language = useLanguage()
  const sharing = useDesigner((state) => state.design!.scheme.sharing)
  const indicators = useDesigner((state) => state.design!.scheme.indicators)
  const above = useMemo(() => {
    const places = indicatorById({ indicators })
    const ancestors: string[] = []
    for (let at = places.get(node.id)?.parent; at !== undefined; at = places.get(at.id)?.parent)
      ancestors.unshift(at.id)
    return boundaryAbove(sharing, ancestors)
  }, [sharing, indicators, node.id])
  const places = useMemo(() => numbersOfIndicator(node, language), [node, language])
  return (
    <section aria-label={w.heading}>
      <p className="method-note">{w.hint}</p>
      <BoundaryFields indicator={node.id} above={above} />
      <h3 className="inspector-title">{w.parameters}</h3>
      <p className="method-note">{w.parametersHint}</p>
      <ParameterFields places={places} owner={node.name} />
    </section>
  )
}
