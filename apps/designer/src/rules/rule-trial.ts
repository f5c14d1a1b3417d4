import type { ConditionAnswer } from '@yardstick/engine'
import type { Evaluation, EventTrace, Language, Rule, Scheme } from '@yardstick/model'
import { nameOfTarget } from './rule-sentence.ts'
import { ruleWords } from './words.ts'

/** What a rule did to the chosen sample. */
export interface RuleTrial {
  readonly truth: 'true' | 'false' | 'unknown'
  /** In words: 总分 −0.5 分. Nothing where it did not strike. */
  readonly did?: string
}

/** From the condition's answer and the events of the evaluation; undefined where nobody can say. */
export function ruleTrial(
  rule: Rule,
  answers: readonly ConditionAnswer[] | undefined,
  evaluation: Evaluation | null,
  scheme: Pick<Scheme, 'indicators'>,
  language: Language,
): RuleTrial | undefined {
  const w = ruleWords[language].trial
  const truth = answers?.find(({ pointer }) => pointer === '')?.truth
  if (truth === undefined || truth === null) return undefined
  if (truth === 'unknown') return { truth, did: w.waits }
  const event = truth === 'true' ? (eventOf(rule.id, evaluation) ?? leftOut(rule, evaluation)) : undefined
  if (event === undefined) return { truth }
  return { truth, did: eventText(event, rule, evaluation, scheme, language) }
}

function eventOf(id: string, evaluation: Evaluation | null): EventTrace | undefined {
  const events = [
    ...(evaluation?.events ?? []),
    ...(evaluation?.indicators ?? []).flatMap((indicator) => indicator.events ?? []),
  ]
  return events.find(({ rule }) => rule === id)
}

/** An indicator that is left out says so by its state; it has no events. */
function leftOut({ event }: Rule, evaluation: Evaluation | null): Pick<EventTrace, 'effect'> | undefined {
  if (event.type !== 'not-applicable') return undefined
  const target = evaluation?.indicators.find(({ id }) => id === event.params.indicator)
  return target?.state === 'not-applicable' ? { effect: 'not-applicable' } : undefined
}

function eventText(
  { effect, points = '0' }: Pick<EventTrace, 'effect' | 'points'>,
  rule: Rule,
  evaluation: Evaluation | null,
  scheme: Pick<Scheme, 'indicators'>,
  language: Language,
): string {
  const { trial: w, total } = ruleWords[language]
  const id = 'indicator' in rule.event.params ? rule.event.params.indicator : undefined
  const target = nameOfTarget(id, scheme) ?? total
  switch (effect) {
    case 'deduct':
      return w.deducted(target, points)
    case 'bonus':
      return w.added(target, points)
    case 'zero':
      return w.zero(target)
    case 'not-applicable':
      return w.away(target)
    case 'cap-grade':
    case 'veto':
      return evaluation?.grade == null ? w.noGrade : w.grade(evaluation.grade)
    case 'flag':
      return w.flagged
  }
}
