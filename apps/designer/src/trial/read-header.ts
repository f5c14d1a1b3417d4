import { unitOf } from '@yardstick/model'
import type { EntryColumn } from './sample-columns.ts'

type Texts = readonly (readonly string[])[]

/** The row of a pasted table that names its columns, wherever it stands below a title. */
export interface Header {
  /** The rows below it, without empty ones and totals. */
  readonly body: Texts
  /** What each column goes to, and the unit its head says where it says one. */
  readonly columns: readonly (HeadedColumn | undefined)[]
  /** Position of the units' names; -1 where there are none. */
  readonly nameAt: number
  /** Heads that name nothing. */
  readonly ignored: readonly string[]
  /** Rows that are no unit: 合计. */
  readonly totals: readonly string[]
}

export interface HeadedColumn {
  readonly column: EntryColumn
  readonly head: string
  readonly unit: string | undefined
}

/** Undefined where no row near the top names columns. */
export function readHeader(texts: Texts, columns: readonly EntryColumn[]): Header | undefined {
  const columnOf = new Map(columns.flatMap((column) => namesOf(column).map((name) => [fold(name), column])))
  for (let at = 0; at < Math.min(texts.length - 1, MOST_ABOVE); at++) {
    const head = texts[at]!
    const found = head.map((text) => columnOf.get(fold(text)))
    const known = found.filter((each) => each !== undefined).length
    const filled = head.filter((text) => text.trim() !== '' && !NUMBER.test(plainOf(text))).length
    if (known === 0 || known * 2 < filled - 1) continue
    return headerOf(head, found, texts.slice(0, at), texts.slice(at + 1))
  }
  return undefined
}

function headerOf(
  head: readonly string[],
  found: readonly (EntryColumn | undefined)[],
  above: Texts,
  below: Texts,
): Header {
  const moneyUnit = above.flat().flatMap((text) => unitIn(TITLE_UNIT.exec(plainOf(text))?.[1]) ?? [])[0]
  const named = head.findIndex((text) => NAME.test(plainOf(text)))
  const isFree = (at: number) => found[at] === undefined && !NUMBER.test(plainOf(head[at]!))
  const first = head.findIndex((text) => !NUMBER.test(plainOf(text)))
  const nameAt = named >= 0 ? named : found[first] === undefined ? first : -1
  const columns = head.map((text, at): HeadedColumn | undefined => {
    const column = found[at]
    if (column === undefined) return undefined
    const isMoney = 'item' in column && column.item.type === 'money'
    const unit = unitIn(BRACKETS.exec(plainOf(text))?.[1]) ?? (isMoney ? moneyUnit : undefined)
    return { column, head: text.trim(), unit }
  })
  const isTotal = (row: readonly string[]) =>
    row.some((text, at) => found[at] === undefined && TOTAL.test(plainOf(text).replace(/\s/g, '')))
  const filled = below.filter((row) => row.some((text) => text.trim() !== ''))
  return {
    body: filled.filter((row) => !isTotal(row)),
    columns,
    nameAt,
    ignored: head.filter((text, at) => text.trim() !== '' && isFree(at) && at !== nameAt),
    totals: filled
      .filter(isTotal)
      .map((row) => row.find((text) => TOTAL.test(plainOf(text).replace(/\s/g, '')))!.trim()),
  }
}

/** A title, a line with the unit of money, an empty row. */
const MOST_ABOVE = 6
const NAME =
  /^(名称|单位|单位名称|部门|部门名称|预算单位|评价对象|示例|项目|项目名称|name|unit|department|subject|sample)$/i
const NUMBER = /^(序号|编号|行次|no\.?|#)$/i
const TOTAL = /^(合计|总计|小计|total|sum)$/i
const TITLE_UNIT = /(?:金额)?单位\s*[:：]\s*([^\s()（）,，;；]+)/
const BRACKETS = /[（(【[]([^（()）【】[\]]*)[）)】\]]\s*$/

const plainOf = (text: string) => text.normalize('NFKC').trim()

/** 本年 in brackets is no unit. */
function unitIn(text: string | undefined): string | undefined {
  const unit = text?.replace(/^单位\s*[:：]?/, '').trim() ?? ''
  return unitOf(unit).kind === unit ? undefined : unit
}

function namesOf(column: EntryColumn): string[] {
  if ('leaf' in column) return [column.leaf.name, column.leaf.id]
  const { id, label } = column.item
  return label === undefined ? [id] : [id, label]
}

/** How a head and a unit's name are compared: without its unit in brackets, spaces and case. */
function fold(text: string): string {
  return plainOf(text).replace(BRACKETS, '').replace(/\s+/g, '').toLowerCase()
}
