import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

const CHUNK = 150

/** How much of a long list is drawn: a screenful at once, the rest in pieces while nobody waits; all of it for printing. */
export function useGrowing(count: number): number {
  const [shown, setShown] = useState(CHUNK)
  useEffect(() => {
    if (shown >= count) return
    const timer = setTimeout(() => setShown(shown + CHUNK), 30)
    const all = () => flushSync(() => setShown(count))
    window.addEventListener('beforeprint', all)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('beforeprint', all)
    }
  }, [shown, count])
  return shown
}
