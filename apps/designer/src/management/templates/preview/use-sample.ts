import type { Scheme } from '@yardstick/model'
import { useEffect, useState } from 'react'
import { engineOf } from '../../../evaluation/engine.ts'
import type { SampleApart } from '../../../evaluation/sample-apart.ts'
import { useLanguage } from '../../../parts/words.ts'

/** A scheme tried on one of its cases, from the worker; undefined while it is on its way. */
export function useSample(scheme: Scheme, index: number): SampleApart | undefined {
  const language = useLanguage()
  const [found, setFound] = useState<{ readonly of: Scheme; readonly sample: SampleApart }>()
  useEffect(() => {
    let isWanted = true
    engineOf()
      .sampleApart(scheme, index, language)
      .then((sample) => isWanted && setFound({ of: scheme, sample }))
    return () => {
      isWanted = false
    }
  }, [scheme, index, language])
  // Another sample of the same scheme takes the place of the one before when it is there.
  return found?.of === scheme ? found.sample : undefined
}
