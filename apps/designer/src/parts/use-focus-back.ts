import { useEffect, useState } from 'react'
import { focusFirst } from './focus-first.ts'

/**
 * For what lies over the page and is mounted while it is open: when it goes, the focus is where it was before. What the
 * focus was on may be gone too; then it is in the view. Answers a way to give it back earlier, before something else opens.
 */
export function useFocusBack(): () => void {
  const [from] = useState(() => document.activeElement)
  const [giveBack] = useState(() => {
    let isGiven = false
    return () => {
      if (isGiven) return
      isGiven = true
      if (from instanceof HTMLElement && from !== document.body) from.focus({ preventScroll: true })
      if (document.activeElement !== from) focusFirst(document.querySelector('.shell-main'))
    }
  })
  useEffect(() => giveBack, [giveBack])
  return giveBack
}
