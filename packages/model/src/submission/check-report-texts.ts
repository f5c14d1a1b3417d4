import { type Issue, issue } from '../issue.ts'
import { pointer } from '../json.ts'
import type { ReportTexts } from '../schema/report-texts.ts'
import type { Scheme } from '../schema/scheme.ts'
import { indicatorById } from '../scheme.ts'
import { suggestions } from './suggest.ts'

/** What would be written and stand nowhere: a reason for an indicator the scheme does not have. */
export function checkReportTexts(scheme: Scheme, { form }: ReportTexts): Issue[] {
  const known = indicatorById(scheme)
  const suggest = suggestions()
  return Object.keys(form?.deviations ?? {})
    .filter((id) => !known.has(id))
    .map((id) => {
      const at = { pointer: `/form/deviations${pointer(id)}`, expected: suggest(id, known.keys()), found: id }
      return issue('SUBMISSION_UNKNOWN_INDICATOR', at)
    })
}
