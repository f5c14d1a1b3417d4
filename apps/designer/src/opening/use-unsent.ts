import { useEffect, useState } from 'react'
import { api } from '../api.ts'

/**
 * Sends what was changed and closed while the server did not answer; gives the names of those that wait for somebody to
 * open them, since others have changed them too, or the server refuses them.
 */
export function useUnsent(isAway: boolean, onSent: () => void): readonly string[] {
  const [unsent, setUnsent] = useState<readonly string[]>([])
  useEffect(() => {
    if (isAway) return
    let isWanted = true
    api.sendUnsent().then(
      (names) => {
        if (!isWanted) return
        setUnsent(names)
        onSent()
      },
      // A browser that stores nothing has nothing to send.
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [isAway, onSent])
  return unsent
}
