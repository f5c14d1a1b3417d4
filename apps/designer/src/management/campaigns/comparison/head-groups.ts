import type { LeafHead } from './score-table.ts'

/** Leaves side by side that belong to one indicator of the first level; one that stands there itself is its own. */
export interface HeadGroup {
  readonly name: string
  readonly from: number
  readonly count: number
}

export function headGroups(heads: readonly LeafHead[]): HeadGroup[] {
  const groups: HeadGroup[] = []
  heads.forEach((head, at) => {
    const name = head.path[0] ?? ''
    const last = groups.at(-1)
    if (last !== undefined && last.name === name) groups[groups.length - 1] = { ...last, count: last.count + 1 }
    else groups.push({ name, from: at, count: 1 })
  })
  return groups
}
