import { Exact, type ScoringMethod } from '@yardstick/model'
import { Chance } from './chance.ts'
import { randomCondition } from './condition.ts'
import { type Draft, fromFile, number, text } from './draft.ts'
import { ALL_METHODS, type MadeLeaf, randomLeaf } from './leaf.ts'
import { randomRules } from './rules.ts'
import { World } from './world.ts'

/**
 * A random scheme with everything the documents allow: every method and branch, bonus nodes, policies, rules of every
 * effect, shared conditions, measures, units and roundings. Its points add up at every level and it has no error: what
 * goes wrong in an evaluation comes from the submission.
 */
export interface RandomScheme {
  readonly seed: number
  readonly scheme: Draft
  readonly world: World
  readonly leaves: readonly TreeLeaf[]
  /** What a unit or project sets, for schemes that leave something open. */
  readonly declaration: Draft | undefined
  /** Whether a score depends on other subjects. */
  readonly readsGroup: boolean
}

export interface TreeLeaf {
  readonly id: string
  readonly points: Exact
  readonly made: MadeLeaf
  readonly isBonus: boolean
  /** Of the declaration, not of the scheme. */
  readonly isOwn: boolean
  readonly weighUnitsBy: string | undefined
}

export interface SchemeOptions {
  readonly rules?: false
  readonly methods?: readonly ScoringMethod[]
  /** No overshoot, no two-sided steps (see the law on better values). */
  readonly isPlain?: true
  /** Nothing is declared and nothing left open. */
  readonly declarations?: false
}

export function randomScheme(seed: number, options: SchemeOptions = {}): RandomScheme {
  return new Maker(seed, options).make()
}

/** Roundings and the grain of points that fits them: points have no more digits than the place they are rounded to. */
const ROUNDINGS: readonly { readonly grain: string; readonly rounding: unknown }[] = [
  { grain: '1', rounding: undefined },
  { grain: '0.01', rounding: undefined },
  { grain: '0.5', rounding: { leaf: { digits: 1 }, total: { digits: 2 } } },
  { grain: '0.1', rounding: { leaf: { digits: 1 }, branch: { digits: 1 }, total: { digits: 1 } } },
  { grain: '1', rounding: { leaf: { digits: 2 }, branch: { digits: 0 }, total: { digits: 0 } } },
  { grain: '0.5', rounding: { leaf: { step: '0.5' }, total: { digits: 1, mode: 'half-even' } } },
  { grain: '1', rounding: { leaf: { step: '0.25', mode: 'down' }, branch: { step: '0.5', mode: 'up' } } },
  { grain: '1', rounding: { leaf: 'none' } },
  { grain: '0.5', rounding: { leaf: 'none', branch: { digits: 1 }, total: { digits: 1, mode: 'half-even' } } },
  { grain: '1', rounding: { leaf: { digits: 3, mode: 'half-even' }, total: { digits: 2, mode: 'up' } } },
]

class Maker {
  private readonly chance: Chance
  private readonly world: World
  private readonly leaves: TreeLeaf[] = []
  private readonly branches: { id: string; points: Exact }[] = []
  private readonly targets: { [id: string]: unknown } = {}
  private readonly own: { [id: string]: Draft[] } = {}
  private readonly style: (typeof ROUNDINGS)[number]
  private readonly schemeCounts: boolean
  private readonly isDeclared: boolean
  private count = 0
  /** How many children stand beside the one that is being made. */
  private around = 0

  constructor(
    private readonly seed: number,
    private readonly options: SchemeOptions,
  ) {
    this.chance = new Chance(seed)
    this.world = new World(this.chance)
    this.style = this.chance.once(2) ? ROUNDINGS[0]! : this.chance.pick(ROUNDINGS)
    this.schemeCounts = this.chance.flip()
    this.isDeclared = options.declarations !== false && this.chance.once(6)
  }

