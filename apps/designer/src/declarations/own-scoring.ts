import type { Language, OwnLeaf, Scoring } from '@yardstick/model'
import { scoringOf } from '../parts/method/default-scoring.ts'
import { methodWords } from '../parts/method/words.ts'

/** The methods a unit may use for leaves of its own. */
export const ownMethods = ['ratio', 'steps', 'pass', 'levels'] as const
export type OwnMethod = (typeof ownMethods)[number]

/** The method with parameters taken from the leaf, keeping what can be kept. */
export function ownScoring(method: OwnMethod, leaf: OwnLeaf | undefined, language: Language): OwnLeaf['scoring'] {
  const before: Scoring = leaf?.scoring ?? { method: 'judgement' }
  const ground = { leaf: leaf ?? { name: '-', points: '10' }, items: [], language }
  return scoringOf(method, before, ground) as OwnLeaf['scoring']
}

/** A method by its name in either language. */
export function methodOfName(name: string): OwnMethod | undefined {
  const plain = name.trim().toLowerCase()
  return ownMethods.find((method) =>
    [methodWords.zh.methods[method], methodWords.en.methods[method], method].some(
      (each) => each.toLowerCase() === plain,
    ),
  )
}
