import type { Language, Scheme } from '@yardstick/model'
import { printCondition } from '@yardstick/wording'
import { namesOf } from '../parts/condition/use-sentence.ts'
import { signWords } from '../parts/sign-words.ts'
import type { RuleDraft } from './rule-draft.ts'
import { ruleWords } from './words.ts'

/** What a rule says as one sentence: when, and what it then does. */
export function ruleSentence(draft: RuleDraft, scheme: Scheme, language: Language): string {
  const w = ruleWords[language]
  const { conditions } = draft
  const condition =
    conditions === undefined ? signWords[language].open : printCondition(conditions, language, namesOf(scheme))
  return w.sentence(condition, effectText(draft, scheme, language))
}

function effectText({ effect, params }: RuleDraft, scheme: Scheme, language: Language): string {
  const { does, total } = ruleWords[language]
  const signs = signWords[language]
  const name = nameOfTarget(params.indicator, scheme)
  const target = name === undefined ? total : does.quoted(name)
  const amount = params.points ?? (params.formula === undefined ? signs.open : signs.bracket(params.formula))
  switch (effect) {
    case 'deduct':
      return does.from(target, amount, params.limit)
    case 'bonus':
      return does.to(target, amount, params.limit)
    case 'zero':
      return does.zero(target)
    case 'not-applicable':
      return does.away(target)
    case 'cap-grade':
      return does.cap(params.grade ?? signs.open)
    case 'veto':
      return does.veto(params.total === 'zero')
    case 'flag':
      return does.flag(params.reason)
  }
}

/** The name of an indicator, or its id where there is none of it; undefined where none is meant. */
export function nameOfTarget(id: string | undefined, scheme: Pick<Scheme, 'indicators'>): string | undefined {
  return id === undefined ? undefined : (namesOf(scheme).nameOf(id) ?? id)
}
