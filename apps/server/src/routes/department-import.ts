import { hasError } from '@yardstick/model'
import { Type } from 'typebox'
import { personOf, reachOf } from '../access/person.ts'
import { mayDo } from '../access/rights.ts'
import type { Context } from '../context.ts'
import type { KnownDepartment } from '../departments/import-row.ts'
import { type ImportPlan, planImport } from '../departments/plan-import.ts'
import { refusal, wrongData } from '../refusal.ts'
import { type App, closed, demandNewest } from '../routing.ts'
import { change, isDuplicate } from '../store/change.ts'
import { addDepartments, allDepartments, changeDepartment } from '../store/departments.ts'
import type { Db } from '../store/tables.ts'

/** Departments from a table, pasted or read from a file: first what it would do, then all of it or nothing. */
const cell = Type.Optional(Type.String({ maxLength: 2_000 }))
const table = closed({
  rows: Type.Array(closed({ name: cell, type: cell, region: cell, parent: cell, code: cell }), { maxItems: 50_000 }),
  apply: Type.Optional(Type.Boolean()),
})

export function departmentImportRoutes(app: App, context: Context): void {
  const { database, now, newId } = context

  app.post(
    '/api/departments/import',
    {
      schema: {
        tags: ['departments'],
        summary: '从表格导入单位 Departments from a table: a preview, or the change',
        body: table,
      },
    },
    async (request) => {
      reachOf(request, 'department.write')
      const person = personOf(request)
      const { rows, apply = false } = request.body
      const rights = {
        mayWrite: (region: string) => mayDo(person.grants, 'department.write', { region }),
        mayRead: (region: string) => mayDo(person.grants, 'department.read', { region }),
      }
      const plan = async (db: Db) => planImport(rows, await allDepartments(db), rights, newId)
      if (!apply) return shown(await plan(database.db))
      return change(context, person.id, async (tx, log) => {
        const planned = await plan(tx)
        if (hasError(planned.issues)) throw wrongData(planned.issues)
        const { added, changed } = planned
        if (added.length + changed.length === 0) return shown(planned)
        const made = { revision: 1, created_at: now(), retired_at: null }
        await addDepartments(
          tx,
          added.map(({ row: _, ...each }) => ({ ...each, ...made })),
        )
        for (const { before, after } of changed) {
          const { name, type, region, code, parent_id } = after
          const isNewest = await changeDepartment(tx, before, { name, type, region, code, parent_id })
          if (!isNewest) demandNewest(before.revision + 1, before.revision)
        }
        await log('department.import', 'department', {
          added: added.length,
          changed: changed.map(({ before, after }) => ({ id: after.id, ...differences(before, after) })),
        })
        return shown(planned)
      }).catch((error: unknown) => {
        // Of two who import at once one comes later, or two names are exchanged.
        throw isDuplicate(error) ? refusal('REQUEST_EXISTS', { found: 'name' }) : error
      })
    },
  )
}

function shown({ added, changed, unchanged, issues }: ImportPlan) {
  return {
    added: added.map(({ row, id, name, type, region, code, parent_id }) => ({
      row,
      id,
      name,
      type,
      region,
      code,
      parent: parent_id,
    })),
    changed: changed.map(({ row, before, after }) => ({
      row,
      id: after.id,
      name: after.name,
      fields: differences(before, after),
    })),
    unchanged,
    issues,
  }
}

/** By field, before and after. */
function differences(before: KnownDepartment, after: KnownDepartment): Record<string, readonly (string | null)[]> {
  const fields = [
    ['name', before.name, after.name],
    ['type', before.type, after.type],
    ['region', before.region, after.region],
    ['code', before.code, after.code],
    ['parent', before.parent_id, after.parent_id],
  ] as const
  return Object.fromEntries(fields.flatMap(([field, was, is]) => (was === is ? [] : [[field, [was, is]]])))
}
