import type { Condition } from '../schema/condition.ts'
import type { Item, Measure } from '../schema/item.ts'
import type { Rule } from '../schema/rule.ts'
import type { Scheme } from '../schema/scheme.ts'
import { arrange } from './arrange.ts'
import type { Edit } from './edit.ts'
import { changedFields, same, treeEdits } from './tree-edits.ts'

/**
 * The edits that make one scheme into another, by id: what a text editor, a merge or a returning document has changed
 * becomes one edit like any other. First everything that comes or changes, then, when nothing speaks of it any more,
 * what goes.
 *
 * before, after   valid schemes; of equal ids within one the first counts
 * returns         an edit that leads from one to the other, a batch without edits where they are the same. `applyEdit`
 *                 refuses it where `after` still speaks of an item, indicator or condition that it no longer has.
 * same            a list that is empty and one that is not there are the same
 */
export function schemeEdits(before: Scheme, after: Scheme): Edit {
  const names = nameEdits(before, after)
  const tree = treeEdits(before.indicators, after.indicators)
  const rules = ruleEdits(before.rules ?? [], after.rules ?? [])
  const conditions = conditionEdits(before.conditions ?? {}, after.conditions ?? {})
  const removals = [...rules.removals, ...tree.removals, ...conditions.removals, ...names.removals]
  const edits = [
    ...headEdits(before, after),
    ...names.changes,
    ...conditions.changes,
    ...tree.changes,
    ...rules.changes,
    ...removals,
    ...dataEdits(before, after, removals.length > 0 || names.hasTurned),
  ]
  const [only] = edits
  return edits.length === 1 && only !== undefined ? only : { type: 'batch', edits }
}

function headEdits(before: Scheme, after: Scheme): Edit[] {
  const fields = changedFields(before, after, COLLECTIONS)
  const edits: Edit[] = fields === undefined ? [] : [{ type: 'set-scheme', fields }]
  if (!same(before.grades, after.grades)) edits.push({ type: 'set-grades', grades: after.grades ?? null })
  return edits
}

const COLLECTIONS = ['yardstick', 'items', 'measures', 'indicators', 'rules', 'conditions', 'grades', 'cases', 'layout']

/** Cases, layout and what is given to others go last, whole: what is removed takes what is said of it there with it. */
function dataEdits(before: Scheme, after: Scheme, hasRemovals: boolean): Edit[] {
  const edits: Edit[] = []
  if ((hasRemovals && after.cases !== undefined) || !same(before.cases, after.cases)) {
    edits.push({ type: 'set-cases', cases: after.cases ?? null })
  }
  if ((hasRemovals && after.layout !== undefined) || !same(before.layout ?? {}, after.layout ?? {})) {
    edits.push({ type: 'set-layout', layout: after.layout ?? {} })
  }
  if (hasRemovals && after.sharing !== undefined) {
    edits.push({ type: 'set-scheme', fields: { sharing: after.sharing } })
  }
  return edits
}

/** Items and measures share one space of names, so a name may change sides. */
function nameEdits(before: Scheme, after: Scheme) {
  const items = byId(before.items)
  const measures = byId(before.measures ?? [])
  const newItems = byId(after.items)
  const newMeasures = byId(after.measures ?? [])
  const itemIds = [...items.keys()]
  const measureIds = [...measures.keys()]
  const changes: Edit[] = []
  const leave = (list: string[], id: string) => list.splice(list.indexOf(id), 1)

  for (const [id, measure] of newMeasures) {
    if (!items.has(id) || newItems.has(id)) continue
    leave(itemIds, id)
    measureIds.push(id)
    changes.push({ type: 'item-to-measure', index: measureIds.length - 1, measure })
  }
  for (const [id, item] of newItems) {
    if (!measures.has(id) || newMeasures.has(id)) continue
    leave(measureIds, id)
    itemIds.push(id)
    changes.push({ type: 'measure-to-item', index: itemIds.length - 1, item })
  }
  const hasTurned = changes.length > 0
  for (const { type, id, index } of arrange(itemIds, [...newItems.keys()])) {
    changes.push(
      type === 'move' ? { type: 'move-item', id, index } : { type: 'add-item', index, item: newItems.get(id)! },
    )
  }
  for (const { type, id, index } of arrange(measureIds, [...newMeasures.keys()])) {
    const measure = newMeasures.get(id)!
    changes.push(type === 'move' ? { type: 'move-measure', id, index } : { type: 'add-measure', index, measure })
  }
  changes.push(...setEdits<Item>(items, newItems, (id, fields) => ({ type: 'set-item', id, fields })))
  changes.push(...setEdits<Measure>(measures, newMeasures, (id, fields) => ({ type: 'set-measure', id, fields })))

  const hasGone = (id: string) => !newItems.has(id) && !newMeasures.has(id)
  const goneItems = [...items.values()].filter(({ id }) => hasGone(id))
  const goneMeasures = [...measures.values()].filter(({ id }) => hasGone(id))
  const removals: Edit[] = [
    // What goes may read each other: first it falls silent.
    ...goneItems
      .filter(({ aggregate }) => aggregate !== undefined)
      .map(({ id }): Edit => ({ type: 'set-item', id, fields: { aggregate: null } })),
    ...goneMeasures.map(({ id }): Edit => ({ type: 'set-measure', id, fields: { formula: '0' } })),
    ...goneMeasures.map(({ id }): Edit => ({ type: 'remove-measure', id })),
    ...goneItems.map(({ id }): Edit => ({ type: 'remove-item', id })),
  ]
  return { changes, removals, hasTurned }
}

function ruleEdits(before: readonly Rule[], after: readonly Rule[]) {
  const [old, wanted] = [byId(before), byId(after)]
  const changes = arrange([...old.keys()], [...wanted.keys()]).map(
    ({ type, id, index }): Edit =>
      type === 'move' ? { type: 'move-rule', id, index } : { type: 'add-rule', index, rule: wanted.get(id)! },
  )
  changes.push(...setEdits<Rule>(old, wanted, (id, fields) => ({ type: 'set-rule', id, fields })))
  const gone = [...old.keys()].filter((id) => !wanted.has(id))
  return { changes, removals: gone.map((id): Edit => ({ type: 'remove-rule', id })) }
}

type Conditions = { readonly [name: string]: Condition }

function conditionEdits(before: Conditions, after: Conditions) {
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name))
  const changes = Object.entries(after)
    .filter(([name, condition]) => !Object.hasOwn(before, name) || !same(before[name], condition))
    .map(([name, condition]): Edit => ({ type: 'set-condition', name, condition }))
  const removals = [
    ...gone.map((name): Edit => ({ type: 'set-condition', name, condition: SILENT })),
    ...gone.map((name): Edit => ({ type: 'set-condition', name, condition: null })),
  ]
  return { changes, removals }
}

/** Speaks of nothing that could go away. */
const SILENT: Condition = { fact: 'total', operator: 'greaterThanInclusive', value: '0' }

function setEdits<T extends { id: string }>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  edit: (id: string, fields: object) => Edit,
): Edit[] {
  return [...after].flatMap(([id, next]) => {
    const known = before.get(id)
    const fields = known === undefined ? undefined : changedFields(known, next, ['id'])
    return fields === undefined ? [] : [edit(id, fields)]
  })
}

function byId<T extends { id: string }>(members: readonly T[]): Map<string, T> {
  const found = new Map<string, T>()
  for (const member of members) if (!found.has(member.id)) found.set(member.id, member)
  return found
}
