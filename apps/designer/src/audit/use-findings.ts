import { useEffect, useRef, useState } from 'react'

export interface Findings {
  /** The place in the list of the one that is looked at; -1 before the first. */
  readonly at: number
  goTo(index: number): void
  step(by: 1 | -1): void
}

/** Which finding is looked at; F8 and Shift+F8 lead through them as they lead through the problems of a scheme. */
export function useFindings(count: number): Findings {
  const [at, setAt] = useState(-1)
  const goTo = (index: number) => setAt(index)
  const step = (by: 1 | -1) => {
    if (count === 0) return
    setAt((before) => (before < 0 ? (by > 0 ? 0 : count - 1) : (before + by + count) % count))
  }
  const stepped = useRef(step)
  stepped.current = step
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.isComposing || event.defaultPrevented) return
      event.preventDefault()
      stepped.current(event.shiftKey ? -1 : 1)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return { at: at < count ? at : -1, goTo, step }
}
