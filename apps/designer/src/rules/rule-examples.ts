import type { Edit, Item, Language, Rule, Scheme } from '@yardstick/model'
import { freeRuleId } from './rule-draft.ts'
import { exampleWords } from './words.ts'

/** Three rules that most schemes have, to begin with: with the data item they read, where the scheme has none of the name. */
export const examples = ['audit', 'late', 'accident'] as const
export type Example = (typeof examples)[number]

interface Made {
  readonly item: Item
  /** What the samples report for the new item: nothing happened. */
  readonly quiet: number | boolean | string
  readonly rule: Omit<Rule, 'id'>
}

/**
 * The edit that adds an example as one step. A new item is filled into the samples as “nothing happened”, since a rule that
 * waits for a missing value would hold back their totals.
 */
export function addExample(scheme: Scheme, example: Example, language: Language): Edit {
  const { item, quiet, rule } = MAKE[example](scheme, language)
  const isThere = scheme.items.some((each) => each.id === item.id)
  const edits: Edit[] = []
  if (!isThere) {
    edits.push({ type: 'add-item', index: scheme.items.length, item })
    if (scheme.cases !== undefined) {
      const cases = scheme.cases.map((each) => ({
        ...each,
        submission: { ...each.submission, items: { ...each.submission.items, [item.id]: quiet } },
      }))
      edits.push({ type: 'set-cases', cases })
    }
  }
  const rules = scheme.rules ?? []
  const id = freeRuleId(rules, rule.event.type)
  edits.push({ type: 'add-rule', index: rules.length, rule: { id, ...rule } })
  return { type: 'batch', edits }
}

const MAKE: { readonly [E in Example]: (scheme: Scheme, language: Language) => Made } = {
  audit: (_, language) => {
    const w = exampleWords[language].audit
    return {
      item: { id: w.item, type: 'count', unit: w.unit },
      quiet: 0,
      rule: {
        name: w.name,
        conditions: { fact: w.item, operator: 'greaterThan', value: 0 },
        event: { type: 'deduct', params: { formula: `1 * ${w.item}`, limit: '5', reason: w.reason } },
      },
    }
  },
  late: (scheme, language) => {
    const w = exampleWords[language].late
    const due = `${(scheme.year ?? 2025) + 1}-03-31`
    return {
      item: { id: w.item, type: 'date' },
      quiet: due,
      rule: {
        name: w.name,
        conditions: { fact: w.item, operator: 'greaterThan', value: due },
        event: { type: 'deduct', params: { points: '1', reason: w.reason } },
      },
    }
  },
  accident: (_, language) => {
    const w = exampleWords[language].accident
    return {
      item: { id: w.item, type: 'boolean' },
      quiet: false,
      rule: {
        name: w.name,
        conditions: { fact: w.item, operator: 'equal', value: true },
        event: { type: 'veto', params: { reason: w.reason } },
      },
    }
  },
}
