/**
 * One tab writes a design, others look on. Tabs of one browser tell each other over a channel; that works on plain HTTP,
 * where the browser's locks do not, and a tab that was killed simply does not answer. The last word has the journal: it
 * writes only while the stored design names its tab.
 */
export interface TabLock {
  /** Whether another tab that is alive has the design. */
  isHeld(design: string): Promise<boolean>
  /** From now on this tab answers for the design; `onTaken` when another takes it over. */
  hold(design: string, onTaken: () => Promise<void>): void
  /** Asks whoever has it to let go, and waits until it has. */
  take(design: string): Promise<void>
  release(): void
}

type Message = { readonly type: 'who' | 'held' | 'take' | 'released'; readonly design: string; readonly from: string }

/** How long another tab may take to answer, and to write what it has before it lets go. */
const ANSWER_MS = 200
const RELEASE_MS = 2000

export function tabLock(tab: string, name = 'yardstick'): TabLock {
  const channel = new BroadcastChannel(name)
  let held: { design: string; onTaken: () => Promise<void> } | undefined
  const waiting = new Set<(message: Message) => void>()

  const send = (type: Message['type'], design: string) => channel.postMessage({ type, design, from: tab })
  const answer = (design: string, type: Message['type'], withinMs: number) =>
    new Promise<boolean>((resolve) => {
      const listen = (message: Message) => {
        if (message.design === design && message.type === type) end(true)
      }
      const timer = setTimeout(() => end(false), withinMs)
      const end = (answered: boolean) => {
        clearTimeout(timer)
        waiting.delete(listen)
        resolve(answered)
      }
      waiting.add(listen)
    })

  channel.addEventListener('message', async ({ data }: MessageEvent<Message>) => {
    if (data.from === tab) return
    for (const listen of waiting) listen(data)
    if (held?.design !== data.design) return
    if (data.type === 'who') send('held', data.design)
    if (data.type === 'take') {
      const { onTaken } = held
      held = undefined
      await onTaken()
      send('released', data.design)
    }
  })

  return {
    async isHeld(design) {
      const answered = answer(design, 'held', ANSWER_MS)
      send('who', design)
      return answered
    },
    hold(design, onTaken) {
      held = { design, onTaken }
    },
    async take(design) {
      const released = answer(design, 'released', RELEASE_MS)
      send('take', design)
      await released
    },
    release() {
      held = undefined
    },
  }
}
