import { useCallback, useEffect, useRef, useState } from 'react'
import { Refused } from '../server/client.ts'
import { listSchemes } from '../server/schemes.ts'
import type { SchemeHead, SchemeState } from '../store/server-side.ts'

export interface SchemeFilter {
  readonly search: string
  readonly state: SchemeState | 'all'
}

const PAGE = 50
/** Typing is over when nothing has come for so long. */
const QUIET_MS = 250
/** A server that did not answer is asked again. */
const RETRY_MS = 5000

/** The list as filtered; null until it is there. Read anew when somebody comes back to the page. */
export function useSchemes({ search, state }: SchemeFilter) {
  const [schemes, setSchemes] = useState<readonly SchemeHead[] | null>(null)
  const [hasMore, setHasMore] = useState(false)
  const [isAway, setIsAway] = useState(false)
  const [count, setCount] = useState(0)
  const asked = useRef(0)
  const read = useCallback(
    async (before: readonly SchemeHead[]) => {
      asked.current++
      const mine = asked.current
      const after = before.at(-1)?.id
      const filter = { search: search.trim(), ...(state === 'all' ? {} : { state }) }
      try {
        const page = await listSchemes({ ...filter, limit: PAGE, ...(after === undefined ? {} : { after }) })
        if (mine !== asked.current) return
        setSchemes([...before, ...page.schemes])
        setHasMore(page.schemes.length === PAGE)
        setIsAway(false)
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        if (mine === asked.current) setIsAway(error.status === 0)
      }
    },
    [search, state],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` asks for it anew
  useEffect(() => {
    const timer = setTimeout(() => void read([]), search === '' ? 0 : QUIET_MS)
    return () => clearTimeout(timer)
  }, [read, search, count])
  const readAnew = useCallback(() => setCount((before) => before + 1), [])
  useEffect(() => {
    addEventListener('focus', readAnew)
    return () => removeEventListener('focus', readAnew)
  }, [readAnew])
  useEffect(() => {
    if (!isAway) return
    const timer = setInterval(readAnew, RETRY_MS)
    return () => clearInterval(timer)
  }, [isAway, readAnew])
  return { schemes, isAway, hasMore, readMore: () => void read(schemes ?? []), readAnew }
}
