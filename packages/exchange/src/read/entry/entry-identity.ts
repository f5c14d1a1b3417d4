import type { EntryIdentity } from '../../render/entry/entry-workbook-keys.ts'
import { doubt, type EntryDoubt } from './entry-doubt.ts'
import type { EntryContext } from './entry-workbook-input.ts'

/** Whether a file was made for this scheme, this version of it, this subject and this period. */
export function checkIdentity(identity: EntryIdentity | undefined, context: EntryContext): EntryDoubt[] {
  if (identity === undefined) return [doubt('no-identity', {})]
  const { scheme, schemeHash, declarationHash, subject, period } = context
  if (identity.scheme !== scheme.id) return [doubt('other-scheme', { expected: scheme.id, found: identity.scheme })]
  const doubts: EntryDoubt[] = []
  const differs = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a !== b
  if (identity.version !== scheme.version || differs(identity.schemeHash, schemeHash)) {
    doubts.push(doubt('other-version', { expected: scheme.version, found: identity.version }))
  }
  if (schemeHash !== undefined && identity.declarationHash !== declarationHash)
    doubts.push(doubt('other-declaration', {}))
  if (subject !== undefined) {
    const [expected, found] = [subject, identity.subject].map(whoseText)
    if (expected !== found) doubts.push(doubt('other-subject', { expected: expected!, found: found! }))
  }
  if (differs(identity.period, period))
    doubts.push(doubt('other-period', { expected: period!, found: identity.period }))
  return doubts
}

function whoseText({ department, unit, project }: EntryIdentity['subject']): string {
  return [department, unit, project].filter((each) => each !== undefined).join(' / ')
}
