import { useEffect, useRef, useState } from 'react'

/**
 * Files dropped anywhere on the page, but where a part of it takes them itself. Returns whether some are held over it.
 *
 * isOn    while it is not, they are not taken, and the browser does not open them in place of the page either
 * onDrop  is called while the drop is handled, as long as what was dropped can be read
 */
export function useFileDrop(isOn: boolean, onDrop: (data: DataTransfer) => void): boolean {
  const [isOver, setIsOver] = useState(false)
  const latest = useRef({ isOn, onDrop })
  latest.current = { isOn, onDrop }
  useEffect(() => {
    const onDrag = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      // A row that takes evidence has said so by now.
      const isTaken = event.defaultPrevented
      event.preventDefault()
      const { isOn, onDrop } = latest.current
      if (!isOn && !isTaken) event.dataTransfer.dropEffect = 'none'
      setIsOver(event.type === 'dragover' && isOn && !isTaken)
      if (event.type === 'drop' && isOn && !isTaken) onDrop(event.dataTransfer)
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
    }
  }, [])
  return isOver && isOn
}
