import { Exact } from './exact.ts'

/**
 * Units belong to items and targets. They convert within a kind (元 and 万元) and are refused across kinds. A unit this
 * table does not know (个, 人次, 场 …) is a kind of its own and converts only to itself.
 */
export interface Unit {
  readonly kind: string
  /** How many of the kind's base unit one of this is. */
  readonly factor: Exact
}

export function unitOf(text: string): Unit {
  return KNOWN.get(text) ?? { kind: text, factor: Exact.one }
}

/** The factor that turns a value in `from` into one in `to`; undefined where the kinds differ. No unit fits any unit. */
export function conversion(from: string | undefined, to: string | undefined): Exact | undefined {
  if (from === to || from === undefined || to === undefined) return Exact.one
  const [source, goal] = [unitOf(from), unitOf(to)]
  return source.kind === goal.kind ? source.factor.over(goal.factor) : undefined
}

/** Units that convert into each other, by kind, with how many of the first one each is; for unit pickers. */
export const unitKinds = {
  money: { 元: '1', 千元: '1000', 万元: '10000', 百万元: '1000000', 千万元: '10000000', 亿元: '100000000' },
  ratio: { '%': '0.01', '‰': '0.001', 百分点: '0.01', 个百分点: '0.01' },
  persons: { 人: '1', 名: '1', 万人: '10000' },
  'person-times': { 人次: '1', 万人次: '10000' },
  households: { 户: '1', 万户: '10000' },
  days: { 天: '1', 日: '1', 周: '7' },
  months: { 月: '1', 个月: '1', 季度: '3', 年: '12' },
  hours: { 小时: '1', 分钟: '1/60' },
  length: { 米: '1', 千米: '1000', 公里: '1000' },
  area: { 平方米: '1', 万平方米: '10000', 公顷: '10000', 平方公里: '1000000' },
  'area-mu': { 亩: '1', 万亩: '10000' },
  mass: { 千克: '1', 公斤: '1', 吨: '1000', 万吨: '10000000' },
  pieces: { 个: '1', 万个: '10000' },
} as const satisfies { readonly [kind: string]: { readonly [unit: string]: string } }

const KNOWN: ReadonlyMap<string, Unit> = new Map(
  Object.entries(unitKinds).flatMap(([kind, units]) =>
    Object.entries(units).map(([text, factor]): [string, Unit] => [text, { kind, factor: Exact.fromText(factor)! }]),
  ),
)
