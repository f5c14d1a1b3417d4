import { conversion, Exact } from '@yardstick/model'
import { amountOf } from '../lexemes.ts'

/** A size in the unit of the value: 1000米 of a value in 公里 is 1; undefined where one is no number of the other. */
export function inUnit(size: string, unit: string, goal: string | undefined): string | undefined {
  const amount = amountOf(`${size}${unit}`)
  const said = conversion(unit, goal) === undefined && amount?.unit !== undefined ? amount : { value: size, unit }
  if (goal === undefined || said.unit === undefined || isSameUnit(said.unit, goal)) return said.value
  const factor = conversion(said.unit, goal)
  const value = factor === undefined ? undefined : Exact.of(said.value).times(factor)
  return value?.decimalDigits === undefined ? undefined : value.toText()
}

/** 次 and 场, 人 and 名: what is counted one by one is called in several ways; 个 and 项 count anything. */
function isSameUnit(one: string, other: string): boolean {
  const [a, b] = [one, other].map((unit) => unit.replace(/^个(?=.)/, '').split(/[÷/]/u)[0]!)
  return (
    a === b ||
    [a, b].some((unit) => unit === '个' || unit === '项') ||
    SAME.some((words) => words.includes(a!) && words.includes(b!))
  )
}

const SAME: readonly (readonly string[])[] = [
  ['次', '场', '场次', '期', '班次', '批', '批次', '人次', '班', '轮', '起', '例', '件', '宗', '篇'],
  ['人', '名', '人次', '位'],
  ['天', '日', '自然日', '日历天'],
  ['月', '个月'],
  ['台', '套', '辆', '部', '台套', '台(套)', '件'],
  ['户', '家', '所', '项', '条', '处', '座', '件', '份', '本', '册', '篇'],
]

export const isDays = (unit: string) => /^(?:天|日|个?自然日|日历天)$/.test(unit)

export const isTime = (unit: string) => /^(?:天|日|个?工作日|小时|分钟|个?月|周|年)$/.test(unit)

export const isCountUnit = (unit: string | undefined) =>
  unit !== undefined &&
  /^(?:个|人|人次|名|次|项|份|台|套|家|户|件|场|场次|期|篇|宗|起|条|处|所|座|辆|批|批次|册|本|班|支|间|例|盏|株|天|日|部)$/.test(
    unit,
  )
