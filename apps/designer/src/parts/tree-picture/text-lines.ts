/**
 * Text set in lines without a browser: widths are estimated from the kind of character, a Chinese one as wide as the type
 * is high. The screen and the exported picture break names at the same places, because both ask here.
 */
export function widthOf(text: string, size: number): number {
  let width = 0
  for (const character of text) width += emOf(character) * size
  return width
}

/** At most `most` lines of at most `width`; what does not fit ends in “…”. Latin words are kept whole where they can be. */
export function linesOf(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(PIECES) ?? []) {
    if (line === '' || widthOf(line + piece, size) <= width) {
      line += piece
      continue
    }
    if (lines.length === most - 1) return [...lines, cut(line + piece, size, width)]
    lines.push(line.trimEnd())
    line = piece.trimStart()
  }
  return [...lines, cut(line, size, width)]
}

/** A Latin word with the space behind it, or any one character. */
const PIECES = /[A-Za-z0-9.%\-_/]+\s?|[\s\S]/gu

function cut(line: string, size: number, width: number): string {
  if (widthOf(line, size) <= width) return line
  const characters = [...line]
  while (characters.length > 0 && widthOf(`${characters.join('')}…`, size) > width) characters.pop()
  return `${characters.join('')}…`
}

function emOf(character: string): number {
  const code = character.codePointAt(0)!
  if (code >= 0x2e80) return 1
  if (code === 0x20 || 'iljt.,:;|!()[]\'"'.includes(character)) return 0.34
  if (code >= 0x41 && code <= 0x5a) return 0.68
  return code > 0x2000 ? 1 : 0.57
}
