import { issue } from '@yardstick/model'
import { type Static, Type } from 'typebox'
import { personOf, reachOf } from '../access/person.ts'
import { covers, type Grant, type Place, rights, roles } from '../access/rights.ts'
import { closeSessionsOf } from '../access/sessions.ts'
import { accountName, newPassword } from '../access/sign-in.ts'
import type { Context } from '../context.ts'
import { notFound, refusal, wrongData } from '../refusal.ts'
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
import {
  type Account,
  addAccount,
  changeAccount,
  hasAdministrator,
  holdGrants,
  isCampaign,
  type KeptGrant,
  listAccounts,
  readAccount,
  readGrants,
  replaceGrants,
  setPassword,
  unlock,
} from '../store/accounts.ts'
import { change, isDuplicate } from '../store/change.ts'
import { readDepartment } from '../store/departments.ts'
import type { Db } from '../store/tables.ts'

/**
 * Accounts and what they may do. An administrator of a region sees the accounts that have a grant there, and gives and takes
 * grants there; what an account has elsewhere is neither shown nor touched. What concerns the whole account, above all its
 * password, is for those who reach all its grants: else a county could take over the account of a province.
 */
const grantFields = closed({
  role: Type.Enum([...roles]),
  region: Type.Union([regionCode, Type.Literal('')]),
  campaign: Type.Optional(Type.Union([key, Type.Null()])),
  department: Type.Optional(Type.Union([key, Type.Null()])),
})
const grants = Type.Array(grantFields, { maxItems: 200 })
const name = Type.String({ minLength: 1, maxLength: 60, pattern: '^[^\\s\\u0000-\\u001f\\u007f/:]+$' })
const password = Type.String({ minLength: 1, maxLength: 1000 })
const addition = closed({ name, title: label, password, grants })
const account = closed({ title: label, disabled: Type.Boolean(), grants })

const tags = ['accounts']

export function accountRoutes(app: App, context: Context): void {
  const { database, now, newId } = context
  const { db } = database

  const query = closed({ ...page, search: Type.Optional(label) })
  app.get(
    '/api/accounts',
    { schema: { tags, summary: '账户列表 Accounts one administrates', querystring: query } },
    async (request) => {
      const reach = reachOf(request, 'account.manage')
      const rows = await listAccounts(db, reach, { ...request.query, limit: limitOf(request.query) })
      const grants = await readGrants(
        db,
        rows.map(({ id }) => id),
      )
      return {
        accounts: rows.map((row) => shown({ row, grants: grants.filter((each) => each.account_id === row.id) }, reach)),
      }
    },
  )

  app.post(
    '/api/accounts',
    {
      schema: {
        tags,
        response: answers(201),
        summary: '新建账户 Adds an account, whose password is changed at once',
        body: addition,
      },
    },
    async (request, reply) => {
      const person = personOf(request)
      const reach = reachOf(request, 'account.manage')
      const { title, grants } = request.body
      const name = accountName(request.body.name)
      const id = newId()
      const given = kept(grants, id, newId)
      demandGrants(given, reach)
      if (given.length === 0 && !reachesAll(reach)) {
        throw wrongData([issue('SHAPE_SIZE', { pointer: '/grants', expected: '>= 1', found: 0 })])
      }
      const hash = await newPassword(request.body.password, name)
      const row = { id, name, title, password_hash: hash, must_change_password: true, created_at: now() }
      await change(context, person.id, async (tx, log) => {
        await holdGrants(tx)
        for (const each of given) await checkThere(tx, each)
        await addAccount(tx, row)
        await replaceGrants(tx, [], given)
        if (app.mode.known() !== undefined && !(await hasAdministrator(tx)))
          throw refusal('ACCOUNT_LAST_ADMINISTRATOR', { found: name })
        await log('account.add', `account ${id}`, { name, title, grants: given.map(grantOf) })
      }).catch((error: unknown) => {
        throw isDuplicate(error) ? refusal('REQUEST_EXISTS', { found: name }) : error
      })
      app.mode.close()
      const added = await existing(db, id)
      reply.status(201).header('etag', `"${added.row.revision}"`)
      return shown(added, reach)
    },
  )

  app.get(
    '/api/accounts/:id',
    { schema: { tags, summary: '账户 One account', params: byId } },
    async (request, reply) => {
      const reach = reachOf(request, 'account.manage')
      const found = await visible(db, request.params.id, reach)
      reply.header('etag', `"${found.row.revision}"`)
      return shown(found, reach)
    },
  )

  app.put(
    '/api/accounts/:id',
    {
      schema: {
        tags,
        headers: ofRevision,
        summary: '修改账户与授权 Changes an account and its grants, whole',
        params: byId,
        body: account,
      },
    },
    async (request, reply) => {
      const revision = revisionOf(request)
      const person = personOf(request)
      const reach = reachOf(request, 'account.manage')
      const { title, disabled, grants } = request.body
      const given = kept(grants, request.params.id, newId)
      const after = await change(context, person.id, async (tx, log) => {
        await holdGrants(tx)
        const before = await visible(tx, request.params.id, reach)
        const { row } = before
        const hadAdministrator = await hasAdministrator(tx)
        const isSame = row.title === title && (row.disabled_at !== null) === disabled
        if (!isSame) demandWhole(before, reach)
        demandGrants(given, reach)
        for (const each of given) await checkThere(tx, each)
        demandNewest(row.revision, revision)
        const disabled_at = disabled ? (row.disabled_at ?? now()) : null
        if (!(await changeAccount(tx, row, { title, disabled_at }))) demandNewest(revision + 1, revision)
        const mine = before.grants.filter((each) => reaches(reach, each))
        await replaceGrants(
          tx,
          mine.map(({ id }) => id),
          given,
        )
        if (hadAdministrator && !(await hasAdministrator(tx)))
          throw refusal('ACCOUNT_LAST_ADMINISTRATOR', { found: row.name })
        if (disabled) await closeSessionsOf(tx, row.id)
        const after = await existing(tx, row.id)
        await log('account.change', `account ${row.id}`, { before: shown(before, reach), after: shown(after, reach) })
        return after
      })
      reply.header('etag', `"${after.row.revision}"`)
      return shown(after, reach)
    },
  )

  app.post(
    '/api/accounts/:id/password',
    {
      schema: {
        tags,
        response: answers(204),
        summary: '重设密码 Sets a password that is to be changed; sessions end',
        params: byId,
        body: closed({ password }),
      },
    },
    async (request, reply) => {
      const person = personOf(request)
      const reach = reachOf(request, 'account.manage')
      const found = await visible(db, request.params.id, reach)
      demandWhole(found, reach)
      // One's own is changed by whoever knows the old one.
      if (found.row.id === person.id) throw forbidden()
      const hash = await newPassword(request.body.password, found.row.name)
      await change(context, person.id, async (tx, log) => {
        await holdGrants(tx)
        demandWhole(await visible(tx, found.row.id, reach), reach)
        await setPassword(tx, found.row.id, { password_hash: hash, must_change_password: true })
        await closeSessionsOf(tx, found.row.id)
        await log('account.password', `account ${found.row.id}`)
      })
      reply.status(204)
    },
  )

  app.post(
    '/api/accounts/:id/unlock',
    {
      schema: { tags, response: answers(204), summary: '解除锁定 Lifts the pause after failed attempts', params: byId },
    },
    async (request, reply) => {
      const person = personOf(request)
      const reach = reachOf(request, 'account.manage')
      const found = await visible(db, request.params.id, reach)
      demandWhole(found, reach)
      await change(context, person.id, async (tx, log) => {
        await unlock(tx, found.row.id)
        await log('account.unlock', `account ${found.row.id}`)
      })
      reply.status(204)
    },
  )
}

