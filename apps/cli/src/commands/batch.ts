import type { FileHandle } from 'node:fs/promises'
import { resolve } from 'node:path'
import { evaluate, groupFacts } from '@yardstick/engine'
import type { GroupFacts, Json, Result, Submission } from '@yardstick/model'
import { Progress } from '../batch/progress.ts'
import { readBack } from '../batch/read-back.ts'
import { isReturnedData } from '../batch/returned-files.ts'
import { type Summary, summaryExitCode, summaryLines, Tally } from '../batch/summary.ts'
import type { Command, Given } from '../command.ts'
import type { Bilingual } from '../language.ts'
import { toDocument } from '../read/read-document.ts'
import { readGroup } from '../read/read-group.ts'
import { readLines } from '../read/read-lines.ts'
import { type Mapped, mappedBy, readMapping } from '../read/read-mapping.ts'
import { readSchemes, type Schemes } from '../read/read-schemes.ts'
import { openFile, whyUnreadable } from '../read/read-text.ts'
import { type Read, unreadable } from '../read/refusal.ts'
import { sha256 } from '../read/sha256.ts'
import { refuse } from '../refuse.ts'
import type { Shell } from '../shell.ts'
import { PartFile } from '../write/part-file.ts'
import { declarationsOption, groupOption, mappingOption } from './shared-options.ts'

