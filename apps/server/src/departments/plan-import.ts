import { type Issue, issue, validateAs } from '@yardstick/model'
import { Type } from 'typebox'
import { regionPrefix } from '../access/rights.ts'
import { closed, label, regionCode } from '../routing.ts'
import { type Found, findParents } from './find-parents.ts'
import type { ImportRow, KnownDepartment, Row, Said } from './import-row.ts'

/**
 * A table of departments, held against those there are: which rows are new, which change something, which say nothing new.
 * An empty cell says nothing and takes nothing away. A row is the department of its code, else of its name beside the same
 * parent, else the only one of its name in the region, which then moves; so the same table twice changes nothing.
 */
export interface ImportPlan {
  /** Parents before their children. */
  readonly added: readonly (Omit<KnownDepartment, 'revision'> & { readonly row: number })[]
  readonly changed: readonly {
    readonly row: number
    readonly before: KnownDepartment
    readonly after: KnownDepartment
  }[]
  readonly unchanged: number
  /** With pointers to the rows: /rows/3/parent. */
  readonly issues: readonly Issue[]
}

/** What is asked of the person who imports. */
export interface ImportRights {
  readonly mayWrite: (region: string) => boolean
  readonly mayRead: (region: string) => boolean
}

const CELLS = closed({
  name: label,
  type: Type.Optional(label),
  region: regionCode,
  parent: Type.Optional(label),
  code: Type.Optional(Type.String({ maxLength: 60 })),
})

export function planImport(
  table: readonly ImportRow[],
  known: readonly KnownDepartment[],
  { mayWrite, mayRead }: ImportRights,
  newId: () => string,
): ImportPlan {
  const issues: Issue[] = []
  const rows = table.flatMap((cells, row): Row[] => {
    const said = cleaned(cells)
    const checked = validateAs<Said>(CELLS, said)
    if (!checked.ok) {
      issues.push(...checked.issues.map((each) => ({ ...each, pointer: `/rows/${row}${each.pointer}` })))
      return []
    }
    if (mayWrite(said.region ?? '')) return [{ row, ...checked.value }]
    issues.push(at(row, 'region', 'REQUEST_FORBIDDEN', said.region ?? null))
    return []
  })
  const own = known.filter(({ region }) => mayWrite(region))
  const isNear = (parent: string, child: string) => mayRead(parent) || child.startsWith(regionPrefix(parent))
  const { parents, ordered } = findParents(rows, known, isNear, issues)
  const matcher = new Matcher(rows, own)
  const idOf = new Map<number, string>()
  const taken = new Set<string>()
  const added: ImportPlan['added'][number][] = []
  const changed: ImportPlan['changed'][number][] = []
  let unchanged = 0
  for (const each of ordered) {
    const parent = idOfParent(parents.get(each.row), idOf)
    const before = matcher.find(each, parent)
    const id = before?.id ?? newId()
    idOf.set(each.row, id)
    if (taken.has(id)) {
      issues.push(at(each.row, 'name', 'REQUEST_EXISTS', each.name))
      continue
    }
    taken.add(id)
    const { name, region, row } = each
    if (before === undefined) {
      if (each.type === undefined) issues.push(at(row, '', 'SHAPE_REQUIRED', null, 'type'))
      else added.push({ row, id, name, region, type: each.type, code: each.code ?? '', parent_id: parent ?? null })
      continue
    }
    const { type = before.type, code = before.code } = each
    const after = { ...before, name, region, type, code, parent_id: parent ?? before.parent_id }
    if (isSame(before, after)) unchanged++
    else changed.push({ row, before, after })
  }
  const plan = { added, changed, unchanged, issues }
  checkResult(plan, known, issues)
  issues.sort((a, b) => rowOf(a) - rowOf(b))
  return plan
}

/** Without the blanks that cells come with; a full-width one is a blank, too. */
function cleaned(cells: ImportRow): ImportRow {
  const said = Object.entries(cells).flatMap(([name, cell]) => {
    const text = cell?.trim().normalize('NFC') ?? ''
    return text === '' ? [] : [[name, text]]
  })
  return Object.fromEntries(said)
}

