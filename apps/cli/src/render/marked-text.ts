import { padEnd, textWidth } from '../text-width.ts'

/** Words of a text: understood, or asked about. */
export interface Marked {
  readonly from: number
  readonly to: number
  readonly as: 'read' | 'asked'
}

/** A text in lines of at most `width` columns, and under each line what of it was understood (─) and what is asked (?). */
export function markedLines(text: string, marks: readonly Marked[], width: number): string[] {
  const lines: string[] = []
  let [line, under] = ['', '']
  const end = () => {
    lines.push(line, ...(under.trim() === '' ? [] : [under.trimEnd()]))
    ;[line, under] = ['', '']
  }
  let offset = 0
  for (const character of text) {
    const shown = /\s/.test(character) ? ' ' : character
    if (character === '\n' || textWidth(line + shown) > width) end()
    const here = marks.filter(({ from, to }) => from <= offset && offset < to)
    const sign = here.some(({ as }) => as === 'asked') ? '?' : here.length > 0 ? '─' : ' '
    if (character !== '\n') {
      line += shown
      under = padEnd(under, textWidth(line) - textWidth(shown)) + sign.repeat(textWidth(shown))
    }
    offset += character.length
  }
  end()
  return lines
}
