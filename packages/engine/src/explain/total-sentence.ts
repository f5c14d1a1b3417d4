import type { Language } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import type { Total } from '../evaluate/total.ts'
import { sentence } from './leaf-sentence.ts'
import { type Words, words as wordsOf } from './words.ts'

/** The total in one sentence: score, grade, what lowered the grade, whether it is provisional. */
export function totalSentence(
  total: Total,
  compiled: CompiledScheme,
  waiting: Waiting,
  isProvisional: boolean,
  language: Language,
): string {
  const words = wordsOf[language]
  if (total.total === null) return sentence([blockedClause(waiting, words)], words)
  const reasons = (effect: 'cap-grade' | 'veto') =>
    total.events
      .filter((event) => event.effect === effect)
      .map((event) => event.rule.rule.event.params.reason)
      .join(words.list)
  const isVetoed = total.events.some((event) => event.effect === 'veto')
  const isCapped = !isVetoed && total.grade !== total.plainGrade
  return sentence(
    [
      words.total(total.total.toText(), compiled.fullScore.toText(), total.grade),
      ...(isVetoed ? [words.vetoed(reasons('veto'))] : []),
      ...(isCapped ? [words.gradeCapped(total.plainGrade ?? '', total.grade ?? '', reasons('cap-grade'))] : []),
      ...(isProvisional ? [words.provisional] : []),
    ],
    words,
  )
}

/** How many values are missing and how many things are in error, where there is no total. */
export interface Waiting {
  readonly missing: number
  readonly errors: number
}

function blockedClause({ missing, errors }: Waiting, words: Words): string {
  return missing + errors === 0 ? words.nothingApplies : words.totalBlocked(missing, errors)
}
