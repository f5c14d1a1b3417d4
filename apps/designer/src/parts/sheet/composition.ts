/** What an input method is composing in the input: the text around it, and what it has come to. */
export interface Composition {
  readonly before: string
  readonly after: string
  readonly data: string
}

/**
 * The text of the input when it is left in the middle of a composition: words that have been chosen stay, the raw letters
 * behind them (培训pei'xun) are nobody's text.
 */
export function leftText({ before, data, after }: Composition): string {
  let end = data.length
  while (end > 0 && data.charAt(end - 1) < '\u0080') end--
  return before + data.slice(0, end) + after
}
