import { bracketName, writeName } from './name.ts'
import { MAX_LENGTH } from './parse.ts'
import { type Token, tokenise } from './token.ts'

/**
 * The formula with one item or measure called otherwise; blanks, signs and brackets stay as the author set them, and the
 * new name gets brackets where it needs them. Works on tokens, so also on a formula that does not parse yet. Fields after
 * a point, function names and texts are no names of items and stay.
 *
 * returns undefined where the formula does not read `from` (or is longer than a formula may be)
 */
export function renameInFormula(text: string, from: string, to: string): string | undefined {
  if (text.length > MAX_LENGTH) return undefined
  const { tokens } = tokenise(text)
  let renamed = ''
  let done = 0
  for (const [index, token] of tokens.entries()) {
    if (!readsName(tokens, index, from)) continue
    const written = writeLike(text.slice(token.span.from, token.span.to), to)
    if (written === undefined) continue
    renamed += text.slice(done, token.span.from) + written
    done = token.span.to
  }
  return done === 0 ? undefined : renamed + text.slice(done)
}

function readsName(tokens: readonly Token[], index: number, name: string): boolean {
  const token = tokens[index]!
  if (token.kind !== 'name' || token.name !== name) return false
  if (isSign(tokens[index - 1], '.')) return false
  return token.isBracketed || !isSign(tokens[index + 1], '(')
}

const isSign = (token: Token | undefined, sign: '.' | '(') => token?.kind === 'sign' && token.sign === sign

/** In brackets of the same form where the author used them: 非[甲] would be another name without. */
function writeLike(source: string, name: string): string | undefined {
  if (source.startsWith('[')) return source.endsWith(']') ? bracketName(name) : undefined
  if (!source.startsWith('【')) return writeName(name)
  if (!source.endsWith('】')) return undefined
  return name.includes('】') ? bracketName(name) : `【${name}】`
}
