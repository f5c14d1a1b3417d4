import type { Span } from './rule-reading.ts'
import type { Source } from './source.ts'
import type { Statement } from './statement.ts'

type Formula = Extract<Statement, { kind: 'formula' }>

export interface Explanation {
  /** The operand, as the formula names it. */
  readonly name: string
  readonly note: string
  /** In places of the folded text, the name included. */
  readonly at: Span
}

/** What the text says behind a formula about its figures: 其中：实际到位资金：…, A为年初预算数. */
export function explanationsOf({ operands, to }: Pick<Formula, 'operands' | 'to'>, source: Source): Explanation[] {
  return operands.flatMap((operand) => {
    const found = explanationOf(operand.span, to, source)
    return found === undefined ? [] : [{ name: operand.name, ...found }]
  })
}

/** 实际到位资金：…, 实际到位资金是指…: what follows to the end of the sentence. */
function explanationOf(span: Span, from: number, source: Source): { note: string; at: Span } | undefined {
  const { folded } = source
  const name = folded.slice(span.from, span.to).replace(/\([^()]*\)$/, '')
  for (let at = folded.indexOf(name, from); at >= 0; at = folded.indexOf(name, at + 1)) {
    const before = folded.slice(Math.max(0, at - 4), at)
    if (!/(?:^|[,;。:、\n"”“(]|其中|注|[①-⑳]|\d\.)$/.test(before)) continue
    const said = /^["”]?\)?(?:(?:,|:)?(?:是指|系指|主要指|主要是指|指的是|指|为|是|即|包括|主要包括):?|:|——?|-+)/.exec(
      folded.slice(at + name.length),
    )
    if (said === null) continue
    const start = at + name.length + said[0].length
    const end = sentenceEnd(folded, start, /^[a-z]\d?$/.test(name) ? /[,;。\n]/ : /[;。\n]/)
    const note = source.written(start, end).replace(/\s*\n\s*/g, '')
    if (note.length < 2) continue
    return { note, at: { from: at, to: end } }
  }
  return undefined
}

/** Where the sentence ends, brackets left alone. */
export function sentenceEnd(folded: string, at: number, ends: RegExp): number {
  let place = at
  let depth = 0
  while (place < folded.length) {
    const letter = folded[place]!
    if (letter === '(') depth++
    else if (letter === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && ends.test(letter)) return place
    place++
  }
  return place
}
