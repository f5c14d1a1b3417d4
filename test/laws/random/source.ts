import { bracketName, writeName } from '@yardstick/formula'
import { Exact } from '@yardstick/model'
import type { Chance } from './chance.ts'
import { type Draft, dateText, number } from './draft.ts'
import type { Fact, World, Write } from './world.ts'

/**
 * What a leaf measures: a formula over items and measures that are made for it, and the way back, from a value of the
 * formula to values of the items. Half of them are one item; the others go through measures, functions and lists.
 */
export interface Source {
  readonly formula: string
  readonly kind: 'number' | 'rate' | 'date'
  readonly unit: string | undefined
  readonly step: Exact
  /** Values at which the score changes; the leaf adds to them. */
  readonly edges: Exact[]
  /** Whether x is one item and nothing else; then its name. */
  readonly item?: string
  readonly aim: (x: Exact, chance: Chance, write: Write) => void
}

export function randomSource(world: World, kinds: readonly Source['kind'][] = ['number', 'rate', 'date']): Source {
  const { chance } = world
  const kind = chance.pick(kinds)
  const makers: { readonly [K in Source['kind']]: readonly ((world: World) => Source)[] } = {
    number: [
      oneNumber,
      oneNumber,
      oneNumber,
      sum,
      extreme,
      fallback,
      choice,
      roundedRate,
      distance,
      listTotal,
      listCount,
    ],
    rate: [oneRate, oneRate, quotient, quotient, growth, share],
    date: [oneDate, oneDate, latest],
  }
  const source = chance.pick(makers[kind])(world)
  return source.item === undefined && chance.flip() ? asMeasure(source, world) : source
}

/** A name in a formula, with or without brackets; odd ones always have them. */
export function named(world: World, name: string): string {
  return world.chance.once(4) || name.includes('“') ? bracketName(name) : writeName(name)
}

/** A function by one of its names. */
function called(world: World, name: string, ...operands: string[]): string {
  const { chance } = world
  const zh = FUNCTIONS[name]
  return zh !== undefined && chance.flip() ? `${zh}（${operands.join('，')}）` : `${name}(${operands.join(', ')})`
}

const FUNCTIONS: { readonly [name: string]: string } = {
  IF: '如果',
  MIN: '最小值',
  MAX: '最大值',
  SUM: '求和',
  AVERAGE: '平均值',
  COUNT: '计数',
  COUNTIF: '条件计数',
  SUMIF: '条件求和',
  ROUND: '四舍五入',
  ABS: '绝对值',
  DAYS: '相差天数',
  COALESCE: '缺省取',
}

const MONEY = ['元', '万元', '亿元']
const PLAIN = [undefined, '个', '场', '人', '万人', '平方米', '公顷', '%', '‰']

function single(fact: Fact, kind: Source['kind'], world: World): Source {
  return {
    formula: named(world, fact.name),
    kind,
    unit: kind === 'number' ? fact.unit : undefined,
    step: fact.step,
    edges: fact.edges,
    item: fact.name,
    aim: (x, _chance, write) => write(fact.name, kind === 'date' ? dateText(x) : x),
  }
}

function oneNumber(world: World): Source {
  const { chance } = world
  const type = chance.pick(['number', 'money', 'count'] as const)
  const unit = type === 'money' ? chance.pick(MONEY) : chance.pick(type === 'count' ? PLAIN.slice(0, 4) : PLAIN)
  const digits = type === 'number' && chance.flip() ? chance.between(0, 3) : undefined
  return single(world.addItem(type, { unit, digits }), 'number', world)
}

function oneRate(world: World): Source {
  const digits = world.chance.maybe(3, () => world.chance.between(2, 5))
  return single(world.addItem('rate', { digits, unit: world.chance.maybe(4, () => '%') }), 'rate', world)
}

function oneDate(world: World): Source {
  return single(world.addItem('date'), 'date', world)
}

/** 实际支出 ÷ 预算数, in units that need not be the same. */
function quotient(world: World): Source {
  const [above, below] = [money(world), money(world)]
  return {
    formula: `${named(world, above.name)} ${world.chance.pick(['/', '÷'])} ${named(world, below.name)}`,
    kind: 'rate',
    unit: undefined,
    step: number('0.0001'),
    edges: [],
    aim: (x, chance, write) => {
      const whole = number(chance.pick(['100', '8', '24', '250', '3', chance.once(8) ? '0' : '40']))
      write(below.name, whole)
      write(above.name, rounded(inUnit(x.times(whole), below.unit, above.unit), above))
    },
  }
}

