import type { RuleQuestion, RuleReading, Span } from '@yardstick/wording'
import { isWithin } from './pointers.ts'

/**
 * A 评分标准 cut where what was understood of it changes: every stretch with the places it gave, narrowest first, so that
 * words point at parameters and parameters at words. Put together the stretches are the text.
 */
export interface MarkedWords extends Span {
  readonly text: string
  /** Where in the reading its words stand; those of the narrowest span around it, most often one. */
  readonly pointers: readonly string[]
  /** The same of every span around it. */
  readonly within: readonly string[]
  /** The open question about it; unread words are one too. */
  readonly question: RuleQuestion | undefined
  /** Understood, and without effect on a score. */
  readonly isIdle: boolean
}

export function markedWords(
  text: string,
  { spans, questions }: Pick<RuleReading, 'spans' | 'questions'>,
): MarkedWords[] {
  const cuts = new Set([0, text.length])
  for (const { from, to } of [...spans, ...questions]) {
    cuts.add(Math.max(0, Math.min(from, text.length)))
    cuts.add(Math.max(0, Math.min(to, text.length)))
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(1).map((to, index) => {
    const from = places[index]!
    const around = narrowestFirst(spans.filter((span) => span.from <= from && to <= span.to))
    const question = narrowestFirst(questions.filter((each) => each.from <= from && to <= each.to))[0]
    const within = around.flatMap(({ pointer }) => (pointer === '' ? [] : [pointer]))
    const least = around[0] === undefined ? 0 : lengthOf(around[0])
    const pointers = around.flatMap((span) => (span.pointer !== '' && lengthOf(span) === least ? [span.pointer] : []))
    return {
      from,
      to,
      text: text.slice(from, to),
      pointers: [...new Set(pointers)],
      within: [...new Set(within)],
      question,
      isIdle: around.length > 0 && within.length === 0,
    }
  })
}

/**
 * Which stretches a place of the reading comes from: those that gave it or something in it, else those of what it is part
 * of. Indexes of `words`.
 */
export function wordsOf(pointer: string, words: readonly MarkedWords[]): ReadonlySet<number> {
  const found = (is: (at: string) => boolean) => words.flatMap(({ within }, index) => (within.some(is) ? [index] : []))
  const own = found((at) => isWithin(at, pointer))
  if (own.length > 0) return new Set(own)
  const nearest = words
    .flatMap(({ within }) => within.filter((at) => isWithin(pointer, at)))
    .reduce((longest, at) => (at.length > longest.length ? at : longest), '')
  return new Set(nearest === '' ? [] : found((at) => at === nearest))
}

const lengthOf = ({ from, to }: Span) => to - from

const narrowestFirst = <S extends Span>(spans: readonly S[]): S[] =>
  [...spans].sort((a: Span, b: Span) => lengthOf(a) - lengthOf(b))
