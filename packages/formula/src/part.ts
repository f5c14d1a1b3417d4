import { Exact, type Value } from '@yardstick/model'
import { conversionBetween, type Dimension, dimensionOf, RATE } from './dimension.ts'
import type { Expression } from './expression.ts'
import type { Node, ValueType } from './formula.ts'
import { made } from './reading.ts'
import { fieldInfo, type NameInfo } from './scope.ts'

/** A part whose meaning is known. `info` is there where the part is one name. */
export interface Part {
  readonly node: Node
  readonly type: ValueType | 'column'
  /** Of a number; absent where it has none and fits any. */
  readonly dimension?: Dimension
  readonly info?: NameInfo
}

/** The parts if none is wrong. */
export function complete(parts: readonly (Part | undefined)[]): readonly Part[] | undefined {
  const known = parts.filter((each) => each !== undefined)
  return known.length === parts.length ? known : undefined
}

export function number(node: Node, dimension: Dimension | undefined): Part {
  return dimension === undefined ? { node, type: 'number' } : { node, type: 'number', dimension }
}

export function constant(at: Expression, value: Value): Node {
  return { kind: 'constant', reading: made(value, undefined), at }
}

export function scaled(operand: Node, factor: Exact): Node {
  return factor.equals(Exact.one) ? operand : { kind: 'scale', factor, operand, at: operand.at }
}

export function converted({ node, dimension }: Part, target: Dimension): Node {
  const factor = dimension === undefined ? undefined : conversionBetween(dimension, target)
  if (factor === undefined || factor.equals(Exact.one)) return node
  return node.kind === 'column' ? { ...node, factor } : scaled(node, factor)
}

export function valueType(type: NameInfo['type']): ValueType {
  switch (type) {
    case 'money':
    case 'rate':
    case 'count':
      return 'number'
    case 'choice':
      return 'text'
    default:
      return type
  }
}

/** A rate is a plain ratio whatever unit the item shows it in; other numbers have the unit they state. */
export function numberDimension({ type, unit }: NameInfo): { dimension?: Dimension } {
  if (type === 'rate') return { dimension: RATE }
  return valueType(type) !== 'number' || unit === undefined ? {} : { dimension: dimensionOf(unit) }
}

export function typeName(part: Part): string {
  return part.type === 'number' && part.dimension?.length === 0 ? 'rate' : part.type
}

export function fieldsOf(list: NameInfo): ReadonlyMap<string, NameInfo> {
  return new Map((list.fields ?? []).map((each) => [each.id, fieldInfo(each)]))
}
