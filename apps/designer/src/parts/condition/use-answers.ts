import type { AskedCondition, ConditionAnswer } from '@yardstick/engine'
import { useEffect, useMemo, useState } from 'react'
import { engineOf } from '../../evaluation/engine.ts'
import { useDesigner } from '../../store/use-designer.ts'

/**
 * What the chosen sample answers to conditions, part by part, in the order asked; null while nobody can say. Asked again
 * with every round of the engine, so that the answers are of what is on the screen.
 */
export function useAnswers(asked: readonly AskedCondition[] | null): readonly (readonly ConditionAnswer[])[] | null {
  const revision = useDesigner((state) => state.results.revision)
  const sample = useDesigner((state) => state.view.sample)
  const declaration = useDesigner((state) => state.view.declaration)
  const language = useDesigner((state) => state.view.language)
  const [answers, setAnswers] = useState<{ key: string; answers: ConditionAnswer[][] } | null>(null)
  const key = useMemo(() => JSON.stringify(asked), [asked])
  useEffect(() => {
    if (sample === null || revision < 0 || key === 'null' || key === '[]') return setAnswers(null)
    let isStale = false
    const wanted = { sample, language, declaration }
    engineOf()
      .conditionAnswers(JSON.parse(key), wanted)
      .then((found) => {
        if (!isStale) setAnswers(found === null ? null : { key, answers: found })
      })
    return () => {
      isStale = true
    }
  }, [key, revision, sample, declaration, language])
  // Answers to what was asked before do not fit what is asked now.
  return answers !== null && answers.key === key ? answers.answers : null
}
