/**
 * How a name is written. A run of letters of any script needs no quotes, and may hold digits, “ ” 《 》 · and _ after its
 * first letter: 实际支出, “三公经费”控制率. Everything else, and a name that reads as a word of the language, stands in
 * brackets: [2025年预算], [预算执行率（%）]. 且 and 或 are words only where the whole run is one, since 非税收入 and
 * 或有负债 are names.
 */
export const NAME_RUN = /[\p{L}\p{Nl}_“《][\p{L}\p{M}\p{N}_“”《》·]*/uy
const WHOLE_RUN = new RegExp(`^${NAME_RUN.source}$`, 'u')

export type Keyword = 'and' | 'or' | 'not' | 'true' | 'false'

const KEYWORDS: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ['且', 'and'],
  ['或', 'or'],
  ['非', 'not'],
  ['真', 'true'],
  ['是', 'true'],
  ['假', 'false'],
  ['否', 'false'],
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
  ['TRUE', 'true'],
  ['FALSE', 'false'],
])

/** What a bare run means as a word of the language, in any case and width; undefined for a name. */
export function keywordOf(run: string): Keyword | undefined {
  return run.length > 5 ? undefined : KEYWORDS.get(foldCase(run))
}

/** One form for all cases and widths of a word, for keywords and function names. */
export function foldCase(word: string): string {
  return word.normalize('NFKC').toUpperCase()
}

/** The name as a formula writes it: bare where it can be, else in [ ]; a name with `]` in it, which no document has, in 【】. */
export function writeName(name: string): string {
  return WHOLE_RUN.test(name) && keywordOf(name) === undefined ? name : bracketName(name)
}

/** The name in brackets, whether or not it needs them. */
export function bracketName(name: string): string {
  return name.includes(']') ? `【${name}】` : `[${name}]`
}
