import { Exact, type ScoringMethod } from '@yardstick/model'
import { comparisonWith, randomCondition } from './condition.ts'
import { type Draft, dateText, number, percent, text } from './draft.ts'
import { randomRecords, randomSource, SOME_DAY, type Source } from './source.ts'
import { valueNear, type World } from './world.ts'

/** What a leaf of a random scheme is measured by, and how a person answers where people decide. */
export interface LeafMaking {
  readonly world: World
  readonly points: Exact
  readonly hasSiblings: boolean
  readonly methods: readonly ScoringMethod[]
  /** Steps are counted as the scheme says, where a leaf does not. */
  readonly schemeCounts: boolean
  /** ratio without overshoot and one-sided steps, for the law on better values. */
  readonly isPlain: boolean
}

export interface MadeLeaf {
  /** `actual`, `target` and `scoring` of the leaf. */
  readonly fields: Draft
  readonly source?: Source
  /** A judgement as a submission holds it; below full points, with its reason. */
  readonly judge?: () => unknown
}

export function randomLeaf(making: LeafMaking): MadeLeaf {
  const { world, methods } = making
  const method = world.chance.pick(methods)
  return MAKERS[method](making)
}

export const ALL_METHODS: readonly ScoringMethod[] = [
  'ratio',
  'steps',
  'bands',
  'curve',
  'pass',
  'checklist',
  'levels',
  'judgement',
  'formula',
  'table',
  'share-met',
  'rank',
]

const MAKERS: { readonly [M in ScoringMethod]: (making: LeafMaking) => MadeLeaf } = {
  ratio,
  steps,
  bands,
  curve,
  pass,
  checklist,
  levels,
  judgement,
  formula,
  table,
  'share-met': shareMet,
  rank,
}

/** The source is given values at its edges when submissions are made. */
function measured(world: World, source: Source, fields: Draft): MadeLeaf {
  world.plays.push((chance, write) => {
    const type = source.kind === 'number' ? 'number' : source.kind
    source.aim(valueNear(chance, { edges: source.edges, step: source.step, type }), chance, write)
  })
  return { fields: { actual: source.formula, ...fields }, source }
}

function ratio({ world, isPlain }: LeafMaking): MadeLeaf {
  const { chance } = world
  const source = randomSource(world, ['number', 'rate'])
  const { target, value } = comparatorTarget(world, source, chance.pick(['>=', '>=', '<=', '>', '<']))
  const passLine = chance.maybe(4, () => chance.pick(['60%', '0.8', '100%', '0']))
  const beyond = isPlain ? undefined : chance.maybe(3, () => chance.pick(['30%', '0', '0.5', '100%']))
  const effect = chance.pick(['refuse', 'reduce'])
  for (const share of ['0', '0.6', '0.8', '1', '1.3', '1.5', '0.7', '2']) source.edges.push(value.times(number(share)))
  const scoring = {
    method: 'ratio',
    passLine,
    overshoot: beyond === undefined ? undefined : { beyond, effect },
    zeroTarget: chance.maybe(2, () => chance.pick(['error', 'full', 'zero'])),
  }
  // A threshold of the method's own stands in place of the target.
  const own = chance.once(6)
  return measured(world, source, own ? { scoring: { ...scoring, target } } : { target, scoring })
}

function steps({ world, points, schemeCounts, isPlain }: LeafMaking): MadeLeaf {
  const { chance } = world
  const source = randomSource(world)
  const isZone = !isPlain && source.kind !== 'date' && chance.once(4)
  const value = someValue(world, source)
  const high = value.plus(spread(source))
  const zone = isZone ? { low: value, high } : { low: value, high: value }
  const comparator = chance.pick(['>=', '<=', '=', '>', '<'])
  const target = isZone
    ? { low: literal(source, zone.low), high: literal(source, zone.high), ...unitOf(world, source, false) }
    : comparatorTarget(world, source, comparator, value, !isPlain).target
  const from = chance.maybe(4, () => {
    if (source.kind === 'date') return undefined
    return chance.flip()
      ? literal(source, zone.low)
      : { low: literal(source, zone.low), high: literal(source, zone.high) }
  })
  const oneSide = isPlain || chance.once(2) ? chance.pick(['below', 'above']) : undefined
  const count = (times: number) => chance.maybe(times, () => chance.pick(['prorata', 'whole', 'started']))
  const side = (edge: Exact, sign: 1 | -1) => {
    const per = chance.pick(source.kind === 'rate' ? ['percentage-point', 'unit'] : ['unit', 'percent-of-target'])
    const isShare = per !== 'unit'
    const size = isShare
      ? chance.pick(['1%', '5', '2.5%'])
      : source.kind === 'rate'
        ? '0.01'
        : chance.pick(['1', '5', '0.5', '30'])
    const width = isShare ? number(size.endsWith('%') ? size : `${size}%`) : number(size)
    const unit = per === 'percent-of-target' ? width.times(value.abs()) : width
    for (const times of ['0', '1', '1.5', '2', '5', '20'])
      source.edges.push(edge.plus(unit.times(number(times)).times(number(sign))))
    return {
      size,
      per,
      deduct: chance.pick(['1', '0.5', '0.2', '3', '0']),
      count: count(3),
      limit: chance.maybe(4, () => text(points.times(number('0.5')))),
    }
  }
  const scoring = {
    method: 'steps',
    from,
    start: chance.maybe(6, () => text(points.times(number(chance.pick(['0.8', '1', '0.5']))))),
    below: oneSide === 'above' ? undefined : side(zone.low, -1),
    above: oneSide === 'below' ? undefined : side(zone.high, 1),
    count: count(schemeCounts ? 3 : 1),
    floor: chance.maybe(6, () => text(points.times(number('0.2')))),
  }
  return measured(world, source, { target, scoring })
}

