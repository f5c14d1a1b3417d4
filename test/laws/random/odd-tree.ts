import type { Chance } from './chance.ts'
import { type Draft, fromFile } from './draft.ts'

/** A scheme of judged leaves whose tree is as odd as a scheme may be, and what its submissions are made of. */
export interface OddTree {
  readonly scheme: Draft
  readonly leaves: readonly { readonly id: string; readonly points: string }[]
}

const POINTS = ['0', '1', '2', '3', '5', '7', '10', '2.5', '0.75', '3.333', '6', '4', '12.25']
const ROUNDINGS = [
  ...[undefined, undefined, undefined, 'none'],
  ...[{ digits: 0 }, { digits: 1, mode: 'half-even' }, { digits: 2, mode: 'up' }, { digits: 3, mode: 'down' }],
  ...[{ step: '0.5' }, { step: '0.3', mode: 'up' }, { step: '0.25', mode: 'half-even' }],
]
const OF_SCHEMES = [
  ...[undefined, undefined, { leaf: 'none' }, { branch: 'none' }, { leaf: { digits: 1 }, branch: { digits: 0 } }],
  ...[{ total: { step: '0.5' } }, { total: { digits: 1, mode: 'down' } }],
]
const COMBINES = ['sum', 'sum', 'sum', undefined, 'best-of', 'minimum', 'weighted-mean', 'item', 'when']
const GRADES = [{ name: '优', from: '9' }, { name: '良', from: '7.5' }, { name: '中', from: '4' }, { name: '差' }]
const KINDS = ['甲', '乙', '丙']

/** Points that do not add up, every combine, policy and rounding inside every other, rules that read any node. */
export function oddTree(chance: Chance): OddTree {
  const leaves: { id: string; points: string }[] = []
  const ids: string[] = []
  const indicators = Array.from({ length: chance.between(1, 4) }, () => node(chance, 0, { ids, leaves }))
  const rules = Array.from({ length: chance.once(2) ? 0 : chance.between(1, 3) }, (_, n) => rule(chance, ids, `r${n}`))
  const scheme = {
    ...{ yardstick: 'scheme/1', id: 'odd', name: '奇', version: '1' },
    fullScore: chance.pick(['10', '100', '12.5', '3']),
    ceiling: chance.pick([undefined, '9', '20', '10.005']),
    items: [
      { id: '类型', type: 'choice', choices: KINDS, mayBeNotApplicable: true },
      { id: '类别', type: 'text' },
      { id: '规模', type: 'number', digits: 1, mayBeNotApplicable: true },
      { id: '比率', type: 'rate' },
    ],
    rounding: chance.pick(OF_SCHEMES),
    notApplicable: chance.pick(['siblings', 'rescale', 'full']),
    missing: chance.pick([undefined, undefined, 'zero']),
    grades: chance.flip() ? GRADES : GRADES.slice(0, 3),
    rules,
    indicators,
  }
  return { scheme: fromFile(scheme), leaves }
}

/** What a submission of such a scheme holds; each has its own share of what is missing, does not apply or is wrong. */
export function oddSubmission(chance: Chance, { leaves }: OddTree): Draft {
  const [missing, none, wrong] = [chance.pick([0, 0, 20, 100]), chance.pick([0, 100, 300]), chance.pick([0, 0, 20])]
  const judgements = leaves.map(({ id, points }) => {
    const place = chance.whole(1_000)
    if (place < missing) return [id, undefined]
    if (place < missing + none) return [id, NOT_APPLICABLE]
    if (place < missing + none + wrong) return [id, given(chance, '999')]
    const most = Math.floor(Number(points) * 1_000)
    const thousandths = chance.once(3) ? most : chance.once(10) ? 0 : chance.between(0, most)
    const unit = chance.pick([1, 10, 100])
    return [id, given(chance, String((Math.floor(thousandths / unit) * unit) / 1_000))]
  })
  const item = (value: string) => (chance.once(20) ? undefined : given(chance, value))
  const items = {
    类型: chance.once(20) ? NOT_APPLICABLE : item(chance.pick(KINDS)),
    类别: item(chance.pick([...KINDS, '丁'])),
    规模: chance.once(20) ? NOT_APPLICABLE : item(String(chance.between(0, 50) / 10)),
    比率: item(chance.pick(['50%', '33.3%'])),
  }
  const head = { yardstick: 'submission/1', subject: { department: '单位' }, period: '2024' }
  return fromFile({ ...head, items, judgements: Object.fromEntries(judgements) })
}

