import type { FormulaPreview } from '@yardstick/engine'
import type { Declared } from '@yardstick/formula'
import { useEffect, useState } from 'react'
import { engineOf } from '../../evaluation/engine.ts'
import { useDesigner } from '../../store/use-designer.ts'

/** Off the keystroke path: the engine is asked when typing pauses. */
const PAUSE_MS = 150

/**
 * What a formula comes to for the chosen sample; null while it comes to nothing. Asked anew whenever the text or the
 * engine's copy of the design changes.
 *
 * text   undefined asks nothing
 */
export function usePreview(text: string | undefined, expects: Declared | undefined): FormulaPreview | null {
  const sample = useDesigner((state) => state.view.sample)
  const declaration = useDesigner((state) => state.view.declaration)
  const language = useDesigner((state) => state.view.language)
  const revision = useDesigner((state) => state.results.revision)
  const [preview, setPreview] = useState<FormulaPreview | null>(null)
  const type = expects?.type
  const unit = expects?.unit
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision of the results is a reason to ask again
  useEffect(() => {
    if (text === undefined || text.trim() === '') {
      setPreview(null)
      return
    }
    let isCurrent = true
    const timer = setTimeout(async () => {
      const as = type === undefined ? undefined : { type, ...(unit === undefined ? {} : { unit }) }
      const answer = await engineOf().previewFormula(text, as, { sample, declaration, language })
      if (isCurrent) setPreview(answer)
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [text, type, unit, sample, declaration, language, revision])
  return preview
}
