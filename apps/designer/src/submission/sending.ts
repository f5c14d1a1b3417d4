import { Refused } from '../server/client.ts'

/** The server is tried again so often, in milliseconds. */
const AGAIN_MS = 5_000

/**
 * When what is written goes to the server: after a pause, at once, or again where nobody answered. `send` sends all that
 * waits, and never runs twice at a time.
 */
export class Sending {
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | undefined
  private hasEnded = false

  constructor(private readonly send: () => Promise<void>) {}

  /** In place of what was planned before. */
  plan(pauseMs: number): void {
    this.wait()
    this.timer = setTimeout(() => void this.now(), pauseMs)
  }

  /** Nothing is planned any more. */
  wait(): void {
    clearTimeout(this.timer)
  }

  /** The server did not answer: it may later, as long as the page is there. */
  again(): void {
    this.wait()
    if (!this.hasEnded) this.plan(AGAIN_MS)
  }

  /** Resolves after all that was written before it was called has been tried. */
  async flush(): Promise<void> {
    this.wait()
    await this.running
    await this.now()
  }

  /** The page is left: what waits is sent once more. */
  end(): void {
    this.hasEnded = true
    void this.flush()
  }

  private now(): Promise<void> {
    this.running ??= this.send().finally(() => {
      this.running = undefined
    })
    return this.running
  }
}

/** Whether nobody answered: what was sent may be there all the same. */
export function isUnanswered(error: unknown): error is Refused {
  return error instanceof Refused && error.status === 0
}
