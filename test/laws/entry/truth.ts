import {
  digitsOf,
  Exact,
  type InputRecord,
  type InputValue,
  type Item,
  type ItemField,
  type Layer,
  type Scheme,
  type Submission,
  unitItems,
} from '@yardstick/model'
import type { Chance } from '../random/chance.ts'
import type { Truth, UnitsTruth } from './fill.ts'

/** What a department means to report: a value, a state with its reason, or nothing yet. */
export function truthOf(scheme: Scheme, chance: Chance): Truth {
  return new Map(
    scheme.items.flatMap((item): [string, Pick<Layer, 'value' | 'state' | 'why'>][] => {
      if (chance.once(12)) return []
      if (chance.once(12)) return [[item.id, { state: 'missing', why: '尚未统计' }]]
      if (item.mayBeNotApplicable === true && chance.once(3)) {
        return [[item.id, { state: 'not-applicable', why: '没有这项业务' }]]
      }
      const value = valueFor(item, chance)
      if (chance.once(20)) return [[item.id, { value, state: 'to-be-verified', why: '待审计' }]]
      return [[item.id, { value }]]
    }),
  )
}

/** What the department means to report of its units: a value or a state for every item that is brought together. */
export function unitsTruthOf(scheme: Scheme, chance: Chance): UnitsTruth {
  const count = chance.flip() ? 0 : chance.between(1, 4)
  const names = ['一所', '二大队', '第三中心（含分部）', 'No. 4'].slice(0, count)
  return new Map(
    names.map((name): [string, Truth] => {
      const said = unitItems(scheme).map((item): [string, Pick<Layer, 'value' | 'state' | 'why'>] => {
        if (chance.once(12)) return [item.id, { state: 'missing', why: '尚未统计' }]
        if (item.mayBeNotApplicable === true && chance.once(3)) {
          return [item.id, { state: 'not-applicable', why: '没有这项业务' }]
        }
        return [item.id, { value: valueFor(item, chance) }]
      })
      return [name, new Map(said)]
    }),
  )
}

/** Last year's figures, near to this year's, as figures of neighbouring years are. */
export function lastYear(
  scheme: Scheme,
  subject: Submission['subject'],
  truth: Truth,
  unitsTruth: UnitsTruth,
  chance: Chance,
): Submission {
  const items = figuresNear(scheme, truth, chance)
  const units = [...unitsTruth].map(([name, of]) => ({ name, items: figuresNear(scheme, of, chance) }))
  const head = { yardstick: 'submission/1', scheme: { id: scheme.id }, subject, period: '2023' } as const
  return { ...head, items, ...(units.length === 0 ? {} : { units }) }
}

function figuresNear({ items }: Scheme, truth: Truth, chance: Chance): Record<string, InputValue> {
  return Object.fromEntries(
    items.flatMap((item): [string, InputValue][] => {
      const value = truth.get(item.id)?.value
      if (value === undefined) return []
      const number = typeof value === 'string' && item.type !== 'date' ? Exact.parse(value) : undefined
      if (number === undefined || item.type === 'text' || item.type === 'choice') return [[item.id, value]]
      const near = number.times(Exact.of(chance.pick(['0.8', '1', '1.1', '1.3']))).round(digitsOf(item))
      return [[item.id, item.type === 'rate' ? `${near.times(Exact.of('100')).toText()}%` : near.toText()]]
    }),
  )
}

function valueFor(of: Item | ItemField, chance: Chance): NonNullable<InputValue> {
  switch (of.type) {
    case 'number':
    case 'money':
    case 'count':
    case 'rate':
      return numberFor(of, chance)
    case 'date':
      return `2024-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`
    case 'boolean':
      return chance.flip()
    case 'choice':
      return chance.pick(of.choices ?? ['甲', '乙'])
    case 'list':
      return records('fields' in of ? (of.fields ?? []) : [], chance)
    case 'text':
      return chance.pick(['《内部控制手册（2024 版）》', '见附件', '=1+1', '001', '甲\n乙', '12.5万元'])
  }
}

const two = (value: number) => String(value).padStart(2, '0')

/** Within its range, with as many digits as it has, and in the middle of what an amount usually is. */
function numberFor(of: Item | ItemField, chance: Chance): string {
  const digits = digitsOf(of)
  const { min, max } = of.range ?? {}
  const low = min === undefined ? (of.type === 'rate' ? Exact.of('0.2') : Exact.of('2000')) : Exact.of(min)
  const usual = of.type === 'rate' ? Exact.of('0.9') : Exact.of('9000')
  const high = max === undefined ? low.plus(usual) : Exact.of(max)
  const share = Exact.ratio(BigInt(chance.between(300, 900)), 1000n)
  const value = low.plus(high.minus(low).times(share)).round(of.type === 'count' ? 0 : digits)
  return of.type === 'rate' ? `${value.times(Exact.of('100')).toText()}%` : value.toText()
}

function records(fields: readonly ItemField[], chance: Chance): InputRecord[] {
  return Array.from({ length: chance.between(1, 5) }, () =>
    Object.fromEntries(fields.map((field) => [field.id, valueFor(field, chance) as string | boolean])),
  )
}
