import type { Language, Result, Scoring, ScoringMethod } from '@yardstick/model'
import { either, lazy, type Phrase } from '../phrase/phrase.ts'
import { readWhole } from '../phrase/whole.ts'
import { bandsSentence } from './bands.ts'
import { checklistSentence } from './checklist.ts'
import { type LeafContext, type Speech, speechOf } from './context.ts'
import { curveSentence } from './curve.ts'
import { formulaSentence } from './formula.ts'
import { judgementSentence } from './judgement.ts'
import { levelsSentence } from './levels.ts'
import { passSentence } from './pass.ts'
import { ofMethod, rankSentence } from './rank.ts'
import { ratioSentence } from './ratio.ts'
import { shareMetSentence } from './share-met.ts'
import { stepsSentence } from './steps.ts'
import { tableSentence } from './table.ts'

/**
 * The 评分标准 of a rule, in the words of the field: what it prints says every parameter, and `readStandard` reads it
 * back to the same rule. `context` is what the sentence takes from its row (分值, 目标值, unit).
 */
export function printStandard(scoring: Scoring, context: LeafContext, language: Language): string {
  const speech = speechOf(context, language)
  return (SENTENCES[scoring.method](speech) as Phrase<Scoring>).print(scoring) ?? ''
}

/**
 * A 评分标准 → its rule; the exact inverse of `printStandard` in the same context, and open to other spellings of the same
 * words (spaces, half-width signs, synonyms). A text that is no such sentence gives an issue with the place where reading
 * stopped and the words that could have gone on; a text of two meanings is refused.
 */
export function readStandard(text: string, context: LeafContext, language: Language): Result<Scoring> {
  const speech = speechOf(context, language)
  const methods = Object.entries(SENTENCES).map(([method, sentence]) =>
    lazy(() => ofMethod(method as ScoringMethod, sentence(speech) as Phrase<Scoring>)),
  )
  return readWhole(either(...methods), text, 'WORDING_STANDARD_UNREAD', 'WORDING_AMBIGUOUS')
}

const SENTENCES: { readonly [M in ScoringMethod]: (speech: Speech) => Phrase<Extract<Scoring, { method: M }>> } = {
  steps: stepsSentence,
  ratio: ratioSentence,
  pass: passSentence,
  bands: bandsSentence,
  curve: curveSentence,
  checklist: checklistSentence,
  table: tableSentence,
  judgement: judgementSentence,
  formula: formulaSentence,
  'share-met': shareMetSentence,
  rank: rankSentence,
  levels: levelsSentence,
}
