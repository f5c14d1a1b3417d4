import { Exact, issue, nearest, type Rule } from '@yardstick/model'
import { compileFormula } from './compile-formula.ts'
import { requireNumber } from './compile-method.ts'
import type { CompiledNode, CompiledRule, Stage } from './compiled.ts'
import type { MethodContext } from './method-context.ts'

export interface RuleContext extends Omit<MethodContext, 'ask'> {
  readonly nodeById: ReadonlyMap<string, CompiledNode>
  readonly askAt: (stage: Stage) => MethodContext['ask']
}

/** A rule with its phase, the key of its condition, and what it gives or takes. */
export function compileRule(rule: Rule, index: number, context: RuleContext): CompiledRule {
  const { issues, nodeById, scheme } = context
  const pointer = `/rules/${index}`
  const where = [rule.name]
  const { event } = rule
  const params: { indicator?: string; points?: string; formula?: string; limit?: string } =
    'indicator' in event.params || 'points' in event.params || 'formula' in event.params || 'limit' in event.params
      ? event.params
      : {}
  const stage = stageOfRule(rule)
  if (params.indicator !== undefined) {
    const node = nodeById.get(params.indicator)
    const at = { pointer: `${pointer}/event/params/indicator`, where }
    if (node === undefined) {
      issues.push(
        issue('SCHEME_INDICATOR_UNKNOWN', {
          ...at,
          expected: nearest(params.indicator, nodeById.keys()) ?? null,
          found: params.indicator,
        }),
      )
    } else if (node.type === 'branch' && event.type !== 'flag') {
      issues.push(issue('RULE_NOT_LEAF', { ...at, expected: 'leaf', found: params.indicator }))
    }
  }
  let amount: CompiledRule['amount']
  if (event.type === 'deduct' || event.type === 'bonus') {
    if ((params.points === undefined) === (params.formula === undefined)) {
      issues.push(
        issue('RULE_AMOUNT', {
          pointer: `${pointer}/event/params`,
          where,
          expected: ['points', 'formula'],
          found: null,
        }),
      )
    } else if (params.points !== undefined) amount = { fixed: Exact.of(params.points) }
    else {
      const at = { pointer: `${pointer}/event/params/formula`, where }
      const formula = compileFormula(params.formula!, context.scope, at, issues)
      requireNumber(formula, at, issues)
      if (formula !== undefined) amount = { formula }
    }
  }
  if (event.type === 'cap-grade') {
    const names = (scheme.grades ?? []).map((grade) => grade.name)
    if (!names.includes(event.params.grade)) {
      issues.push(
        issue('RULE_GRADE', {
          pointer: `${pointer}/event/params/grade`,
          where,
          expected: names,
          found: event.params.grade,
        }),
      )
    }
  }
  const key = context.askAt(stage)(rule.conditions, { pointer: `${pointer}/conditions`, where }, issues)
  const limit = params.limit === undefined ? undefined : Exact.of(params.limit)
  return { rule, pointer, stage, effect: event.type, key, amount, limit }
}

/** When a rule is asked, by what it does and to what (`design.md` 7). */
export function stageOfRule({ event }: Pick<Rule, 'event'>): Stage {
  switch (event.type) {
    case 'not-applicable':
      return 'items'
    case 'zero':
    case 'bonus':
      return 'leaves'
    case 'deduct':
      return event.params.indicator === undefined ? 'total' : 'leaves'
    case 'cap-grade':
    case 'veto':
      return 'grade'
    case 'flag':
      return 'flag'
  }
}

/** Rules that act on one indicator, by its id. */
export function rulesByIndicator(rules: readonly CompiledRule[]): Map<string, CompiledRule[]> {
  const found = new Map<string, CompiledRule[]>()
  for (const each of rules) {
    const { params } = each.rule.event
    const id = 'indicator' in params ? params.indicator : undefined
    if (id !== undefined) found.set(id, [...(found.get(id) ?? []), each])
  }
  return found
}
