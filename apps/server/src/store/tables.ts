import type { Kysely } from 'kysely'
import type { AccountTables } from './tables/accounts.ts'
import type { AuditTables } from './tables/audit.ts'
import type { CampaignTables } from './tables/campaigns.ts'
import type { ComplaintTables } from './tables/complaints.ts'
import type { DepartmentTables } from './tables/departments.ts'
import type { EvaluationTables } from './tables/evaluations.ts'
import type { LibraryTables } from './tables/library.ts'
import type { ReminderTables } from './tables/reminders.ts'
import type { ReportTextsTables } from './tables/report-texts.ts'
import type { SchemeTables } from './tables/schemes.ts'
import type { SubmissionTables } from './tables/submissions.ts'
import type { TemplateTables } from './tables/templates.ts'

/** All tables by name; each room of the API declares its own in `tables/`. */
export interface Tables
  extends AccountTables,
    AuditTables,
    DepartmentTables,
    SchemeTables,
    LibraryTables,
    CampaignTables,
    SubmissionTables,
    EvaluationTables,
    ComplaintTables,
    ReminderTables,
    ReportTextsTables,
    TemplateTables {}

/** The tables, in or outside a transaction. */
export type Db = Kysely<Tables>
