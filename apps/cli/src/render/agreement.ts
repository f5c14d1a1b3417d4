import type { Evaluation } from '@yardstick/model'
import type { Difference } from '../compare.ts'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { hanging } from './list.ts'
import { words as wordsOf } from './words.ts'

/** One line where a result is the expected one, else a line for each difference. */
export function agreement(differences: readonly Difference[], { indicators }: Evaluation, shell: Shell): string[] {
  const { language, width, paint } = shell
  const words = wordsOf[language]
  if (differences.length === 0) return [paint.green(words.agrees(indicators.length))]
  const lines = differences.flatMap(({ what, expected, found }) => {
    const name = what === 'total' || what === 'grade' ? words[what] : what.join(' / ')
    const text = words.difference(plainText(name), expected ?? words.none, found ?? words.none)
    return hanging('  ', text, width)
  })
  return [paint.red(words.differs(differences.length)), ...lines]
}
