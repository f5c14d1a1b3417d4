import { useEffect, useRef, useState } from 'react'
import { addressOf } from '../../server/client.ts'
import type { Progress } from './scoring.ts'

/**
 * How far a run is, told by the server as it goes on. A connection that breaks is made again by the browser, which tells
 * the server the last that it has heard; `isLost` says so meanwhile.
 */
export function useProgress(run: string | undefined, onEnd: () => void) {
  const [state, setState] = useState<{ run?: string; progress?: Progress; isLost: boolean }>({ isLost: false })
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    if (run === undefined) return
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
      // The server refused it for good: what became of the run is asked for in the ordinary way.
      if (source.readyState === EventSource.CLOSED) end.current()
    }
    return () => source.close()
  }, [run])
  return { progress: state.run === run ? state.progress : undefined, isLost: state.isLost }
}
