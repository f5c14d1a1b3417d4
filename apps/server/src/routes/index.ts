import type { Context } from '../context.ts'
import type { App } from '../routing.ts'
import { accountRoutes } from './accounts.ts'
import { auditLogRoutes } from './audit-log.ts'
import { campaignStageRoutes } from './campaign-stages.ts'
import { campaignSubmissionRoutes } from './campaign-submissions.ts'
import { campaignRoutes } from './campaigns.ts'
import { declarationRoutes } from './declarations.ts'
import { departmentRoutes } from './departments.ts'
import { healthRoutes } from './health.ts'
import { regionRoutes } from './regions.ts'
import { sessionRoutes } from './session.ts'
import { submissionRoutes } from './submissions.ts'

/** Every resource of the API, one file each. */
export function routes(app: App, context: Context): void {
  for (const each of [
    healthRoutes,
    sessionRoutes,
    accountRoutes,
    auditLogRoutes,
    departmentRoutes,
    regionRoutes,
    campaignRoutes,
    campaignStageRoutes,
    campaignSubmissionRoutes,
    submissionRoutes,
    declarationRoutes,
  ])
    each(app, context)
}
