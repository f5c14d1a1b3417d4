import { Exact } from '@yardstick/model'
import type { Chance } from './chance.ts'
import { type Draft, number } from './draft.ts'

/**
 * The data side of a random scheme: items and measures as they come to be needed, and beside each the values at which
 * something changes, so that submissions can stand just below, on and just above them.
 */
export class World {
  readonly items: Draft[] = []
  readonly measures: Draft[] = []
  /** Shared conditions by name. */
  readonly conditions: { [name: string]: unknown } = {}
  readonly factByName = new Map<string, Fact>()
  /** Plays that give several items values together, so that what is computed from them lands on an edge. */
  readonly plays: Play[] = []
  /** Items whose evidence something asks for. */
  readonly evidenced = new Set<string>()
  private count = 0

  constructor(readonly chance: Chance) {}

  name(stem: string): string {
    return `${stem}${++this.count}`
  }

  addItem(type: ItemType, stated: Draft = {}): Fact {
    const { chance } = this
    const id = this.name(chance.pick(STEMS))
    const isNumeric = NUMERIC.includes(type)
    const fields = type === 'list' ? this.fields() : undefined
    const fact: Fact = {
      name: id,
      type,
      unit: stated['unit'] as string | undefined,
      step: stepOf(type, stated['digits'] as number | undefined),
      edges: [],
      choices: type === 'choice' ? ['甲', '乙', '丙'] : undefined,
      fields,
      aggregate: undefined,
    }
    const aggregate = chance.once(3) ? this.aggregateFor(type) : undefined
    this.items.push({
      id,
      type,
      ...stated,
      choices: fact.choices,
      fields: fields?.map(({ name, type: of, unit, choices }) => ({ id: name, type: of, unit, choices })),
      mayBeNotApplicable: chance.maybe(2, () => true),
      range: isNumeric ? chance.maybe(12, () => ({ min: '-1000000', max: '1000000' })) : undefined,
      evidence: chance.maybe(8, () => '佐证'),
      aggregate,
    })
    fact.aggregate = aggregate
    this.factByName.set(id, fact)
    return fact
  }

  addMeasure(formula: string, type: 'number' | 'rate' | 'date' | 'boolean', unit?: string): Fact {
    const { chance } = this
    const id = this.name('计算量')
    const digits = type === 'date' || type === 'boolean' ? undefined : chance.maybe(3, () => chance.between(2, 4))
    const rounded = digits !== undefined && chance.flip() ? true : undefined
    this.measures.push({ id, formula, type, unit, digits, rounded })
    const fact: Fact = { name: id, type, unit, step: stepOf(type, digits), edges: [] }
    this.factByName.set(id, fact)
    return fact
  }

  /** An item or measure that is there already, or a new item. */
  someFact(types: readonly FactType[]): Fact {
    const known = [...this.factByName.values()].filter((fact) => types.includes(fact.type))
    if (known.length > 0 && this.chance.once(3)) return this.chance.pick(known)
    return this.addItem(this.chance.pick(types.filter((type) => type !== 'list')) as ItemType)
  }

  private aggregateFor(type: ItemType): Draft | undefined {
    const { chance } = this
    if (type === 'date') return { rule: chance.pick(['max', 'min']) }
    if (!NUMERIC.includes(type)) return undefined
    const weights = [...this.factByName.values()].filter(({ type: of, aggregate }) => of === 'money' && aggregate)
    if (weights.length > 0 && chance.once(2)) return { rule: 'weighted', by: chance.pick(weights).name }
    return { rule: chance.pick(['sum', 'max', 'min', 'sum', 'refuse']) }
  }

  private fields(): Fact[] {
    const own = (name: string, type: ItemType, choices?: string[]): Fact => ({
      name,
      type,
      step: stepOf(type),
      edges: [],
      choices,
    })
    return [
      own('名称', 'text'),
      own('金额', 'money'),
      own('完成率', 'rate'),
      own('状态', 'choice', ['完成', '在办', '未办']),
      own('验收', 'boolean'),
    ]
  }
}

export type ItemType = 'number' | 'money' | 'rate' | 'count' | 'date' | 'text' | 'choice' | 'boolean' | 'list'
export type FactType = ItemType

export interface Fact {
  readonly name: string
  readonly type: FactType
  readonly unit?: string | undefined
  /** The smallest change of its value. */
  readonly step: Exact
  /** Values at which something changes; of a date day numbers. */
  readonly edges: Exact[]
  readonly choices?: readonly string[] | undefined
  readonly fields?: readonly Fact[] | undefined
  aggregate?: Draft | undefined
}

export type Value = Exact | string | boolean | readonly Draft[]
export type Write = (item: string, value: Value) => void
export type Play = (chance: Chance, write: Write) => void

export const NUMERIC: readonly FactType[] = ['number', 'money', 'rate', 'count']

/** A value at one of the edges, one step off it, or somewhere else. */
export function valueNear(chance: Chance, fact: Pick<Fact, 'edges' | 'step' | 'type'>): Exact {
  const edges = fact.edges.length > 0 ? fact.edges : [number(fact.type === 'date' ? 19_000 : 0)]
  const edge = chance.pick(edges)
  switch (chance.whole(10)) {
    case 0:
      return Exact.zero
    case 1:
      return edge.negated()
    case 2:
      return edge.times(number(chance.pick(['0.5', '0.91', '1.07', '2', '3'])))
    case 3:
      return edge.plus(fact.step.times(number(chance.between(-30, 30))))
    case 4:
    case 5:
      return edge.minus(fact.step)
    case 6:
    case 7:
      return edge.plus(fact.step)
    default:
      return edge
  }
}

function stepOf(type: FactType, digits?: number): Exact {
  const places = digits ?? ({ money: 2, rate: 4, number: 2 } as { [type: string]: number })[type] ?? 0
  return Exact.power10(places).power(-1)
}

/** Names that a parser may trip over stand among plain ones. */
const STEMS = ['数据', '实际支出', '预算且追加数', '非税收入', '任务数', '完成数', 'item-', 'x_', '“三公”经费']
