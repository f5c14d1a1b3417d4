import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { groupFacts } from '@yardstick/engine'
import { ENGINE_VERSION, type GroupFacts, type Issue, issue, type Submission } from '@yardstick/model'
import { declaredTexts } from '../batch/declared-texts.ts'
import type { ScoringJob } from '../batch/job.ts'
import { dataKind, openData } from '../batch/open-data.ts'
import { Output, runKey } from '../batch/output.ts'
import { PieceReader } from '../batch/piece-rows.ts'
import { readBack } from '../batch/read-back.ts'
import { isWorkbook, outForm } from '../batch/result-file.ts'
import { ResultTable } from '../batch/result-table.ts'
import { allThreads, type Ran, runJob } from '../batch/run-job.ts'
import { Stop } from '../batch/stop.ts'
import { summaryExitCode, summaryLines } from '../batch/summary.ts'
import type { Source } from '../batch/text-source.ts'
import { BrokenWorkbook } from '../batch/xlsx-source.ts'
import type { Command, ExitCode, Given } from '../command.ts'
import type { Bilingual } from '../language.ts'
import { readGroup } from '../read/read-group.ts'
import { mappedBy, readMapping } from '../read/read-mapping.ts'
import { readSchemes, type Schemes } from '../read/read-schemes.ts'
import { whyUnreadable } from '../read/read-text.ts'
import { type Read, refused, unreadable } from '../read/refusal.ts'
import { refuse } from '../refuse.ts'
import { issueLines } from '../render/issue-list.ts'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { declarationsOption, groupOption, mappingOption } from './shared-options.ts'

/** Many submissions, in lines or in the rows of a table → their results, in the same order. */
export const batch: Command = {
  name: 'batch',
  files: 'SCHEME DATA',
  summary: {
    zh: '批量计分（ndjson、CSV），或读回填好的填报表（文件夹）',
    en: 'score many submissions (ndjson, CSV), or read filled workbooks back (a folder)',
  },
  details: {
    zh: `DATA 为 ndjson（每行一份填报数据）或一行一份的表格（.csv，UTF-8 或 GB18030；表头用 template --table 生成，也可用数据项和指标的名称，
单位写在括号里）。结果与输入同序；OUT 以 .csv 结尾时为结果表，否则为 ndjson（每行一份评价结果）。读不懂的行写成
{"line": 行号, "issues": [...]}，在结果表中是写明问题的一行，其余照常计分。用上全部处理器核心。
中断（Ctrl+C、断电）后再运行同一命令，从断点接着算，不重不漏；--restart 从头算。
指标体系要看组内数据（排名、组内平均）而未给 --group 时，先通读一遍算出。--json 输出汇总数字。
DATA 为文件夹或一份填好的填报表（.xlsx、.csv、.json）时，读回填报表，先只列出新增、改动、相同和存疑，什么也不写；
给 --apply 才把没有疑问的写成填报数据，给 -o 另作计分。存疑的不采用。填报表凭其中的标记辨认；--table 表示 DATA 是一行一份的表格。`,
    en: `DATA is ndjson, a submission a line, or a table with a submission a row (.csv, in UTF-8 or GB 18030; template --table
makes its heads, which may also be names of items and indicators, with units in brackets). Results come in the order of the
data: a table where OUT ends with .csv, else ndjson, an Evaluation a line. A row nobody can read becomes {"line": number,
"issues": [...]}, in a table of results a row that says why, and the rest goes on. All cores are used.
After an interruption (Ctrl+C, a power cut) the same command goes on where it stopped, nothing lost or doubled; --restart
begins anew. Where the scheme reads a group and there is no --group, the data are gone through once before. --json prints
the figures of the summary.
Where DATA is a folder or one filled form (.xlsx, .csv or .json), reads filled workbooks and lists what is new, changed, the
same and in doubt, and writes nothing; with --apply what is sure becomes submissions, with -o they are scored too. A form
is told by the marks in it; --table says that DATA is a table with a submission a row.`,
  },
  options: [
    {
      name: 'out',
      short: 'o',
      value: 'OUT',
      help: {
        zh: '结果文件：.csv 为结果表，否则为 ndjson；写完才出现；DATA 不是填报表时必给',
        en: 'the results: a table (.csv), else ndjson; they appear when complete; needed unless DATA are filled forms',
      },
    },
    {
      name: 'apply',
      value: 'FILE',
      help: {
        zh: '采用没有疑问的，写成填报数据（ndjson）',
        en: 'apply what is sure: the submissions (ndjson)',
      },
    },
    {
      name: 'present',
      value: 'FILE',
      help: {
        zh: '已有的填报数据（ndjson、JSON 数组、文件夹），用来对照',
        en: 'the submissions there are (ndjson, JSON array, a folder), to compare with',
      },
    },
    { name: 'last', value: 'FILE', help: { zh: '上年的填报数据，用来对照', en: "last year's, to compare with" } },
    declarationsOption,
    mappingOption,
    groupOption,
    {
      name: 'trace',
      help: { zh: '每份结果附说明和计分轨迹（ndjson）', en: 'sentences and traces with every result (ndjson)' },
    },
    { name: 'table', help: { zh: 'DATA 是一行一份的表格', en: 'DATA is a table with a submission a row' } },
    {
      name: 'period',
      value: 'TEXT',
      help: {
        zh: '表中没有评价周期一列时的周期，默认为指标体系的年度',
        en: "the period where the table has no column of it; default the scheme's year",
      },
    },
    {
      name: 'threads',
      value: 'N',
      help: { zh: '线程数，默认为处理器核心数', en: 'how many threads; default the number of cores' },
    },
    {
      name: 'restart',
      help: { zh: '不接着上次中断处，从头算', en: 'begin anew where an earlier run was interrupted' },
    },
  ],

  async run(given, shell) {
    const file = given.file(1)
    const isTable = given.flags.has('table')
    const kind = await dataKind(shell.io, file, isTable)
    if (kind === 'returned') return readBack(given, shell)
    const threads = threadsSaid(given)
    if (threads === undefined) return refuse(unreadable('--threads', wrongThreads), shell)
    const job = await openJob(given, kind, shell)
    if (!job.ok) return refuse(job, shell)
    return job.value === undefined ? readBack(given, shell) : scoreAll(job.value, threads, given, shell)
  },
}

