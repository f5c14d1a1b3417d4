import { useEffect, useState } from 'react'
import { engineOf } from '../evaluation/engine.ts'
import type { ManualTexts } from '../evaluation/manual-texts.ts'
import { useDesigner } from '../store/use-designer.ts'

/** What the engine says of every leaf, asked anew when a round of results has come in. */
export function useManualTexts(): ManualTexts {
  const revision = useDesigner((state) => state.results.revision)
  const language = useDesigner((state) => state.view.language)
  const [texts, setTexts] = useState<ManualTexts>({})
  useEffect(() => {
    if (revision < 0) return
    let isWanted = true
    engineOf()
      .manualTexts(language)
      .then((found) => isWanted && setTexts(found))
    return () => {
      isWanted = false
    }
  }, [revision, language])
  return texts
}
