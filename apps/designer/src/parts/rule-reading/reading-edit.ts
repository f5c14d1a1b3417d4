import { type Edit, type Leaf, newId, type Rule, type Scheme, type Target } from '@yardstick/model'
import type { RuleReading } from '@yardstick/wording'

/** A 评分标准 that somebody typed or pasted, as it was read with what they answered. */
export interface TextRead {
  readonly reading: RuleReading
  /** As it was typed; undefined where it is the rule's own sentence, which is printed anyway. */
  readonly text: string | undefined
  /** Given as an answer, where the leaf had none. */
  readonly target: Target | undefined
}

/**
 * What the reading makes of a leaf, as one step: its rule, the formulas and items it needs and the scheme does not have,
 * the rules it calls for. Where something is still open the leaf says that somebody has to look.
 */
export function readingEdit(leaf: Leaf, { reading, text, target }: TextRead, scheme: Scheme): Edit {
  const { scoring, actual, measures, items, rules, questions } = reading
  const known = new Set([...scheme.items, ...(scheme.measures ?? [])].map(({ id }) => id))
  const newItems = items.filter(({ id }) => !known.has(id))
  const newMeasures = measures.filter(({ id }) => !known.has(id))
  const edits: Edit[] = [
    ...newItems.map((item, at): Edit => ({ type: 'add-item', index: scheme.items.length + at, item })),
    ...newMeasures.map(
      (measure, at): Edit => ({ type: 'add-measure', index: (scheme.measures?.length ?? 0) + at, measure }),
    ),
  ]
  if (target !== undefined) edits.push({ type: 'set-target', id: leaf.id, target })
  if (scoring !== undefined) edits.push({ type: 'set-scoring', id: leaf.id, scoring })
  const fields = {
    ...reading.leaf,
    ...(actual === undefined ? {} : { actual }),
    ...(text === undefined ? {} : { standard: text }),
    ...(questions.length > 0 ? { scoringBasis: 'assumed' as const } : {}),
  }
  if (Object.keys(fields).length > 0) edits.push({ type: 'set-indicator', id: leaf.id, fields })
  const ids = new Set((scheme.rules ?? []).map(({ id }) => id))
  for (const [at, rule] of rules.entries()) {
    const id = newId(rule.name, ids, 'rule')
    ids.add(id)
    edits.push({ type: 'add-rule', index: (scheme.rules?.length ?? 0) + at, rule: aboutLeaf({ ...rule, id }, leaf.id) })
  }
  return edits.length === 1 ? edits[0]! : { type: 'batch', edits }
}

/** What the text of a leaf calls for is about that leaf. */
function aboutLeaf(rule: Rule, leaf: string): Rule {
  const { event } = rule
  if (!('indicator' in event.params)) return rule
  return { ...rule, event: { ...event, params: { ...event.params, indicator: leaf } } as Rule['event'] }
}
