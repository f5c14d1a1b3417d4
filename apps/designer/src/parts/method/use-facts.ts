import { useMemo } from 'react'
import { useDesigner } from '../../store/use-designer.ts'
import { type Fact, factsOf } from '../condition/facts.ts'
import { useLanguage } from '../words.ts'

/** What the conditions of a scoring method may ask about: items, measures, evidence. */
export function useFacts(): Fact[] {
  const items = useDesigner((state) => state.design!.scheme.items)
  const measures = useDesigner((state) => state.design!.scheme.measures)
  const language = useLanguage()
  return useMemo(
    () => factsOf({ items, indicators: [], ...(measures === undefined ? {} : { measures }) }, 'items', language),
    [items, measures, language],
  )
}
