import { namesIn, parseFormula } from '@yardstick/formula'
import type { Condition, ConditionValue, Item, Scoring } from '@yardstick/model'

/** The items that a rule's own conditions speak of, as far as their values tell what they are. */
export function itemsOfScoring(scoring: Scoring): Item[] {
  switch (scoring.method) {
    case 'pass':
      return scoring.condition === undefined ? [] : itemsOfCondition(scoring.condition)
    case 'checklist':
      return scoring.elements.flatMap(({ met }): Item[] => {
        if (met === 'judged') return []
        if ('item' in met) return [{ id: met.item, type: 'boolean' }]
        return 'condition' in met ? itemsOfCondition(met.condition) : []
      })
    case 'share-met': {
      const { of } = scoring
      if (!('list' in of)) return []
      const fields = itemsOfCondition(of.met).flatMap(({ id, type }) => (type === 'list' ? [] : [{ id, type }]))
      return [{ id: of.list, type: 'list', ...(fields.length === 0 ? {} : { fields }) }]
    }
    case 'formula': {
      const parsed = parseFormula(scoring.formula)
      return parsed.ok ? [...namesIn(parsed.value)].map((id): Item => ({ id, type: 'number' })) : []
    }
    default:
      return []
  }
}

function itemsOfCondition(condition: Condition): Item[] {
  if ('all' in condition) return condition.all.flatMap(itemsOfCondition)
  if ('any' in condition) return condition.any.flatMap(itemsOfCondition)
  if ('not' in condition) return itemsOfCondition(condition.not)
  if (!('fact' in condition)) return []
  const { fact, value } = condition
  const type = typeOfValue(value)
  const other = typeof value === 'object' && !Array.isArray(value) && isItem(value.fact) ? [value.fact] : []
  return [...(isItem(fact) ? [fact] : []), ...other].map((id): Item => ({ id, type }))
}

/** Scores, totals and evidence are no items. */
const isItem = (fact: string) => !/^(?:score|rate|evidence):|^(?:total|grade)$/.test(fact)

function typeOfValue(value: ConditionValue): Item['type'] {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return 'number'
  if (typeof value !== 'string') return 'number'
  if (/^-?[\d.]+%$/.test(value)) return 'rate'
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date'
  return /^-?[\d.]+$/.test(value) ? 'number' : 'text'
}
