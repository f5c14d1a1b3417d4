import type { Context } from '../context.ts'
import type { App } from '../routing.ts'
import { accountRoutes } from './accounts.ts'
import { adoptionRoutes } from './adoption.ts'
import { auditLogRoutes } from './audit-log.ts'
import { campaignEntryRoutes } from './campaign-entries.ts'
import { campaignStageRoutes } from './campaign-stages.ts'
import { campaignSubmissionRoutes } from './campaign-submissions.ts'
import { campaignRoutes } from './campaigns.ts'
import { catalogueRoutes } from './catalogues.ts'
import { complaintRoutes } from './complaints.ts'
import { declarationRoutes } from './declarations.ts'
import { departmentImportRoutes } from './department-import.ts'
import { departmentRoutes } from './departments.ts'
import { evaluationRoutes } from './evaluations.ts'
import { evidenceRoutes } from './evidence.ts'
import { healthRoutes } from './health.ts'
import { libraryRoutes } from './library.ts'
import { packageRoutes } from './packages.ts'
import { progressRoutes } from './progress.ts'
import { regionRoutes } from './regions.ts'
import { reminderRoutes } from './reminders.ts'
import { reportTextsRoutes } from './report-texts.ts'
import { resultRoutes } from './results.ts'
import { runProgressRoutes } from './run-progress.ts'
import { runRoutes } from './runs.ts'
import { schemeComparisonRoutes } from './scheme-comparison.ts'
import { schemeDraftRoutes } from './scheme-drafts.ts'
import { schemeImpactRoutes } from './scheme-impact.ts'
import { schemeReviewRoutes } from './scheme-reviews.ts'
import { schemeRoutes } from './schemes.ts'
import { sessionRoutes } from './session.ts'
import { signingKeyRoutes } from './signing-keys.ts'
import { submissionRoutes } from './submissions.ts'
import { templateRoutes } from './templates.ts'
import { trustedKeyRoutes } from './trusted-keys.ts'
import { upstreamRoutes } from './upstream.ts'
import { versionRoutes } from './versions.ts'

/** Every resource of the API, one file each. */
export function routes(app: App, context: Context): void {
  for (const each of [
    healthRoutes,
    sessionRoutes,
    accountRoutes,
    auditLogRoutes,
    departmentRoutes,
    departmentImportRoutes,
    regionRoutes,
    schemeRoutes,
    schemeDraftRoutes,
    schemeReviewRoutes,
    schemeComparisonRoutes,
    schemeImpactRoutes,
    versionRoutes,
    libraryRoutes,
    templateRoutes,
    catalogueRoutes,
    packageRoutes,
    adoptionRoutes,
    upstreamRoutes,
    trustedKeyRoutes,
    signingKeyRoutes,
    campaignRoutes,
    campaignStageRoutes,
    campaignSubmissionRoutes,
    campaignEntryRoutes,
    submissionRoutes,
    declarationRoutes,
    evidenceRoutes,
    evaluationRoutes,
    runRoutes,
    runProgressRoutes,
    resultRoutes,
    complaintRoutes,
    reminderRoutes,
    reportTextsRoutes,
    progressRoutes,
  ])
    each(app, context)
}
