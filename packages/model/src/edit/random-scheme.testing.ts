import type { Condition } from '../schema/condition.ts'
import type { Indicator } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { Scoring } from '../schema/scoring.ts'
import { validate } from '../validate.ts'
import type { Edit } from './edit.ts'

const HASH = '0'.repeat(64)

/** Seeded chance, so that a failing seed is a test that can be named. */
export class Chance {
  constructor(private state: number) {}

  /** 0 ≤ n < below. */
  whole(below: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }

  pick<T>(from: readonly T[]): T {
    return from[this.whole(from.length)]!
  }

  flip(): boolean {
    return this.whole(2) === 1
  }
}

/** A valid scheme in which everything that can refer to something does so. */
export function randomScheme(chance: Chance): Scheme {
  const items = Array.from({ length: 3 + chance.whole(4) }, (_, index) => `数据${index}`)
  const names = () => chance.pick(items)
  let count = 0
  const leaf = (): Indicator => ({
    id: `n${count++}`,
    name: `指标${count}`,
    points: `${1 + chance.whole(20)}`,
    ...(chance.flip()
      ? { actual: `${names()} / [${names()}]`, target: { comparator: '>=' as const, value: '95%' } }
      : {}),
    ...(chance.whole(4) === 0 ? { weighUnitsBy: names() } : {}),
    scoring: randomScoring(chance, names),
  })
  const branch = (depth: number): Indicator => {
    const children = Array.from({ length: 1 + chance.whole(3) }, () =>
      depth > 0 && chance.flip() ? branch(depth - 1) : leaf(),
    )
    const isAlternative = chance.whole(4) === 0
    const combine = chance.flip()
      ? { alternatives: { item: names(), children: { 甲: children[0]!.id } } }
      : { alternatives: { when: { [children[0]!.id]: randomCondition(chance, names) } } }
    return { id: `n${count++}`, name: `组${count}`, points: '10', children, ...(isAlternative ? { combine } : {}) }
  }
  const indicators = Array.from({ length: 1 + chance.whole(3) }, () => branch(2))
  const ids = Array.from({ length: count }, (_, index) => `n${index}`)
  const draft = {
    yardstick: 'scheme/1',
    id: 'random',
    name: '随机',
    version: '1',
    fullScore: '100',
    items: [...items, '闲置'].map((id, index) => ({
      id,
      type: chance.pick(['number', 'rate', 'boolean'] as const),
      ...(index === 1 ? { aggregate: { rule: 'weighted', by: items[0] } } : {}),
    })),
    measures: [{ id: '比率', formula: `${names()} ÷ ${names()}`, type: 'rate' }],
    indicators,
    conditions: { 共用: randomCondition(chance, names) },
    rules: [
      {
        id: 'r0',
        name: '扣分',
        conditions: {
          any: [{ condition: '共用' }, { fact: `rate:${chance.pick(ids)}`, operator: 'lessThan', value: 0.6 }],
        },
        event: { type: 'deduct', params: { indicator: chance.pick(ids), formula: `${names()} * 2`, reason: '逾期' } },
      },
    ],
    cases: [
      {
        name: '一例',
        submission: {
          subject: { department: '某局' },
          period: '2024',
          items: Object.fromEntries(items.map((id) => [id, 1])),
          judgements: { [chance.pick(ids)]: 1 },
          evidence: { [chance.pick(items)]: [], [chance.pick(ids)]: [] },
          units: [{ name: '下属', items: { [names()]: 2 } }],
          claims: { scores: { [chance.pick(ids)]: '1' } },
        },
        expected: { scores: { [chance.pick(ids)]: '1' } },
      },
    ],
    layout: { [chance.pick(ids)]: { x: 1, y: 2 } },
    lineage: {
      template: { id: 't', version: '1', hash: HASH, publisher: '省财政厅', scheme: 't' },
      mode: 'reference',
      nodes: { [chance.pick(ids)]: { hash: HASH, points: '5', parent: chance.pick(ids) } },
      offered: [{ id: 'o', name: '参数', of: 'item', in: chance.pick(items), field: 'digits' }],
      boundaries: [{ indicator: chance.pick(ids), mayAdd: false, by: '省财政厅' }],
    },
    sharing: {
      parameters: [
        { id: 'p', name: '参数', of: 'indicator', in: chance.pick(ids), field: 'points' },
        { id: 'q', name: '参数', of: 'item', in: chance.pick(items), field: 'digits' },
        { id: 'r', name: '参数', of: 'rule', in: 'r0', field: 'priority' },
      ],
      boundaries: [{ indicator: chance.pick(ids), mayChange: false }, { mayAdd: true }],
    },
  }
  const read = validate('scheme', draft)
  if (!read.ok) throw new Error(`randomScheme: ${JSON.stringify(read.issues[0])}`)
  return read.value
}

function randomCondition(chance: Chance, name: () => string, depth = 2): Condition {
  if (depth > 0 && chance.flip()) {
    const members = [randomCondition(chance, name, depth - 1), randomCondition(chance, name, depth - 1)]
    return chance.pick<Condition>([{ all: members }, { any: members }, { not: members[0]! }])
  }
  return {
    fact: chance.pick([name(), `evidence:${name()}`]),
    operator: 'equal',
    value: chance.flip() ? { fact: name() } : 1,
  }
}

