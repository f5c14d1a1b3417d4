/**
 * Levels of a list of names in one column: from its numbering (一、 （一） 1. 1.1 （1） ①) or, where there is none, from
 * its leading spaces. A kind of number that has not come up yet is one level deeper; one that has leads back to its level.
 */
export interface Numbered {
  readonly code: string | undefined
  readonly name: string
  /** The kind of its number; undefined where it has none. */
  readonly kind: string | undefined
}

/**
 * `isLoose`: a space alone parts a number from the name too, as in 1 产出 above 1.1 数量 (but not in 2 型糖尿病).
 * `isLettered`: letters count, as in A1 产出 (but not in A股上市公司数).
 */
export function numbered(text: string, isLoose = false, isLettered = false): Numbered {
  const bare = text.trim()
  const letter = isLettered ? LETTERED.exec(bare) : null
  if (letter !== null) {
    const [whole, code = ''] = letter
    const plain = code.normalize('NFKC')
    return { code: plain, name: bare.slice(whole.length).trim(), kind: `lettered-${plain.length}` }
  }
  for (const [kind, pattern] of isLoose ? [...KINDS, LOOSE] : KINDS) {
    const found = pattern.exec(bare)
    if (found === null) continue
    const [whole, code = ''] = found
    const name = bare.slice(whole.length).trim()
    const plain = code.normalize('NFKC')
    if (name !== '') return { code: plain, name, kind: kind === 'dotted' ? `dotted-${plain.split('.').length}` : kind }
  }
  return { code: undefined, name: bare, kind: undefined }
}

/** The kind of a number that stands in a column of its own. */
export function kindOfCode(code: string): string | undefined {
  return numbered(`${code.trim()} x`, true).kind ?? numbered(`${code.trim()}、x`).kind
}

/** Whether nearly all of these names begin with a letter and digits that say where they stand: A, A1, A11. */
export function lettered(names: readonly string[]): boolean {
  const filled = names.filter((name) => name.trim() !== '')
  const found = filled.flatMap((name) => LETTERED.exec(name.trim())?.[1] ?? [])
  return found.length > 2 && found.length * 10 >= filled.length * 8 && found.some((code) => code.length > 1)
}

const LETTERED = /^([A-ZＡ-Ｚ][\d０-９]{0,5})[.．、:：\s-]{0,4}(?=\p{Script=Han})/u

/** A number is one only with a sign or a space behind it: 5G基站数 and 12345热线 are names. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['dotted', /^([\d０-９]{1,3}(?:[.．][\d０-９]{1,3}){1,5})(?:[.．、]\s*|\s+|(?=[^\d０-９.．%％\s]))/],
  ['chinese', /^([一二三四五六七八九十]{1,3})(?:[、.．]\s*|\s+)/],
  ['chinese-brackets', /^[(（]\s*([一二三四五六七八九十]{1,3})\s*[)）]\s*、?/],
  ['number', /^([\d０-９]{1,3})(?:[、.．]\s*(?![\d０-９])|[)）]\s*)/],
  ['number-brackets', /^[(（]\s*([\d０-９]{1,3})\s*[)）]\s*、?/],
  ['circled', /^([①-⑳])\s*/],
]

const LOOSE = ['number', /^([\d０-９]{1,3})\s+/] as const

/** Gives each name in turn its level, 1 at the top. */
export class Levels {
  private readonly kinds: string[] = []

  /** `kind`: of its numbering, or of its indentation. */
  levelOf(kind: string): number {
    const known = this.kinds.indexOf(kind)
    if (known >= 0) this.kinds.length = known + 1
    else this.kinds.push(kind)
    return this.kinds.length
  }
}

/** The same from widths of leading spaces: deeper than the one before is a level down. */
export class Indents {
  private readonly widths: number[] = []

  levelOf(width: number): number {
    while (this.widths.length > 1 && this.widths.at(-1)! > width) this.widths.pop()
    if (this.widths.length === 0 || this.widths.at(-1)! < width) this.widths.push(width)
    return this.widths.length
  }
}

/** Width of the spaces before a text; a full-width one is as wide as two, a tab as four. */
export function indentOf(text: string): number {
  let width = 0
  for (const letter of text) {
    if (letter === ' ' || letter === '\u{A0}') width += 1
    else if (letter === '\u{3000}') width += 2
    else if (letter === '\t') width += 4
    else break
  }
  return width
}
