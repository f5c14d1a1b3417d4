import { fold } from '../phrase/input.ts'
import type { Span } from './rule-reading.ts'

/**
 * A text as it is read: one sign for the many ways to type it, no spaces, `≥` for `>=`. Every place of it knows where it
 * stood, so that what was found can be shown in the text as it was given.
 */
export class Source {
  readonly folded: string
  private readonly places: readonly number[]

  constructor(readonly text: string) {
    let folded = ''
    const places: number[] = []
    const add = (letter: string, place: number) => {
      folded += letter
      places.push(place)
    }
    for (let place = 0; place < text.length; place++) {
      const letter = fold(text[place])
      const next = fold(text[place + 1])
      if (letter === '\n') {
        if (!folded.endsWith('\n')) add('\n', place)
      } else if (/\s/.test(letter) || letter === '\u200b') continue
      else if ((letter === '>' || letter === '<') && next === '=') {
        add(letter === '>' ? '≥' : '≤', place)
        place++
      } else add(SAME.get(letter) ?? letter, place)
    }
    this.folded = folded
    this.places = [...places, text.length]
  }

  /** Places of the folded text as places of the text as given. */
  span(from: number, to: number): Span {
    const last = to > from ? this.places[to - 1]! + 1 : this.places[from]!
    return { from: this.places[from]!, to: last }
  }

  /** The words between two places of the folded text, as they were written. */
  written(from: number, to: number): string {
    const span = this.span(from, to)
    return this.text.slice(span.from, span.to).trim()
  }
}

/** Signs that mean the same in a 评分标准, besides those that do everywhere. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['｡', '。'],
  ['﹔', ';'],
  ['﹐', ','],
  ['［', '['],
  ['］', ']'],
  ['【', '['],
  ['】', ']'],
  ['〔', '['],
  ['〕', ']'],
  ['〈', '<'],
  ['〉', '>'],
  ['＜', '<'],
  ['＞', '>'],
  ['x', '×'],
  ['∕', '÷'],
  ['⁄', '÷'],
])
