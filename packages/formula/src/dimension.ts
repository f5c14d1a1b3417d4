import { Exact, unitOf } from '@yardstick/model'

/**
 * Units as × and ÷ need them: a list of simple units with powers, 万元/人 = 万元¹·人⁻¹, at most one unit of a kind. The
 * empty list is a plain ratio, which is what a rate is; %, ‰ and 百分点 are ratios of another size. A number without any
 * unit (a literal, an item that states none) has no dimension at all and fits every one.
 */
export type Dimension = readonly Factor[]

interface Factor {
  readonly unit: string
  readonly kind: string
  /** How many base units of the kind one of this is. */
  readonly size: Exact
  readonly power: number
}

export const RATE: Dimension = []

/** Reads a unit as items state it: "万元", "元/人", "人·天"; what the table of units knows as a whole stays whole. */
export function dimensionOf(text: string): Dimension {
  let dimension = read.get(text)
  if (dimension === undefined) {
    dimension = readDimension(text)
    if (read.size >= MAX_READ) read.clear()
    read.set(text, dimension)
  }
  return dimension
}

/** A scheme writes the same few units again and again; the limit is there for servers that see many schemes. */
const read = new Map<string, Dimension>()
const MAX_READ = 1_000

function readDimension(text: string): Dimension {
  const known = unitOf(text)
  const parts = text.split(/([/／·])/)
  const isCompound =
    known.kind === text && parts.length > 1 && parts.every((part, index) => index % 2 === 1 || part.trim() !== '')
  if (!isCompound) return [{ unit: text, kind: known.kind, size: known.factor, power: 1 }]
  let dimension: Dimension = []
  for (let index = 0; index < parts.length; index += 2) {
    const unit = parts[index]!.trim()
    if (unit === '1') continue
    const { kind, factor } = unitOf(unit)
    const isBelow = index > 0 && parts[index - 1] !== '·'
    dimension = merge(dimension, { unit, kind, size: factor, power: isBelow ? -1 : 1 }).dimension
  }
  return dimension
}

/** The unit as text: "万元/人", "1/天", "" for a plain ratio. */
export function writeDimension(dimension: Dimension): string {
  const above = dimension.flatMap(({ unit, power }) => Array<string>(Math.max(power, 0)).fill(unit))
  const below = dimension.flatMap(({ unit, power }) => Array<string>(Math.max(-power, 0)).fill(`/${unit}`))
  if (above.length === 0 && below.length === 0) return ''
  return (above.length === 0 ? '1' : above.join('·')) + below.join('')
}

/** The factor that turns a value in `from` into one in `to`; undefined where they measure different things. */
export function conversionBetween(from: Dimension, to: Dimension): Exact | undefined {
  if (from === to) return Exact.one
  const [source, goal] = [kindsOf(from), kindsOf(to)]
  const fits = source.size === goal.size && [...source].every(([kind, power]) => goal.get(kind) === power)
  return fits ? sizeOf(from).over(sizeOf(to)) : undefined
}

/** Whether a unit can be the author's own name for a derived one: a single unit of a kind that does not occur in it. */
export function isNameFor(name: Dimension, derived: Dimension): boolean {
  const [only] = name
  const isDerived = derived.length > 1 || derived.some(({ power }) => power !== 1)
  return name.length === 1 && isDerived && !derived.some(({ kind }) => kind === only!.kind)
}

/** Unit of a product (`sign` 1) or quotient (`sign` −1), and the factor that its plain number still needs. */
export function multiply(left: Dimension, right: Dimension, sign: 1 | -1): { dimension: Dimension; factor: Exact } {
  let dimension = left
  let factor = Exact.one
  for (const each of right) {
    const isFolded = each.kind === RATIO && (sign === 1 || !left.some(({ kind }) => kind === RATIO))
    const merged = isFolded
      ? { dimension, factor: each.size.power(sign * each.power) }
      : merge(dimension, { ...each, power: sign * each.power })
    dimension = merged.dimension
    factor = factor.times(merged.factor)
  }
  // A percentage times money is money: beside a real unit a ratio becomes part of the number.
  const real = dimension.filter(({ kind }) => kind !== RATIO)
  if (real.length === 0 || real.length === dimension.length) return { dimension, factor }
  return { dimension: real, factor: factor.times(sizeOf(dimension.filter(({ kind }) => kind === RATIO))) }
}

/** The unit of a whole power. */
export function raise(dimension: Dimension, exponent: number): Dimension {
  if (exponent === 0) return RATE
  return dimension.map((each) => ({ ...each, power: each.power * exponent }))
}

/** Whether it measures nothing but a ratio, of whatever size (a rate, %, ‰). */
export function isRatio(dimension: Dimension): boolean {
  return dimension.every(({ kind }) => kind === RATIO)
}

const RATIO = unitOf('%').kind

/** One more factor; of a kind that is already there, it is converted to the unit that is there. */
function merge(dimension: Dimension, added: Factor): { dimension: Dimension; factor: Exact } {
  const same = dimension.find(({ kind }) => kind === added.kind)
  if (same === undefined) return { dimension: [...dimension, added], factor: Exact.one }
  const power = same.power + added.power
  return {
    dimension: dimension.flatMap((each) => (each !== same ? [each] : power === 0 ? [] : [{ ...each, power }])),
    factor: added.size.over(same.size).power(added.power),
  }
}

function kindsOf(dimension: Dimension): Map<string, number> {
  return new Map(dimension.filter(({ kind }) => kind !== RATIO).map(({ kind, power }) => [kind, power]))
}

function sizeOf(dimension: Dimension): Exact {
  return dimension.reduce((size, each) => size.times(each.size.power(each.power)), Exact.one)
}
