import { digitsOf, Exact, type Item } from '@yardstick/model'
import { stateOnly } from './constant.ts'
import { nodeValue } from './formula/node-value.ts'
import { roundedMeasure } from './formula/rounding.ts'
import { FAULT } from './lane.ts'
import type { Plan } from './plan.ts'
import type { Value } from './value.ts'

/**
 * What a name comes to: an item, a measure or `evidence:<item>`. Each is read or computed once in a plan.
 *
 * returns undefined for a list, which has no value of its own
 */
export function namedValue(plan: Plan, name: string): Value | undefined {
  const known = plan.valueByName.get(name)
  if (known !== undefined) return known
  const made = makeValue(plan, name)
  if (made !== undefined) plan.valueByName.set(name, made)
  return made
}

function makeValue(plan: Plan, name: string): Value | undefined {
  const item = plan.compiled.itemByName.get(name)
  if (item !== undefined) return itemValue(plan, item)
  if (name.startsWith('evidence:')) {
    const num = plan.register()
    plan.inputs.push({ kind: 'evidence', item: name.slice('evidence:'.length), num })
    return { kind: 'truth', num }
  }
  return measureValue(plan, name)
}

function itemValue(plan: Plan, item: Item): Value | undefined {
  if (item.type === 'list') return undefined
  const num = plan.register()
  const digits = digitsOf(item)
  plan.inputs.push({ kind: 'item', item, num, digits })
  switch (item.type) {
    case 'date':
      return { kind: 'date', num }
    case 'boolean':
      return { kind: 'truth', num }
    case 'text':
    case 'choice':
      return { kind: 'text', num }
    default:
      return { kind: 'number', num, den: undefined, scale: unitOf(digits) }
  }
}

function measureValue(plan: Plan, name: string): Value {
  const compiled = plan.compiled.measureByName.get(name)
  if (compiled === undefined) throw new Error(`Plan: no item or measure ${name}`)
  const { measure, formula } = compiled
  if ('broken' in formula) return stateOnly(plan, measure.type, FAULT)
  const value = nodeValue({ plan, named: (each) => namedValue(plan, each) }, formula.root)
  return measure.rounded === true && value.kind === 'number' ? roundedMeasure(plan, value, digitsOf(measure)) : value
}

/** 10^−digits, one object for all values that count in it. */
function unitOf(digits: number): Exact {
  for (let next = UNITS.length; next <= digits; next++) UNITS.push(Exact.one.over(Exact.power10(next)))
  return UNITS[digits]!
}

const UNITS: Exact[] = []
