import type { FileHandle } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type CompiledScheme, evaluate, groupFacts } from '@yardstick/engine'
import type { GroupFacts, Json, Result, Submission } from '@yardstick/model'
import { Progress } from '../batch/progress.ts'
import { type Summary, summaryExitCode, summaryLines, Tally } from '../batch/summary.ts'
import type { Command, Given } from '../command.ts'
import type { Bilingual } from '../language.ts'
import { toDocument } from '../read/read-document.ts'
import { readGroup } from '../read/read-group.ts'
import { readLines } from '../read/read-lines.ts'
import { readScheme } from '../read/read-scheme.ts'
import { openFile, whyUnreadable } from '../read/read-text.ts'
import { type Read, unreadable } from '../read/refusal.ts'
import { sha256 } from '../read/sha256.ts'
import { refuse } from '../refuse.ts'
import type { Shell } from '../shell.ts'
import { PartFile } from '../write/part-file.ts'
import { declarationOption, groupOption } from './shared-options.ts'

/** Many submissions, one a line → their evaluations, one a line, in the same order. */
export const batch: Command = {
  name: 'batch',
  files: 'SCHEME DATA',
  summary: { zh: '批量计分：每行一份填报数据（ndjson）', en: 'score many submissions, one a line (ndjson)' },
  details: {
    zh: '每行一份评价结果，与输入同序；读不懂的行写成 {"line": 行号, "issues": [...]}，其余照常计分。\n指标体系要看组内数据（排名、组内平均）而未给 --group 时，先通读一遍算出。\nDATA 目前须为 ndjson；CSV 与 xlsx 将在后续版本支持。--json 输出汇总数字。',
    en: 'Writes an Evaluation a line, in the order of the input; a line nobody can read becomes {"line": number, "issues": [...]}\nand the rest goes on. Where the scheme reads a group and there is no --group, the file is gone through once before.\nDATA is ndjson for now; CSV and xlsx come with a later version. --json prints the figures of the summary.',
  },
  options: [
    {
      name: 'out',
      short: 'o',
      value: 'OUT',
      isRequired: true,
      help: {
        zh: '结果文件（ndjson）；写完才出现',
        en: 'the file of results (ndjson); it appears when it is complete',
      },
    },
    declarationOption,
    groupOption,
    {
      name: 'trace',
      help: { zh: '每份结果附说明和计分轨迹', en: 'sentences and traces with every result' },
    },
  ],

  async run(given, shell) {
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
  readonly compiled: CompiledScheme
  readonly options: { readonly declaration?: string; readonly group?: GroupFacts; readonly trace: boolean }
  readonly data: { readonly handle: FileHandle; readonly size: number }
  readonly out: PartFile
}

async function openJob(given: Given, { io }: Shell): Promise<Read<Job>> {
  const [schemeFile, dataFile, outFile] = [given.file(0), given.file(1), given.values.get('out')!]
  const wrong = wrongFiles(dataFile, outFile, io.cwd)
  if (wrong !== undefined) return unreadable(dataFile, wrong)
  const scheme = await readScheme(io, schemeFile, given.values.get('declaration'))
  if (!scheme.ok) return scheme
  const { compiled, declaration } = scheme.value
  const groupFile = given.values.get('group')
  const group = groupFile === undefined ? undefined : await readGroup(io, groupFile, compiled)
  if (group?.ok === false) return group
  const data = await openFile(io, dataFile)
  if (!data.ok) return data
  const options = {
    trace: given.flags.has('trace'),
    ...(declaration === undefined ? {} : { declaration }),
    ...(group === undefined ? {} : { group: group.value }),
  }
  try {
    const out = await PartFile.open(io, outFile)
    return { ok: true, value: { compiled, options, data: data.value, out } }
  } catch (error) {
    await data.value.handle.close()
    return unreadable(outFile, whyUnreadable(error).words)
  }
}

function wrongFiles(data: string, out: string, cwd: string): Bilingual | undefined {
  if (/\.(csv|xlsx?)$/i.test(data)) {
    return {
      zh: 'CSV 和 xlsx 将在后续版本支持；现在请用 ndjson（每行一份填报数据）',
      en: 'CSV and xlsx come with a later version; give ndjson for now, one submission a line',
    }
  }
  if (resolve(cwd, data) !== resolve(cwd, out)) return undefined
  return {
    zh: '结果不能写到所读的文件上；请另给 -o',
    en: 'the results cannot go into the file that is read; name another with -o',
  }
}

async function scoreLines({ compiled, options, data, out }: Job, progress: Progress, shell: Shell): Promise<Summary> {
  const tally = new Tally(compiled.grades.map(({ name }) => name))
  const needsGroup = compiled.readsGroup && options.group === undefined
  if (needsGroup && !shell.isJson) shell.say([shell.pick(goingThrough)])
  const group = needsGroup ? { group: await groupFacts(compiled, () => submissionsIn(data)) } : {}
  for await (const { number, end, json } of readLines(data)) {
    const submission = toSubmission(json)
    if (submission.ok) {
      const { language } = shell
      const evaluation = await evaluate(compiled, submission.value, { ...options, ...group, sha256, language })
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
async function* submissionsIn(data: Job['data']): AsyncGenerator<Submission> {
  for await (const { json } of readLines(data)) {
    const submission = toSubmission(json)
    if (submission.ok) yield submission.value
  }
}

function toSubmission(json: Result<Json>): Result<Submission> {
  return json.ok ? toDocument('submission', json.value) : json
}
