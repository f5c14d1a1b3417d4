import { decoded, htmlTokens } from '../table/html-tokens.ts'

/** The elements and texts of a part of a Word file, in order, names without their prefix and in small letters. */
export type WordToken =
  | {
      readonly kind: 'open'
      readonly name: string
      /** An attribute by its name without the prefix: w:val is val. */
      readonly value: (attribute: string) => string | undefined
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

/** An empty element opens and closes. What stands in mc:Fallback stands before it too, for newer readers. */
export function* wordElements(xml: string): Generator<WordToken> {
  let fallbacks = 0
  for (const token of htmlTokens(xml)) {
    if (token.kind === 'text') {
      if (fallbacks === 0) yield { kind: 'text', text: decoded(token.text) }
      continue
    }
    const name = bare(token.name)
    if (name === 'fallback') {
      if (token.kind === 'close') fallbacks = Math.max(0, fallbacks - 1)
      else if (!token.isEmpty) fallbacks++
      continue
    }
    if (fallbacks > 0) continue
    if (token.kind === 'close') yield { kind: 'close', name }
    else {
      const { attributes, isEmpty } = token
      yield { kind: 'open', name, value: (wanted) => attributes.get(`w:${wanted}`) ?? attributes.get(wanted) }
      if (isEmpty) yield { kind: 'close', name }
    }
  }
}

const bare = (name: string) => name.slice(name.indexOf(':') + 1)
