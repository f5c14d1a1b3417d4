import type { Issue } from '@yardstick/model'

/**
 * The text that is read, and how far reading got. People write full-width and half-width signs, with and without
 * spaces; words are compared folded, so that `（含）`, `(含)` and `( 含 )` are one word. Free text is never folded.
 */
export class Input {
  /** The furthest place where a word was looked for in vain, and the words that would have gone on from there. */
  furthest = 0
  readonly expected = new Set<string>()
  /** The text with every letter folded, place for place. */
  readonly folded: string
  /** What was read whole and still cannot be meant; it says more than the words that were missed before it. */
  refusal: Issue | undefined
  private refusedAt = -1
  private steps = 0
  private depth = 0

  constructor(readonly text: string) {
    this.folded = foldText(text)
  }

  /** Notes that `word` was looked for at this place and not found. */
  miss(at: number, word: string): void {
    if (at > this.furthest) {
      this.furthest = at
      this.expected.clear()
    }
    if (at === this.furthest) this.expected.add(word)
  }

  /** Notes that the words up to this place were read and cannot be meant, with the reason. */
  refuse(at: number, reason: Issue): void {
    if (at <= this.refusedAt) return
    this.refusedAt = at
    this.refusal = reason
  }

  /** The reason that says most: a refusal, unless reading got further than it on another way. */
  get reason(): Issue | undefined {
    return this.furthest > this.refusedAt ? undefined : this.refusal
  }

  /** Counts a step; false when a text has cost more than any sentence of ours can, so that no text can stop the reader. */
  step(): boolean {
    return ++this.steps < 2_000_000
  }

  /** Goes into a bracket; false, and not gone, where brackets are nested too deep to follow. */
  enter(most: number): boolean {
    if (this.depth >= most) return false
    this.depth++
    return true
  }

  leave(): void {
    this.depth--
  }

  skipSpaces(at: number): number {
    let place = at
    while (place < this.text.length && isSpace(this.text[place]!)) place++
    return place
  }

  /**
   * The place after `word` when it stands at `at`, spaces aside; undefined when it does not. What is missed is the whole
   * word, at the letter where the text leaves it; quietly, nothing is.
   */
  after(word: string, at: number, isQuiet = false): number | undefined {
    if (!this.step()) return undefined
    let place = at
    for (const letter of word) {
      if (isSpace(letter)) continue
      place = this.skipSpaces(place)
      for (let unit = 0; unit < letter.length; unit++) {
        if (fold(this.text[place]) !== fold(letter[unit])) {
          if (!isQuiet) this.miss(place, word.trim())
          return undefined
        }
        place++
      }
    }
    return place
  }

  isAtEnd(at: number): boolean {
    return this.skipSpaces(at) === this.text.length
  }
}

/** One sign for the many ways to type it; letters of the Latin script without case. */
export function fold(letter: string | undefined): string {
  if (letter === undefined) return ''
  const same = SAME.get(letter)
  if (same !== undefined) return same
  const code = letter.charCodeAt(0)
  const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : letter
  const small = narrow.toLowerCase()
  // İ and its like grow when they are made small, and places must not shift.
  return small.length === narrow.length ? small : narrow
}

/** Every letter folded; the text keeps its length, so that places in one are places in the other. */
export function foldText(text: string): string {
  let folded = ''
  for (let place = 0; place < text.length; place++) folded += fold(text[place])
  return folded
}

function isSpace(letter: string): boolean {
  return /\s/.test(letter)
}

const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '\u3000': ' ',
    '≧': '≥',
    '⩾': '≥',
    '≦': '≤',
    '⩽': '≤',
    '═': '=',
    '﹦': '=',
    '〜': '~',
    '∼': '~',
    '—': '-',
    '–': '-',
    '−': '-',
    '‐': '-',
    '﹣': '-',
    '·': '×',
    '*': '×',
    '＊': '×',
    '/': '÷',
    '／': '÷',
    '﹪': '%',
  }),
)