function randomScoring(chance: Chance, name: () => string): Scoring {
  return chance.pick<() => Scoring>([
    () => ({ method: 'judgement' }),
    () => ({ method: 'ratio', target: { comparator: '>=', formula: name() } }),
    () => ({ method: 'formula', formula: `MIN(${name()}, 5)` }),
    () => ({ method: 'pass', condition: randomCondition(chance, name) }),
    () => ({
      method: 'checklist',
      elements: [
        { id: 'a', text: '一', score: '1', met: { item: name() } },
        { id: 'b', text: '二', score: '1', met: { evidence: name() } },
        { id: 'c', text: '三', score: '1', met: { condition: randomCondition(chance, name) } },
      ],
    }),
    () => ({
      method: 'table',
      columns: [name(), `evidence:${name()}`],
      rows: [{ when: [{ operator: 'equal', value: { fact: name() } }, null], score: '100%' }],
      hit: 'first',
      otherwise: '0',
    }),
    () => ({ method: 'share-met', of: { list: name(), met: { fact: name(), operator: 'equal', value: true } } }),
  ])()
}

/** An edit that may or may not fit the scheme. */
export function randomEdit(scheme: Scheme, chance: Chance, depth = 2): Edit {
  const ids = JSON.stringify(scheme.indicators)
    .match(/"id":"(n\d+|neu\d+)"/g)!
    .map((match) => match.slice(6, -1))
  const id = () => (chance.whole(12) === 0 ? 'nowhere' : chance.pick(ids))
  const name = () =>
    chance.whole(12) === 0
      ? '无此项'
      : chance.pick([...scheme.items.map((item) => item.id), ...(scheme.measures ?? []).map((measure) => measure.id)])
  const fresh = () => `neu${chance.whole(1_000)}`
  const index = () => chance.whole(4)
  const parent = () => (chance.whole(4) === 0 ? null : id())
  const node = (own: string): Indicator =>
    chance.flip()
      ? { id: own, name: own, points: '2.50', scoring: randomScoring(chance, name) }
      : {
          id: own,
          name: own,
          points: '3',
          children: [{ id: fresh(), name: '下级', points: '3', scoring: { method: 'judgement' } }],
        }
  return chance.pick<() => Edit>([
    () => ({ type: 'set-scheme', fields: chance.flip() ? { year: 2025, fullScore: '90.0' } : { year: null } }),
    () => ({ type: 'add-indicator', parent: parent(), index: index(), indicator: node(fresh()) }),
    () => ({ type: 'remove-indicator', id: id() }),
    () => {
      const own = id()
      return { type: 'replace-indicator', id: own, indicator: node(own) }
    },
    () => ({ type: 'move-indicator', id: id(), parent: parent(), index: index() }),
    () => ({ type: 'move-indicator', id: id(), parent: parent(), index: 0 }),
    () => ({
      type: 'set-indicator',
      id: id(),
      fields: chance.pick<object>([
        { name: '改名', core: true, weight: '2.0' },
        { actual: name() },
        { combine: 'minimum' },
        { combine: null, actual: null, core: null },
      ]),
    }),
    () => ({ type: 'rename-indicator', from: id(), to: chance.flip() ? fresh() : id() }),
    () => ({ type: 'set-points', points: { [id()]: '7.50', [id()]: '8' } }),
    () => ({ type: 'set-scoring', id: id(), scoring: randomScoring(chance, name) }),
    () => ({ type: 'set-target', id: id(), target: chance.flip() ? null : { comparator: '<=', value: '3.50' } }),
    () => ({ type: 'add-item', index: index(), item: { id: chance.flip() ? fresh() : name(), type: 'count' } }),
    () => ({ type: 'remove-item', id: name() }),
    () => ({ type: 'move-item', id: name(), index: index() }),
    () => ({ type: 'set-item', id: name(), fields: { unit: chance.flip() ? '个' : null, digits: 3 } }),
    () => ({ type: 'add-measure', index: index(), measure: { id: fresh(), formula: name(), type: 'number' } }),
    () => ({ type: 'remove-measure', id: name() }),
    () => ({ type: 'move-measure', id: chance.flip() ? '比率' : name(), index: chance.whole(2) }),
    () => ({ type: 'set-measure', id: name(), fields: { note: '略', unit: null } }),
    () => ({ type: 'rename-name', from: name(), to: chance.flip() ? fresh() : name(), texts: [] }),
    () => ({ type: 'item-to-measure', index: 0, measure: { id: name(), formula: '1', type: 'number' } }),
    () => ({ type: 'measure-to-item', index: index(), item: { id: chance.flip() ? '比率' : name(), type: 'rate' } }),
    () => ({
      type: 'add-rule',
      index: index(),
      rule: {
        id: chance.flip() ? fresh() : 'r0',
        name: '一票否决',
        conditions: { fact: `score:${id()}`, operator: 'equal', value: 0 },
        event: { type: 'veto', params: { reason: '事故' } },
      },
    }),
    () => ({ type: 'remove-rule', id: chance.pick(['r0', 'r1']) }),
    () => ({ type: 'move-rule', id: 'r0', index: index() }),
    () => ({ type: 'set-rule', id: 'r0', fields: { name: '改', priority: chance.flip() ? 5 : null } }),
    () => ({
      type: 'set-condition',
      name: chance.pick(['共用', '另一']),
      condition: chance.flip() ? null : randomCondition(chance, name),
    }),
    () => ({ type: 'set-grades', grades: chance.flip() ? null : [{ name: '优', from: '90.0' }, { name: '差' }] }),
    () => ({ type: 'set-cases', cases: null }),
    () => ({ type: 'set-layout', layout: { [id()]: { x: 1.5, y: 2 } } }),
    () => ({
      type: 'batch',
      edits: depth === 0 ? [] : [randomEdit(scheme, chance, depth - 1), randomEdit(scheme, chance, depth - 1)],
    }),
  ])()
}
