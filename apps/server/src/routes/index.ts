import type { Context } from '../context.ts'
import type { App } from '../routing.ts'
import { departmentRoutes } from './departments.ts'
import { healthRoutes } from './health.ts'

/** Every resource of the API, one file each. */
export function routes(app: App, context: Context): void {
  for (const each of [healthRoutes, departmentRoutes]) each(app, context)
}
