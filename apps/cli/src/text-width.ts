/**
 * Text in columns of a terminal, where a Chinese character takes two. Ambiguous characters (“ ” · ×) take one, as UTF-8
 * terminals draw them; marks that combine take none.
 */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

/** Lines of at most `width` columns. Chinese breaks between any two characters, but no line begins with 。 or ends in （. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const { word, isSpaced } of wordsOf(text)) {
    const space = isSpaced && line !== '' ? ' ' : ''
    if (textWidth(line + space + word) <= width) {
      line += space + word
      continue
    }
    if (line !== '') lines.push(line)
    const chopped = chop(word, width)
    lines.push(...chopped.slice(0, -1))
    line = chopped.at(-1) ?? ''
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

/** Filled with spaces on the right up to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)))
}

/** Filled with spaces on the left up to `width` columns. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - textWidth(text))) + text
}

/**
 * Text of a document, fit for a terminal: characters that would move the cursor, colour the screen or turn the writing
 * direction are shown as �, line breaks and tabs as a space.
 */
export function plainText(text: string): string {
  return text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').replace(UNSAFE, '�')
}

const UNSAFE = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** East Asian Wide and Fullwidth (UAX #11), in the coarse blocks that hold nothing else that is printed. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x1fa70, 0x1faff],
  [0x20000, 0x3fffd],
]
const UNSEEN = /^[\p{Mn}\p{Me}\p{Cf}]$/u

function characterWidth(character: string): number {
  const code = character.codePointAt(0)!
  if (code < 0x300) return 1
  if (WIDE.some(([from, to]) => code >= from && code <= to)) return 2
  return UNSEEN.test(character) ? 0 : 1
}

const isWide = (character: string) => characterWidth(character) === 2
const CLOSING = /[，。；：、！？）〕】》」』”’…％%,.;:!?)\]}]/u
const OPENING = /[（〔【《「『“‘([{]/u

/**
 * The pieces no line break goes into: Latin words and numbers, Chinese characters with the punctuation they hold on to,
 * and a number with the unit behind it ("2 分").
 */
function wordsOf(text: string): { word: string; isSpaced: boolean }[] {
  const words: { word: string; isSpaced: boolean }[] = []
  let isSpaced = false
  let last = ' '
  for (const character of text) {
    if (character === ' ') {
      isSpaced = words.length > 0
    } else {
      const holdsOn = CLOSING.test(character) || OPENING.test(last) || !(isWide(character) || isWide(last))
      const current = words.at(-1)
      const isUnit = isSpaced && isWide(character) && /\d$/.test(current?.word ?? '')
      if (current !== undefined && isUnit) current.word += ` ${character}`
      else if (current !== undefined && !isSpaced && holdsOn) current.word += character
      else words.push({ word: character, isSpaced })
      isSpaced = false
    }
    last = character
  }
  return words
}

function chop(word: string, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}
