import type { Item, Language, Leaf, Scoring } from '@yardstick/model'
import { type LeafContext, printCondition, type RuleReading } from '@yardstick/wording'
import { sentenceParts } from '../rule-sentence/sentence.ts'
import { typeNames } from '../terms.ts'
import { readingWords } from './words.ts'

/** A part of our rule that can be pointed at, with its place in the reading; words in between have none. */
export interface RulePart {
  readonly text: string
  readonly pointer: string | undefined
}

/** What else a 评分标准 gave, besides the rule's own sentence: one line each. */
export interface RuleLine {
  readonly label: string
  readonly parts: readonly RulePart[]
}

/** Our sentence of the rule, each number and choice in it with its place. */
export function rulePartsOf(scoring: Scoring, context: LeafContext, language: Language): RulePart[] {
  const { name, points, target } = context
  const leaf: Leaf = { id: 'leaf', name, points, scoring, ...(target === undefined ? {} : { target }) }
  return sentenceParts(leaf, context, language).map(({ text, field }) => ({
    text,
    pointer: field === undefined ? undefined : pointerOf(field.key),
  }))
}

/** The path of a field, below.deduct, as a place in a reading; the target is beside the rule. */
function pointerOf(key: string): string {
  const path = `/${key.replaceAll('.', '/')}`
  return path.startsWith('/target') ? path : `/scoring${path}`
}

/** Formulas, items, and what becomes of the leaf. */
export function ruleLinesOf(
  reading: Pick<RuleReading, 'actual' | 'measures' | 'items' | 'leaf' | 'rules'>,
  language: Language,
): RuleLine[] {
  const w = readingWords[language]
  const { actual, measures, items, leaf, rules } = reading
  const lines: RuleLine[] = measures.map(({ id, formula }, index) => ({
    label: id,
    parts: [{ text: `= ${formula}`, pointer: `/measures/${index}` }],
  }))
  const isMeasure = actual !== undefined && measures.some(({ id }) => actual === id || actual === `[${id}]`)
  if (actual !== undefined && !isMeasure) lines.push({ label: w.actual, parts: [{ text: actual, pointer: '/actual' }] })
  if (items.length > 0)
    lines.push({
      label: w.items,
      parts: apart(items.map((item, index) => ({ text: itemText(item, language), pointer: `/items/${index}` }))),
    })
  if (leaf.notApplicable !== undefined)
    lines.push({
      label: w.notApplicable,
      parts: [{ text: w.policies[leaf.notApplicable], pointer: '/leaf/notApplicable' }],
    })
  if (leaf.evidence !== undefined)
    lines.push({ label: w.evidence, parts: [{ text: leaf.evidence, pointer: '/leaf/evidence' }] })
  if (leaf.dataSource !== undefined)
    lines.push({ label: w.dataSource, parts: [{ text: leaf.dataSource, pointer: '/leaf/dataSource' }] })
  for (const [index, { conditions, event }] of rules.entries()) {
    const text = `${printCondition(conditions, language)} → ${w.effects[event.type]}`
    lines.push({ label: w.rules, parts: [{ text, pointer: `/rules/${index}` }] })
  }
  return lines
}

function itemText({ id, type, unit }: Item, language: Language): string {
  const kind = unit ?? typeNames[language][type]
  return language === 'zh' ? `${id}（${kind}）` : `${id} (${kind})`
}

const apart = (parts: readonly RulePart[]): RulePart[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [{ text: ' ', pointer: undefined }, part]))
