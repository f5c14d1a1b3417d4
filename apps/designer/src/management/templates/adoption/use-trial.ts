import { useEffect, useState } from 'react'
import { Refused } from '../../../server/client.ts'
import type { AskedAdoption } from '../../../server/templates.ts'
import { type AdoptionTrial, tryAdoption } from './adoption-calls.ts'

/** What adopting would give, asked anew a moment after each change; the last answer stands meanwhile. */
export interface Trial {
  readonly answer: AdoptionTrial | undefined
  readonly trouble: unknown
  readonly isWaiting: boolean
  /** Nothing stands against it, as far as is known. */
  readonly canAdopt: boolean
}

const QUIET_MS = 350

export function useTrial(hash: string, asked: AskedAdoption): Trial {
  const [state, setState] = useState<{ answer?: AdoptionTrial; trouble?: unknown; isWaiting: boolean }>({
    isWaiting: true,
  })
  useEffect(() => {
    const stop = new AbortController()
    setState((before) => ({ ...before, isWaiting: true }))
    const timer = setTimeout(async () => {
      try {
        const answer = await tryAdoption(hash, asked, stop.signal)
        setState({ answer, isWaiting: false })
      } catch (trouble) {
        if (stop.signal.aborted) return
        setState((before) => ({
          ...(before.answer === undefined ? {} : { answer: before.answer }),
          trouble,
          isWaiting: false,
        }))
      }
    }, QUIET_MS)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [hash, asked])
  const isRefused = state.trouble instanceof Refused && state.trouble.status !== 0
  const hasError = state.answer?.issues.some(({ severity }) => severity === 'error') === true
  return {
    answer: state.answer,
    trouble: state.trouble,
    isWaiting: state.isWaiting,
    canAdopt: !state.isWaiting && !isRefused && !hasError,
  }
}