  make(): RandomScheme {
    const { chance, world, options } = this
    const full = number(chance.pick(['100', '100', '60', '10', '150']))
    const tops = this.sharedOut(full, chance.between(1, 4)).map((points) => this.node(points, chance.between(0, 3)))
    const bonuses = chance.once(4) ? [this.bonus()] : []
    const grades = chance.once(5) ? undefined : this.grades(full)
    const leaves = this.leaves.filter((leaf) => !leaf.isOwn)
    const rules =
      options.rules === false || leaves.length === 0
        ? undefined
        : randomRules(world, { leaves, branches: this.branches, full, grades })
    const scheme = fromFile({
      yardstick: 'scheme/1',
      id: 'random',
      name: `随机体系 ${this.seed}`,
      version: '1',
      fullScore: text(full),
      ceiling: chance.maybe(4, () => text(full.plus(number('5')))),
      rounding: this.style.rounding,
      stepCount: this.schemeCounts ? chance.pick(['prorata', 'whole', 'started']) : undefined,
      missing: chance.maybe(3, () => chance.pick(['block', 'zero'])),
      notApplicable: chance.maybe(2, () => chance.pick(['full', 'siblings', 'rescale', 'group-mean'])),
      declarations: this.isDeclared ? 'optional' : undefined,
      items: world.items,
      measures: world.measures.length === 0 ? undefined : world.measures,
      indicators: [...tops, ...bonuses],
      conditions: Object.keys(world.conditions).length === 0 ? undefined : world.conditions,
      rules: rules?.length === 0 ? undefined : rules,
      grades,
    })
    const declaration = this.isDeclared ? this.declare() : undefined
    const readsGroup = /"(group-mean|rank)"/.test(JSON.stringify(scheme))
    return { seed: this.seed, scheme, world, leaves: this.leaves, declaration, readsGroup }
  }

  private node(points: Exact, depth: number, given: Draft = {}): Draft {
    const { chance } = this
    if (depth === 0 || chance.once(4)) return this.leaf(points, given)
    const id = this.id()
    this.branches.push({ id, points })
    const size = chance.between(1, 4)
    this.around = size
    const common = { id, name: `组 ${id}`, points: text(points), rounding: this.ownRounding('branch'), ...given }
    const same = () => Array.from({ length: size }, () => this.node(points, depth - 1))
    const withBonus = (children: Draft[]) => (chance.once(8) ? [...children, this.bonus()] : children)
    switch (chance.whole(10)) {
      case 0:
        return { ...common, combine: 'best-of', children: withBonus(same()) }
      case 1:
        return { ...common, combine: 'minimum', children: same() }
      case 2: {
        const children = Array.from({ length: size }, () =>
          this.node(chance.flip() ? points : number('10'), depth - 1, {
            weight: chance.pick(['1', '2', '0.35', '50']),
          }),
        )
        // Inside a bonus a bonus is a child like any other, and this one would have no weight.
        return { ...common, combine: 'weighted-mean', children: given['kind'] ? children : withBonus(children) }
      }
      case 3:
        return this.alternatives(common, same())
      default: {
        const isOpen = this.isDeclared && chance.once(3)
        const parts = this.sharedOut(points, isOpen ? 2 : size)
        const children = (isOpen ? parts.slice(1) : parts).map((part) => this.node(part, depth - 1))
        if (isOpen) this.own[id] = [this.ownLeaf(parts[0]!)]
        return { ...common, individual: isOpen ? true : undefined, children: withBonus(children) }
      }
    }
  }

  private alternatives(common: Draft, children: Draft[]): Draft {
    const { chance, world } = this
    const ids = children.map((child) => child['id'] as string)
    if (chance.flip()) {
      const { name, choices } = world.addItem('choice')
      const named = Object.fromEntries(choices!.map((choice, index) => [choice, ids[index % ids.length]]))
      return { ...common, combine: { alternatives: { item: name, children: named } }, children }
    }
    const when = Object.fromEntries(ids.map((id, index) => [id, index === 0 ? randomCondition(world, 1) : undefined]))
    const first = when[ids[0]!]!
    // Mostly exactly one holds: the second where the first does not, and the others never.
    const never = { all: [first, { not: first }] }
    for (const [index, id] of ids.entries()) if (index > 0) when[id] = index === 1 ? { not: first } : never
    return { ...common, combine: { alternatives: { when } }, children }
  }

  private bonus(): Draft {
    const points = number(this.chance.pick(['5', '2', '10']))
    const before = this.leaves.length
    const node = this.node(points, this.chance.once(4) ? 1 : 0, { kind: 'bonus' })
    for (const leaf of this.leaves.slice(before)) Object.assign(leaf, { isBonus: true })
    return node
  }

