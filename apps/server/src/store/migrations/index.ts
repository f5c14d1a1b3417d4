import type { Migration } from 'kysely'
import { accounts } from './001-accounts.ts'
import { auditLog } from './002-audit-log.ts'
import { departments } from './003-departments.ts'
import { schemes } from './004-schemes.ts'
import { library } from './005-library.ts'
import { campaigns } from './006-campaigns.ts'
import { submissions } from './007-submissions.ts'
import { evaluations } from './008-evaluations.ts'
import { complaints } from './009-complaints.ts'
import { progress } from './010-progress.ts'
import { reminders } from './011-reminders.ts'
import { reportTexts } from './013-report-texts.ts'
import { templates } from './014-templates.ts'

/** In order; a step that has been released never changes. */
export const migrations: Record<string, Migration> = {
  '001-accounts': accounts,
  '002-audit-log': auditLog,
  '003-departments': departments,
  '004-schemes': schemes,
  '005-library': library,
  '006-campaigns': campaigns,
  '007-submissions': submissions,
  '008-evaluations': evaluations,
  '009-complaints': complaints,
  '010-progress': progress,
  '011-reminders': reminders,
  '013-report-texts': reportTexts,
  '014-templates': templates,
}
