import { type RefObject, useEffect } from 'react'
import type { ScrollMap } from './scroll-map.ts'
import { ROW } from './use-rows-shown.ts'

/** The two halves scroll together: whichever a person scrolls leads, the other one follows. */
export function useScrolledTogether(
  theirs: RefObject<HTMLElement | null>,
  ours: RefObject<HTMLElement | null>,
  { toOurs, toTheirs }: ScrollMap,
): void {
  useEffect(() => {
    const [left, right] = [theirs.current, ours.current]
    if (left === null || right === null) return
    /** Where the half that follows was put: the event of that is not an order to the other one. */
    let placed: { element: HTMLElement; top: number } | undefined
    const follow = (leader: HTMLElement, follower: HTMLElement, map: (row: number) => number) => () => {
      if (placed?.element === leader && Math.abs(placed.top - leader.scrollTop) < 2) {
        placed = undefined
        return
      }
      follower.scrollTop = map(leader.scrollTop / ROW) * ROW
      placed = { element: follower, top: follower.scrollTop }
    }
    const onLeft = follow(left, right, toOurs)
    const onRight = follow(right, left, toTheirs)
    left.addEventListener('scroll', onLeft, { passive: true })
    right.addEventListener('scroll', onRight, { passive: true })
    return () => {
      left.removeEventListener('scroll', onLeft)
      right.removeEventListener('scroll', onRight)
    }
  }, [theirs, ours, toOurs, toTheirs])
}
