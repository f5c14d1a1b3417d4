import { CivilDate, type Comparator } from '@yardstick/model'
import { foldText } from '../phrase/input.ts'
import { tables } from '../words/index.ts'
import { certain, comparatorRows, doubt, likely, longestFirst, type TargetReading, unsure } from './reading.ts'

/**
 * Days as targets: `2021年12月31日前`, `2021-12-31`, `2021年12月底前完成`. 前, 之前 and 以前 include the day. Where a month
 * or a year stands for a day, its last day is taken, and said to be taken.
 */
export function parseDateTarget(said: string): TargetReading | undefined {
  const folded = foldText(said)
  const found = DAY.exec(folded)
  if (found === null) return undefined
  const { 0: whole, index } = found
  const day = dayOf(found)
  if (day === undefined) return undefined
  const before = withoutHead(folded.slice(0, index).trim())
  const after = withoutDoing(folded.slice(index + whole.length).trim())
  const around = `${before}{}${after}`.replace(/\s/g, '')
  const comparator = DAYS.get(around) ?? (after === '' ? BEFORE.get(before) : undefined)
  if (comparator === undefined && around !== '{}') return undefined
  const target = { comparator: comparator ?? '<=', date: day.date.text } as const
  if (day.isGuessed) return unsure(target, doubt('WORDING_TARGET_DAY_UNKNOWN', said, day.date.text))
  if (comparator === undefined) return likely(target, doubt('WORDING_TARGET_NO_COMPARATOR', said, `≤ ${day.date.text}`))
  return certain(target)
}

const DAY =
  /(?:(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?|(\d{4})\s*[-÷.]\s*(\d{1,2})\s*[-÷.]\s*(\d{1,2})(?!\d)|(\d{4})\s*年\s*(?:\d{1,2}\s*月?\s*[-至到÷]\s*)?(\d{1,2})\s*月\s*([底末])?|((?:19|20)\d{2})\s*[-÷.]\s*(0?[1-9]|1[0-2])(?![\d.-])(?=[^%]*$)|(\d{4})\s*年\s*第?\s*([一二三四1-4])\s*季度\s*[底末]?|(\d{4})\s*年?\s*(年?[底末])|(\d{4})\s*年)/

/** The day that was written, or the last day of the month or year that was. 年底 and 月底 name it, a bare month does not. */
function dayOf(found: RegExpExecArray): { date: CivilDate; isGuessed: boolean } | undefined {
  const [, y1, m1, d1, y2, m2, d2, y3, m3, end3, y6, m6, y7, q7, y4, , y5] = found
  const year = y1 ?? y2
  if (year !== undefined) return dated(CivilDate.parse(`${year}-${two(m1 ?? m2)}-${two(d1 ?? d2)}`), false)
  if (y3 !== undefined) return dated(lastOf(y3, m3), end3 === undefined)
  if (y6 !== undefined) return dated(lastOf(y6, m6), true)
  if (y7 !== undefined) {
    const quarter = '一二三四'.indexOf(q7!) + 1 || Number(q7)
    return dated(lastOf(y7, String(quarter * 3)), !/[底末]\s*$/.test(found[0]))
  }
  return dated(CivilDate.parse(`${y4 ?? y5}-12-31`), y5 !== undefined)
}

function lastOf(year: string, month: string | undefined): CivilDate | undefined {
  return ['31', '30', '29', '28'].map((day) => CivilDate.parse(`${year}-${two(month)}-${day}`)).find((day) => day)
}

function dated(date: CivilDate | undefined, isGuessed: boolean) {
  return date === undefined ? undefined : { date, isGuessed }
}

function two(number: string | undefined): string {
  return (number ?? '').padStart(2, '0')
}

/** 应于2021…, 在2021…: words before a day that say nothing about it. */
function withoutHead(text: string): string {
  return text.replace(/^(?:目标值|应当|应|须|需|要|力争|确保)?\s*(?:于|在)?\s*/, '').trim()
}

function withoutDoing(text: string): string {
  const doing = DOINGS.find(([word]) => text.endsWith(word))
  return doing === undefined ? text : text.slice(0, text.length - doing[0].length).trim()
}

const DAYS: ReadonlyMap<string, Comparator> = new Map(
  tables.flatMap((table) =>
    Object.entries(table.days).flatMap(([comparator, forms]) =>
      forms.map((form): [string, Comparator] => [foldText(form).replace(/\s/g, ''), comparator as Comparator]),
    ),
  ),
)
const BEFORE: ReadonlyMap<string, Comparator> = new Map(longestFirst(comparatorRows))
const DOINGS = longestFirst(tables.map((table) => [table.doings, true] as const))
