import { useEffect, useRef, useState } from 'react'
import type { Incoming } from './read-incoming.ts'

/** Takes what is pasted or dropped anywhere on the page while `isOn`; text fields keep what is pasted into them. */
export function useIncoming(onTaken: (incoming: Incoming) => void, isOn: boolean) {
  const [isOver, setIsOver] = useState(false)
  const [isReading, setIsReading] = useState(false)
  const taken = useRef(onTaken)
  taken.current = onTaken
  const takeFile = async (file: File) => {
    setIsReading(true)
    // A large file keeps the page busy: first it says so.
    await drawn()
    taken.current(await reading(({ readFile }) => readFile(file)))
    setIsReading(false)
  }
  const take = useRef(takeFile)
  take.current = takeFile
  useEffect(() => {
    if (!isOn) return
    const onPaste = (event: ClipboardEvent) => {
      if (event.clipboardData === null || isTypedInto(event.target)) return
      event.preventDefault()
      const file = event.clipboardData.files[0]
      // The event's data are gone once it is over: they are read out before anything is waited for.
      const html = event.clipboardData.getData('text/html')
      const text = event.clipboardData.getData('text/plain')
      if (html === '' && text === '' && file !== undefined) void take.current(file)
      else void reading(({ readClipboard }) => readClipboard({ html, text })).then((read) => taken.current(read))
    }
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setIsOver(true)
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0]
      if (file === undefined) return
      event.preventDefault()
      setIsOver(false)
      void take.current(file)
    }
    document.addEventListener('paste', onPaste)
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('dragleave', onDragLeave)
    document.addEventListener('drop', onDrop)
    return () => {
      setIsOver(false)
      document.removeEventListener('paste', onPaste)
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('dragleave', onDragLeave)
      document.removeEventListener('drop', onDrop)
    }
  }, [isOn])
  return { isOver, isReading, takeFile }
}

/** Until what was set is on the screen, or soon after where nothing is drawn. */
const drawn = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 100)
    requestAnimationFrame(() => setTimeout(resolve))
  })

/** What reads is fetched first, and may be out of reach. */
async function reading(read: (by: typeof import('./read-incoming.ts')) => Incoming | Promise<Incoming>) {
  const by = await import('./read-incoming.ts').catch(() => undefined)
  return by === undefined ? AWAY : read(by)
}

const AWAY: Incoming = { kind: 'refused', refusal: { reason: 'away' } }

/** A field that somebody types into keeps its own paste; the paste area says that it is none. */
function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea:not([data-paste-area])')
}
