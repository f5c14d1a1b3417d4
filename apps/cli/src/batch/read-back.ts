import { groupFacts } from '@yardstick/engine'
import { keptBack } from '@yardstick/exchange/read/entry-workbook'
import type { Submission } from '@yardstick/model'
import type { ExitCode, Given } from '../command.ts'
import { readGroup } from '../read/read-group.ts'
import { readSchemes, type Schemes } from '../read/read-schemes.ts'
import { whyUnreadable } from '../read/read-text.ts'
import { type Read, unreadable } from '../read/refusal.ts'
import { refuse } from '../refuse.ts'
import { returnedSummary, returnedTable } from '../render/returned-table.ts'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { writeWhole } from '../write/whole-file.ts'
import { declaredTexts } from './declared-texts.ts'
import type { ScoringJob } from './job.ts'
import { Output } from './output.ts'
import { PieceScorer } from './piece-scorer.ts'
import { isWorkbook, outForm } from './result-file.ts'
import { ResultTable } from './result-table.ts'
import type { ReturnedFile } from './returned-file.ts'
import { appliedSubmissions, readReturnedFiles } from './returned-files.ts'
import { summaryLines, Tally } from './summary.ts'
import { utf8 } from './utf8.ts'

/**
 * Filled workbooks are read back in two steps: what they say is listed, and only where a file is named to write to is what
 * is sure applied. Ends with 1 while something is in doubt.
 */
export async function readBack(given: Given, shell: Shell): Promise<ExitCode> {
  const scheme = await readSchemes(shell.io, given.file(0), given.values.get('declaration'))
  if (!scheme.ok) return refuse(scheme, shell)
  const returned = await readReturnedFiles(given, shell.io, scheme.value)
  if (!returned.ok) return refuse(returned, shell)
  const { files } = returned.value
  if (shell.isJson) shell.printJson(files.map(asData))
  else {
    shell.print(returnedTable(files, shell))
    shell.say([returnedSummary(files, shell.language)])
  }
  const [apply, out] = [given.values.get('apply'), given.values.get('out')]
  const submissions = appliedSubmissions(returned.value, scheme.value)
  if (apply !== undefined) {
    const lines = submissions.map((each) => `${JSON.stringify(each)}\n`).join('')
    const wrong = await writeWhole(shell.io, apply, encoded(lines))
    if (wrong !== undefined) return refuse(unreadable(apply, wrong), shell)
    tell(submissions.length, apply, shell)
  }
  if (out !== undefined) {
    const scored = await scoreAll(submissions, scheme.value, given, shell)
    if (!scored.ok) return refuse(scored, shell)
  }
  if (apply === undefined && out === undefined && !shell.isJson) shell.say([shell.pick(nothingWritten)])
  return files.some(isAsked) ? 1 : 0
}

const nothingWritten = {
  zh: '以上只是试读，什么也没有写；采用请给 --apply FILE，计分请给 -o OUT。',
  en: 'This was a dry run and nothing was written; apply it with --apply FILE, score it with -o OUT.',
}

function tell(count: number, file: string, shell: Shell): void {
  if (shell.isJson) return
  const name = plainText(file)
  shell.say([shell.pick({ zh: `${count} 份填报数据已写入 ${name}`, en: `${count} submissions written to ${name}` })])
}

const isAsked = ({ reading }: ReturnedFile): boolean =>
  reading === undefined || reading.doubts.some((each) => keptBack(each) !== 'nothing')

function asData({ file, reading, issues, isTwice }: ReturnedFile) {
  if (reading === undefined) return { file, ...(isTwice ? { twice: true } : {}), issues }
  const { identity, isHeld, changes, claims, doubts } = reading
  return { file, made: identity ?? null, held: isHeld, changes, claims, doubts }
}

async function scoreAll(
  submissions: readonly Submission[],
  schemes: Schemes,
  given: Given,
  shell: Shell,
): Promise<Read<undefined>> {
  const [out, groupFile] = [given.values.get('out')!, given.values.get('group')]
  const { compiled: common } = schemes.common
  const facts = groupFile === undefined ? undefined : await readGroup(shell.io, groupFile, common)
  if (facts?.ok === false) return facts
  const group = facts?.value ?? (common.readsGroup ? await groupFacts(common, submissions) : undefined)
  const started = Date.now()
  const job: ScoringJob = {
    scheme: schemes.documents.scheme,
    declared: declaredTexts(schemes.documents.declared),
    ...(group === undefined ? {} : { group }),
    data: { kind: 'ndjson' },
    out: outForm(out),
    language: shell.language,
    trace: given.flags.has('trace'),
  }
  const bytes = utf8(submissions.map((each) => `${JSON.stringify(each)}\n`).join(''))
  const piece = { bytes, encoding: 'utf-8', firstRow: 1, rows: submissions.length, end: bytes.length } as const
  const { bytes: results, figures } = await new PieceScorer(job).score(piece)
  try {
    const output = await Output.open(shell.io, out, '', true)
    const table = new ResultTable(common, job.data, shell.language)
    await output.write(utf8(job.out === 'csv' ? table.head() : ''))
    await output.write(results)
    await output.finish(isWorkbook(out) ? table.workbook : undefined)
  } catch (error) {
    return unreadable(out, whyUnreadable(error).words)
  }
  const tally = new Tally(common.grades.map(({ name }) => name))
  tally.merge(figures)
  if (!shell.isJson) shell.say(summaryLines(tally.summary, out, (Date.now() - started) / 1000, shell.language))
  return { ok: true, value: undefined }
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)
