import { useEffect, useRef, useState } from 'react'
import { addressOf } from '../../server/client.ts'
import type { Progress } from './scoring.ts'

/** When it is listened again to a run of which the server did not tell. */
const AGAIN_MS = 5000

/**
 * How far a run is, told by the server as it goes on. A connection that breaks is made again by the browser, which tells
 * the server the last that it has heard; `isLost` says so meanwhile.
 */
export function useProgress(run: string | undefined, onEnd: () => void) {
  const [state, setState] = useState<{ run?: string; progress?: Progress; isLost: boolean }>({ isLost: false })
  const [attempt, setAttempt] = useState(0)
  const end = useRef(onEnd)
  end.current = onEnd
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` begins anew
  useEffect(() => {
    if (run === undefined) return
    let again: ReturnType<typeof setTimeout> | undefined
    const source = new EventSource(addressOf(`/api/runs/${run}/progress`))
    const hear = (event: MessageEvent<string>) => {
      const progress = JSON.parse(event.data) as Progress
      setState({ run, progress, isLost: false })
      if (progress.state === 'running') return
      source.close()
      end.current()
    }
    source.addEventListener('progress', hear as EventListener)
    source.onerror = () => {
      setState((before) => ({ ...before, isLost: true }))
      if (source.readyState !== EventSource.CLOSED) return
      // Refused, which the browser takes for good: what became of the run is asked for in the ordinary way, which asks
      // to sign in where that is why, and where it goes on it is listened to again.
      end.current()
      again = setTimeout(() => setAttempt((before) => before + 1), AGAIN_MS)
    }
    return () => {
      clearTimeout(again)
      source.close()
    }
  }, [run, attempt])
  return { progress: state.run === run ? state.progress : undefined, isLost: state.isLost }
}
