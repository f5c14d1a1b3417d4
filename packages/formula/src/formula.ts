import type { Exact, Reading } from '@yardstick/model'
import type { CompareOperator, Expression } from './expression.ts'
import type { FunctionName } from './functions.ts'
import type { Scope } from './scope.ts'

/** What a value can be; choices are text, and money, rates and counts are numbers with their unit. */
export type ValueType = 'number' | 'boolean' | 'text' | 'date' | 'list'

/**
 * A formula that has been checked in a scope: its names are resolved, its units converted, its types fit. It is evaluated
 * as it stands, any number of times.
 */
export interface Formula {
  /** As it was written. */
  readonly expression: Expression
  /** What is evaluated. */
  readonly root: Node
  /**
   * `rate` is a plain ratio, shown as a percentage and without unit; `unit` is the unit of the number that comes out
   * ("万元", "万元/人"), absent where the formula's names state none.
   */
  readonly result: { readonly type: ValueType | 'rate'; readonly unit?: string }
  /** The items and measures it reads, in text order, without fields of records. */
  readonly names: readonly string[]
  /** Where they were found; a scheme's formulas share one. */
  readonly scope: Scope
}

/** A node of the checked tree; `at` is the place in the text that it came from. */
export type Node =
  | { readonly kind: 'constant'; readonly reading: Extract<Reading, { state: 'present' }>; readonly at: Expression }
  | { readonly kind: 'name'; readonly name: string; readonly type: ValueType; readonly at: Expression }
  /** A field of the record at hand, inside COUNTIF and SUMIF. */
  | FieldNode
  /** A field of all records, inside SUM, AVERAGE, MIN, MAX and COUNT. */
  | ColumnNode
  /** A conversion between units of one kind. */
  | { readonly kind: 'scale'; readonly factor: Exact; readonly operand: Node; readonly at: Expression }
  | { readonly kind: 'negate'; readonly operand: Node; readonly at: Expression }
  | ChainNode
  | { readonly kind: 'power'; readonly base: Node; readonly exponent: Node; readonly at: Expression }
  | CompareNode
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Node[]; readonly at: Expression }
  | { readonly kind: 'not'; readonly operand: Node; readonly at: Expression }
  | CallNode

export interface FieldNode {
  readonly kind: 'field'
  readonly list: string
  readonly field: string
  readonly type: ValueType
  readonly at: Expression
}

export interface ColumnNode {
  readonly kind: 'column'
  readonly list: string
  readonly field: string
  readonly type: ValueType
  readonly at: Expression
  /** Conversion into the unit of the first argument. */
  readonly factor?: Exact
}

export interface ChainNode {
  readonly kind: 'sum' | 'product'
  readonly first: Node
  readonly rest: readonly { readonly operator: '+' | '-' | '*' | '/'; readonly operand: Node }[]
  readonly at: Expression
}

export interface CompareNode {
  readonly kind: 'compare'
  readonly operator: CompareOperator
  readonly left: Node
  readonly right: Node
  readonly at: Expression
}

export interface CallNode {
  readonly kind: 'call'
  readonly function: FunctionName
  readonly operands: readonly Node[]
  readonly at: Expression
}

/** The direct parts of a node. */
export function partsOfNode(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'scale':
    case 'negate':
    case 'not':
      return [node.operand]
    case 'sum':
    case 'product':
      return [node.first, ...node.rest.map((each) => each.operand)]
    case 'power':
      return [node.base, node.exponent]
    case 'compare':
      return [node.left, node.right]
    case 'and':
    case 'or':
    case 'call':
      return node.operands
    default:
      return []
  }
}
