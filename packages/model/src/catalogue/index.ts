import { auditIssues } from './audit.ts'
import { documentIssues } from './document.ts'
import { editIssues } from './edit.ts'
import { fileIssues } from './file.ts'
import { formulaIssues } from './formula.ts'
import { packageIssues } from './package.ts'
import { requestIssues } from './request.ts'
import { schemeIssues } from './scheme.ts'
import { scoringIssues } from './scoring.ts'
import { sharingIssues } from './sharing.ts'
import { submissionIssues } from './submission.ts'
import { tableIssues } from './table.ts'
import { templateIssues } from './template.ts'
import { wordingIssues } from './wording.ts'

/**
 * Every issue code there is: its severity and its three clauses (expected, found, how to mend) in both languages. A
 * retired code is never used again. ISSUES.md has a paragraph for each; a test checks both directions.
 */
export const catalogue = {
  ...fileIssues,
  ...documentIssues,
  ...editIssues,
  ...schemeIssues,
  ...formulaIssues,
  ...scoringIssues,
  ...wordingIssues,
  ...submissionIssues,
  ...tableIssues,
  ...auditIssues,
  ...sharingIssues,
  ...packageIssues,
  ...requestIssues,
  ...templateIssues,
}
