import { type Token, tokenise } from './token.ts'

/**
 * The formula with full-width digits, signs and brackets in their plain form, as an editor keeps it on commit; blanks
 * stay as the author set them, so do names, the words in texts and the signs × ÷ − ≤ ≥ ≠. It means what it meant.
 */
export function normaliseFormula(text: string): string {
  let normal = ''
  let done = 0
  for (const token of tokenise(text).tokens) {
    const { from, to } = token.span
    normal += blanks(text.slice(done, from)) + plainToken(token, text.slice(from, to))
    done = to
  }
  return normal.trim()
}

function plainToken(token: Token, source: string): string {
  switch (token.kind) {
    case 'number':
      return source.normalize('NFKC')
    case 'sign':
      return [...source].map(plainSign).join('')
    case 'text':
      return source.startsWith('＂') && source.length > 1 && source.endsWith('＂')
        ? `"${token.value.replaceAll('"', '""')}"`
        : source
    default:
      return source
  }
}

/** Only the full-width twin of an ASCII sign. */
function plainSign(character: string): string {
  const code = character.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character
}

/** Line ends stay; what cannot be seen goes, and what could not be read stays for its issue. */
const blanks = (text: string) => text.replace(/[\u3000\u00a0]/g, ' ').replace(/[\u200b\u2060]/g, '')
