import type { EntryIdentity } from '@yardstick/exchange/read/entry-workbook'
import type { Subject } from '@yardstick/model'
import {
  type Choices,
  countOf,
  type DryRun,
  isHeld,
  isOpen,
  type Writing,
  writingOf,
} from '../../../parts/workbook/dry-run.ts'
import { takesReports, type WholeSubmission } from '../../../server/campaigns.ts'

/** A file that came back to a campaign, and how far it is. */
export interface ReturnedFile {
  readonly key: number
  readonly name: string
  readonly content: Blob | Uint8Array
  /** Who it says it was made for; undefined before it was read, and where it says nothing. */
  readonly identity?: Pick<EntryIdentity, 'scheme' | 'subject' | 'period'> | undefined
  /** The submission it is of; undefined as long as nobody knows. */
  readonly submission?: string | undefined
  /** Somebody has said so. */
  readonly isAssigned?: boolean
  readonly run?: DryRun | undefined
  readonly choices: Choices
  /** Why it cannot be read. */
  readonly trouble?: unknown
  /** Why it was not written when that was tried last. */
  readonly refusal?: unknown
  readonly step: 'waiting' | 'read' | 'writing' | 'written' | 'failed'
  /** How many values of it were written. */
  readonly written?: number
}

/**
 * reading     not read yet
 * unreadable  refused by its reader
 * unmatched   of nobody in the campaign, as far as it says
 * twin        another file is of the same submission, and nobody knows which counts
 * closed      its submission takes nothing any more
 * held        says that it was made for something else, and waits for somebody to say that it is used
 * foreign     is no workbook of ours, or of another scheme
 * open        has doubts that wait
 * ready       is sure
 * same        changes nothing
 */
export type FileStatus =
  | 'reading'
  | 'unreadable'
  | 'unmatched'
  | 'twin'
  | 'closed'
  | 'held'
  | 'foreign'
  | 'open'
  | 'ready'
  | 'same'
  | 'writing'
  | 'written'
  | 'failed'

/** What a file is judged by besides itself. */
export interface Surroundings {
  readonly documents: ReadonlyMap<string, WholeSubmission>
  /** Submissions that more than one file is of. */
  readonly twins: ReadonlySet<string>
  mayReport(submission: WholeSubmission): boolean
}

export function statusOf(file: ReturnedFile, { documents, twins, mayReport }: Surroundings): FileStatus {
  const { step, run, submission, choices } = file
  if (step === 'waiting') return 'reading'
  if (step === 'writing' || step === 'written') return step
  const whole = submission === undefined ? undefined : documents.get(submission)
  if (run === undefined || whole === undefined) return file.trouble === undefined ? 'unmatched' : 'unreadable'
  if (twins.has(whole.id)) return 'twin'
  if (!takesReports(whole) || !mayReport(whole)) return 'closed'
  if (!run.isSettleable) return 'foreign'
  if (isHeld(run, choices)) return 'held'
  if (step === 'failed') return 'failed'
  if (run.lines.some((line) => isOpen(line, choices))) return 'open'
  const { count } = writingFor(file, run, whole)
  const { refused } = countOf(run)
  return count > 0 ? 'ready' : refused > 0 ? 'open' : 'same'
}

/** What would be written of a file by now; of one that waits for something, nothing. */
export function writable(file: ReturnedFile, status: FileStatus, surroundings: Surroundings): Writing | undefined {
  if (status !== 'ready' && status !== 'open' && status !== 'failed') return undefined
  const whole = surroundings.documents.get(file.submission ?? '')
  if (file.run === undefined || whole === undefined) return undefined
  const writing = writingFor(file, file.run, whole)
  return writing.count === 0 ? undefined : writing
}

const known = new WeakMap<ReturnedFile, { readonly of: WholeSubmission; readonly writing: Writing }>()

/** What a file comes to, found out once as long as it and its submission are the same: hundreds are looked at together. */
export function writingFor(file: ReturnedFile, run: DryRun, of: WholeSubmission): Writing {
  const before = known.get(file)
  if (before?.of === of) return before.writing
  const writing = writingOf(run, file.choices, of.submission)
  known.set(file, { of, writing })
  return writing
}

/** Submissions of which there is more than one file that would change something. */
export function twinsOf(files: readonly ReturnedFile[]): Set<string> {
  const seen = new Set<string>()
  const twins = new Set<string>()
  for (const { submission, step, run } of files) {
    const isQuiet = step === 'written' || run?.lines.every(({ kind }) => kind === 'same') === true
    if (submission === undefined || isQuiet) continue
    if (seen.has(submission)) twins.add(submission)
    seen.add(submission)
  }
  return twins
}

/** The submissions of a campaign by their subjects, of which no two are the same. */
export class SubjectIndex {
  private readonly ids = new Map<string, string>()

  constructor(documents: Iterable<WholeSubmission>) {
    for (const { id, submission } of documents) this.ids.set(whose(submission.subject), id)
  }

  submissionOf(subject: Pick<Subject, 'department' | 'unit' | 'project'>): string | undefined {
    return this.ids.get(whose(subject))
  }
}

function whose({ department, unit, project }: Pick<Subject, 'department' | 'unit' | 'project'>): string {
  return [department, unit ?? '', project ?? ''].map((each) => each.normalize('NFKC').trim()).join('\n')
}
