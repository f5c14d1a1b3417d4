import {
  type Condition,
  type Edit,
  isBranch,
  type Rule,
  type RuleEffect,
  type RuleEvent,
  type Scheme,
  walk,
} from '@yardstick/model'

/**
 * A rule while it is being written: some of what it needs may still be missing. It becomes a rule of the scheme when it is
 * whole; a rule of the scheme is changed field by field and is whole all the time.
 */
export interface RuleDraft {
  readonly name: string
  readonly effect: RuleEffect
  readonly conditions?: Condition | undefined
  readonly params: RuleParams
  readonly basis?: string | undefined
}

/** What an event of any kind may say. */
export interface RuleParams {
  readonly indicator?: string | undefined
  readonly points?: string | undefined
  readonly formula?: string | undefined
  readonly limit?: string | undefined
  readonly grade?: string | undefined
  readonly total?: 'zero' | undefined
  readonly reason: string
}

/** In the order of the menu. */
export const effects: readonly RuleEffect[] = ['deduct', 'bonus', 'veto', 'cap-grade', 'zero', 'not-applicable', 'flag']

const PARAMS: { readonly [E in RuleEffect]: readonly (keyof RuleParams)[] } = {
  'not-applicable': ['indicator', 'reason'],
  zero: ['indicator', 'reason'],
  deduct: ['indicator', 'points', 'formula', 'limit', 'reason'],
  bonus: ['indicator', 'points', 'formula', 'limit', 'reason'],
  'cap-grade': ['grade', 'reason'],
  veto: ['total', 'reason'],
  flag: ['indicator', 'reason'],
}

/** What a rule of this kind acts on: leaves, a leaf or else the total, any indicator or none, or nothing of the tree. */
export const targetOf: { readonly [E in RuleEffect]: 'leaf' | 'leaf-or-total' | 'any-or-none' | 'none' } = {
  'not-applicable': 'leaf',
  zero: 'leaf',
  bonus: 'leaf',
  deduct: 'leaf-or-total',
  flag: 'any-or-none',
  'cap-grade': 'none',
  veto: 'none',
}

export function draftOfRule({ name, conditions, event, basis }: Rule): RuleDraft {
  return { name, conditions, effect: event.type, params: event.params as RuleParams, basis }
}

export function newRule(effect: RuleEffect, grades: readonly string[] = []): RuleDraft {
  const givesPoints = effect === 'deduct' || effect === 'bonus'
  return {
    name: '',
    effect,
    params: {
      reason: '',
      ...(givesPoints ? { points: '1' } : {}),
      ...(effect === 'cap-grade' && grades[1] !== undefined ? { grade: grades[1] } : {}),
    },
  }
}

/** Another kind keeps what it has in common with the old one. */
export function withEffect(draft: RuleDraft, effect: RuleEffect, scheme: Scheme): RuleDraft {
  const fresh = newRule(
    effect,
    (scheme.grades ?? []).map((grade) => grade.name),
  )
  const isBranchNow = walk(scheme).some(({ node }) => node.id === draft.params.indicator && isBranch(node))
  const { indicator, ...others } = draft.params
  const kept: RuleParams = isBranchNow && effect !== 'flag' ? others : { ...others, indicator }
  const hasAmount = kept.points !== undefined || kept.formula !== undefined
  return {
    ...draft,
    effect,
    params: only(effect, { ...(hasAmount ? {} : fresh.params), grade: fresh.params.grade, ...defined(kept) }),
  }
}

export type Wanting = 'name' | 'reason' | 'indicator' | 'amount' | 'grade' | 'condition'

/** What is still missing of a rule, in the order of its fields. */
export function wanting({ name, effect, conditions, params }: RuleDraft): Wanting[] {
  const found: Wanting[] = []
  const givesPoints = effect === 'deduct' || effect === 'bonus'
  if (name.trim() === '') found.push('name')
  if (targetOf[effect] === 'leaf' && params.indicator === undefined) found.push('indicator')
  if (givesPoints && (params.points === undefined) === (params.formula === undefined)) found.push('amount')
  if (effect === 'cap-grade' && params.grade === undefined) found.push('grade')
  if (conditions === undefined) found.push('condition')
  if (params.reason.trim() === '') found.push('reason')
  return found
}

/** The rule, where nothing is wanting. */
export function ruleOf(draft: RuleDraft, id: string): Rule | undefined {
  if (wanting(draft).length > 0) return undefined
  const { name, conditions, basis } = draft
  return { id, name, conditions: conditions!, event: eventOf(draft), ...(basis === undefined ? {} : { basis }) }
}

function eventOf({ effect, params }: RuleDraft): RuleEvent {
  return { type: effect, params: only(effect, params) } as RuleEvent
}

function only(effect: RuleEffect, params: Partial<RuleParams>): RuleParams {
  return Object.fromEntries(
    PARAMS[effect].flatMap((key) => (params[key] === undefined ? [] : [[key, params[key]]])),
  ) as unknown as RuleParams
}

function defined(params: RuleParams): Partial<RuleParams> {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined))
}

/** The edit that turns a rule of the scheme into what the draft says; undefined where nothing changes or something is wanting. */
export function changeOfRule(rule: Rule, draft: RuleDraft): Edit | undefined {
  const next = ruleOf(draft, rule.id)
  if (next === undefined) return undefined
  const fields = {
    ...(next.name === rule.name ? {} : { name: next.name }),
    ...(isSame(next.conditions, rule.conditions) ? {} : { conditions: next.conditions }),
    ...(isSame(next.event, rule.event) ? {} : { event: next.event }),
    ...(next.basis === rule.basis ? {} : { basis: next.basis ?? null }),
  }
  return Object.keys(fields).length === 0 ? undefined : { type: 'set-rule', id: rule.id, fields }
}

/** An id that no rule has: deduct-1, deduct-2 … */
export function freeRuleId(rules: readonly Rule[], effect: RuleEffect): string {
  const taken = new Set(rules.map((rule) => rule.id))
  let number = 1
  while (taken.has(`${effect}-${number}`)) number++
  return `${effect}-${number}`
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
