import { type SchemeDifference, wordDifference } from '@yardstick/engine'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { hanging } from './list.ts'

/** A sentence for each difference, what came and what went marked in front of it. */
export function differenceLines(differences: readonly SchemeDifference[], shell: Shell): string[] {
  const { language, width, paint } = shell
  if (differences.length === 0) return [paint.green(NONE[language])]
  return differences.flatMap((difference) => {
    const { change } = difference
    const lines = hanging(`${MARKS[change]} `, plainText(wordDifference(difference, language)), width)
    return change === 'added' ? lines.map(paint.green) : change === 'removed' ? lines.map(paint.red) : lines
  })
}

const NONE = { zh: '两个版本相同', en: 'the two are the same' } as const
const MARKS = { added: '+', removed: '−', renamed: '→', moved: '→', reordered: '↕', changed: '·' } as const