/** Many submissions, one a line → their evaluations, one a line, in the same order. */
export const batch: Command = {
  name: 'batch',
  files: 'SCHEME DATA',
  summary: {
    zh: '批量计分（ndjson），或读回填好的填报表（文件夹）',
    en: 'score many submissions (ndjson), or read filled workbooks back (a folder)',
  },
  details: {
    zh: 'DATA 为 ndjson（每行一份填报数据）时，写出每行一份评价结果，与输入同序；读不懂的行写成 {"line": 行号, "issues": [...]}，其余照常计分。\n指标体系要看组内数据（排名、组内平均）而未给 --group 时，先通读一遍算出。--json 输出汇总数字。\nDATA 为文件夹或一个 .xlsx、.csv、.json 文件时，读回填报表，先只列出新增、改动、相同和存疑，什么也不写；\n给 --apply 才把没有疑问的写成填报数据，给 -o 另作计分。存疑的不采用。',
    en: 'Where DATA is ndjson, a submission a line, writes an Evaluation a line, in the order of the input; a line nobody can\nread becomes {"line": number, "issues": [...]} and the rest goes on. Where the scheme reads a group and there is no\n--group, the file is gone through once before. --json prints the figures of the summary.\nWhere DATA is a folder or one .xlsx, .csv or .json file, reads filled workbooks and lists what is new, changed, the same\nand in doubt, and writes nothing; with --apply what is sure becomes submissions, with -o they are scored too.',
  },
  options: [
    {
      name: 'out',
      short: 'o',
      value: 'OUT',
      help: {
        zh: '评价结果文件（ndjson）；写完才出现；DATA 为 ndjson 时必给',
        en: 'the file of results (ndjson); it appears when it is complete; needed where DATA is ndjson',
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
      help: { zh: '每份结果附说明和计分轨迹', en: 'sentences and traces with every result' },
    },
  ],

  async run(given, shell) {
    const file = given.file(1)
    if (await isReturnedData(shell.io, file)) return readBack(given, shell)
    if (!given.values.has('out')) return refuse(unreadable(file, noOut), shell)
    const job = await openJob(given, shell)
    if (!job.ok) return refuse(job, shell)
    const { data, out } = job.value
    const progress = new Progress(shell, data.size)
    try {
      const summary = await scoreLines(job.value, progress, shell)
      await out.finish()
      const seconds = progress.end()
      if (shell.isJson) shell.printJson(summary)
      else shell.say(summaryLines(summary, given.values.get('out')!, seconds, shell.language))
      return summaryExitCode(summary, given)
    } catch (error) {
      progress.end()
      await out.discard()
      return refuse(unreadable(given.values.get('out')!, whyUnreadable(error).words), shell)
    } finally {
      await data.handle.close()
    }
  },
}

interface Job {
  readonly mapped: Mapped
  readonly schemes: Schemes
  readonly options: { readonly group?: GroupFacts; readonly trace: boolean }
  readonly data: { readonly handle: FileHandle; readonly size: number }
  readonly out: PartFile
}

async function openJob(given: Given, { io }: Shell): Promise<Read<Job>> {
  const [schemeFile, dataFile, outFile] = [given.file(0), given.file(1), given.values.get('out')!]
  const wrong = wrongFiles(dataFile, outFile, io.cwd)
  if (wrong !== undefined) return unreadable(dataFile, wrong)
  const read = await readSchemes(io, schemeFile, given.values.get('declaration'))
  if (!read.ok) return read
  const schemes = read.value
  const { scheme } = schemes.common.compiled
  const mapping = await readMapping(given, io, scheme)
  if (!mapping.ok) return mapping
  const mapped = mappedBy(mapping.value, scheme)
  const groupFile = given.values.get('group')
  const group = groupFile === undefined ? undefined : await readGroup(io, groupFile, schemes.common.compiled, mapped)
  if (group?.ok === false) return group
  const data = await openFile(io, dataFile)
  if (!data.ok) return data
  const options = {
    trace: given.flags.has('trace'),
    ...(group === undefined ? {} : { group: group.value }),
  }
  try {
    const out = await PartFile.open(io, outFile)
    return { ok: true, value: { mapped, schemes, options, data: data.value, out } }
  } catch (error) {
    await data.value.handle.close()
    return unreadable(outFile, whyUnreadable(error).words)
  }
}

function wrongFiles(data: string, out: string, cwd: string): Bilingual | undefined {
  if (resolve(cwd, data) !== resolve(cwd, out)) return undefined
  return {
    zh: '结果不能写到所读的文件上；请另给 -o',
    en: 'the results cannot go into the file that is read; name another with -o',
  }
}

const noOut: Bilingual = { zh: '缺少 --out OUT', en: '--out OUT is missing' }

async function scoreLines(
  { mapped, schemes, options, data, out }: Job,
  progress: Progress,
  shell: Shell,
): Promise<Summary> {
  const { compiled: common } = schemes.common
  const tally = new Tally(common.grades.map(({ name }) => name))
  const needsGroup = common.readsGroup && options.group === undefined
  if (needsGroup && !shell.isJson) shell.say([shell.pick(goingThrough)])
  const group = needsGroup ? { group: await groupFacts(common, () => submissionsIn(data, mapped)) } : {}
  for await (const { number, end, json } of readLines(data)) {
    const submission = toSubmission(json, mapped)
    if (submission.ok) {
      const { language } = shell
      const { compiled, declaration } = schemes.of(submission.value)
      const own = declaration === undefined ? {} : { declaration }
      const evaluation = await evaluate(compiled, submission.value, { ...options, ...own, ...group, sha256, language })
      tally.add(evaluation)
      await out.write(`${JSON.stringify(evaluation)}\n`)
    } else {
      tally.refuse()
      await out.write(`${JSON.stringify({ line: number, issues: submission.issues })}\n`)
    }
    progress.tick(tally.count, end)
  }
  return tally.summary
}

const goingThrough: Bilingual = {
  zh: '指标体系要看组内数据：先通读一遍……',
  en: 'The scheme reads a group: going through the file once before ...',
}

/** The lines that can be read; the others are told when it is their turn to be scored. */
async function* submissionsIn(data: Job['data'], mapped: Mapped): AsyncGenerator<Submission> {
  for await (const { json } of readLines(data)) {
    const submission = toSubmission(json, mapped)
    if (submission.ok) yield submission.value
  }
}

function toSubmission(json: Result<Json>, mapped: Mapped): Result<Submission> {
  const said = json.ok ? toDocument('submission', json.value) : json
  return said.ok ? mapped(said.value) : said
}
