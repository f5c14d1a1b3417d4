import type { Language } from '@yardstick/model'
import { countOf, isOpen } from '../../../parts/workbook/dry-run.ts'
import { troubleText } from '../../../parts/workbook/trouble-text.ts'
import { takesReports } from '../../../server/campaigns.ts'
import { Refused } from '../../../server/client.ts'
import { type FileStatus, type ReturnedFile, type Surroundings, writingFor } from './returned-file.ts'
import { campaignWorkbookWords } from './words.ts'

/** Whose file it is, as far as it is known. */
export function whoseText(file: ReturnedFile, { documents }: Surroundings, language: Language): string {
  const w = campaignWorkbookWords[language]
  const whole = documents.get(file.submission ?? '')
  if (whole !== undefined) return w.subject(whole.submission.subject.department, whole.project)
  return file.identity?.subject.department ?? ''
}

/** What is to be said of a file besides its counts: what it waits for, what became of it, and why. */
export function outcomeText(
  file: ReturnedFile,
  status: FileStatus,
  surroundings: Surroundings,
  language: Language,
): string {
  const { details: w } = campaignWorkbookWords[language]
  const { run, choices, identity, trouble, refusal } = file
  const separator = language === 'zh' ? '；' : '; '
  const joined = (...parts: (string | undefined)[]) => parts.filter((part) => part !== undefined).join(separator)
  const whole = surroundings.documents.get(file.submission ?? '')
  const openCount = run?.lines.filter((line) => isOpen(line, choices)).length ?? 0
  const refused = run === undefined ? 0 : countOf(run).refused
  const waiting = openCount === 0 ? undefined : w.open(openCount)
  const bad = refused === 0 ? undefined : w.refused(refused)
  const why = refusal === undefined ? undefined : refusalText(refusal, language)
  switch (status) {
    case 'unreadable':
      return troubleText(trouble, language)
    case 'unmatched':
      return identity === undefined ? w.unmatched : w.unknown(identity.subject.department)
    case 'twin':
      return w.twin
    case 'closed':
      if (whole !== undefined && takesReports(whole)) return w.noRight
      return whole?.state === 'submitted' ? w.submitted : w.stage
    case 'held':
      return w.held
    case 'failed':
      return why ?? ''
    case 'written':
      return joined(w.written(file.written ?? 0), openCount + refused === 0 ? undefined : w.left(openCount + refused))
    case 'open':
    case 'ready': {
      const count = run === undefined || whole === undefined ? 0 : writingFor(file, run, whole).count
      return joined(why, count === 0 ? undefined : w.ready(count), waiting, bad)
    }
    case 'same':
      return file.written === undefined ? '' : w.written(file.written)
    default:
      return ''
  }
}

function refusalText(refusal: unknown, language: Language): string {
  const { details: w } = campaignWorkbookWords[language]
  if (refusal instanceof Refused && refusal.status === 412) return w.stale
  return refusal instanceof Refused && refusal.status === 0 ? w.away : troubleText(refusal, language)
}
