import { CivilDate, type Entry, Exact, type Item, type Reading, readItem } from '@yardstick/model'
import { expect, test } from 'vitest'
import { FAULT, MISSING, NOT_APPLICABLE, PRESENT, UNSURE, UNVERIFIED } from '../lane.ts'
import { Memory } from '../memory.ts'
import { Texts } from '../texts.ts'
import { ItemReader } from './item-reader.ts'

const items: readonly Item[] = [
  { id: '数', type: 'number' },
  { id: '数', type: 'number', digits: 0, range: { min: '-1.5', max: '90' } },
  { id: '钱', type: 'money', unit: '万元', mayBeNotApplicable: true },
  { id: '率', type: 'rate', range: { min: '0', max: '1' } },
  { id: '件', type: 'count' },
  { id: '件', type: 'count', digits: 2, range: { max: '90' } },
  { id: '日', type: 'date' },
  { id: '文', type: 'text' },
  { id: '选', type: 'choice', choices: ['优', '良', ' '] },
  { id: '选', type: 'choice' },
  { id: '是', type: 'boolean' },
]

const values: readonly unknown[] = [
  ...[0, -0, 1, -1, -1.5, -2, 90, 90.5, 95, 0.5, 0.1 + 0.2, 12.345, 1e15, 1e20, 9_007_199_254_740_992, Number.NaN],
  ...['0', '1', '-1', '-1.50', '90', '91', '0.95', '95%', '100%', '101%', '12.345', '1e3', '999999999999999999'],
  ...['', ' ', '\u3000', ' 5 ', '优', '良', '中', ' 优', 'abc', '２０２３', '2023-02-28', '2023-02-29', ' 2023-02-28'],
  ...[true, false, null, [], {}, { level: '优' }],
]

const states = [undefined, 'present', 'missing', 'to-be-verified', 'not-applicable'] as const

const entries = values.flatMap((value): unknown[] => [
  value,
  ...states.map((state) => ({ layers: [{ layer: 'reported', value, ...(state === undefined ? {} : { state }) }] })),
  { layers: [{ layer: 'reported', value, state: 'not-applicable', why: '无此项' }] },
  {
    layers: [
      { layer: 'verified', value },
      { layer: 'reported', value: 1 },
      { layer: 'verified', value: 2 },
    ],
  },
  {
    layers: [
      { layer: 'overridden', value },
      { layer: 'reported', value: 1 },
    ],
  },
])

test.each(items.map((item) => [JSON.stringify(item), item] as const))(
  'every entry is read as it means: %s',
  (_, item) => {
    const texts = new Texts()
    const digits = item.digits ?? { number: 2, money: 2, rate: 4, count: 0 }[item.type as 'number'] ?? 0
    const reader = new ItemReader({ kind: 'item', item, num: 0, digits }, texts)
    const memory = new Memory(1)
    memory.reserve(1)
    const block = memory.values[0]!
    for (const entry of entries as Entry[]) {
      block[0] = Number.NaN
      const state = reader.read(entry, memory, 0)
      const seen = { entry, state, value: state === PRESENT || state === UNVERIFIED ? block[0] : undefined }
      expect(seen).toEqual({ entry, ...wanted(readItem(item, entry).reading, digits, texts) })
      expect(Object.is(block[0], -0)).toBe(false)
    }
  },
)

/** The state of a reading with its value as a register holds it. */
function wanted(reading: Reading, digits: number, texts: Texts): { state: number; value: number | undefined } {
  if (reading.state !== 'present') {
    return {
      state: { missing: MISSING, 'not-applicable': NOT_APPLICABLE, error: FAULT }[reading.state],
      value: undefined,
    }
  }
  const { value } = reading
  const state = reading.provisional ? UNVERIFIED : PRESENT
  if (value instanceof CivilDate) return { state, value: value.dayNumber }
  if (typeof value === 'string') return { state, value: texts.codeOf(value) }
  if (typeof value === 'boolean') return { state, value: value ? 1 : 0 }
  const units = (value as Exact).times(Exact.power10(digits))
  if (!units.isWhole || !units.abs().lessThan(Exact.integer(2n ** 53n))) return { state: UNSURE, value: undefined }
  return { state, value: Number(units.numerator) }
}
