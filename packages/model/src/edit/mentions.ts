/**
 * Whether a formula's text mentions a name, judged by its letters alone: this room does not know the formula language.
 * A name in brackets counts as a whole, a text in quotes is no name, and elsewhere the name must not go on to either
 * side. It may see a mention where only a record's field has that name; it does not overlook one.
 */
export function mentions(formula: string, name: string): boolean {
  let bare = ''
  for (const [piece, square, lenticular] of formula.matchAll(PIECE)) {
    const bracketed = square ?? lenticular
    if (bracketed !== undefined && bracketed.trim() === name) return true
    bare += piece.startsWith('"') || piece.startsWith('＂') || bracketed !== undefined ? ' ' : piece
  }
  for (let at = bare.indexOf(name); at !== -1; at = bare.indexOf(name, at + 1)) {
    if (!BEFORE.test(bare.slice(0, at)) && !AFTER.test(bare.slice(at + name.length))) return true
  }
  return false
}

/** A text, a name in brackets, or anything else up to the next of these. */
const PIECE = /["＂][^"＂]*(?:["＂]|$)|\[([^\]]*)(?:\]|$)|【([^】]*)(?:】|$)|[^"＂[【]+/gu

/** The name goes on to the left; but 且 and 或 after what may be a value are words of their own (1且乙). */
const BEFORE = /(?:(?![且或])[\p{L}\p{M}\p{N}_“”《》·]|(?<![\p{N})）%％\s])[且或])$/u
const AFTER = /^[\p{L}\p{M}\p{N}_“”《》·]/u
