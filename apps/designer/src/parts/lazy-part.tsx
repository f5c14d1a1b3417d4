import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode, useEffect, useState } from 'react'
import { designer } from '../store/use-designer.ts'

export interface LazyPart<P> {
  (props: P): ReactNode
  /** Loads it before it is shown; then it is drawn at once, with nothing in between that a key or the focus would miss. */
  fetchAhead(): Promise<void>
}

/** A part that could not be fetched: the server is out of reach. Once that is told, `forget` lets it be asked for again. */
export class NotLoaded extends Error {
  constructor(
    readonly forget: () => void,
    cause: unknown,
  ) {
    super('a part of the page could not be fetched', { cause })
  }
}

/** A part of the page that is loaded when it is first shown, or ahead of that. It stands in a `Suspense`. */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): LazyPart<P> {
  let loaded: ComponentType<P> | undefined
  let waiting: LazyExoticComponent<ComponentType<object>> | undefined
  const fetchAhead = async () => {
    loaded ??= await load()
  }
  const waitFor = () =>
    lazy(async () => {
      try {
        await fetchAhead()
      } catch (cause) {
        const forget = () => {
          waiting = undefined
        }
        throw new NotLoaded(forget, cause)
      }
      return { default: loaded as ComponentType<object> }
    })
  // biome-ignore lint/correctness/noComponentHookFactories: a part is made once, where its module begins
  const Part = (props: P) => {
    // As it was first shown: a part that arrives meanwhile does not take the place of itself.
    const [Shown] = useState<ComponentType<P>>(() => {
      waiting ??= waitFor()
      return loaded ?? waiting
    })
    return <Shown {...props} />
  }
  return Object.assign(Part, { fetchAhead })
}

/**
 * Loads parts one by one, once the first scores have been on the screen for a second: what somebody waits for comes first.
 * Of a failure the part itself will tell.
 */
export function useFetchAhead(...parts: readonly { fetchAhead(): Promise<void> }[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const fetch = async () => {
      if (designer.getState().results.revision < 0) return wait()
      for (const part of parts) {
        // Nobody is told of what failed here: it would not be tried again before it is shown.
        if (!navigator.onLine) return wait()
        await part.fetchAhead().catch(() => undefined)
      }
    }
    const wait = () => {
      timer = setTimeout(fetch, 1_000)
    }
    wait()
    return () => clearTimeout(timer)
  }, [])
}