/** Which department there is a row means. */
class Matcher {
  private readonly byCode = new Map<string, KnownDepartment | null>()
  private readonly byPlace = new Map<string, KnownDepartment>()
  private readonly byName = new Map<string, KnownDepartment[]>()
  private readonly rowsOfName = new Map<string, number>()

  constructor(rows: readonly Row[], known: readonly KnownDepartment[]) {
    for (const each of known) {
      if (each.code !== '') this.byCode.set(each.code, this.byCode.has(each.code) ? null : each)
      this.byPlace.set(placeKey(each.region, each.parent_id, each.name), each)
      const key = placeKey(each.region, '', each.name)
      if (this.byName.has(key)) this.byName.get(key)!.push(each)
      else this.byName.set(key, [each])
    }
    for (const { region, name } of rows) {
      const key = placeKey(region, '', name)
      this.rowsOfName.set(key, (this.rowsOfName.get(key) ?? 0) + 1)
    }
  }

  find({ code, region, name }: Row, parent: string | undefined): KnownDepartment | undefined {
    const coded = code === undefined ? undefined : this.byCode.get(code)
    if (coded !== undefined && coded !== null) return coded
    const beside = this.byPlace.get(placeKey(region, parent ?? null, name))
    if (beside !== undefined) return beside
    const named = this.byName.get(placeKey(region, '', name)) ?? []
    const isAlone = named.length === 1 && this.rowsOfName.get(placeKey(region, '', name)) === 1
    // A department of the same name that has a code of its own is another one.
    const only = isAlone ? named[0]! : undefined
    return only !== undefined && (code === undefined || only.code === '' || only.code === code) ? only : undefined
  }
}

/** What comes out is a tree, in which no two beside each other have one name. */
function checkResult(
  { added, changed }: Pick<ImportPlan, 'added' | 'changed'>,
  known: readonly KnownDepartment[],
  issues: Issue[],
): void {
  const result = new Map<string, Pick<KnownDepartment, 'id' | 'name' | 'region' | 'parent_id'>>()
  for (const each of known) result.set(each.id, each)
  const rowById = new Map<string, number>()
  for (const { row, after } of changed) {
    result.set(after.id, after)
    rowById.set(after.id, row)
  }
  for (const each of added) {
    result.set(each.id, each)
    rowById.set(each.id, each.row)
  }
  const idByPlace = new Map<string, string>()
  for (const { id, region, parent_id, name } of result.values()) {
    const key = placeKey(region, parent_id, name)
    const row = rowById.get(id) ?? rowById.get(idByPlace.get(key) ?? '')
    if (idByPlace.has(key) && row !== undefined) issues.push(at(row, 'name', 'REQUEST_EXISTS', name))
    idByPlace.set(key, id)
  }
  const done = new Set<string>()
  for (const [start, row] of rowById) {
    const path = new Set<string>()
    let id: string | null = start
    while (id !== null && !done.has(id) && !path.has(id)) {
      path.add(id)
      id = result.get(id)?.parent_id ?? null
    }
    if (id !== null && path.has(id)) {
      const { name, parent_id } = result.get(start)!
      issues.push(at(row, 'parent', 'DEPARTMENT_CIRCLE', name, result.get(parent_id ?? '')?.name ?? null))
    }
    for (const each of path) done.add(each)
  }
}

function idOfParent(parent: Found | undefined, idOf: ReadonlyMap<number, string>): string | undefined {
  return parent === undefined || 'id' in parent ? parent?.id : idOf.get(parent.row)
}

function isSame(a: KnownDepartment, b: KnownDepartment): boolean {
  return (['name', 'type', 'region', 'code', 'parent_id'] as const).every((field) => a[field] === b[field])
}

const placeKey = (region: string, parent: string | null, name: string) => JSON.stringify([region, parent, name])

function at(
  row: number,
  column: string,
  code: 'REQUEST_FORBIDDEN' | 'REQUEST_EXISTS' | 'DEPARTMENT_CIRCLE' | 'SHAPE_REQUIRED',
  found: string | null,
  expected: string | null = null,
): Issue {
  return issue(code, { pointer: `/rows/${row}${column === '' ? '' : `/${column}`}`, found, expected })
}

const rowOf = ({ pointer }: Issue) => Number(pointer.split('/')[2] ?? 0)
