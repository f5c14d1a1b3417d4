const NEWLINE = 0x0a
export const RETURN = 0x0d
export const ZERO = 0x30
export const ONE = 0x31

/** Whether a cell ends here. Whole rows end with a line break, so that nothing is looked for behind them. */
export function isEnd(bytes: Uint8Array, at: number, separator: number): boolean {
  const sign = bytes[at]
  return sign === separator || sign === NEWLINE || (sign === RETURN && bytes[at + 1] === NEWLINE)
}

/** Behind 1 or 是, as a negative offset behind 0 or 否; 0 for anything else. */
export function truthEnd(bytes: Uint8Array, at: number, separator: number): number {
  const sign = bytes[at]
  if ((sign === ONE || sign === ZERO) && isEnd(bytes, at + 1, separator)) return sign === ONE ? at + 1 : -at - 1
  const [second, third] = [bytes[at + 1], bytes[at + 2]]
  if (!isEnd(bytes, at + 3, separator)) return 0
  if (sign === 0xe6 && second === 0x98 && third === 0xaf) return at + 3
  return sign === 0xe5 && second === 0x90 && third === 0xa6 ? -at - 3 : 0
}
