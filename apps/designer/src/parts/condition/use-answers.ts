import type { AskedCondition, ConditionAnswer } from '@yardstick/engine'
import { useEffect, useMemo, useState } from 'react'
import { engineOf } from '../../evaluation/engine.ts'
import { useDesigner } from '../../store/use-designer.ts'

/**
 * What the chosen sample answers to conditions, part by part, in the order asked; undefined for those not answered yet,
 * null while nobody can say. Asked again with every round of the engine, so that the answers are of what is on the screen.
 */
export function useAnswers(
  asked: readonly AskedCondition[] | null,
): readonly (readonly ConditionAnswer[] | undefined)[] | null {
  const revision = useDesigner((state) => state.results.revision)
  const sample = useDesigner((state) => state.view.sample)
  const declaration = useDesigner((state) => state.view.declaration)
  const language = useDesigner((state) => state.view.language)
  const [known, setKnown] = useState<ReadonlyMap<string, readonly ConditionAnswer[]> | null>(null)
  const texts = useMemo(() => (asked ?? []).map((each) => JSON.stringify(each)), [asked])
  const key = texts.join('\n')
  useEffect(() => {
    if (sample === null || revision < 0 || key === '') return setKnown(null)
    let isStale = false
    const each = key.split('\n')
    engineOf()
      .conditionAnswers(
        each.map((text) => JSON.parse(text)),
        { sample, language, declaration },
      )
      .then((found) => {
        if (!isStale) setKnown(found === null ? null : new Map(each.map((text, index) => [text, found[index]!])))
      })
    return () => {
      isStale = true
    }
  }, [key, revision, sample, declaration, language])
  // One condition changed leaves the answers to the others where they are.
  return known === null ? null : texts.map((text) => known.get(text))
}
