import { type ComponentType, lazy, type ReactNode, useEffect, useState } from 'react'

export interface LazyPart<P> {
  (props: P): ReactNode
  /** Loads it before it is shown; then it is drawn at once, with nothing in between that a key or the focus would miss. */
  fetchAhead(): Promise<void>
}

/** A part of the page that is loaded when it is first shown, or ahead of that. It stands in a `Suspense`. */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): LazyPart<P> {
  let loaded: ComponentType<P> | undefined
  const fetchAhead = async () => {
    loaded ??= await load()
  }
  const Waiting = lazy(async () => {
    await fetchAhead()
    return { default: loaded as ComponentType<object> }
  })
  // biome-ignore lint/correctness/noComponentHookFactories: a part is made once, where its module begins
  const Part = (props: P) => {
    // As it was first shown: a part that arrives meanwhile does not take the place of itself.
    const [Shown] = useState<ComponentType<P>>(() => loaded ?? Waiting)
    return <Shown {...props} />
  }
  return Object.assign(Part, { fetchAhead })
}

/** Loads parts when what is on the screen has been there for a second; of a failure the part itself will tell. */
export function useFetchAhead(...parts: readonly { fetchAhead(): Promise<void> }[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const part of parts) part.fetchAhead().catch(() => undefined)
    }, 1_000)
    return () => clearTimeout(timer)
  }, [])
}
