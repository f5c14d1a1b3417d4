import type { Language } from '@yardstick/model'
import type { NodeResult } from '../evaluate/result.ts'
import type { Run } from '../evaluate/run.ts'
import type { Total } from '../evaluate/total.ts'
import { sentence } from './leaf-sentence.ts'
import { words as wordsOf } from './words.ts'

/** The total in one sentence: score, grade, what lowered the grade, whether it is provisional. */
export function totalSentence(
  total: Total,
  { compiled }: Run,
  results: ReadonlyMap<string, NodeResult>,
  isProvisional: boolean,
  language: Language,
): string {
  const words = wordsOf[language]
  if (total.total === null) {
    const names = new Set(total.waiting.flatMap((each) => each.names))
    let waiting = 0
    for (const node of compiled.nodes) {
      const result = results.get(node.node.id)!
      if (result.type === 'leaf' && result.score === null && result.state !== 'not-applicable') waiting++
    }
    return sentence([words.totalBlocked(waiting + names.size)], words)
  }
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
