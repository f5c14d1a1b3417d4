import { type Formula, linearFractional } from '@yardstick/formula'
import { Exact } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import type { Inputs } from '../evaluate/inputs.ts'

/** value = (a·v + b) ÷ (c·v + d), as a function of one item with all others as they are. */
export interface Fraction {
  readonly a: Exact
  readonly b: Exact
  readonly c: Exact
  readonly d: Exact
}

const identity: Fraction = { a: Exact.one, b: Exact.zero, c: Exact.zero, d: Exact.one }

/**
 * A formula as a function of one item, through the measures it reads. Only where the item comes in on a single way and
 * every step is linear or a quotient; undefined for anything freer.
 */
export function asFunctionOf(
  item: string,
  formula: Formula,
  compiled: CompiledScheme,
  inputs: Inputs,
): Fraction | undefined {
  const ways = [...new Set(formula.names)].filter((name) => reads(name, item, compiled))
  const [way] = ways
  if (way === undefined || ways.length > 1) return undefined
  if (formula.root.kind === 'name' && way === item) return identity
  const outer = linearFractional(formula, way, inputs.read)
  if (outer === undefined || way === item) return outer
  const measure = compiled.measureByName.get(way)!
  if ('broken' in measure.formula || measure.measure.rounded === true) return undefined
  const inner = asFunctionOf(item, measure.formula, compiled, inputs)
  return inner && compose(outer, inner)
}

/** The items a formula comes down to. */
export function itemsBehind(formula: Formula, compiled: CompiledScheme): string[] {
  return [...compiled.itemByName.keys()].filter((item) => formula.names.some((name) => reads(name, item, compiled)))
}

function reads(name: string, item: string, compiled: CompiledScheme): boolean {
  if (name === item) return true
  const measure = compiled.measureByName.get(name)
  return (
    measure !== undefined &&
    !('broken' in measure.formula) &&
    measure.formula.names.some((each) => reads(each, item, compiled))
  )
}

function compose(outer: Fraction, inner: Fraction): Fraction {
  return {
    a: outer.a.times(inner.a).plus(outer.b.times(inner.c)),
    b: outer.a.times(inner.b).plus(outer.b.times(inner.d)),
    c: outer.c.times(inner.a).plus(outer.d.times(inner.c)),
    d: outer.c.times(inner.b).plus(outer.d.times(inner.d)),
  }
}

/** The value of the function; undefined at its pole. */
export function valueAt({ a, b, c, d }: Fraction, v: Exact): Exact | undefined {
  const below = c.times(v).plus(d)
  return below.sign === 0 ? undefined : a.times(v).plus(b).over(below)
}

/**
 * The v, seen from `now`, at which the function takes the value x, with no pole on the way; undefined where there is none.
 */
export function solveFor(fraction: Fraction, x: Exact, now: Exact): Exact | undefined {
  const { a, b, c, d } = fraction
  const slope = a.minus(c.times(x))
  if (slope.sign === 0 || a.times(d).equals(b.times(c))) return undefined
  const v = d.times(x).minus(b).over(slope)
  if (c.sign === 0) return v
  const pole = d.negated().over(c)
  return pole.compare(now) === pole.compare(v) && !pole.equals(v) ? v : undefined
}
