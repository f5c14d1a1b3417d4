import { type Formula, type LinearFractional, linearFractional } from '@yardstick/formula'
import type { Exact } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import type { Inputs } from '../evaluate/inputs.ts'

/**
 * A formula as a function of one item, value = (a·v + b) ÷ (c·v + d), through the measures it reads and with all other
 * items as they are; undefined for anything freer. A date stands for its day number.
 */
export function asFunctionOf(
  item: string,
  formula: Formula,
  compiled: CompiledScheme,
  inputs: Inputs,
): LinearFractional | undefined {
  return linearFractional(formula, item, inputs.read, (name) => {
    const measure = compiled.measureByName.get(name)
    if (measure === undefined || !reads(name, item, compiled)) return undefined
    return 'broken' in measure.formula || measure.measure.rounded === true ? null : measure.formula
  })
}

/** The items a formula comes down to. */
export function itemsBehind(formula: Formula, compiled: CompiledScheme): string[] {
  return [...compiled.itemByName.keys()].filter((item) => formula.names.some((name) => reads(name, item, compiled)))
}

function reads(name: string, item: string, compiled: CompiledScheme): boolean {
  if (name === item) return true
  const measure = compiled.measureByName.get(name)
  if (measure === undefined || 'broken' in measure.formula) return false
  return measure.formula.names.some((each) => reads(each, item, compiled))
}

/** The value of the function; undefined at its pole. */
export function valueAt({ a, b, c, d }: LinearFractional, v: Exact): Exact | undefined {
  const below = c.times(v).plus(d)
  return below.sign === 0 ? undefined : a.times(v).plus(b).over(below)
}

/** The v, seen from `now`, at which the function is x, with no pole on the way; undefined where there is none. */
export function solveFor({ a, b, c, d }: LinearFractional, x: Exact, now: Exact): Exact | undefined {
  const slope = a.minus(c.times(x))
  if (slope.sign === 0 || a.times(d).equals(b.times(c))) return undefined
  const v = d.times(x).minus(b).over(slope)
  if (c.sign === 0) return v
  const pole = d.negated().over(c)
  return pole.compare(now) === pole.compare(v) && !pole.equals(v) ? v : undefined
}
