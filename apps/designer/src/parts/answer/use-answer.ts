import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from '../../server/client.ts'

/** What the server says to a request, and asking anew. The last answer stands while the next is waited for. */
export interface Answer<T> {
  readonly value: T | undefined
  /** What refused it: `Refused`, or a fault. */
  readonly trouble: unknown
  readonly isWaiting: boolean
  reload(): Promise<void>
}

/** `path` undefined asks nothing. */
export function useAnswer<T>(path: string | undefined): Answer<T> {
  const [state, setState] = useState<{ path?: string; value?: T; trouble?: unknown; isWaiting: boolean }>({
    isWaiting: path !== undefined,
  })
  const newest = useRef(0)
  const reload = useCallback(async () => {
    if (path === undefined) return
    const turn = ++newest.current
    setState((before) => ({ ...(before.path === path ? before : {}), isWaiting: true }))
    try {
      const value = await ask<T>('GET', path)
      if (turn === newest.current) setState({ path, value, isWaiting: false })
    } catch (trouble) {
      if (turn === newest.current) setState({ path, trouble, isWaiting: false })
    }
  }, [path])
  useEffect(() => {
    void reload()
    return () => {
      newest.current++
    }
  }, [reload])
  const isSame = state.path === path
  return { value: isSame ? state.value : undefined, trouble: state.trouble, isWaiting: state.isWaiting, reload }
}
