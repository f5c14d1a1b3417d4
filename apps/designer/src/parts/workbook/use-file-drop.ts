import { useEffect, useRef, useState } from 'react'

/**
 * Files dropped anywhere on the page, but where a part of it takes them itself. Returns whether some are held over it.
 *
 * onDrop  is called while the drop is handled, as long as what was dropped can be read
 */
export function useFileDrop(isOn: boolean, onDrop: (data: DataTransfer) => void): boolean {
  const [isOver, setIsOver] = useState(false)
  const latest = useRef(onDrop)
  latest.current = onDrop
  useEffect(() => {
    if (!isOn) return
    const onDrag = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      // A row that takes evidence has said so by now.
      const isTaken = event.defaultPrevented
      event.preventDefault()
      setIsOver(event.type === 'dragover' && !isTaken)
      if (event.type === 'drop' && !isTaken) latest.current(event.dataTransfer)
    }
    const onLeave = (event: DragEvent) => {
      // Out of the window, and not from one element of it to the next.
      if (event.relatedTarget === null) setIsOver(false)
    }
    addEventListener('dragover', onDrag)
    addEventListener('drop', onDrag)
    addEventListener('dragleave', onLeave)
    return () => {
      removeEventListener('dragover', onDrag)
      removeEventListener('drop', onDrag)
      removeEventListener('dragleave', onLeave)
      setIsOver(false)
    }
  }, [isOn])
  return isOver
}
