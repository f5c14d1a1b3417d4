/**
 * What a screen reader is told after a commit (“分值 12，本级合计 98.5，还差 1.5”). Panels speak, the shell's live region
 * listens.
 */
type Listener = (text: string) => void

const listeners = new Set<Listener>()

export function announce(text: string): void {
  for (const listener of listeners) listener(text)
}

export function onAnnounce(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
