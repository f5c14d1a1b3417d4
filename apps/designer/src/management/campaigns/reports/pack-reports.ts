import type { NamedFile } from '@yardstick/exchange/write/zip'
import type { Language, ReportTexts, Scheme } from '@yardstick/model'
import type { OfficeFileKind } from '../../../evaluation/office-files.ts'
import { makeOfficeFile } from '../../../parts/report/office-file.ts'
import { storedSource } from '../../../parts/report/result-source.ts'
import { type StoredTexts, textsPath } from '../../../parts/report/stored-texts.ts'
import { ask, query } from '../../../server/client.ts'
import { readVersion } from '../../../server/schemes.ts'
import type { Ranked } from '../scoring.ts'

export interface PackedReports {
  readonly zip: Uint8Array
  readonly files: number
  /** Departments whose files could not be made. */
  readonly left: readonly string[]
}

/** What a run came to as files, all of them in one zip; undefined where it was stopped. */
export async function packReports({
  campaign,
  run,
  kinds,
  language,
  signal,
  onProgress,
}: {
  campaign: string
  run: string
  kinds: readonly OfficeFileKind[]
  language: Language
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
  const left: string[] = []
  for (const [at, { submission, department }] of results.entries()) {
    if (signal.aborted) return undefined
    onProgress(at, results.length)
    const source = await storedSource(run, submission, language, schemeOf)
    const texts = kinds.every((kind) => kind === 'score-table') ? undefined : await textsOf(submission)
    for (const kind of kinds) {
      const file = await makeOfficeFile(kind, source, { texts })
      if (file === undefined) left.push(department.name)
      else files.push(file)
    }
  }
  if (signal.aborted) return undefined
  const { writeZip } = await import('@yardstick/exchange/write/zip')
  return { zip: writeZip(files, new Date()), files: files.length, left: [...new Set(left)] }
}

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
