import type { JudgementScoring, Panel } from '@yardstick/model'
import { wholeNumber } from '../phrase/number.ts'
import { as, at, either, type Phrase, say, when, word } from '../phrase/phrase.ts'
import type { InLanguages, Speech } from './context.ts'

/** 人工评分: 由评价人员在分值以内评分，低于满分的须说明理由。 A panel says how its scores become one, and how many it needs. */
export function judgementSentence(speech: Speech): Phrase<JudgementScoring> {
  return as(
    SENTENCES[speech.language],
    (panel): JudgementScoring => ({
      method: 'judgement',
      ...(panel.rule === undefined ? {} : { panel: { rule: panel.rule, quorum: Number(panel.quorum) } }),
    }),
    ({ panel }: JudgementScoring) => (panel === undefined ? {} : { rule: panel.rule, quorum: String(panel.quorum) }),
  )
}

type View = { rule?: Panel['rule']; quorum?: string }

const SENTENCES: InLanguages<Phrase<View>> = {
  zh: either(
    panel(
      'mean',
      say`由专家组评分，取各位专家评分的平均分（至少${at('quorum', wholeNumber)}名专家评分有效），低于满分的须说明理由${word('。', '')}`,
    ),
    panel(
      'trimmed-mean',
      say`由专家组评分，去掉一个最高分和一个最低分后取平均分（至少${at('quorum', wholeNumber)}名专家评分有效），低于满分的须说明理由${word('。', '')}`,
    ),
    panel(
      'median',
      say`由专家组评分，取各位专家评分的中位数（至少${at('quorum', wholeNumber)}名专家评分有效），低于满分的须说明理由${word('。', '')}`,
    ),
    say`由评价人员在分值以内评分，低于满分的须说明理由${word('。', '')}`,
  ),
  en: either(
    panel(
      'mean',
      say`Judged by a panel: the mean of its scores, from at least ${at('quorum', wholeNumber)} experts; a score below full points needs a reason${word('.', '')}`,
    ),
    panel(
      'trimmed-mean',
      say`Judged by a panel: the mean of its scores without one highest and one lowest, from at least ${at('quorum', wholeNumber)} experts; a score below full points needs a reason${word('.', '')}`,
    ),
    panel(
      'median',
      say`Judged by a panel: the median of its scores, from at least ${at('quorum', wholeNumber)} experts; a score below full points needs a reason${word('.', '')}`,
    ),
    say`Judged by the evaluator within the points; a score below full points needs a reason${word('.', '')}`,
  ),
}

function panel(rule: Panel['rule'], sentence: Phrase<{ quorum: string } & object>): Phrase<View> {
  return when({ rule }, sentence) as Phrase<View>
}
