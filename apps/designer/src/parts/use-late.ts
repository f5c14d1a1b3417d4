import { useEffect, useState } from 'react'

/** Sooner than this nobody takes what is shown for what is so. */
const LATE_MS = 100

/** Whether something has been so for longer than a moment: a mark for what is gone at once would only flicker. */
export function useLate(isSo: boolean): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (!isSo) return
    const timer = setTimeout(() => setLate(true), LATE_MS)
    return () => clearTimeout(timer)
  }, [isSo])
  return isSo && isLate
}