function growth(world: World): Source {
  const [now, before] = [money(world), money(world)]
  const last = named(world, before.name)
  return {
    formula: `（${named(world, now.name)} － ${last}）÷ ${last} × 100%`,
    kind: 'rate',
    unit: undefined,
    step: number('0.0001'),
    edges: [],
    aim: (x, chance, write) => {
      const base = number(chance.pick(['100', '80', '12.5', chance.once(8) ? '0' : '7']))
      write(before.name, base)
      write(now.name, rounded(inUnit(base.plus(x.times(base)), before.unit, now.unit), now))
    },
  }
}

/** Records that meet a condition, of all records. */
function share(world: World): Source {
  const list = world.addItem('list')
  const field = world.chance.pick(['状态 = "完成"', '完成率 >= 90%', '验收 = TRUE', '金额 > 10'])
  const name = named(world, list.name)
  return {
    formula: `${called(world, 'COUNTIF', name, field)} / ${called(world, 'COUNT', name)}`,
    kind: 'rate',
    unit: undefined,
    step: number('0.0001'),
    edges: [],
    aim: (_x, chance, write) => write(list.name, randomRecords(chance)),
  }
}

function sum(world: World): Source {
  const [first, second] = [money(world), money(world)]
  return {
    formula: `${named(world, first.name)} ${world.chance.pick(['+', '＋'])} ${named(world, second.name)}`,
    kind: 'number',
    unit: first.unit,
    step: first.step,
    edges: [],
    aim: (x, chance, write) => {
      const rest = rounded(x.times(number(chance.pick(['0', '0.25', '0.5']))), second)
      write(second.name, rest)
      write(first.name, rounded(x.minus(inUnit(rest, second.unit, first.unit)), first))
    },
  }
}

function extreme(world: World): Source {
  const [first, second] = [plain(world), plain(world)]
  const least = world.chance.flip()
  return {
    formula: called(world, least ? 'MIN' : 'MAX', named(world, first.name), named(world, second.name)),
    kind: 'number',
    unit: undefined,
    step: first.step,
    edges: [],
    aim: (x, chance, write) => {
      const other = x.plus(number(chance.whole(4) * (least ? 1 : -1)))
      const [a, b] = chance.flip() ? [x, other] : [other, x]
      write(first.name, a)
      write(second.name, b)
    },
  }
}

function fallback(world: World): Source {
  const [first, second] = [plain(world), plain(world)]
  return {
    formula: called(world, 'COALESCE', named(world, first.name), named(world, second.name), '0'),
    kind: 'number',
    unit: undefined,
    step: first.step,
    edges: [],
    aim: (x, chance, write) => {
      if (chance.flip()) write(first.name, x)
      write(second.name, x)
    },
  }
}

function choice(world: World): Source {
  const [first, second] = [plain(world), plain(world)]
  const flag = world.addItem('boolean')
  const not = world.chance.flip() ? `非（${named(world, flag.name)}）` : named(world, flag.name)
  return {
    formula: called(world, 'IF', not, named(world, first.name), `${named(world, second.name)} * 2`),
    kind: 'number',
    unit: undefined,
    step: first.step,
    edges: [],
    aim: (x, chance, write) => {
      write(flag.name, chance.flip())
      write(first.name, x)
      if (chance.flip()) write(second.name, rounded(x.times(number('0.5')), second))
    },
  }
}

/** A percentage as a plain number, rounded on the way. */
function roundedRate(world: World): Source {
  const [above, below] = [plain(world), plain(world)]
  const quotient = `${named(world, above.name)} / ${called(world, 'MAX', named(world, below.name), '1')} * 100`
  return {
    formula: called(world, 'ROUND', quotient, `${world.chance.between(0, 2)}`),
    kind: 'number',
    unit: undefined,
    step: Exact.one,
    edges: [],
    aim: (x, chance, write) => {
      const whole = number(chance.pick([100, 40, 7]))
      write(below.name, whole)
      write(above.name, rounded(x.times(whole).over(number(100)), above))
    },
  }
}

