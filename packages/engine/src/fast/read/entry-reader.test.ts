import { type Entry, Exact, type Leaf, readJudgement } from '@yardstick/model'
import { expect, test } from 'vitest'
import type { CompiledLeaf } from '../../compile/compiled.ts'
import { panelScore } from '../../evaluate/methods/judged.ts'
import type { EntryInput } from '../input.ts'
import { FAULT, MISSING, NOT_APPLICABLE, PRESENT, UNSURE, UNVERIFIED } from '../lane.ts'
import { Memory } from '../memory.ts'
import { entryReader } from './entry-reader.ts'

type Form = EntryInput['form']

const leaf = (scoring: Leaf['scoring'], more: Partial<Leaf> = {}): Leaf => ({
  id: 'a',
  name: '甲',
  points: '8',
  scoring,
  ...more,
})
const ratio = { method: 'ratio', actual: 'x' } as unknown as Leaf['scoring']
const leaves: readonly (readonly [form: Form, leaf: Leaf])[] = [
  ['state', leaf(ratio)],
  ['state', leaf(ratio, { notApplicable: 'full' })],
  ['points', leaf({ method: 'judgement' })],
  ['points', leaf({ method: 'judgement' }, { points: '7.125', notApplicable: 'siblings' })],
  ['points', leaf({ method: 'judgement', panel: { rule: 'mean', quorum: 2 } })],
  ['points', leaf({ method: 'judgement', panel: { rule: 'trimmed-mean', quorum: 3 } })],
  [
    'share',
    leaf({
      method: 'levels',
      levels: [
        { name: '优', share: '1' },
        { name: '良', from: '0.6', to: '0.8' },
        { name: '差', share: '0.12345678' },
        { name: '优', share: '0' },
      ],
    }),
  ],
  [
    'elements',
    leaf({
      method: 'checklist',
      elements: [
        { id: 'e1', text: '一', score: '3', met: 'judged' },
        { id: 'e2', text: '二', score: '2', met: { item: 'x' } },
        { id: 'constructor', text: '三', score: '3', met: 'judged' },
      ],
    }),
  ],
]

const values: readonly unknown[] = [
  ...[0, 1, 7.5, 8, 8.5, -1, 7.125, 7.126, '7.5', '8', '8%', ' 7 ', 'abc', '', true, null],
  ...[{ level: '优' }, { level: '良' }, { level: '良', share: '70%' }, { level: '良', share: 0.8 }, { level: '差' }],
  ...[{ level: '优', share: 1 }, { level: '优', share: 0.5 }, { level: '无' }, { share: 1 }, {}],
  { elements: {} },
  { elements: { e1: true } },
  { elements: { e1: true, constructor: false } },
  { elements: { e1: true, constructor: true, e2: true } },
  { elements: { e1: false, constructor: true }, level: '优' },
  ...[1, 2, 3, 4].map((count) => ({
    experts: Array.from({ length: count }, (_, index) => ({ who: `专家${index}`, score: index * 1.5 + 2 })),
  })),
  {
    experts: [
      { who: '甲', score: 9 },
      { who: '乙', score: 1 },
    ],
  },
  {
    experts: [
      { who: '甲', score: 1 },
      { who: '甲', score: 1 },
    ],
  },
]

const states = [undefined, 'present', 'missing', 'to-be-verified', 'not-applicable'] as const
const entries = values.flatMap((value): unknown[] => [
  value,
  ...states.flatMap((state) => [
    { layers: [{ layer: 'judged', value, ...(state === undefined ? {} : { state }) }] },
    { layers: [{ layer: 'judged', value, why: '理由', ...(state === undefined ? {} : { state }) }] },
  ]),
  { layers: [{ layer: 'judged' }] },
])

test.each(leaves)('every entry of form %s is read as it means: %j', (form, node) => {
  const isPanel = node.scoring.method === 'judgement' && node.scoring.panel !== undefined
  const digits = form === 'share' ? 4 : 2
  const compiled = { node, points: Exact.of(node.points) } as CompiledLeaf
  const reader = entryReader({ kind: 'entry', leaf: compiled, form, num: 0, den: isPanel ? 1 : undefined, digits }, {})
  for (const entry of entries as Entry[]) {
    const memory = new Memory(1)
    memory.reserve(2)
    const state = reader.read(entry, memory, 0)
    const [nums, dens] = [memory.values[0]!, memory.values[1]!]
    const hasValue = form !== 'state' && (state === PRESENT || state === UNVERIFIED)
    const value = !hasValue ? undefined : isPanel ? `${nums[0]! / dens[0]!}` : nums[0]
    expect({ entry, state, value }).toEqual({ entry, ...wanted(node, entry, { form, digits, isPanel }) })
  }
})

function wanted(node: Leaf, entry: Entry, { form, digits, isPanel }: { form: Form; digits: number; isPanel: boolean }) {
  const judgement = readJudgement(node, entry)
  const without = (state: number) => ({ state, value: undefined })
  switch (judgement.state) {
    case 'missing':
      return without(form === 'state' ? PRESENT : MISSING)
    case 'not-applicable':
      return without(NOT_APPLICABLE)
    case 'error':
      return without(FAULT)
  }
  const { judged } = judgement
  const state = judgement.provisional ? UNVERIFIED : PRESENT
  if (judged.kind === 'elements') {
    const bits = ['e1', 'constructor'].map((id) => judged.met.get(id))
    if (bits.includes(undefined)) return without(MISSING)
    return { state, value: (bits[0] ? 1 : 0) + (bits[1] ? 2 : 0) }
  }
  const panel = node.scoring.method === 'judgement' ? node.scoring.panel : undefined
  const amount =
    judged.kind === 'level'
      ? judged.share
      : judged.kind === 'points'
        ? judged.points
        : panelScore(judged.experts, panel!)
  if (amount === undefined) return without(MISSING)
  const units = amount.times(Exact.power10(digits))
  if (!isPanel) return units.isWhole ? { state, value: Number(units.numerator) } : without(UNSURE)
  return { state, value: `${Number(units.numerator) / Number(units.denominator)}` }
}