function bands({ world, points }: LeafMaking): MadeLeaf {
  const source = randomSource(world, ['number', 'rate'])
  const { bands, otherwise } = bandsOf(world, source, points)
  return measured(world, source, { target: anyTarget(world, source), scoring: { method: 'bands', otherwise, bands } })
}

function bandsOf(world: World, source: Pick<Source, 'kind' | 'edges' | 'unit'>, points: Exact) {
  const { chance } = world
  const edges = ascending(world, source, chance.between(1, 5))
  const bands = edges.flatMap((edge) => {
    const from = literal(source, edge)
    const band = { from, included: chance.flip(), score: scoreText(world, points) }
    // A band of a single value is an included edge and the same edge again, not included.
    return chance.once(6)
      ? [
          { ...band, included: true },
          { from, included: false, score: scoreText(world, points) },
        ]
      : [band]
  })
  return { bands, otherwise: scoreText(world, points) }
}

function curve({ world, points }: LeafMaking): MadeLeaf {
  const source = randomSource(world, ['number', 'rate'])
  return measured(world, source, { target: anyTarget(world, source), scoring: curveOf(world, source, points) })
}

function curveOf(world: World, source: Pick<Source, 'kind' | 'edges' | 'unit'>, points: Exact): Draft {
  const { chance } = world
  const anchors = ascending(world, source, chance.between(2, 5)).map((at) => ({
    at: literal(source, at),
    score: scoreText(world, points),
  }))
  return { method: 'curve', anchors, below: chance.pick(['hold', 'zero']), above: chance.pick(['hold', 'zero']) }
}

function pass({ world }: LeafMaking): MadeLeaf {
  const { chance } = world
  if (chance.once(3)) return { fields: { scoring: { method: 'pass', condition: randomCondition(world) } } }
  if (chance.once(6)) {
    const { name } = world.addItem('boolean')
    return { fields: { actual: `[${name}]`, scoring: { method: 'pass' } } }
  }
  const source = randomSource(world)
  const target = anyTarget(world, source, 1)!
  if (chance.once(4)) return measured(world, source, { scoring: { method: 'pass', threshold: target } })
  return measured(world, source, { target, scoring: { method: 'pass' } })
}

function checklist({ world, points }: LeafMaking): MadeLeaf {
  const { chance } = world
  const size = chance.between(1, 5)
  const share = points.over(number(size)).round(2)
  const elements = Array.from({ length: size }, (_, index) => ({
    id: `要素${index + 1}`,
    text: `要素 ${index + 1}`,
    score: chance.once(3) ? chance.pick(['40%', '20%', '30%', '33.33%']) : text(share),
    met: chance.pick<() => unknown>([
      () => 'judged',
      () => 'judged',
      () => ({ item: world.addItem('boolean').name }),
      () => {
        const { name } = world.addItem('boolean')
        world.evidenced.add(name)
        return { evidence: name }
      },
      () => ({ condition: randomCondition(world, 1) }),
    ])(),
    gate: chance.maybe(6, () => true),
  }))
  const judged = elements.filter(({ met }) => met === 'judged').map(({ id }) => id)
  const fields = { scoring: { method: 'checklist', elements } }
  if (judged.length === 0) return { fields }
  return {
    fields,
    judge: () => ({
      elements: Object.fromEntries(judged.filter(() => !chance.once(80)).map((id) => [id, !chance.once(4)])),
    }),
  }
}