const NOT_APPLICABLE = { layers: [{ layer: 'judged', why: '无此项', state: 'not-applicable' }] }

function given(chance: Chance, value: string): Draft {
  const state = chance.once(12) ? 'to-be-verified' : undefined
  return { layers: [{ layer: 'judged', why: '依据', value, state }] }
}

interface Made {
  readonly ids: string[]
  readonly leaves: { id: string; points: string }[]
}

function node(chance: Chance, depth: number, made: Made, parent?: string): Draft & { id: string } {
  const id = `n${made.ids.length + 1}`
  made.ids.push(id)
  const kind = chance.once(6) ? 'bonus' : undefined
  const points = chance.pick(POINTS)
  const weight = parent === 'weighted-mean' ? chance.pick(['1', '2', '0.7', '3', '1.1']) : undefined
  const common = { id, name: id, points, kind, weight, rounding: chance.pick(ROUNDINGS) }
  if (depth >= 3 || chance.flip()) {
    made.leaves.push({ id, points })
    const notApplicable = chance.pick([undefined, undefined, 'siblings', 'rescale', 'full'])
    const missing = chance.pick([undefined, undefined, 'zero', 'block'])
    return { ...common, scoring: { method: 'judgement' }, notApplicable, missing }
  }
  const combine = chance.pick(COMBINES)
  const children = Array.from({ length: chance.between(1, 4) }, () => node(chance, depth + 1, made, combine))
  const counted = children.filter((child) => child['kind'] === undefined || kind !== undefined)
  return { ...common, combine: selector(chance, combine, counted), children }
}

function selector(chance: Chance, combine: string | undefined, children: readonly { id: string }[]): unknown {
  if (combine !== 'item' && combine !== 'when') return combine
  if (children.length === 0) return 'sum'
  if (combine === 'item') {
    const named = KINDS.filter(() => !chance.once(6)).map((kind) => [kind, chance.pick(children).id])
    const item = chance.pick(['类型', '类别'])
    return named.length === 0 ? 'sum' : { alternatives: { item, children: Object.fromEntries(named) } }
  }
  const operator = () => chance.pick(['equal', 'lessThan', 'greaterThan'])
  const when = children.map(({ id }) => [id, { fact: '规模', operator: operator(), value: String(chance.whole(4)) }])
  return { alternatives: { when: Object.fromEntries(when) } }
}

function rule(chance: Chance, ids: readonly string[], id: string): Draft {
  const isOfGrade = chance.flip()
  const one = () => condition(chance, ids, isOfGrade)
  const conditions = chance.flip() ? one() : { [chance.pick(['all', 'any'])]: [one(), one()] }
  return { id, name: id, conditions, event: isOfGrade ? gradeEvent(chance) : deduction(chance) }
}

function condition(chance: Chance, ids: readonly string[], isOfGrade: boolean): Draft {
  const operator = chance.pick(['lessThan', 'greaterThanInclusive'])
  if (isOfGrade && chance.once(3)) return { fact: 'total', operator, value: chance.pick(['5', '7.5', '2']) }
  if (chance.once(4)) return { fact: '规模', operator, value: '2' }
  const id = chance.pick(ids)
  return chance.flip()
    ? { fact: `score:${id}`, operator, value: chance.pick(['1', '2', '2.5']) }
    : { fact: `rate:${id}`, operator, value: chance.pick(['50%', '33.3%', '0.75']) }
}

function gradeEvent(chance: Chance): Draft {
  if (chance.flip()) {
    return { type: 'cap-grade', params: { grade: chance.pick(GRADES.slice(0, 3)).name, reason: '封顶' } }
  }
  return { type: 'veto', params: { total: chance.pick([undefined, 'zero']), reason: '否决' } }
}

function deduction(chance: Chance): Draft {
  const amount = chance.flip()
    ? { points: chance.pick(['0.5', '1.005', '3', '100']) }
    : { formula: chance.pick(['规模 × 0.3', '规模 ÷ 3', '1 − 规模', '比率 × 2', '1 ÷ 规模']) }
  return { type: 'deduct', params: { ...amount, limit: chance.pick([undefined, '1', '0.333']), reason: '扣分' } }
}
