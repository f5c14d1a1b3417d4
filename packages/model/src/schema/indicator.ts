import { type Static, Type } from 'typebox'
import { type Condition, condition } from './condition.ts'
import {
  byPresence,
  choice,
  closed,
  digits,
  formula,
  id,
  line,
  map,
  name,
  optional,
  points,
  positive,
  quantity,
  ref,
  text,
} from './primitives.ts'
import { scoring } from './scoring.ts'
import { target } from './target.ts'

/** What becomes of the points of a leaf that does not apply (`design.md` 4). */
export type NotApplicablePolicy = 'full' | 'siblings' | 'rescale' | 'group-mean'
export const notApplicablePolicy = choice<NotApplicablePolicy>('full', 'siblings', 'rescale', 'group-mean')

export type MissingPolicy = 'block' | 'zero'
export const missingPolicy = choice<MissingPolicy>('block', 'zero')

const roundingModes = optional(choice('half-up', 'half-even', 'up', 'down'))
/** Digits after the point, or a step such as "0.5"; 四舍五入 unless a mode is stated. `none` keeps the exact value. */
export type Rounding =
  | 'none'
  | { digits: number; mode?: 'half-up' | 'half-even' | 'up' | 'down' }
  | { step: string; mode?: 'half-up' | 'half-even' | 'up' | 'down' }
export const rounding = Type.Unsafe<Rounding>({
  if: { type: 'string' },
  then: { const: 'none' },
  else: byPresence(
    [['step', closed({ step: positive, mode: roundingModes })]],
    closed({ digits, mode: roundingModes }),
  ),
})

/** Every node: what it is called, what it is worth, where it comes from. */
const common = {
  id,
  name,
  /** The number a reader sees (1.2.1), where the scheme prints one. */
  code: optional(line),
  /** 分值, absolute; the cap of a bonus node. */
  points,
  /** A bonus node 加分项 stands outside the full score and has its own cap. */
  kind: optional(Type.Literal('bonus')),
  /** Weight under a weighted-mean parent, a positive ratio of any sum. */
  weight: optional(points),
  /** 核心指标 */
  core: optional(Type.Boolean()),
  definition: optional(text),
  /** Legal basis. */
  basis: optional(line),
  note: optional(text),
}

export const leafFields = {
  ...common,
  target: optional(target),
  /** 实际完成值: a formula over items and measures, most often one name. */
  actual: optional(formula),
  scoring,
  /** The author's own 评分标准 beside the one the rule prints. */
  standard: optional(text),
  /** The method is not, or not in every part, what `standard` says: somebody has to look. Another method takes it away. */
  scoringBasis: optional(choice('assumed')),
  /** Where the data come from and what must be attached, in words. */
  dataSource: optional(line),
  evidence: optional(line),
  missing: optional(missingPolicy),
  /** Permission to be 不适用, and what then becomes of the points. */
  notApplicable: optional(notApplicablePolicy),
  rounding: optional(rounding),
  /** The item whose values weigh the units' judged scores when they are brought together. */
  weighUnitsBy: optional(name),
  /** What a declaration 绩效目标申报表 may set: the target, within limits on its value. */
  declared: optional(closed({ atLeast: optional(quantity), atMost: optional(quantity) })),
}

export type Combine =
  | 'sum'
  | 'best-of'
  | 'minimum'
  | 'weighted-mean'
  | {
      alternatives: { item: string; children: { [choice: string]: string } } | { when: { [child: string]: Condition } }
    }

/** How a branch puts its children together. Under best-of, alternatives and minimum each child has the parent's points. */
const combine = Type.Unsafe<Combine>({
  if: { type: 'string' },
  then: { enum: ['sum', 'best-of', 'minimum', 'weighted-mean'] },
  else: closed({
    /** The selector: a choice item whose values name children, or one condition a child, of which exactly one must hold. */
    alternatives: byPresence([['item', closed({ item: name, children: map(id) })]], closed({ when: map(condition) })),
  }),
})

export const branchFields = {
  ...common,
  combine: optional(combine),
  /** 个性指标: a declaration puts leaves of its own here, worth the branch's points together. */
  individual: optional(Type.Literal(true)),
  rounding: optional(rounding),
}

/** Goes into `$defs` as `leaf`, apart from the node that recurses, so that a deep tree takes little of the stack. */
export const leaf = closed(leafFields)
export const branchWithoutChildren = closed(branchFields)

export type Leaf = Static<typeof leaf>
export interface Branch extends Static<typeof branchWithoutChildren> {
  children: Indicator[]
}
export type Indicator = Leaf | Branch

/** Goes into a document's `$defs` as `indicator`. */
export const indicatorDefinition = byPresence<Indicator>(
  [['children', closed({ ...branchFields, children: Type.Array(ref<Indicator>('indicator'), { maxItems: 2_000 }) })]],
  ref<Leaf>('leaf'),
)

export const indicator = ref<Indicator>('indicator')

export function isBranch(node: Indicator): node is Branch {
  return 'children' in node
}

export function isLeaf(node: Indicator): node is Leaf {
  return !isBranch(node)
}
