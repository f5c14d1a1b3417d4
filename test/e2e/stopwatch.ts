import type { Page } from 'playwright-core'

/**
 * How long a person waits: from the moment a key or button goes down, as the browser dates it, until what it changed is
 * painted. `page.waitForTimeout` between two gestures lets the work that follows a paint be done.
 */
export interface Stopwatch {
  /** Milliseconds of every gesture since the last reading, and what the main thread worked for each, also afterwards. */
  read(): Promise<{ readonly paints: readonly number[]; readonly workEach: number }>
}

/** key   only this one counts */
export async function stopwatch(page: Page, type: 'keydown' | 'pointerdown', key?: string): Promise<Stopwatch> {
  await page.evaluate(
    ([type, key]) => {
      const times: number[] = []
      Object.assign(window, { times })
      let began = 0
      // What is posted in a frame runs after it is painted.
      const clock = () => {
        const start = began
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => times.push(performance.now() - start)
          channel.port2.postMessage(null)
        })
      }
      const onGesture = (event: Event) => {
        if (key !== undefined && (event as KeyboardEvent).key !== key) return
        began = event.timeStamp
        if (type === 'keydown') clock()
      }
      window.addEventListener(type, onGesture, true)
      // What a button selects is selected when it is let go.
      if (type === 'pointerdown') window.addEventListener('click', clock, true)
    },
    [type, key] as const,
  )
  const session = await page.context().newCDPSession(page)
  // Processor time, since a busy machine stretches all others.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000
  }
  let before = await worked()
  return {
    async read() {
      const paints = await page.evaluate(() => (window as never as { times: number[] }).times.splice(0))
      const now = await worked()
      const workEach = (now - before) / paints.length
      before = now
      return { paints, workEach }
    },
  }
}

/** p50 12 ms, p95 20 ms */
export function shares(times: readonly number[]): string {
  const sorted = [...times].sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(0)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`
}
