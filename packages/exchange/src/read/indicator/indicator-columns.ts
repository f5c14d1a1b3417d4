import { type Cell, isOrigin, type Table } from '../table/grid.ts'

/** What a column of an indicator table holds. `level` columns stand for 一级指标, 二级指标 … from left to right. */
export type ColumnRole =
  | 'level'
  | 'name'
  | 'code'
  | 'points'
  | 'target'
  | 'comparator'
  | 'unit'
  | 'standard'
  | 'actual'
  | 'score'
  | 'definition'
  | 'note'

export interface Columns {
  /** Of each column; undefined where nobody can say. */
  readonly roles: readonly (ColumnRole | undefined)[]
  /** The first row below the header. */
  readonly firstRow: number
  /** Undefined where the table has no header and the columns were taken by what they hold. */
  readonly headerRow: number | undefined
}

/** Which column holds what: by the header where there is one, else by what the cells look like. */
export function columnsOf(table: Table): Columns | undefined {
  return byHeader(table) ?? byContent(table)
}

/** Text as headers are compared: half-width, without spaces, and without what stands in brackets. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\([^()]*\)/g, '')
    .toLowerCase()
}

export function roleOf(header: string): ColumnRole | undefined {
  const text = folded(header)
  return ROLES.find(([, pattern]) => pattern.test(text))?.[0]
}

const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['level', /^(?:第?[一二三四五1-5]级(?:评价|绩效|考核)?(?:指标)?(?:名称)?|level-?[1-5](?:indicators?)?)$/],
  ['code', /^(?:序号|编号|编码|代码|指标(?:序号|编号|编码|代码)|no\.?|code|#)$/],
  [
    'points',
    /^(?:(?:指标|标准|满分|设定|权重|赋)?(?:分值|分数)(?:权重)?|(?:指标)?权重(?:分|分值|值|%)?|分值[/、]权重|标准分|满分|赋分|points?|weights?|maxpoints)$/,
  ],
  ['comparator', /^(?:计算符号|运算符号?|符号|指标方向)$/],
  ['unit', /^(?:(?:计量|度量|指标)?单位|units?)$/],
  [
    'target',
    /^(?:(?:年度|年初|全年|预期|计划|绩效|设定|调整后?)*(?:指标值|目标值|绩效目标)|预期值|计划值|目标|targets?|targetvalue)$/,
  ],
  [
    'standard',
    /^(?:评分|计分|评价|考核|扣分|评\(扣\)分|评扣分|打分|赋分)(?:标准|方法|办法|细则|规则|说明)(?:及说明)?$|^(?:scoring)?standards?$|^scoring(?:rule)?s?$/,
  ],
  ['actual', /^(?:全年|年度|实际|指标)*(?:实际值|完成值|完成情况|实际完成|完成指标值)$|^actual(?:value)?s?$/],
  ['score', /^(?:自评|评价|考核|实际|复核|指标)?(?:得分|评分)$|^自评分$|^scores?$/],
  ['definition', /^(?:指标)?(?:解释|说明|定义|释义|内涵|指标值说明)$|^definitions?$/],
  ['note', /^(?:备注|偏差原因.*|未完成原因.*|扣分(?:原因|理由).*|notes?|remarks?)$/],
  [
    'name',
    /^(?:(?:绩效|评价|考核|考评)?指标(?:名称|内容)?|(?:评价|考核|考评)(?:内容|项目|要点)|(?:项目|指标)?名称|项目|indicators?(?:name)?|name)$/,
  ],
]

const HEADER_WITHIN = 20

/** The row that names most columns, one of them an indicator's; a second header row below it says more of some. */
function byHeader(table: Table): Columns | undefined {
  let best: { row: number; known: number } | undefined
  for (const [row, cells] of table.rows.slice(0, HEADER_WITHIN).entries()) {
    const roles = originRoles(cells, row)
    const known = new Set(cells.filter((_, column) => roles[column] !== undefined)).size
    const isHeader = known >= 2 && roles.some((role) => role === 'level' || role === 'name')
    if (isHeader && known > (best?.known ?? 0)) best = { row, known }
  }
  if (best === undefined) return undefined
  const { row } = best
  const cells = table.rows[row]!
  const bottom = Math.max(
    ...cells.filter((cell) => roleOf(cell.text) !== undefined).map((cell) => cell.row + cell.rowSpan),
  )
  const top = Math.min(...cells.map((cell) => cell.row))
  const roles = cells.map((_, column) => {
    // The lowest header cell says most of its column: 指标 | 指标 over 一级指标 | 二级指标.
    for (let at = Math.max(bottom - 1, row); at >= top; at--) {
      const role = roleOf(table.rows[at]?.[column]?.text ?? '')
      if (role !== undefined) return role
    }
    return undefined
  })
  return { roles, firstRow: Math.max(bottom, row + 1), headerRow: row }
}

function originRoles(cells: readonly Cell[], row: number): (ColumnRole | undefined)[] {
  return cells.map((cell, column) => (isOrigin(cell, row, column) || cell.row < row ? roleOf(cell.text) : undefined))
}

/**
 * Without a header: the first column of numbers that are no running number holds the points; the texts to its left are
 * levels, a single one the names; of the texts to its right the long ones are standards and what looks like a target is one.
 */
function byContent(table: Table): Columns | undefined {
  const width = table.rows[0]?.length ?? 0
  const texts = Array.from({ length: width }, (_, column) =>
    table.rows.flatMap((row, index) => {
      const cell = row[column]!
      return isOrigin(cell, index, column) && cell.text.trim() !== '' ? [cell.text.trim()] : []
    }),
  )
  const isPoints = (column: readonly string[]) =>
    column.length > 0 && column.filter(isNumber).length >= column.length * 0.6 && !isRunning(column)
  const points = texts.findIndex((column, index) => index > 0 && isPoints(column))
  const end = points < 0 ? width : points
  const roles: (ColumnRole | undefined)[] = texts.map((column, index) => {
    if (column.length === 0) return undefined
    if (index === points) return 'points'
    if (index < end) {
      if (index === 0 && (isRunning(column) || column.every((text) => DOTTED.test(text)))) return 'code'
      return averageLength(column) <= LONG || index === 0 ? 'level' : 'standard'
    }
    if (column.filter((text) => TARGET.test(text)).length >= column.length / 2) return 'target'
    return averageLength(column) > LONG ? 'standard' : undefined
  })
  const named = roles.filter((role) => role === 'level').length
  if (named === 0) return undefined
  return {
    roles: named === 1 ? roles.map((role) => (role === 'level' ? 'name' : role)) : roles,
    firstRow: 0,
    headerRow: undefined,
  }
}

const LONG = 24
const DOTTED = /^\d+(\.\d+)*\.?$/
const TARGET = /^(?:[≥≤≧≦<>＜＞=＝═]|不[低高少多超]|\d)/

const isNumber = (text: string) => /^\d+(\.\d+)?(分|%)?$/.test(text.normalize('NFKC').replace(/\s/g, ''))

function isRunning(column: readonly string[]): boolean {
  return column.length > 1 && column.every((text, index) => text === String(index + 1))
}

function averageLength(column: readonly string[]): number {
  return column.reduce((sum, text) => sum + text.length, 0) / column.length
}
