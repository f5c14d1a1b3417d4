import { useEffect } from 'react'

/** What is printed of the page while this is shown: the styles of the view say so for `:root[data-print=…]`. */
export function usePrint(what: 'report' | 'result'): void {
  useEffect(() => {
    const root = document.documentElement
    root.dataset['print'] = what
    return () => {
      delete root.dataset['print']
    }
  }, [what])
}
