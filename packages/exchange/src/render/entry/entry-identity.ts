import type { EntryWorkbookInput } from './entry-workbook-input.ts'
import type { EntryIdentity } from './entry-workbook-keys.ts'

/** What a workbook is made for, as it is kept in it. */
export function identityOf(input: EntryWorkbookInput): EntryIdentity {
  const { scheme, schemeHash, declarationHash, subject, period } = input
  const { department, unit, project } = subject
  return {
    scheme: scheme.id,
    version: scheme.version,
    ...(schemeHash === undefined ? {} : { schemeHash }),
    ...(declarationHash === undefined ? {} : { declarationHash }),
    subject: { department, ...(unit === undefined ? {} : { unit }), ...(project === undefined ? {} : { project }) },
    period,
  }
}
