import { ENGINE_VERSION } from '@yardstick/engine'
import type { Context } from '../context.ts'
import type { App } from '../routing.ts'
import { runSql } from '../store/run-sql.ts'

/** Whether the server works, for whoever watches over it and for a page that looks whether there is one. */
export function healthRoutes(app: App, { database }: Context): void {
  app.get('/api/health', { schema: { tags: ['health'], summary: '服务状态 Whether the server works' } }, async () => {
    await runSql(database.db, 'select 1')
    return { yardstick: ENGINE_VERSION, store: database.kind }
  })
}
