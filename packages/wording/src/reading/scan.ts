import type { Span } from './rule-reading.ts'
import type { Source } from './source.ts'
import type { Statement } from './statement.ts'

/** Statements in the order of the text, and the stretches between them that nobody understood; places of the folded text. */
export interface Scanned {
  readonly statements: readonly Statement[]
  readonly unread: readonly Span[]
}

/** What stands at a place of the text. */
export type Recogniser = (source: Source, at: number) => readonly Statement[]

/**
 * Takes the text apart from left to right. Of what may stand at a place, a statement that ends where a clause ends is
 * better than one that stops within it, and a longer one is better than a shorter. What nobody knows is passed over to the
 * end of its clause and kept.
 */
export function scan(source: Source, recognisers: readonly Recogniser[]): Scanned {
  const { folded } = source
  const statements: Statement[] = []
  const unread: Span[] = []
  let at = 0
  while (at < folded.length) {
    if (isBetween(folded[at])) {
      at++
      continue
    }
    const best = bestOf(
      folded,
      recognisers.flatMap((each) => each(source, at)).filter((each) => each.to > at),
    )
    if (best !== undefined) {
      statements.push(best)
      at = best.to
      continue
    }
    const end = clauseEnd(folded, at)
    const last = unread.at(-1)
    if (last !== undefined && isAllBetween(folded.slice(last.to, at)))
      unread[unread.length - 1] = { from: last.from, to: end }
    else unread.push({ from: at, to: end })
    at = end
  }
  return { statements, unread: unread.filter(({ from, to }) => !isEmpty(folded.slice(from, to))) }
}

function bestOf(folded: string, found: readonly Statement[]): Statement | undefined {
  let best: Statement | undefined
  for (const each of found) {
    if (best === undefined || rank(folded, each) > rank(folded, best)) best = each
  }
  return best
}

/** 不足5%的按比例扣分 is how steps count, and no proportion of its own. */
function rank(folded: string, { from, to, kind }: Statement): number {
  const isClause = to >= folded.length || isBetween(folded[to])
  return (
    to + (isClause ? 100_000 : 0) + (kind === 'count' || kind === 'settle' || (kind === 'note' && from > 0) ? 0.5 : 0)
  )
}

const isBetween = (letter: string | undefined) => letter === undefined || /[,;。.:、\n()]/.test(letter)
const isAllBetween = (text: string) => [...text].every((letter) => isBetween(letter))

function clauseEnd(folded: string, at: number): number {
  let place = at + 1
  while (place < folded.length && !/[,;。\n]/.test(folded[place]!)) place++
  return place
}

/** Numbers of a list and signs that say nothing by themselves. */
function isEmpty(text: string): boolean {
  return /^(?:[①-⑳]|\(?\d\)?|[1-9一二三四五六七八九十][.、]?|[-·•*×"“”'，。;:,.()（）]|其中)*$/u.test(text)
}
