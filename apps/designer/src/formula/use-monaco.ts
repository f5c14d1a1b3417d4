import { useEffect, useState } from 'react'
import { useLanguage } from '../parts/words.ts'
import { loadMonaco, type Monaco } from './monaco.ts'

/** The code editor: undefined while it is on its way, null where it cannot be had. */
export function useMonaco(): Monaco | null | undefined {
  const language = useLanguage()
  const [monaco, setMonaco] = useState<Monaco | null>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; its language is that of the first time
  useEffect(() => {
    let isThere = true
    loadMonaco(language).then(
      (loaded) => isThere && setMonaco(() => loaded),
      () => isThere && setMonaco(null),
    )
    return () => {
      isThere = false
    }
  }, [])
  return monaco
}