  private leaf(points: Exact, given: Draft): Draft {
    const { chance, world, options } = this
    const id = this.id()
    const made = randomLeaf({
      world,
      points,
      hasSiblings: this.around > 1 || chance.once(20),
      methods: options.methods ?? ALL_METHODS,
      schemeCounts: this.schemeCounts,
      isPlain: options.isPlain === true,
    })
    const weighUnitsBy = made.judge !== undefined && chance.once(3) ? this.weight() : undefined
    const notApplicable = chance.maybe(3, () => chance.pick(['full', 'siblings', 'rescale', 'group-mean']))
    this.leaves.push({ id, points, made, isBonus: false, isOwn: false, weighUnitsBy })
    const fields = this.isDeclared ? this.leftOpen(id, made) : made.fields
    return {
      id,
      name: `指标 ${id}`,
      points: text(points),
      ...fields,
      missing: chance.maybe(6, () => chance.pick(['block', 'zero'])),
      notApplicable,
      rounding: this.ownRounding('leaf'),
      core: chance.maybe(8, () => true),
      weighUnitsBy,
      ...given,
    }
  }

  /** A number target may be left to the declaration, within limits, or may be declared again. */
  private leftOpen(id: string, { fields, source }: MadeLeaf): Draft {
    const { chance } = this
    const target = fields['target'] as { comparator?: string; value?: string } | undefined
    if (source === undefined || target?.value === undefined || target.comparator === undefined) return fields
    if (chance.once(2)) return fields
    const limits = chance.flip() ? {} : { atLeast: '-1000', atMost: '1000000' }
    if (!chance.once(4))
      this.targets[id] = chance.flip() ? target : { ...target, value: target.value.replace(/^(\d)/, '1$1') }
    if (chance.flip()) return { ...fields, declared: limits }
    const { target: _left, ...rest } = fields
    return { ...rest, declared: limits }
  }

  private ownLeaf(points: Exact): Draft {
    const id = this.id()
    const made = randomLeaf({
      world: this.world,
      points,
      hasSiblings: false,
      methods: ['ratio', 'steps', 'levels'],
      schemeCounts: false,
      isPlain: false,
    })
    this.leaves.push({ id, points, made, isBonus: false, isOwn: true, weighUnitsBy: undefined })
    return { id, name: `个性指标 ${id}`, points: text(points), ...made.fields }
  }

  private declare(): Draft {
    return fromFile({
      yardstick: 'declaration/1',
      scheme: { id: 'random' },
      subject: { department: '甲局' },
      period: '2024',
      targets: this.targets,
      indicators: this.own,
    })
  }

  private weight(): string {
    const { chance, world } = this
    const known = world.items.filter((item) => item['type'] === 'money').map((item) => item['id'] as string)
    const name = known.length > 0 && chance.flip() ? chance.pick(known) : world.addItem('money').name
    world.factByName.get(name)!.edges.push(number('10'), number('30'))
    return name
  }

  private ownRounding(place: 'leaf' | 'branch'): unknown {
    const { chance } = this
    if (this.style.grain !== '1' || !chance.once(10)) return undefined
    return chance.pick([
      { digits: 1 },
      { digits: 3 },
      { step: '0.5' },
      { digits: 0, mode: 'down' },
      place === 'leaf' ? 'none' : { digits: 2 },
    ])
  }

  private grades(full: Exact): Draft[] {
    const from = (share: string) => text(full.times(number(share)))
    const grades: Draft[] = [
      { name: '优', from: from('0.9') },
      { name: '良', from: from('0.8') },
      { name: '中', from: from('0.6') },
    ]
    return [...grades, this.chance.once(6) ? { name: '差', from: from('0.1') } : { name: '差' }]
  }

  /** Parts that add up exactly, each a multiple of the grain and above 0. */
  private sharedOut(points: Exact, parts: number): Exact[] {
    const grain = number(this.style.grain)
    const grains = Number(points.over(grain).floor().numerator)
    if (grains < parts || !points.over(grain).isWhole) return [points]
    const cuts = new Set<number>()
    while (cuts.size < parts - 1 && grains > 1) cuts.add(this.chance.between(1, grains - 1))
    const edges = [0, ...[...cuts].sort((a, b) => a - b), grains]
    return edges.slice(1).map((edge, index) => grain.times(Exact.integer(edge - edges[index]!)))
  }

  private id(): string {
    return `n${++this.count}`
  }
}
