import { writeName } from '@yardstick/formula'
import type { Item, Language, Leaf, Scheme, StepCount } from '@yardstick/model'
import type { IndicatorRow } from '../indicator/indicator-table.ts'
import { type LeafRule, ruleOfRow, valueOfRule } from './rule-of-row.ts'

export { scoringOfTarget, typeOf } from './rule-of-row.ts'

/** One row of a table as a leaf of a scheme that is there already, with the data item it reads where there is none yet. */
export interface LeafReading {
  readonly leaf: Leaf
  readonly item: Item | undefined
  readonly rule: LeafRule
}

export function leafFromRow(
  row: IndicatorRow,
  id: string,
  { items, measures = [], stepCount }: Pick<Scheme, 'items' | 'measures' | 'stepCount'>,
  language: Language,
): LeafReading {
  const points = row.points ?? '0'
  const rule = ruleOfRow(row, points, { language })
  const value = valueOfRule(rule)
  const name = itemName(row.name)
  const isKnown = [...items, ...measures].some((each) => each.id === name)
  const leaf: Leaf = {
    id,
    name: nameOf(row.name),
    ...(row.code === undefined ? {} : { code: row.code }),
    points,
    ...(rule.target === undefined ? {} : { target: rule.target }),
    ...(value === undefined ? {} : { actual: writeName(name) }),
    scoring: rule.scoring,
    ...(row.definition === undefined ? {} : { definition: row.definition }),
    ...(row.note === undefined ? {} : { note: row.note }),
    ...(row.standard === undefined ? {} : { standard: row.standard.slice(0, LONGEST_STANDARD) }),
    ...(isAssumed(rule, stepCount) ? { scoringBasis: 'assumed' as const } : {}),
  }
  return { leaf, rule, item: value === undefined || isKnown ? undefined : { id: name, ...value } }
}

/** Whether somebody has to look at the rule: the 评分标准 says something else, or leaves open what nobody has decided. */
export function isAssumed(rule: LeafRule, stepCount: StepCount | undefined): boolean {
  return rule.isStandardUnread || (rule.isCountOpen && stepCount === undefined)
}

export const LONGEST_STANDARD = 20_000

/** A name may not hold brackets, which formulas use, nor line breaks. */
export function nameOf(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\[/g, '【')
    .replace(/\]/g, '】')
    .trim()
    .slice(0, 200)
}

/** As items may be named: one line, without brackets. */
function itemName(text: string): string {
  const name = text
    .replace(/[\p{Cc}[\]]+/gu, ' ')
    .trim()
    .slice(0, 150)
  return ['', 'constructor', 'prototype', '__proto__'].includes(name) ? '数据' : name
}