function distance(world: World): Source {
  const [end, start] = [world.addItem('date'), world.addItem('date')]
  return {
    formula: called(world, 'DAYS', named(world, end.name), named(world, start.name)),
    kind: 'number',
    unit: '天',
    step: Exact.one,
    edges: [],
    aim: (x, _chance, write) => {
      write(start.name, dateText(SOME_DAY))
      write(end.name, dateText(SOME_DAY.plus(x.floor())))
    },
  }
}

function latest(world: World): Source {
  const [first, second] = [world.addItem('date'), world.addItem('date')]
  return {
    formula: called(world, 'MAX', named(world, first.name), named(world, second.name)),
    kind: 'date',
    unit: undefined,
    step: Exact.one,
    edges: [],
    aim: (x, chance, write) => {
      write(first.name, dateText(x))
      write(second.name, dateText(x.minus(number(chance.whole(5)))))
    },
  }
}

function listTotal(world: World): Source {
  const list = world.addItem('list')
  const name = named(world, list.name)
  return {
    formula: world.chance.pick([
      () => called(world, 'SUM', `${name}.金额`),
      () => called(world, 'MAX', `${name}.金额`),
      () => called(world, 'AVERAGE', `${name}.金额`),
      () => called(world, 'SUMIF', name, '状态 <> "未办"', '金额'),
      () => called(world, 'SUMIF', name, '验收', '金额 * 2'),
    ])(),
    kind: 'number',
    unit: undefined,
    step: number('0.01'),
    edges: [],
    aim: (x, chance, write) => write(list.name, randomRecords(chance, x)),
  }
}

function listCount(world: World): Source {
  const list = world.addItem('list')
  const name = named(world, list.name)
  return {
    formula: world.chance.pick([
      () => called(world, 'COUNT', name),
      () => called(world, 'COUNTIF', name, '完成率 ≥ 90% 且 验收'),
      () => called(world, 'COUNTIF', name, '状态 = "完成" 或 金额 > 10'),
    ])(),
    kind: 'number',
    unit: undefined,
    step: Exact.one,
    edges: [],
    aim: (_x, chance, write) => write(list.name, randomRecords(chance)),
  }
}

/** The same under a name, now and then in another unit of its kind. */
function asMeasure(source: Source, world: World): Source {
  const { chance } = world
  const unit =
    source.unit !== undefined && MONEY.includes(source.unit) && chance.flip() ? chance.pick(MONEY) : source.unit
  const fact = world.addMeasure(source.formula, source.kind, unit)
  return {
    ...source,
    formula: named(world, fact.name),
    unit,
    edges: fact.edges,
    aim: (x, chance, write) => source.aim(inUnit(x, unit, source.unit), chance, write),
  }
}

export function randomRecords(chance: Chance, total?: Exact): Draft[] {
  const size = chance.once(30) ? 0 : chance.between(1, 5)
  const amounts = Array.from({ length: size }, (_, index) =>
    total !== undefined && index === 0 ? total.round(2) : number(chance.pick(['0', '10', '10.01', '2.5', '100'])),
  )
  return amounts.map((amount) => ({
    名称: chance.pick(['一', '二', '完成']),
    金额: hole(chance, amount.toText()),
    完成率: hole(chance, chance.pick(['90%', '0.8999', '1', '89.99%'])),
    状态: hole(chance, chance.pick(['完成', '完成', '在办', '未办'])),
    验收: hole(chance, chance.flip()),
  }))
}

/** Now and then a field is empty. */
function hole<T>(chance: Chance, value: T): T | null {
  return chance.once(150) ? null : value
}

function money(world: World): Fact {
  return world.addItem('money', { unit: world.chance.pick(MONEY) })
}

function plain(world: World): Fact {
  return world.addItem('number')
}

/** Brought to the digits of the item, as a person enters it. */
function rounded(value: Exact, { step }: Fact): Exact {
  return value.roundTo(step, 'half-up')
}

function inUnit(value: Exact, from: string | undefined, to: string | undefined): Exact {
  return from === undefined || to === undefined
    ? value
    : value.times(SIZES[from] ?? Exact.one).over(SIZES[to] ?? Exact.one)
}

const SIZES: { readonly [unit: string]: Exact } = { 元: number(1), 万元: number(10_000), 亿元: number(100_000_000) }
/** 2021-12-31 */
export const SOME_DAY = number(18_992)