function levels({ world }: LeafMaking): MadeLeaf {
  const { chance } = world
  const fixed = [
    { name: '合理', share: '100%' },
    { name: '基本合理', share: chance.pick(['60%', '0.5', '33.3%']) },
    { name: '不合理', share: '0' },
  ]
  const ranges = [
    { name: '达成', from: '80%', to: '100%' },
    { name: '部分达成', from: '60%', to: '80%' },
    { name: '未达成', from: '0', to: '0.6' },
  ]
  const isFixed = chance.flip()
  const levels: { name: string; share?: string; from?: string; to?: string }[] = isFixed ? fixed : ranges
  return {
    fields: { scoring: { method: 'levels', levels } },
    judge: () => {
      const level = chance.pick(levels)
      if (level.share !== undefined) return { level: level.name }
      const [low, high] = [number(level.from!), number(level.to!)]
      const span = high.minus(low)
      const at = low.plus(
        span.times(number(chance.pick(['0', '0', '0.5', '0.25', '0.999', chance.once(12) ? '1' : '0.9']))),
      )
      if (chance.once(60)) return { level: level.name }
      return { level: level.name, share: chance.flip() ? percent(at) : chance.flip() ? Number(text(at)) : text(at) }
    },
  }
}

function judgement({ world, points }: LeafMaking): MadeLeaf {
  const { chance } = world
  const rule = chance.pick(['mean', 'trimmed-mean', 'median'])
  const panel = chance.flip()
    ? { rule, quorum: rule === 'trimmed-mean' ? chance.between(3, 4) : chance.between(1, 4) }
    : undefined
  const one = () => {
    const value = points.times(number(chance.pick(['1', '0.9', '0.85', '0.6', '0', '0.333'])))
    return chance.flip() ? text(value) : Number(text(value))
  }
  return {
    fields: { scoring: { method: 'judgement', panel } },
    judge: () =>
      panel === undefined || chance.once(6)
        ? one()
        : {
            experts: Array.from(
              { length: chance.between(Math.max(1, panel.quorum - (chance.once(8) ? 1 : 0)), 6) },
              (_, index) => ({
                who: `专家${index + 1}`,
                score: one(),
              }),
            ),
          },
  }
}

function formula({ world, points }: LeafMaking): MadeLeaf {
  const { chance } = world
  const source = randomSource(world, ['number', 'rate'])
  const full = text(points)
  for (const x of ['0', '0.5', '1', '0.1']) source.edges.push(number(x))
  const forms = [
    `${full} * ${wrapped(source)}`,
    `(1 - 10 * ${wrapped(source)}) × ${full}`,
    `${full} - ${wrapped(source)} / 3`,
    `ROUND(${full} × ${wrapped(source)} ^ 2, 1)`,
    `IF(${wrapped(source)} > ${source.kind === 'rate' ? '10%' : '10'}, 0, ${full})`,
  ]
  return { ...measured(world, source, {}), fields: { scoring: { method: 'formula', formula: chance.pick(forms) } } }
}

function table({ world, points }: LeafMaking): MadeLeaf {
  const { chance } = world
  const columns = Array.from({ length: chance.between(1, 3) }, () =>
    world.someFact(['number', 'rate', 'count', 'date', 'choice', 'boolean']),
  )
  const rows = Array.from({ length: chance.between(1, 4) }, () => ({
    when: columns.map((fact) => (chance.once(3) ? null : comparisonWith(world, fact))),
    score: scoreText(world, points),
  }))
  return {
    fields: {
      scoring: {
        method: 'table',
        columns: columns.map(({ name }) => name),
        rows,
        hit: chance.pick(['first', 'first', 'first', 'sum', 'sum', 'unique']),
        otherwise: scoreText(world, points),
      },
    },
  }
}

function shareMet({ world, hasSiblings }: LeafMaking): MadeLeaf {
  const { chance } = world
  if (hasSiblings && chance.flip()) return { fields: { scoring: { method: 'share-met', of: { siblings: true } } } }
  const list = world.addItem('list')
  const one = () => {
    const field = chance.pick(list.fields!)
    return {
      fact: field.name,
      ...comparisonWith(world, { ...field, edges: [number(field.type === 'rate' ? '0.9' : '10')] }),
    }
  }
  const met = chance.pick<() => Draft>([
    one,
    one,
    () => ({ all: [one(), one()] }),
    () => ({ any: [one(), { not: one() }] }),
  ])()
  world.plays.push((chance, write) => write(list.name, randomRecords(chance)))
  return { fields: { scoring: { method: 'share-met', of: { list: list.name, met } } } }
}

