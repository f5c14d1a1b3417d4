import { digitsOf, Exact, type Item, type ItemField } from '@yardstick/model'
import type { CellContent } from '../../../packages/exchange/src/render/workbook.ts'
import type { Chance } from '../random/chance.ts'

/** One value on its way into its cell. */
export interface Filling {
  readonly of: Item | ItemField
  readonly value: string | boolean
  readonly chance: Chance
}

const HUNDRED = Exact.of('100')

/** As the form asks for it. */
export function rightCell({ of, value }: Filling): CellContent {
  if (typeof value === 'boolean') return { text: value ? '是' : '否' }
  switch (of.type) {
    case 'number':
    case 'money':
    case 'count':
      return { number: value, grouped: digitsOf(of) }
    case 'rate':
      return { number: Exact.parse(value)!.toText(), percent: 2 }
    case 'date':
      return { date: value }
    default:
      return { text: value }
  }
}

/** As people do it: some of these can be meant in one way only, others cannot. */
export function wrongCell(filling: Filling): CellContent {
  const { of, value, chance } = filling
  if (typeof value === 'boolean') {
    return chance.pick<CellContent>([
      { text: value ? '√' : '×' },
      { text: value ? 'yes' : 'No' },
      { number: value ? '1' : '0' },
      { text: value ? '有' : '无' },
      { text: '部分' },
      { formula: 'A1=B1' },
    ])
  }
  switch (of.type) {
    case 'number':
    case 'money':
    case 'count':
      return chance.pick(amounts(of, Exact.of(value)))
    case 'rate':
      return chance.pick(rates(Exact.parse(value)!))
    case 'date':
      return chance.pick(days(value))
    case 'choice':
      return chance.pick<CellContent>([
        { text: ` ${value} ` },
        { text: `${value}（）` },
        { text: '其他' },
        { number: '1' },
      ])
    default:
      return chance.pick<CellContent>([{ text: value }, { formula: 'A1&B1' }])
  }
}

function amounts(of: Item | ItemField, value: Exact): CellContent[] {
  const plain = value.toText()
  const unit = of.unit ?? ''
  const grouped = plain.replace(/\B(?=(\d{3})+(?!\d))/g, (_, __, at: number) =>
    plain.slice(0, at).includes('.') ? '' : ',',
  )
  return [
    { text: plain },
    { text: grouped },
    { text: plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) },
    { text: plain + unit },
    { text: `约${plain}` },
    { text: `${plain}左右` },
    { text: `${plain}(含上年)` },
    { text: '—' },
    { text: '/' },
    { text: '无' },
    { formula: 'SUM(A1:A3)' },
    { date: '2024-03-05' },
    { number: plain, percent: 2 },
    ...(unit === '万元'
      ? ([
          { text: `${value.times(Exact.of('10000')).toText()}元` },
          { text: `¥${value.times(Exact.of('10000')).toText()}` },
          { number: value.times(Exact.of('10000')).toText(), grouped: 2 },
          { number: value.over(Exact.of('10000')).toText(), grouped: 6 },
        ] as const)
      : []),
    ...(unit === '元'
      ? ([
          { text: `${value.over(Exact.of('10000')).toText()}万元` },
          { text: `${value.over(Exact.of('10000')).toText()}万` },
        ] as const)
      : []),
  ]
}

function rates(value: Exact): CellContent[] {
  const percent = value.times(HUNDRED).toText()
  return [
    { text: `${percent}%` },
    { text: `${percent} ％` },
    { text: `${value.times(Exact.of('1000')).toText()}‰` },
    { text: percent },
    { text: value.toText() },
    { text: `${percent}个百分点` },
    { number: value.toText() },
    { number: percent },
    { number: percent, percent: 2 },
    { text: '—' },
    { formula: 'A1/B1', percent: 2 },
  ]
}

function days(value: string): CellContent[] {
  const [year = '', month = '', day = ''] = value.split('-')
  const [m, d] = [String(Number(month)), String(Number(day))]
  const serial = Math.round(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000) + 25_569
  return [
    { text: value },
    { text: `${year}/${m}/${d}` },
    { text: `${year}年${m}月${d}日` },
    { text: `${year}.${m}.${d}` },
    { text: `${year}${month}${day}` },
    { number: `${year}${month}${day}` },
    { number: String(serial) },
    { text: `${m}/${d}/${year}` },
    { text: `${m}月${d}日` },
    { text: `${year}年${m}月` },
    { text: '年底' },
    { date: `1900-${month}-${day}` },
    { formula: 'TODAY()' },
  ]
}
