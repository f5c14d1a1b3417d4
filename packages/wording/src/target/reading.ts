import { type Comparator, type Issue, type IssueCode, issue, type Json, type Target } from '@yardstick/model'
import { foldText } from '../phrase/input.ts'
import { tables } from '../words/index.ts'

/**
 * The reading of one text: a target where there is one, how sure it is, and what was not written.
 *
 * certain   the text says it
 * likely    usage says it; the text leaves a small gap (a unit nobody lists, a day without 前)
 * unsure    one of several readings, to be confirmed; an issue says which part was not written
 *
 * Without a target nothing can be read ("≤", with an issue), or nothing was set ("—").
 */
export interface TargetReading {
  readonly target?: Target
  readonly confidence: Confidence
  readonly issues: readonly Issue[]
}

export type Confidence = 'certain' | 'likely' | 'unsure'

export function certain(target: Target): TargetReading {
  return { target, confidence: 'certain', issues: [] }
}

export function likely(target: Target, ...issues: Issue[]): TargetReading {
  return { target, confidence: 'likely', issues }
}

export function unsure(target: Target, ...issues: Issue[]): TargetReading {
  return { target, confidence: 'unsure', issues }
}

/** `found` is what was written, `expected` what it is taken for. */
export function doubt(code: TargetDoubt, found: string, expected: Json): Issue {
  return issue(code, { expected, found })
}

type TargetDoubt = Extract<IssueCode, `WORDING_TARGET_${string}`>

/** The words of rows, folded, longest first, so that 不少于 is tried before 少于. */
export function longestFirst<T>(rows: readonly (readonly [words: readonly string[], meaning: T])[]): [string, T][] {
  return rows
    .flatMap(([words, meaning]) => words.map((word): [string, T] => [foldText(word), meaning]))
    .sort((one, other) => other[0].length - one[0].length)
}

/** The comparators' words of both languages. */
export const comparatorRows: readonly (readonly [readonly string[], Comparator])[] = tables.flatMap((table) =>
  Object.entries(table.comparators).map(([comparator, words]) => [words, comparator as Comparator] as const),
)

export function skipSpaces(text: string, at: number): number {
  let place = at
  while (/\s/.test(text[place] ?? '')) place++
  return place
}