interface Found {
  readonly row: Account
  readonly grants: readonly KeptGrant[]
}

async function existing(db: Db, id: string): Promise<Found> {
  const row = await readAccount(db, id)
  if (row === undefined) throw notFound(id)
  return { row, grants: await readGrants(db, [id]) }
}

async function visible(db: Db, id: string, reach: readonly Grant[]): Promise<Found> {
  const found = await existing(db, id)
  if (!reachesAll(reach) && !found.grants.some((each) => reaches(reach, each))) throw notFound(id)
  return found
}

/** What concerns all of an account is for those who reach all its grants. */
function demandWhole({ grants }: Found, reach: readonly Grant[]): void {
  if (reachesAll(reach)) return
  if (grants.length === 0 || !grants.every((each) => reaches(reach, each))) throw forbidden()
}

/** Nobody gives what is out of their own reach. */
function demandGrants(given: readonly KeptGrant[], reach: readonly Grant[]): void {
  given.forEach(({ role, campaign_id, department_id }, index) => {
    const lacking =
      role === 'department' && department_id === null
        ? 'department'
        : role === 'expert' && campaign_id === null
          ? 'campaign'
          : undefined
    if (lacking === undefined) return
    throw wrongData([issue('SHAPE_REQUIRED', { pointer: `/grants/${index}`, expected: lacking })])
  })
  if (!given.every((each) => reaches(reach, each))) throw forbidden()
}

/** The department is there and in the region of the grant, the campaign is there. */
async function checkThere(db: Db, given: KeptGrant): Promise<void> {
  const { campaign_id, department_id } = given
  if (campaign_id !== null && !(await isCampaign(db, campaign_id))) throw notFound(campaign_id)
  if (department_id === null) return
  const department = await readDepartment(db, department_id)
  if (department === undefined || !covers(grantOf(given), { ...placeOf(given), region: department.region }))
    throw notFound(department_id)
}

const forbidden = () =>
  refusal('REQUEST_FORBIDDEN', { expected: [...rights['account.manage']], found: 'account.manage' })

const reaches = (reach: readonly Grant[], grant: KeptGrant) => reach.some((each) => covers(each, placeOf(grant)))

const reachesAll = (reach: readonly Grant[]) => reach.some((each) => covers(each, { region: '' }))

/** Where a grant lies. */
function placeOf({ region, campaign_id, department_id }: KeptGrant): Place {
  return { region, campaign: campaign_id ?? undefined, department: department_id ?? undefined }
}

function grantOf({ role, region, campaign_id, department_id }: KeptGrant): Grant {
  return { role, region, campaign: campaign_id, department: department_id }
}

/** Each grant once. */
function kept(grants: readonly Static<typeof grantFields>[], account: string, newId: () => string): KeptGrant[] {
  const once = new Map(
    grants.map(({ role, region, campaign = null, department = null }) => {
      const grant = { account_id: account, role, region, campaign_id: campaign, department_id: department }
      return [JSON.stringify(grant), grant]
    }),
  )
  return [...once.values()].map((grant) => ({ id: newId(), ...grant }))
}

/** As the API gives it; grants out of reach are not shown. */
function shown({ row, grants }: Found, reach: readonly Grant[]) {
  return {
    id: row.id,
    name: row.name,
    title: row.title,
    isDisabled: row.disabled_at !== null,
    mustChangePassword: row.must_change_password,
    lockedUntil: row.locked_until?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    revision: row.revision,
    grants: grants.filter((each) => reaches(reach, each)).map(grantOf),
  }
}
