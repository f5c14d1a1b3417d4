import { useCallback, useEffect, useRef, useState } from 'react'
import { ask, query } from '../../server/client.ts'

/** A long list, read page by page as it is scrolled. */
export interface Pages<T> {
  readonly rows: readonly T[]
  readonly trouble: unknown
  readonly isWaiting: boolean
  /** Nothing follows. */
  readonly isWhole: boolean
  readMore(): void
  reload(): Promise<void>
}

const PAGE = 200

/**
 * filter  part of the query; the list begins anew when it is another
 * read    takes the rows out of an answer
 * keyOf   the key of a row, which the next page begins after
 * all     reads on to the end by itself
 */
export function usePages<T, A>(
  path: string | undefined,
  filter: Readonly<Record<string, string | undefined>>,
  read: (answer: A) => readonly T[],
  keyOf: (row: T) => string,
  all = false,
): Pages<T> {
  const [state, setState] = useState<{ rows: readonly T[]; trouble?: unknown; isWaiting: boolean; isWhole: boolean }>({
    rows: [],
    isWaiting: path !== undefined,
    isWhole: false,
  })
  const turn = useRef(0)
  const latest = useRef({ read, keyOf, rows: state.rows })
  latest.current = { read, keyOf, rows: state.rows }
  const text = query(filter)
  const page = useCallback(
    async (begun: readonly T[], mine: number): Promise<void> => {
      if (path === undefined) return
      const last = begun.at(-1)
      const after = last === undefined ? undefined : latest.current.keyOf(last)
      const rest = query({ after, limit: PAGE }).slice(1)
      try {
        const answer = await ask<A>('GET', `${path}${text === '' ? '?' : `${text}&`}${rest}`)
        if (mine !== turn.current) return
        const more = latest.current.read(answer)
        const rows = [...begun, ...more]
        const isWhole = more.length < PAGE
        const goesOn = all && !isWhole
        setState({ rows, isWaiting: goesOn, isWhole })
        if (goesOn) await page(rows, mine)
      } catch (trouble) {
        if (mine === turn.current) setState({ rows: begun, trouble, isWaiting: false, isWhole: false })
      }
    },
    [path, text, all],
  )
  const reload = useCallback(() => {
    setState((before) => ({ rows: before.rows, isWhole: before.isWhole, isWaiting: true }))
    return page([], ++turn.current)
  }, [page])
  useEffect(() => {
    void reload()
    return () => {
      turn.current++
    }
  }, [reload])
  const readMore = () => {
    if (state.isWaiting || state.isWhole || state.trouble !== undefined) return
    setState({ ...state, isWaiting: true })
    void page(latest.current.rows, turn.current)
  }
  return {
    rows: state.rows,
    trouble: state.trouble,
    isWaiting: state.isWaiting,
    isWhole: state.isWhole,
    readMore,
    reload,
  }
}
