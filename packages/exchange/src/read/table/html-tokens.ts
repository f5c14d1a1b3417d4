/**
 * HTML as the clipboard carries it, and the XML inside a Word file, in pieces: tags and text, names in small letters. No
 * tree is built, nothing is run or loaded, no entity can be declared; what is not understood is skipped. Every search is
 * for a fixed text, so no input takes longer than its length.
 */
export type HtmlToken =
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: ReadonlyMap<string, string>
      /** Written as <name/>, which ends an element of XML and says nothing in HTML. */
      readonly isEmpty: boolean
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const next = nextMarkup(html, at)
    if (next > at) yield { kind: 'text', text: html.slice(at, next) }
    if (next === html.length) return
    if (html.startsWith('<!--', next)) {
      at = after(html, '-->', next + 4)
      continue
    }
    if (/[!?]/.test(html[next + 1]!)) {
      // <!doctype …>, <![if …]> of Office, <?xml …>
      at = after(html, '>', next)
      continue
    }
    const { end, body } = tagAt(html, next)
    const isClosing = body.startsWith('/')
    const name = /^[^\s/>]*/.exec(isClosing ? body.slice(1) : body)![0].toLowerCase()
    at = end
    if (isClosing) yield { kind: 'close', name }
    else {
      if (RAW.has(name)) at = closeOf(html, name, end)
      else yield { kind: 'open', name, attributes: attributesIn(body.slice(name.length)), isEmpty: body.endsWith('/') }
    }
  }
}

/** Their content is no text of the page. */
const RAW: ReadonlySet<string> = new Set(['style', 'script', 'title', 'xml'])

/** The next < that begins a tag, a comment or a declaration; one before a digit or a space is text. */
function nextMarkup(html: string, from: number): number {
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
    if (/[a-zA-Z/!?]/.test(html[at + 1] ?? ' ')) return at
  }
  return html.length
}

function after(html: string, end: string, from: number): number {
  const found = html.indexOf(end, from)
  return found < 0 ? html.length : found + end.length
}

/** A > inside quotes belongs to the attribute. */
function tagAt(html: string, start: number): { end: number; body: string } {
  let quote = ''
  for (let at = start + 1; at < html.length; at++) {
    const character = html[at]!
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if ((character === '"' || character === "'") && html[at - 1] === '=') quote = character
    else if (character === '>') return { end: at + 1, body: html.slice(start + 1, at) }
  }
  return { end: html.length, body: html.slice(start + 1) }
}

function closeOf(html: string, name: string, from: number): number {
  const close = `</${name}`
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    if (html.slice(at, at + close.length).toLowerCase() === close) return after(html, '>', at)
  }
  return html.length
}

function attributesIn(body: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name, quoted, single, bare] of body.matchAll(ATTRIBUTE)) {
    const key = name!.toLowerCase()
    if (!found.has(key)) found.set(key, decoded(quoted ?? single ?? bare ?? ''))
  }
  return found
}

const ATTRIBUTE = /([^\s=/>"']+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]*)))?/g

/** Text with its character references read; one that is not known stays as it is written. */
export function decoded(text: string): string {
  return text.includes('&') ? text.replace(REFERENCE, (whole, body: string) => referenced(body) ?? whole) : text
}

export const REFERENCE = /&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});/g

/** The character that &body; stands for. */
export function referenced(body: string): string | undefined {
  if (!body.startsWith('#')) return NAMED[body]
  const code = /^#[xX]/.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1))
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined
}

/** Those that Office and the pages of bureaus write; names of other alphabets do not come up in indicator tables. */
const NAMED: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u{A0}',
  ensp: '\u{2002}',
  emsp: '\u{2003}',
  thinsp: '\u{2009}',
  middot: '·',
  bull: '•',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  times: '×',
  divide: '÷',
  minus: '−',
  plusmn: '±',
  le: '≤',
  ge: '≥',
  ne: '≠',
  asymp: '≈',
  equiv: '≡',
  permil: '‰',
  deg: '°',
  sup2: '²',
  sup3: '³',
  frac12: '½',
  sum: '∑',
  radic: '√',
  yen: '¥',
  sect: '§',
  para: '¶',
  rarr: '→',
  larr: '←',
  copy: '©',
  reg: '®',
  zwnj: '',
  zwj: '\u{200D}',
  shy: '',
})
