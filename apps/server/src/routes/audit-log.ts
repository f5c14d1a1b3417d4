import { Type } from 'typebox'
import { demand } from '../access/person.ts'
import type { Context } from '../context.ts'
import { type App, closed, count, limitOf } from '../routing.ts'
import { auditHead, listAudit } from '../store/audit-log.ts'

const query = closed({
  target: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
  after: Type.Optional(count),
  limit: Type.Optional(count),
})

/** 审计日志: what was done by whom, newest first. It tells of all regions, and so is for those who administrate all. */
export function auditLogRoutes(app: App, { database: { db } }: Context): void {
  app.get(
    '/api/audit-log',
    { schema: { tags: ['audit-log'], summary: '审计日志 What was done by whom', querystring: query } },
    async (request) => {
      demand(request, 'audit.read', { region: '' })
      const { target, after } = request.query
      const entries = await listAudit(db, {
        target,
        after: after === undefined ? undefined : Number(after),
        limit: limitOf(request.query),
      })
      return {
        head: await auditHead(db),
        entries: entries.map(({ at, detail, ...entry }) => ({
          ...entry,
          at: at.toISOString(),
          detail: read(detail),
        })),
      }
    },
  )
}

/** What somebody has altered may be no JSON any more; it is shown all the same. */
function read(detail: string): unknown {
  try {
    return JSON.parse(detail)
  } catch {
    return detail
  }
}
