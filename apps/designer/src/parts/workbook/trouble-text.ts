import { type EntryDoubt, wordEntryDoubt } from '@yardstick/exchange/read/entry-workbook'
import type { Language } from '@yardstick/model'
import { Refused } from '../../server/client.ts'
import { issueText } from '../issue-text.tsx'
import { TookTooLong } from './clerk-desk.ts'
import { workbookWords } from './words.ts'

/** A file that is no workbook of ours. */
export class NotOurs extends Error {}

/** Why a file could not be read, or the server not asked, in a sentence. */
export function troubleText(trouble: unknown, language: Language): string {
  const w = workbookWords[language]
  if (trouble instanceof TookTooLong) return w.tooLong
  // The browser says in its own language that a file is not what was chosen any more.
  if (trouble instanceof DOMException && GONE.has(trouble.name)) return w.fileGone
  if (trouble instanceof NotOurs) return wordEntryDoubt(notOurs, language)
  if (trouble instanceof Refused && trouble.status === 0) return w.away
  if (trouble instanceof Refused) return trouble.issues.map((each) => issueText(each, language)).join(' ')
  return trouble instanceof Error ? trouble.message : String(trouble)
}

const GONE: ReadonlySet<string> = new Set(['NotFoundError', 'NotReadableError'])

const notOurs: EntryDoubt = { kind: 'not-ours', at: '', label: '', found: '', expected: '', proposals: [] }
