import type { Scheme } from '@yardstick/model'
import { useEffect, useState } from 'react'
import type { SchemeComparison } from '../../evaluation/compare-schemes.ts'
import { engineOf } from '../../evaluation/engine.ts'
import { useLanguage } from '../words.ts'

/** What differs, from the worker; null while it is on its way. */
export function useComparison(before: Scheme | undefined, after: Scheme | undefined): SchemeComparison | null {
  const language = useLanguage()
  const [comparison, setComparison] = useState<SchemeComparison | null>(null)
  useEffect(() => {
    setComparison(null)
    if (before === undefined || after === undefined) return
    let isWanted = true
    engineOf()
      .compareSchemes(before, after, language)
      .then((found) => isWanted && setComparison(found))
    return () => {
      isWanted = false
    }
  }, [before, after, language])
  return comparison
}
