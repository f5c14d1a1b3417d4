import { Exact } from '@yardstick/model'
import { showExact } from '@yardstick/wording'
import { padEnd, padStart, textWidth } from '../text-width.ts'

/** Exact text of an evaluation as a person reads it: at most 6 digits after the point, a fraction as a decimal. */
export function readable(exact: string): string {
  const value = Exact.fromText(exact)
  return value === undefined ? exact : showExact(value, 6)
}

/** A column of numbers whose decimal points stand under each other; words in it stand on the right. */
export class NumberColumn {
  readonly width: number
  readonly #fraction: number

  constructor(cells: readonly string[], heading: string) {
    const numbers = cells.filter((cell) => NUMBER.test(cell))
    const whole = Math.max(0, ...numbers.map((cell) => textWidth(cell.replace(FRACTION, ''))))
    this.#fraction = Math.max(0, ...numbers.map((cell) => FRACTION.exec(cell)?.[0].length ?? 0))
    this.width = Math.max(whole + this.#fraction, textWidth(heading), ...cells.map(textWidth))
  }

  cell(text: string): string {
    if (!NUMBER.test(text)) return padStart(text, this.width)
    const fraction = FRACTION.exec(text)?.[0] ?? ''
    return padStart(text.replace(FRACTION, '') + padEnd(fraction, this.#fraction), this.width)
  }
}

const NUMBER = /^[+−-]?\d+(\.\d+)?\*?$/
const FRACTION = /(\.\d+)?\*?$/
