import type { ShownReading } from '@yardstick/engine'
import { useEffect, useState } from 'react'
import { engineOf } from '../evaluation/engine.ts'
import { useDesigner } from '../store/use-designer.ts'

/** What every item and measure is in the chosen sample, as the engine last said. */
export function useValues(): { readonly [name: string]: ShownReading } {
  const sample = useDesigner((state) => state.view.sample)
  const declaration = useDesigner((state) => state.view.declaration)
  const language = useDesigner((state) => state.view.language)
  const revision = useDesigner((state) => state.results.revision)
  const [values, setValues] = useState<{ readonly [name: string]: ShownReading }>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision of the results is a reason to ask again
  useEffect(() => {
    let isCurrent = true
    engineOf()
      .readNames({ sample, declaration, language })
      .then((answer) => isCurrent && setValues(answer))
    return () => {
      isCurrent = false
    }
  }, [sample, declaration, language, revision])
  return values
}
