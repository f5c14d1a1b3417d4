import { claimsOf, type EntryReading, entriesOf } from '@yardstick/exchange/read/entry-workbook'
import { type Submission, writeLayers } from '@yardstick/model'
import type { Given } from '../command.ts'
import type { Io } from '../io.ts'
import { readMapping } from '../read/read-mapping.ts'
import type { Schemes } from '../read/read-schemes.ts'
import { filesOf, readSubmissions } from '../read/read-submissions.ts'
import { type Read, unreadable } from '../read/refusal.ts'
import { keyOf, whoseKey } from '../read/subject-key.ts'
import { isReturned, type Known, type ReturnedFile, readReturned, returnedEndings } from './returned-file.ts'

/** What came back in a folder, or in one file, and the submissions it was held against. */
export interface Returned {
  readonly files: readonly ReturnedFile[]
  readonly present: readonly Submission[]
}

export async function readReturnedFiles(given: Given, io: Io, schemes: Schemes): Promise<Read<Returned>> {
  const [presentFile, lastFile] = [given.values.get('present'), given.values.get('last')]
  const present = presentFile === undefined ? undefined : await readSubmissions(io, presentFile)
  if (present?.ok === false) return present
  const last = lastFile === undefined ? undefined : await readSubmissions(io, lastFile)
  if (last?.ok === false) return last
  const mapping = await readMapping(given, io, schemes.common.compiled.scheme)
  if (!mapping.ok) return mapping
  const known: Known = {
    schemes,
    ...(mapping.value === undefined ? {} : { mapping: mapping.value }),
    present: new Map((present?.value ?? []).map((each) => [keyOf(each), each])),
    last: new Map((last?.value ?? []).map((each) => [whoseKey(each.subject), each])),
  }
  const data = given.file(1)
  const found = await filesOf(io, data, returnedEndings)
  const names = found.filter((name) => name === data || isReturned(name))
  if (names.length === 0) return unreadable(data, noFiles)
  const files: ReturnedFile[] = []
  for (const name of names) {
    const read = await readReturned(io, name, known)
    if (read.ok) files.push(read.value)
    else if ('issues' in read.why) files.push(refusedFile(name, read.why.issues))
    else return read
  }
  return { ok: true, value: { files: withoutTwins(files), present: present?.value ?? [] } }
}

function withoutTwins(files: readonly ReturnedFile[]): ReturnedFile[] {
  const isTwin = (file: ReturnedFile) =>
    file.key !== undefined && files.some((other) => other !== file && other.key === file.key)
  return files.map((file) => (isTwin(file) ? { ...file, reading: undefined, isTwice: true } : file))
}

const noFiles = {
  zh: '文件夹里没有填报表（.xlsx、.csv、.json）',
  en: 'there are no workbooks in the folder (.xlsx, .csv, .json)',
}

function refusedFile(file: string, issues: ReturnedFile['issues']): ReturnedFile {
  return { file, key: undefined, reading: undefined, issues, isTwice: false, savedAt: '' }
}

/** All submissions with what is sure written into them: those there were in their order, then new ones. */
export function appliedSubmissions({ files, present }: Returned, { common }: Schemes): Submission[] {
  const byKey = new Map(present.map((each) => [keyOf(each), each]))
  for (const { reading, savedAt } of files) {
    const { identity } = reading ?? {}
    if (reading === undefined || identity === undefined || reading.isHeld) continue
    const key = keyOf(identity)
    const isSaid = entriesOf(reading).length > 0 || claimsOf(reading, undefined) !== undefined
    if (!isSaid && !byKey.has(key)) continue
    const before: Submission = byKey.get(key) ?? {
      yardstick: 'submission/1',
      scheme: { id: common.compiled.scheme.id },
      subject: identity.subject,
      period: identity.period,
      items: {},
    }
    byKey.set(key, withReading(before, reading, savedAt))
  }
  return [...byKey.values()]
}

function withReading(before: Submission, reading: EntryReading, when: string): Submission {
  const stamp = { who: before.subject.department, when }
  const { submission } = writeLayers(before, entriesOf(reading), stamp)
  const claims = claimsOf(reading, before)
  return claims === undefined ? submission : { ...submission, claims }
}
