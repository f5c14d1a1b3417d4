import { move, setNamed } from './edit-items.ts'
import { insert, type Reducer, stillReferenced, taken, unknown } from './reducer.ts'
import { references } from './references.ts'

export const addRule: Reducer<'add-rule'> = (scheme, { index, rule }, { at }) => {
  if (scheme.rules?.some((each) => each.id === rule.id) === true) return taken('rule', rule.id, `${at}/rule/id`)
  scheme.rules ??= []
  return insert(scheme.rules, index, rule, at, MOST_RULES)
}

export const removeRule: Reducer<'remove-rule'> = (scheme, { id }, { at }) => {
  const index = scheme.rules?.findIndex((each) => each.id === id) ?? -1
  if (index === -1) return unknown('rule', id, `${at}/id`)
  scheme.rules?.splice(index, 1)
  // What others could set of it goes with it.
  const parameters = scheme.sharing?.parameters
  const of = (parameters ?? []).filter((each) => each.of === 'rule' && each.in === id)
  for (const each of of) parameters?.splice(parameters.indexOf(each), 1)
  return []
}

export const setRule: Reducer<'set-rule'> = (scheme, { id, fields }, { at }) =>
  setNamed(scheme.rules ?? [], 'rule', id, fields, at)

export const moveRule: Reducer<'move-rule'> = (scheme, { id, index }, { at }) =>
  move(scheme.rules ?? [], 'rule', id, index, at)

/** A shared condition by its name; null takes it away, which is refused while another condition names it. */
export const setCondition: Reducer<'set-condition'> = (scheme, { name, condition }, { at }) => {
  if (condition !== null) {
    scheme.conditions ??= {}
    scheme.conditions[name] = condition
    return []
  }
  if (scheme.conditions === undefined || !Object.hasOwn(scheme.conditions, name)) {
    return unknown('condition', name, `${at}/name`)
  }
  delete scheme.conditions[name]
  const users = references(scheme).filter((each) => each.kind === 'condition' && each.name === name)
  return stillReferenced(name, users, `${at}/name`)
}

/** `maxItems` of the schema. */
const MOST_RULES = 2_000
