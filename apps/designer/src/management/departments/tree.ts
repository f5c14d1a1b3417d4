/** A unit as the server gives it. */
export interface Department {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly type: string
  readonly region: string
  readonly parent: string | null
  readonly revision: number
  readonly isRetired: boolean
}

export interface TreeRow {
  readonly department: Department
  readonly depth: number
  /** Units directly below; 0 has nothing to fold. */
  readonly below: number
  readonly isFolded: boolean
  /** Shown only since something below it was looked for. */
  readonly isFaint: boolean
}

/**
 * The units as a tree, each above those below it, siblings by name; what is folded hides those below. `isFound` keeps what
 * somebody looks for, with all above it. A unit whose superior may not be seen stands at the top.
 */
export function treeRows(
  departments: readonly Department[],
  folded: ReadonlySet<string>,
  isFound?: (department: Department) => boolean,
): TreeRow[] {
  const known = new Set(departments.map(({ id }) => id))
  const children = new Map<string | null, Department[]>()
  for (const each of departments) {
    const above = each.parent !== null && known.has(each.parent) ? each.parent : null
    const siblings = children.get(above)
    if (siblings === undefined) children.set(above, [each])
    else siblings.push(each)
  }
  for (const siblings of children.values()) siblings.sort((a, b) => byName.compare(a.name, b.name))
  const kept = isFound === undefined ? undefined : foundWithAbove(departments, isFound)
  const rows: TreeRow[] = []
  const walk = (above: string | null, depth: number) => {
    for (const department of children.get(above) ?? []) {
      if (kept !== undefined && !kept.has(department.id)) continue
      const below = children.get(department.id)?.length ?? 0
      const isFolded = kept === undefined && below > 0 && folded.has(department.id)
      rows.push({ department, depth, below, isFolded, isFaint: isFound?.(department) === false })
      if (!isFolded) walk(department.id, depth + 1)
    }
  }
  walk(null, 0)
  return rows
}

/** The ids of a unit and of all below it: none of them can stand above it. */
export function withBelow(departments: readonly Department[], id: string): Set<string> {
  const found = new Set([id])
  for (let size = 0; size !== found.size; ) {
    size = found.size
    for (const each of departments) if (each.parent !== null && found.has(each.parent)) found.add(each.id)
  }
  return found
}

function foundWithAbove(departments: readonly Department[], isFound: (department: Department) => boolean): Set<string> {
  const byId = new Map(departments.map((each) => [each.id, each]))
  const kept = new Set<string>()
  for (const each of departments.filter(isFound)) {
    for (let at: Department | undefined = each; at !== undefined && !kept.has(at.id); ) {
      kept.add(at.id)
      at = at.parent === null ? undefined : byId.get(at.parent)
    }
  }
  return kept
}

const byName = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true })
