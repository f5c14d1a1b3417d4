import { useEffect, useRef } from 'react'

/** Takes files that are pasted anywhere on the page. */
export function useFilePaste(onFiles: (files: readonly File[]) => void): void {
  const taken = useRef(onFiles)
  taken.current = onFiles
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      taken.current(files)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
}
