import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import {
  type EntryReading,
  identityIn,
  readEntrySubmission,
  readEntryWorkbook,
  type SheetCells,
  textSheet,
} from '@yardstick/exchange/read/entry-workbook'
import { readSheets } from '@yardstick/exchange/read/xlsx'
import { type Issue, issue, type Mapping, readJson, type Submission } from '@yardstick/model'
import type { Io } from '../io.ts'
import { readBytes } from '../read/read-bytes.ts'
import { toDocument } from '../read/read-document.ts'
import type { Schemes } from '../read/read-schemes.ts'
import { decode } from '../read/read-text.ts'
import type { Read } from '../read/refusal.ts'
import { keyOf, whoseKey } from '../read/subject-key.ts'

/** A file that came back: a filled workbook, its data as CSV, or a submission in JSON; or why it cannot be read. */
export interface ReturnedFile {
  readonly file: string
  /** Whose it is and of which period, where it says so. */
  readonly key: string | undefined
  readonly reading: EntryReading | undefined
  readonly issues: readonly Issue[]
  /** Another file is of the same one, and nobody knows which counts: neither is used. */
  readonly isTwice: boolean
  /** When the file was saved, which is when its values were written. */
  readonly savedAt: string
}

export interface Known {
  readonly schemes: Schemes
  /** Local names of the scheme's items, which the files may use. */
  readonly mapping?: Mapping
  readonly present: ReadonlyMap<string, Submission>
  readonly last: ReadonlyMap<string, Submission>
}

export const returnedEndings = ['.xlsx', '.csv', '.json'] as const

/** Files that Excel keeps beside an open workbook are none of them. */
export const isReturned = (file: string): boolean =>
  returnedEndings.some((ending) => file.toLowerCase().endsWith(ending)) && !/(^|[/\\])[~.]/.test(file)

export async function readReturned(io: Io, file: string, known: Known): Promise<Read<ReturnedFile>> {
  const bytes = await readBytes(io, file)
  if (!bytes.ok) return bytes
  const savedAt = (await stat(resolve(io.cwd, file))).mtime.toISOString()
  const content = await contentOf(file, bytes.value)
  const nothing = { file, key: undefined, reading: undefined, isTwice: false, savedAt }
  if ('issues' in content) return { ok: true, value: { ...nothing, issues: content.issues } }
  const identity = 'sheets' in content ? identityIn(content.sheets) : content.submission
  const key = identity === undefined ? undefined : keyOf(identity)
  const present = key === undefined ? undefined : known.present.get(key)
  const last = identity === undefined ? undefined : known.last.get(whoseKey(identity.subject))
  const { compiled, declaration } = known.schemes.of(identity)
  const context = {
    scheme: compiled.scheme,
    schemeHash: compiled.hash,
    ...(declaration === undefined ? {} : { declarationHash: declaration }),
    ...(identity === undefined ? {} : { period: identity.period }),
    ...(known.mapping === undefined ? {} : { mapping: known.mapping }),
    ...(present === undefined ? {} : { present }),
    ...(last === undefined ? {} : { last }),
  }
  const reading =
    'sheets' in content ? readEntryWorkbook(content.sheets, context) : readEntrySubmission(content.submission, context)
  return { ok: true, value: { ...nothing, key, reading, issues: [] } }
}

type Content =
  | { readonly sheets: readonly SheetCells[] }
  | { readonly submission: Submission }
  | { readonly issues: readonly Issue[] }

async function contentOf(file: string, bytes: Uint8Array): Promise<Content> {
  const name = file.toLowerCase()
  if (!name.endsWith('.csv') && !name.endsWith('.json')) {
    const sheets = await readSheets(bytes)
    return sheets.ok ? { sheets: sheets.value } : { issues: sheets.issues }
  }
  const text = decode(bytes)
  if (!text.ok) return { issues: text.issues }
  if (name.endsWith('.csv')) {
    const sheet = textSheet('CSV', text.value)
    return sheet === undefined ? { issues: [issue('FILE_WORKBOOK_EMPTY', {})] } : { sheets: [sheet] }
  }
  const json = readJson(text.value)
  const submission = json.ok ? toDocument('submission', json.value) : json
  return submission.ok ? { submission: submission.value } : { issues: submission.issues }
}
