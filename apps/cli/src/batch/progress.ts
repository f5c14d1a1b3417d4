import type { Language } from '@yardstick/model'
import type { Shell } from '../shell.ts'

/**
 * How far a long run is, on stderr: a bar that is drawn again on a terminal, a line every few seconds elsewhere. The share
 * is of the bytes read, since nobody knows the number of rows before the end.
 */
export class Progress {
  readonly #started = Date.now()
  #shown = Date.now()
  #isDrawn = false

  /** from  where an earlier run stopped: its rows are not of this one's rate */
  constructor(
    readonly shell: Shell,
    readonly from: { readonly count: number; readonly share: number },
  ) {}

  tick(count: number, share: number): void {
    const { stderr } = this.shell.io
    const now = Date.now()
    if (now - this.#shown < (stderr.isTTY === true ? 100 : 5000)) return
    this.#shown = now
    const seconds = (now - this.#started) / 1000
    const own = Math.max(share - this.from.share, 1e-9)
    const words = WORDS[this.shell.language]
    const text = words(count, (count - this.from.count) / seconds, (seconds / own) * (1 - share))
    const percent = `${Math.floor(share * 100)}%`.padStart(4)
    if (stderr.isTTY !== true) {
      this.shell.say([`${percent}  ${text}`])
      return
    }
    const filled = Math.floor(share * BAR)
    stderr.write(`\r\u001B[K${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}${percent}  ${text}`)
    this.#isDrawn = true
  }

  /** Takes the bar away. */
  end(): number {
    if (this.#isDrawn) this.shell.io.stderr.write('\r\u001B[K')
    return (Date.now() - this.#started) / 1000
  }
}

const BAR = 24

const WORDS: { readonly [L in Language]: (count: number, perSecond: number, secondsLeft: number) => string } = {
  zh: (count, rate, left) => `${grouped(count)} 份，每秒 ${grouped(rate)} 份，还需 ${duration(left, '分', '秒')}`,
  en: (count, rate, left) => `${grouped(count)} submissions, ${grouped(rate)}/s, ${duration(left, ' min', ' s')} left`,
}

function grouped(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',')
}

function duration(seconds: number, minutesWord: string, secondsWord: string): string {
  const whole = Math.max(1, Math.round(seconds))
  return whole < 120 ? `${whole}${secondsWord}` : `${Math.round(whole / 60)}${minutesWord}`
}
