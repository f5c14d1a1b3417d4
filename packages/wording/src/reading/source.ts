import { fold } from '../phrase/input.ts'
import type { Span } from './rule-reading.ts'

/**
 * A text as it is read: one sign for the many ways to type it, no spaces, `≥` for `>=`. Every place of it knows where it
 * stood, so that what was found can be shown in the text as it was given.
 */
export class Source {
  readonly folded: string
  private readonly places: readonly number[]

  /** `taken`: another wording of a text, with the places of its letters in that. */
  constructor(
    readonly text: string,
    taken?: { readonly folded: string; readonly places: readonly number[] },
  ) {
    if (taken !== undefined) {
      this.folded = taken.folded
      this.places = taken.places
      return
    }
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

  /** The same text with other words instead of these; they stand where the words stood. */
  instead(words: RegExp, by: string): Source {
    let folded = ''
    const places: number[] = []
    let at = 0
    const keep = (to: number) => {
      for (; at < to; at++) {
        folded += this.folded[at]
        places.push(this.places[at]!)
      }
    }
    for (const found of this.folded.matchAll(words)) {
      keep(found.index)
      for (const letter of by) {
        folded += letter
        places.push(this.places[at]!)
      }
      at += found[0].length
    }
    keep(this.folded.length)
    return new Source(this.text, { folded, places: [...places, this.text.length] })
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