function threadsSaid(given: Given): number | undefined {
  const said = given.values.get('threads')
  if (said === undefined) return allThreads()
  return /^[1-9]\d{0,2}$/.test(said) ? Number(said) : undefined
}

const wrongThreads: Bilingual = { zh: '应为 1 至 999 的整数', en: 'expected a whole number from 1 to 999' }

interface Opened {
  readonly schemes: Schemes
  readonly job: ScoringJob
  readonly source: Source
}

/** Undefined where DATA is a table that names nothing of the scheme: then it is read as a form. */
async function openJob(given: Given, kind: 'csv' | 'xlsx' | 'ndjson', shell: Shell): Promise<Read<Opened | undefined>> {
  const { io, language } = shell
  const [schemeFile, dataFile, outFile] = [given.file(0), given.file(1), given.values.get('out')]
  if (outFile === undefined && kind === 'ndjson') return unreadable(dataFile, noOut)
  const wrong = outFile === undefined ? undefined : wrongFiles(dataFile, outFile, io.cwd)
  if (wrong !== undefined) return unreadable(dataFile, wrong)
  const read = await readSchemes(io, schemeFile, given.values.get('declaration'))
  if (!read.ok) return read
  const schemes = read.value
  const { scheme } = schemes.common.compiled
  const mapping = await readMapping(given, io, scheme)
  if (!mapping.ok) return mapping
  const groupFile = given.values.get('group')
  const mapped = mappedBy(mapping.value, scheme)
  const group = groupFile === undefined ? undefined : await readGroup(io, groupFile, schemes.common.compiled, mapped)
  if (group?.ok === false) return group
  const period = given.values.get('period') ?? String(scheme.year ?? '—')
  const about = { scheme, mapping: mapping.value, period, isTable: given.flags.has('table') }
  const opened = await openData(io, dataFile, kind, about)
  if (!opened.ok) return opened
  const source = opened.value
  if (source === undefined) return { ok: true, value: undefined }
  const { form } = source
  const job: ScoringJob = {
    scheme: schemes.documents.scheme,
    declared: declaredTexts(schemes.documents.declared),
    ...(mapping.value === undefined ? {} : { mapping: mapping.value }),
    ...(group === undefined ? {} : { group: group.value }),
    data: form,
    out: outForm(outFile ?? ''),
    language,
    trace: given.flags.has('trace'),
  }
  const issues = form.kind === 'table' ? form.heads.issues : []
  const isWrong = issues.some(({ severity }) => severity === 'error')
  if (!isWrong && outFile !== undefined) return { ok: true, value: { schemes, job, source } }
  await source.close()
  return isWrong ? refused(dataFile, issues) : unreadable(dataFile, noOut)
}

function wrongFiles(data: string, out: string, cwd: string): Bilingual | undefined {
  if (resolve(cwd, data) !== resolve(cwd, out)) return undefined
  return {
    zh: '结果不能写到所读的文件上；请另给 -o',
    en: 'the results cannot go into the file that is read; name another with -o',
  }
}

const noOut: Bilingual = { zh: '缺少 --out OUT', en: '--out OUT is missing' }

async function scoreAll(
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
    const group = job.group ?? (await groupOf(schemes, job, source, shell))
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
  shell: Shell,
): Promise<GroupFacts | undefined> {
  const { compiled } = schemes.common
  if (!compiled.readsGroup) return undefined
  if (!shell.isJson) shell.say([shell.pick(goingThrough)])
  const scoredBy = (submission: Submission) => ({ ok: true, value: schemes.of(submission).compiled }) as const
  return groupFacts(compiled, () => submissionsIn(source, new PieceReader(job)), scoredBy)
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

/** The rows that can be read; the others are told when it is their turn to be scored. */
async function* submissionsIn(source: Source, reader: PieceReader): AsyncGenerator<Submission> {
  const buffers: ArrayBuffer[] = []
  for await (const piece of source.pieces(source.start, buffers)) {
    for (const { submission } of reader.rows(piece)) if (submission.ok) yield submission.value
    buffers.push(piece.bytes.buffer)
  }
}