function rank({ world, points }: LeafMaking): MadeLeaf {
  const { chance } = world
  const source = randomSource(world, ['number', 'rate'])
  for (const x of ['1', '2', '3', '0.5']) source.edges.push(number(x))
  const distance = { kind: source.kind, unit: undefined, edges: [] as Exact[] }
  const rule = chance.pick<() => Draft>([
    () => ({
      by: 'place',
      places: Array.from({ length: chance.between(1, 4) }, () => scoreText(world, points)),
      otherwise: '0',
    }),
    () => ({ by: 'best' }),
    () => ({
      by: 'mean',
      distance: chance.pick(['absolute', 'relative']),
      scoring: chance.pick<() => Draft>([
        () => ({ method: 'bands', ...bandsOf(world, distance, points) }),
        () => curveOf(world, distance, points),
        () => ({
          method: 'steps',
          below: {
            size: '1',
            per: chance.pick(['percentage-point', 'unit']),
            deduct: '0.5',
            count: chance.pick(['whole', 'started', 'prorata']),
          },
        }),
      ])(),
    }),
  ])()
  return measured(world, source, {
    target: chance.maybe(3, () => comparatorTarget(world, source, chance.pick(['>=', '<='])).target),
    scoring: {
      method: 'rank',
      order: chance.maybe(3, () => chance.pick(['ascending', 'descending'])),
      within: chance.maybe(6, () => '类别'),
      rule,
    },
  })
}

/** A target with a comparator: a number in a unit of the same kind, or data. */
function comparatorTarget(
  world: World,
  source: Source,
  comparator: string,
  value = someValue(world, source),
  mayBeData = true,
) {
  const { chance } = world
  if (source.kind === 'date') {
    source.edges.push(value)
    return { target: { comparator, date: dateText(value) }, value }
  }
  if (mayBeData && chance.once(6)) return { target: { comparator, formula: dataTarget(world, source, value) }, value }
  source.edges.push(value)
  return { target: { comparator, ...unitOf(world, source, true, value) }, value }
}

/** An item that holds the target, which now and then is 0. */
function dataTarget(world: World, source: Source, value: Exact): string {
  const fact = world.addItem(
    source.kind === 'rate' ? 'rate' : 'number',
    source.kind === 'rate' ? {} : { unit: source.unit },
  )
  fact.edges.push(value, value, value, Exact.zero)
  return `[${fact.name}]`
}

/** Any form of target that this value can be held against; none now and then. */
function anyTarget(world: World, source: Source, always = 2): Draft | undefined {
  const { chance } = world
  if (chance.whole(always) > 0) return undefined
  if (source.kind !== 'date' && chance.once(4)) {
    const low = someValue(world, source)
    const high = low.plus(spread(source))
    source.edges.push(low, high)
    return { low: literal(source, low), high: literal(source, high), ...unitOf(world, source, false) }
  }
  return comparatorTarget(world, source, chance.pick(['>=', '<=', '>', '<', '='])).target
}

/** The value and unit of a target: the source's own unit, another of its kind, or none. */
function unitOf(world: World, source: Source, withValue: boolean, value = Exact.zero): Draft {
  const { chance } = world
  const own = withValue ? { value: literal(source, value) } : {}
  if (source.kind === 'rate') {
    return withValue && chance.once(3) ? { value: text(value.times(number(100))), unit: '%' } : own
  }
  if (withValue && source.unit === '元' && chance.flip())
    return { value: text(value.over(number(10_000))), unit: '万元' }
  return chance.flip() ? { ...own, unit: source.unit } : own
}

function someValue(world: World, source: Pick<Source, 'kind'>): Exact {
  const { chance } = world
  if (source.kind === 'date') return SOME_DAY.plus(number(chance.pick([0, 0, -31, 90])))
  if (source.kind === 'rate') return number(chance.pick(['0.95', '1', '0.9', '0.035', '0.3', '0.6667']))
  return number(chance.pick(['50', '100', '3', '10', '7', '12.5', '200']))
}

function spread({ kind }: Pick<Source, 'kind'>): Exact {
  return number(kind === 'rate' ? '0.1' : '5')
}

function ascending(world: World, source: Pick<Source, 'kind' | 'edges'>, size: number): Exact[] {
  const { chance } = world
  const steps = source.kind === 'rate' ? ['0.05', '0.1', '0.2', '0.0001'] : ['1', '5', '10', '0.5']
  let at = number(
    source.kind === 'rate' ? chance.pick(['0', '0.6', '0.7', '-0.1']) : chance.pick(['0', '-10', '1', '60']),
  )
  return Array.from({ length: size }, () => {
    const edge = at
    source.edges.push(edge)
    at = at.plus(number(chance.pick(steps)))
    return edge
  })
}

/** A number of x as a scheme writes it; of a rate now and then as a percentage. */
function literal({ kind }: Pick<Source, 'kind'>, value: Exact): string {
  return kind === 'rate' && value.sign >= 0 ? percent(value) : text(value)
}

function scoreText(world: World, points: Exact): string {
  const share = number(world.chance.pick(['0', '0.2', '0.4', '0.5', '0.75', '0.8', '1', '0.333']))
  return world.chance.flip() ? percent(share) : text(points.times(share))
}

function wrapped({ formula, item }: Source): string {
  return item === undefined ? `(${formula})` : formula
}
