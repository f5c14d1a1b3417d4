import { readHtmlTable, readTextTable } from '@yardstick/exchange/table'

/** A row of a pasted table, by what its heads say. */
export interface DepartmentRow {
  readonly name: string
  readonly code?: string
  readonly type?: string
  readonly region?: string
  /** By name. */
  readonly parent?: string
}

export type ReadTable =
  | { readonly kind: 'rows'; readonly rows: readonly DepartmentRow[] }
  | { readonly kind: 'no-table' }
  | { readonly kind: 'no-head'; readonly heads: readonly string[] }

/** What bureaus call the columns; the first that fits, and each column once. */
const heads: readonly (readonly [keyof DepartmentRow, RegExp])[] = [
  ['parent', /上级|主管|隶属|parent|above/i],
  ['region', /区划|地区|region/i],
  ['type', /类型|类别|性质|type|kind/i],
  ['code', /代码|编码|编号|code/i],
  ['name', /名称|单位|部门|name|department/i],
]

export function readDepartmentTable({ html, text }: { readonly html: string; readonly text: string }): ReadTable {
  const table = (html === '' ? undefined : readHtmlTable(html)) ?? readTextTable(text)
  // A merged cell counts in every row it covers.
  const texts = (table?.rows ?? []).map((row) => row.map((cell) => normal(cell.text)))
  const filled = texts.filter((row) => row.some((cell) => cell !== ''))
  const [first] = filled
  if (first === undefined) return { kind: 'no-table' }
  // A title above the table may come first.
  const at = filled
    .slice(0, 5)
    .findIndex((row) => columnsOf(row).has('name') && new Set(row.filter((cell) => cell !== '')).size > 1)
  const isNamesAlone = first.length === 1
  if (at < 0 && !isNamesAlone) return { kind: 'no-head', heads: first.filter((head) => head !== '').slice(0, 8) }
  const columns = at < 0 ? new Map([['name', 0] as const]) : columnsOf(filled[at]!)
  const body = at < 0 ? filled.slice(columnsOf(first).has('name') && filled.length > 1 ? 1 : 0) : filled.slice(at + 1)
  const rows = body.flatMap((row) => {
    const entries = [...columns].map(([key, column]) => [key, row[column] ?? ''] as const)
    const read = Object.fromEntries(entries.filter(([, cell]) => cell !== '')) as unknown as DepartmentRow
    return Object.keys(read).length === 0 ? [] : [{ ...read, name: read.name ?? '' }]
  })
  return rows.length === 0 ? { kind: 'no-table' } : { kind: 'rows', rows }
}

function columnsOf(row: readonly string[]): Map<keyof DepartmentRow, number> {
  const found = new Map<keyof DepartmentRow, number>()
  row.forEach((head, column) => {
    const key = heads.find(([each, pattern]) => !found.has(each) && head.length <= 20 && pattern.test(head))?.[0]
    if (key !== undefined) found.set(key, column)
  })
  return found
}

/** Full-width digits and spaces as people paste them. */
function normal(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim()
}
