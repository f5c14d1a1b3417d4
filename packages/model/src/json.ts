export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A JSON Pointer (RFC 6901) from its tokens. */
export function pointer(...tokens: (string | number)[]): string {
  return tokens.map((token) => `/${String(token).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')
}

/** The tokens of a JSON Pointer. */
export function pointerTokens(text: string): string[] {
  return text === ''
    ? []
    : text
        .slice(1)
        .split('/')
        .map((token) => token.replace(/~1/g, '/').replace(/~0/g, '~'))
}
