import { useMemo, useState } from 'react'

/** What is pointed at on either side, by places of the reading; a press holds it until the next one. */
export interface Pointing {
  readonly places: readonly string[]
  /** Whether a press holds it there. */
  readonly isHeld: boolean
  readonly point: (places: readonly string[]) => void
  readonly leave: () => void
  readonly hold: (places: readonly string[]) => void
}

export function usePointing(): Pointing {
  const [pointed, setPointed] = useState<readonly string[]>(NOWHERE)
  const [held, setHeld] = useState<readonly string[]>(NOWHERE)
  return useMemo(
    () => ({
      places: pointed.length > 0 ? pointed : held,
      isHeld: held.length > 0,
      point: setPointed,
      leave: () => setPointed(NOWHERE),
      hold: (places) => setHeld((before) => (before.join() === places.join() ? NOWHERE : places)),
    }),
    [pointed, held],
  )
}

const NOWHERE: readonly string[] = []
