import type { Context } from '../context.ts'
import type { App } from '../routing.ts'
import { accountRoutes } from './accounts.ts'
import { departmentRoutes } from './departments.ts'
import { healthRoutes } from './health.ts'
import { sessionRoutes } from './session.ts'

/** Every resource of the API, one file each. */
export function routes(app: App, context: Context): void {
  for (const each of [healthRoutes, sessionRoutes, accountRoutes, departmentRoutes]) each(app, context)
}
