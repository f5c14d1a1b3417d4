import { type Issue, pointerTokens, type Scheme } from '@yardstick/model'

/** Problems of one list of the dictionary, by name and column. */
export type IssuesByName = ReadonlyMap<string, ReadonlyMap<string, readonly Issue[]>>

export function issuesByName(issues: readonly Issue[], scheme: Scheme, side: 'items' | 'measures'): IssuesByName {
  const found = new Map<string, Map<string, Issue[]>>()
  for (const issue of issues) {
    const [list, index, field = ''] = pointerTokens(issue.pointer)
    const row = list === side ? scheme[side]?.[Number(index)] : undefined
    if (row === undefined) continue
    const columns = found.get(row.id) ?? new Map<string, Issue[]>()
    found.set(row.id, columns)
    const column = COLUMN_OF[field] ?? field
    columns.set(column, [...(columns.get(column) ?? []), issue])
  }
  return found
}

/** Fields that are shown in a column of another name. */
const COLUMN_OF: { readonly [field: string]: string } = { '': 'id', range: 'min', fields: 'type' }
