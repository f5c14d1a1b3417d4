import type { Language } from '@yardstick/model'
import { fileNameOf } from '../../../parts/download.ts'
import type { ClerkDesk } from '../../../parts/workbook/clerk-desk.ts'
import type { WholeSubmission } from '../../../server/campaigns.ts'
import type { CampaignDocuments } from './documents.ts'

export interface Packing {
  readonly documents: CampaignDocuments
  readonly chosen: readonly WholeSubmission[]
  readonly desk: ClerkDesk
  readonly language: Language
  readonly hasClaims: boolean
  /** Of one file, without its ending: by who it is for. */
  nameOf(whole: WholeSubmission): string
  onProgress(done: number): void
  readonly signal: AbortSignal
}

/** The workbooks of many departments as one zip; undefined where it was stopped. */
export async function packWorkbooks(packing: Packing): Promise<Uint8Array | undefined> {
  const { documents, chosen, desk, language, hasClaims, nameOf, onProgress, signal } = packing
  const versions = new Set(chosen.map(({ version }) => version))
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const whole of chosen) {
    if (signal.aborted) return undefined
    const order = { basis: documents.basisOf(whole), form: 'xlsx' as const, language, hasClaims }
    const bytes = await desk.ask(versions, (clerk) => clerk.make(order))
    files.push({ name: fileNameOf(nameOf(whole), 'xlsx'), bytes })
    onProgress(files.length)
  }
  if (signal.aborted) return undefined
  return desk.ask([], (clerk) => clerk.pack(files, new Date()))
}
