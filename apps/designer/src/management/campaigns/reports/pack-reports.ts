import type { NamedFile } from '@yardstick/exchange/write/zip'
import type { Language, ReportTexts, Scheme } from '@yardstick/model'
import type { OfficeFileKind } from '../../../evaluation/office-files.ts'
import { makeOfficeFile } from '../../../parts/report/office-file.ts'
import { storedSource } from '../../../parts/report/result-source.ts'
import { type StoredTexts, textsPath } from '../../../parts/report/stored-texts.ts'
import { troubleText } from '../../../parts/workbook/trouble-text.ts'
import { ask, query, Refused } from '../../../server/client.ts'
import { readVersion } from '../../../server/schemes.ts'
import type { Ranked } from '../scoring.ts'

export interface LeftOut {
  readonly name: string
  readonly why: string
}

export interface PackedReports {
  readonly zip: Uint8Array
  readonly files: number
  /** Those whose files could not be made, and why. */
  readonly left: readonly LeftOut[]
}

/**
 * What a run came to as files, all of them in one zip, with a text that says which departments are not among them; undefined
 * where it was stopped. One whose files cannot be made keeps nobody from theirs; a server that is away stops all of it.
 */
export async function packReports({
  campaign,
  run,
  kinds,
  language,
  words,
  signal,
  onProgress,
}: {
  campaign: string
  run: string
  kinds: readonly OfficeFileKind[]
  language: Language
  words: {
    readonly subject: (department: string, project: string) => string
    readonly unscored: string
    readonly leftFile: string
    readonly leftLine: (left: LeftOut) => string
  }
  signal: AbortSignal
  onProgress: (done: number, all: number) => void
}): Promise<PackedReports | undefined> {
  const results = await resultsOf(campaign, run, signal)
  const versions = new Map<string, Promise<{ readonly scheme: Scheme }>>()
  const schemeOf = (hash: string) => {
    const found = versions.get(hash) ?? readVersion(hash)
    versions.set(hash, found)
    return found
  }
  const files: NamedFile[] = []
  const left: LeftOut[] = []
  for (const [at, { submission, department, project }] of results.entries()) {
    if (signal.aborted) return undefined
    onProgress(at, results.length)
    const name = words.subject(department.name, project)
    try {
      const source = await storedSource(run, submission, language, schemeOf)
      const texts = kinds.every((kind) => kind === 'score-table') ? undefined : await textsOf(submission)
      const made = await Promise.all(kinds.map((kind) => makeOfficeFile(kind, source, { texts })))
      files.push(...made.filter((file) => file !== undefined))
      if (made.includes(undefined)) left.push({ name, why: words.unscored })
    } catch (trouble) {
      if (trouble instanceof Refused && STOPPING.has(trouble.status)) throw trouble
      left.push({ name, why: troubleText(trouble, language) })
    }
  }
  if (signal.aborted) return undefined
  const { writeZip } = await import('@yardstick/exchange/write/zip')
  const report = left.map((each) => `${words.leftLine(each)}\r\n`).join('')
  const all =
    left.length === 0 ? files : [...files, { name: words.leftFile, bytes: new TextEncoder().encode(`\ufeff${report}`) }]
  return { zip: writeZip(all, new Date()), files: files.length, left }
}

/** Nobody answers, or nobody is signed in any more: the next one would fare no better. */
const STOPPING: ReadonlySet<number> = new Set([0, 401])

async function textsOf(submission: string): Promise<ReportTexts> {
  return (await ask<StoredTexts>('GET', textsPath(submission))).texts
}

const PAGE = 200

async function resultsOf(campaign: string, run: string, signal: AbortSignal): Promise<Ranked[]> {
  const all: Ranked[] = []
  for (;;) {
    const after = all.at(-1)?.place
    const path = `/api/campaigns/${encodeURIComponent(campaign)}/ranking${query({ run, after, limit: PAGE })}`
    const { ranking } = await ask<{ readonly ranking: readonly Ranked[] }>('GET', path, { signal })
    all.push(...ranking)
    if (ranking.length < PAGE) return all
  }
}
