import { useEffect, useRef, useState } from 'react'

/** Takes files that are dropped anywhere on the page, or pasted; true while they are held over it. */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false)
  const taken = useRef(onFiles)
  taken.current = onFiles
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setIsOver(true)
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const take = (event: Event, files: FileList | undefined) => {
      if (files === undefined || files.length === 0) return
      event.preventDefault()
      setIsOver(false)
      taken.current([...files])
    }
    const onDrop = (event: DragEvent) => take(event, event.dataTransfer?.files)
    const onPaste = (event: ClipboardEvent) => take(event, event.clipboardData?.files)
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('dragleave', onDragLeave)
    document.addEventListener('drop', onDrop)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('dragleave', onDragLeave)
      document.removeEventListener('drop', onDrop)
      document.removeEventListener('paste', onPaste)
    }
  }, [])
  return isOver
}
