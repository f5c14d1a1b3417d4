/** Hears that somebody asks to stop: the first time what is on the way is brought to its end, the second time at once. */
export class Stop {
  private asked = 0
  private readonly hear = () => {
    const now = performance.now()
    // npm passes on what the terminal has sent to all: those that come together are one.
    if (this.asked > 0 && now - this.asked > SAME_MS) process.exit(1)
    if (this.asked === 0) this.asked = now
  }

  constructor() {
    for (const signal of SIGNALS) process.on(signal, this.hear)
  }

  get isAsked(): boolean {
    return this.asked > 0
  }

  close(): void {
    for (const signal of SIGNALS) process.off(signal, this.hear)
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const SAME_MS = 500
