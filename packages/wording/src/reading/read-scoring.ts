import type { Language, Result, Scoring } from '@yardstick/model'
import { readStandard } from '../standard/standard.ts'
import { readRule } from './read-rule.ts'
import type { RuleContext } from './rule-context.ts'

/**
 * A 评分标准 in anybody's words where there is room for a rule and for nothing beside it: a cell, a list. It is read where
 * it asks nothing (but how a part of a step counts, which the scheme may say) and needs no formula, item or other rule;
 * else the issues of `readStandard` say where our own sentences differ.
 */
export function readScoring(text: string, context: RuleContext, language: Language): Result<Scoring> {
  const own = readStandard(text, context, language)
  if (own.ok) return own
  const { scoring, actual, measures, items, rules, leaf, questions } = readRule(text, context, language)
  const isAlone = actual === undefined && [...measures, ...items, ...rules, ...Object.keys(leaf)].length === 0
  const isOpen = questions.some(({ kind }) => kind !== 'step-count')
  return scoring === undefined || isOpen || !isAlone ? own : { ok: true, value: scoring }
}
