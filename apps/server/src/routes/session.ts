import { Type } from 'typebox'
import { clearSessionCookie, setSessionCookie } from '../access/guard.ts'
import { type Person, personOf } from '../access/person.ts'
import { type Action, type Grant, reach, rights } from '../access/rights.ts'
import { closeSession, closeSessionsOf, dropEndedSessions, openSession, personOfSession } from '../access/sessions.ts'
import { demandStillSo, newPassword, signIn, UnknownNames } from '../access/sign-in.ts'
import type { Context } from '../context.ts'
import { refusal } from '../refusal.ts'
import { type App, answers, closed } from '../routing.ts'
import { readAccount, setPassword } from '../store/accounts.ts'
import { change } from '../store/change.ts'

const password = Type.String({ minLength: 1, maxLength: 1000 })
const credentials = closed({ name: Type.String({ minLength: 1, maxLength: 200 }), password })
const passwords = closed({ old: password, new: password })

const tags = ['session']

/** Signing in and out, and one's own password. */
export function sessionRoutes(app: App, context: Context): void {
  const { database, now, settings } = context
  const { db } = database
  const unknown = new UnknownNames()
  /** Beside the pause of one account: nobody tries one password on a thousand of them. */
  const config = { rateLimit: { max: settings.limits.signInsPerMinute, timeWindow: 60_000, groupId: 'sign-in' } }

  app.get('/api/session', { schema: { tags, summary: '当前登录 Who asks, and what they may do' } }, async (request) =>
    shown(app, request.person),
  )

  app.post(
    '/api/session',
    { config, bodyLimit: 10_000, schema: { tags, summary: '登录 Signs in', body: credentials } },
    async (request, reply) => {
      demandAccounts(app)
      const { name, password } = request.body
      const account = await signIn(context, unknown, name, password)
      const { id } = account
      const before = request.person?.session
      const secret = await change(context, id, async (tx, log) => {
        await demandStillSo(tx, account)
        await dropEndedSessions(tx, now())
        if (before !== undefined) await closeSession(tx, before)
        const opened = await openSession(tx, id, now())
        await log('session.open', `account ${id}`)
        return opened
      })
      setSessionCookie(reply, secret, request)
      return shown(app, await personOfSession(db, secret, now()))
    },
  )

  app.delete('/api/session', { schema: { tags, summary: '退出 Signs out' } }, async (request, reply) => {
    if (request.person?.session !== undefined) await closeSession(db, request.person.session)
    clearSessionCookie(reply)
    reply.status(204)
  })

  app.put(
    '/api/session/password',
    {
      config,
      bodyLimit: 10_000,
      schema: {
        tags,
        response: answers(204),
        summary: '修改密码 Changes the own password; other sessions end',
        body: passwords,
      },
    },
    async (request, reply) => {
      demandAccounts(app)
      const { id } = personOf(request)
      const account = await readAccount(db, id)
      if (account === undefined) throw refusal('REQUEST_SIGN_IN')
      const { old, new: chosen } = request.body
      const signedIn = await signIn(context, unknown, account.name, old)
      if (chosen === old)
        throw refusal('PASSWORD_WEAK', {
          pointer: '/new',
          expected: { zh: '与原来不同', en: 'other than the old one' },
        })
      const hash = await newPassword(chosen, account.name, '/new')
      const secret = await change(context, id, async (tx, log) => {
        await demandStillSo(tx, signedIn)
        await setPassword(tx, id, { password_hash: hash, must_change_password: false })
        await closeSessionsOf(tx, id)
        const opened = await openSession(tx, id, now())
        await log('account.password', `account ${id}`)
        return opened
      })
      setSessionCookie(reply, secret, request)
      reply.status(204)
    },
  )
}

function demandAccounts(app: App): void {
  if (app.mode.known() !== undefined) throw refusal('REQUEST_STATE', { expected: ['accounts'], found: 'local' })
}

/** As the API gives it: `actions` says of each action where this person may do it. */
function shown(app: App, person: Person | null) {
  const mode = app.mode.known() === undefined ? 'accounts' : 'local'
  if (person === null) return { mode, person }
  const { id, title, grants, mustChangePassword = false } = person
  return { mode, person: { id, title, grants, mustChangePassword }, actions: actionsOf(grants) }
}

function actionsOf(grants: readonly Grant[]): Partial<Record<Action, Omit<Grant, 'role'>[]>> {
  const actions = Object.keys(rights) as Action[]
  return Object.fromEntries(
    actions.flatMap((action) => {
      const places = reach(grants, action).map(({ region, campaign, department }) => ({ region, campaign, department }))
      return places.length === 0 ? [] : [[action, places]]
    }),
  )
}
