import { type Static, Type } from 'typebox'
import { demand, demandOf, type Person, reachOf } from '../access/person.ts'
import { mayDo, regionPrefix } from '../access/rights.ts'
import type { Context } from '../context.ts'
import { notFound, refusal } from '../refusal.ts'
import {
  type App,
  answers,
  byId,
  closed,
  demandNewest,
  key,
  label,
  limitOf,
  ofRevision,
  page,
  regionCode,
  revisionOf,
} from '../routing.ts'
import { change, isDuplicate } from '../store/change.ts'
import {
  addDepartment,
  ancestors,
  changeDepartment,
  type Department,
  listDepartments,
  readDepartment,
} from '../store/departments.ts'
import type { Db } from '../store/tables.ts'

/** 单位: whom campaigns evaluate. A tree of freely defined types, each unit in a region. */
const departmentFields = closed({
  name: label,
  code: Type.Optional(Type.String({ maxLength: 60 })),
  type: label,
  region: regionCode,
  parent: Type.Optional(Type.Union([key, Type.Null()])),
})
type DepartmentFields = Static<typeof departmentFields>

const tags = ['departments']

export function departmentRoutes(app: App, context: Context): void {
  const { database, now, newId } = context
  const { db } = database

  const query = closed({
    ...page,
    region: Type.Optional(regionCode),
    parent: Type.Optional(key),
    type: Type.Optional(label),
    search: Type.Optional(label),
  })
  app.get(
    '/api/departments',
    { schema: { tags, summary: '单位列表 Departments one may see', querystring: query } },
    async (request) => {
      const grants = reachOf(request, 'department.read')
      const rows = await listDepartments(db, grants, { ...request.query, limit: limitOf(request.query) })
      return { departments: rows.map(shown) }
    },
  )

  app.get(
    '/api/departments/:id',
    { schema: { tags, summary: '单位 One department', params: byId } },
    async (request, reply) => {
      const department = await existing(db, request.params.id)
      demandOf(request, department.id, 'department.read', 'department.read', placeOf(department))
      reply.header('etag', `"${department.revision}"`)
      return shown(department)
    },
  )

  app.post(
    '/api/departments',
    { schema: { tags, response: answers(201), summary: '新建单位 Adds a department', body: departmentFields } },
    async (request, reply) => {
      const { body } = request
      const person = demand(request, 'department.write', { region: body.region })
      const row: Department = { id: newId(), ...columns(body), revision: 1, created_at: now(), retired_at: null }
      await change(context, person.id, async (tx, log) => {
        await checkParent(tx, person, row)
        await addDepartment(tx, row)
        await log('department.add', `department ${row.id}`, body)
      }).catch(nameTaken(body.name))
      reply.status(201).header('etag', '"1"')
      return shown(row)
    },
  )

  app.put(
    '/api/departments/:id',
    {
      schema: {
        tags,
        headers: ofRevision,
        summary: '修改单位 Changes a department',
        params: byId,
        body: departmentFields,
      },
    },
    async (request, reply) => {
      const revision = revisionOf(request)
      const before = await existing(db, request.params.id)
      const person = demandOf(request, before.id, 'department.read', 'department.write', placeOf(before))
      demand(request, 'department.write', { region: request.body.region })
      demandNewest(before.revision, revision)
      demandInUse(before)
      const after = { ...before, ...columns(request.body), revision: revision + 1 }
      await change(context, person.id, async (tx, log) => {
        if (after.parent_id !== before.parent_id) await checkParent(tx, person, after)
        if (!(await changeDepartment(tx, before, columns(request.body)))) demandNewest(revision + 1, revision)
        await log('department.change', `department ${before.id}`, { before: shown(before), after: shown(after) })
      }).catch(nameTaken(request.body.name))
      reply.header('etag', `"${after.revision}"`)
      return shown(after)
    },
  )

  app.delete(
    '/api/departments/:id',
    {
      schema: { tags, headers: ofRevision, summary: '停用单位 Retires a department, whose results stay', params: byId },
    },
    async (request, reply) => {
      const revision = revisionOf(request)
      const before = await existing(db, request.params.id)
      const person = demandOf(request, before.id, 'department.read', 'department.write', placeOf(before))
      demandNewest(before.revision, revision)
      demandInUse(before)
      await change(context, person.id, async (tx, log) => {
        if (!(await changeDepartment(tx, before, { retired_at: now() }))) demandNewest(revision + 1, revision)
        await log('department.retire', `department ${before.id}`)
      })
      reply.status(204)
    },
  )
}

function columns({ name, code = '', type, region, parent = null }: DepartmentFields) {
  return { name, code, type, region, parent_id: parent }
}

/** As the API gives it. */
function shown({ id, name, code, type, region, parent_id, revision, retired_at }: Department) {
  return { id, name, code, type, region, parent: parent_id, revision, isRetired: retired_at !== null }
}

const placeOf = ({ id, region }: Department) => ({ region, department: id })

async function existing(db: Db, id: string): Promise<Department> {
  const department = await readDepartment(db, id)
  if (department === undefined) throw notFound(id)
  return department
}

function demandInUse({ retired_at }: Department): void {
  if (retired_at !== null) throw refusal('REQUEST_STATE', { expected: ['in use'], found: 'retired' })
}

/** The parent is there, seen or in a region above, and is not the department itself or one below it. */
async function checkParent(db: Db, { grants }: Person, { id, name, region, parent_id }: Department): Promise<void> {
  if (parent_id === null) return
  const parent = await existing(db, parent_id)
  const isNear = region.startsWith(regionPrefix(parent.region)) || mayDo(grants, 'department.read', placeOf(parent))
  if (!isNear || parent.retired_at !== null) throw notFound(parent_id)
  if ((await ancestors(db, parent_id)).includes(id))
    throw refusal('DEPARTMENT_CIRCLE', { found: name, expected: parent.name })
}

function nameTaken(name: string): (error: unknown) => never {
  return (error) => {
    throw isDuplicate(error) ? refusal('REQUEST_EXISTS', { found: name }) : error
  }
}
