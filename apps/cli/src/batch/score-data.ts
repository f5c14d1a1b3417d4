import { createHash } from 'node:crypto'
import { groupFacts } from '@yardstick/engine'
import { ENGINE_VERSION, type GroupFacts, type Issue, issue, type Submission } from '@yardstick/model'
import type { ExitCode, Given } from '../command.ts'
import type { Bilingual } from '../language.ts'
import type { Schemes } from '../read/read-schemes.ts'
import { whyUnreadable } from '../read/read-text.ts'
import { refused, unreadable } from '../read/refusal.ts'
import { refuse } from '../refuse.ts'
import { issueLines } from '../render/issue-list.ts'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import type { ScoringJob } from './job.ts'
import type { Opened } from './open-job.ts'
import { Output, runKey } from './output.ts'
import { PieceReader } from './piece-rows.ts'
import { isWorkbook } from './result-file.ts'
import { ResultTable } from './result-table.ts'
import { type Ran, runJob } from './run-job.ts'
import { Stop } from './stop.ts'
import { summaryExitCode, summaryLines } from './summary.ts'
import type { Source } from './text-source.ts'
import { BrokenWorkbook } from './xlsx-source.ts'

/** The data into their results; where it was stopped before, from there. Ends with 1 where it is stopped again. */
export async function scoreData(
  { schemes, job, source }: Opened,
  threads: number,
  given: Given,
  shell: Shell,
): Promise<ExitCode> {
  const outFile = given.values.get('out')!
  const { compiled: common } = schemes.common
  const warnings = job.data.kind === 'table' ? job.data.heads.issues : []
  tellHeads(given.file(1), warnings, shell)
  const stop = new Stop()
  let output: Output | undefined
  try {
    output = await Output.open(shell.io, outFile, keyOfRun(common.hash, job, source), given.flags.has('restart'))
    if (output.resumed !== undefined && !shell.isJson) shell.say([shell.pick(goingOn(output.resumed.row))])
    const group = job.group ?? (await groupOf(schemes, job, source, { stop, shell }))
    if (stop.isAsked) {
      await output.abandon()
      shell.say([shell.pick(stoppedBefore)])
      return 1
    }
    const table = new ResultTable(common, job.data, shell.language)
    const ran = await runJob(
      {
        job: group === undefined ? job : { ...job, group },
        source,
        output,
        head: job.out === 'csv' ? table.head() : '',
        grades: common.grades.map(({ name }) => name),
        threads,
        isStopped: () => stop.isAsked,
      },
      shell,
    )
    const workbook = isWorkbook(outFile) ? table.workbook : undefined
    return await ended(ran, { output, workbook, warnings }, given, shell)
  } catch (error) {
    await output?.abandon()
    if (error instanceof BrokenWorkbook)
      return refuse(refused(given.file(1), [issue('FILE_WORKBOOK_BROKEN', {})]), shell)
    return refuse(unreadable(outFile, whyUnreadable(error).words), shell)
  } finally {
    stop.close()
    await source.close()
  }
}

interface Ending {
  readonly output: Output
  readonly workbook: ResultTable['workbook'] | undefined
  /** What of the heads was not read. */
  readonly warnings: readonly Issue[]
}

async function ended(
  { tally, stoppedAt, seconds }: Ran,
  { output, workbook, warnings }: Ending,
  given: Given,
  shell: Shell,
): Promise<ExitCode> {
  if (stoppedAt !== undefined) {
    await output.interrupt(stoppedAt, tally.figures)
    shell.say([shell.pick(stopped(stoppedAt.row))])
    return 1
  }
  await output.finish(workbook)
  const { summary } = tally
  if (shell.isJson) shell.printJson(summary)
  else shell.say(summaryLines(summary, given.values.get('out')!, seconds, shell.language))
  return given.flags.has('strict') && warnings.length > 0 ? 1 : summaryExitCode(summary, given)
}

/** What of the columns is not read, once for the whole table. */
function tellHeads(file: string, warnings: readonly Issue[], shell: Shell): void {
  if (warnings.length === 0) return
  const { language, paintWords: paint, width } = shell
  shell.say([paint.bold(plainText(file)), ...issueLines(warnings, { language, width, paint })])
}

/** Everything that decides about the results: where one thing differs, a run does not go on where another stopped. */
function keyOfRun(
  hash: string,
  { declared, mapping, group, out, data, language, trace }: ScoringJob,
  source: Source,
): string {
  const bytes = declared.kind === 'many' ? createHash('sha256').update(declared.bytes).digest('hex') : declared
  const facts = group === undefined ? null : createHash('sha256').update(JSON.stringify(group)).digest('hex')
  return runKey([ENGINE_VERSION, hash, bytes, mapping ?? null, facts, out, data, language, trace, source.fingerprint])
}

async function groupOf(
  schemes: Schemes,
  job: ScoringJob,
  source: Source,
  { stop, shell }: { readonly stop: Stop; readonly shell: Shell },
): Promise<GroupFacts | undefined> {
  const { compiled } = schemes.common
  if (!compiled.readsGroup) return undefined
  if (!shell.isJson) shell.say([shell.pick(goingThrough)])
  const scoredBy = (submission: Submission) => ({ ok: true, value: schemes.of(submission).compiled }) as const
  return groupFacts(compiled, () => submissionsIn(source, new PieceReader(job), stop), scoredBy)
}

const goingThrough: Bilingual = {
  zh: '指标体系要看组内数据：先通读一遍……',
  en: 'The scheme reads a group: going through the data once before ...',
}

const goingOn = (row: number): Bilingual => ({
  zh: `接着上次中断处，从第 ${row + 1} 行算起（从头算请加 --restart）`,
  en: `Going on where the last run stopped, at row ${row + 1} (--restart begins anew)`,
})

const stopped = (row: number): Bilingual => ({
  zh: `已中断，算到第 ${row} 行；再运行同一命令，从那里接着算`,
  en: `Interrupted behind row ${row}; the same command goes on from there`,
})

const stoppedBefore: Bilingual = {
  zh: '已中断，还没有开始计分；再运行同一命令即可',
  en: 'Interrupted before anything was scored; run the same command again',
}

/** The rows that can be read; the others are told when it is their turn to be scored. */
async function* submissionsIn(source: Source, reader: PieceReader, stop: Stop): AsyncGenerator<Submission> {
  const buffers: ArrayBuffer[] = []
  for await (const piece of source.pieces(source.start, buffers)) {
    for (const { submission } of reader.rows(piece)) if (submission.ok) yield submission.value
    if (stop.isAsked) return
    buffers.push(piece.bytes.buffer)
    // Signals are heard between two pieces.
    await new Promise(setImmediate)
  }
}
