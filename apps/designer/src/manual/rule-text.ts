import type { Rule } from '@yardstick/model'
import { printCondition } from '@yardstick/wording'
import { formulaText, type Speaking } from './indicator-fields.ts'

/** A rule as one sentence: under which condition, what happens, why, on what basis. */
export function ruleSentence(rule: Rule, speaking: Speaking): string {
  const { w, language, names } = speaking
  const condition = printCondition(rule.conditions, language, names)
  const { reason } = rule.event.params
  const basis = rule.basis === undefined ? '' : w.ruleBasis(rule.basis)
  return `${w.when(condition)}${effect(rule, speaking)}${w.stop}${w.reason(reason.replace(/[。.]$/, ''))}${basis}`
}

function effect({ event }: Rule, speaking: Speaking): string {
  const { w, names } = speaking
  const nameOf = (id: string) => names.nameOf(id) ?? id
  switch (event.type) {
    case 'not-applicable':
    case 'zero':
      return w.effects[event.type](nameOf(event.params.indicator))
    case 'deduct': {
      const { indicator } = event.params
      return w.effects.deduct(indicator === undefined ? undefined : nameOf(indicator), amount(event.params, speaking))
    }
    case 'bonus':
      return w.effects.bonus(nameOf(event.params.indicator), amount(event.params, speaking))
    case 'cap-grade':
      return w.effects['cap-grade'](event.params.grade)
    case 'veto':
      return event.params.total === 'zero' ? w.effects.vetoZero : w.effects.veto
    case 'flag':
      return w.effects.flag
  }
}

interface Amount {
  readonly points?: string
  readonly formula?: string
  readonly limit?: string
}

function amount({ points, formula, limit }: Amount, { w, language }: Speaking): string {
  const much = formula === undefined ? w.amountPoints(points ?? '0') : w.amountFormula(formulaText(formula, language))
  return limit === undefined ? much : much + w.limit(limit)
}
