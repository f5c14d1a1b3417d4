import { dataKind } from '../batch/open-data.ts'
import { openJob } from '../batch/open-job.ts'
import { readBack } from '../batch/read-back.ts'
import { allThreads } from '../batch/run-job.ts'
import { scoreData } from '../batch/score-data.ts'
import type { Command, Given } from '../command.ts'
import type { Bilingual } from '../language.ts'
import { unreadable } from '../read/refusal.ts'
import { refuse } from '../refuse.ts'
import { declarationsOption, groupOption, mappingOption } from './shared-options.ts'

/** Many submissions, in lines or in the rows of a table → their results, in the same order. */
export const batch: Command = {
  name: 'batch',
  files: 'SCHEME DATA',
  summary: {
    zh: '批量计分（ndjson、CSV、Excel），或读回填好的填报表（文件夹）',
    en: 'score many submissions (ndjson, CSV, Excel), or read filled workbooks back (a folder)',
  },
  details: {
    zh: `DATA 为 ndjson（每行一份填报数据）或一行一份的表格（.xlsx，或 UTF-8、GB18030 的 .csv；表头用 template --table 生成，也可用数据项和指标的名称，
单位写在括号里）。结果与输入同序；OUT 以 .csv、.xlsx 结尾时为结果表，否则为 ndjson（每行一份评价结果）。读不懂的行写成
{"line": 行号, "issues": [...]}，在结果表中是写明问题的一行，其余照常计分。用上全部处理器核心。
中断（Ctrl+C、断电）后再运行同一命令，从断点接着算，不重不漏；--restart 从头算。
指标体系要看组内数据（排名、组内平均）而未给 --group 时，先通读一遍算出。--json 输出汇总数字。
DATA 为文件夹或一份填好的填报表（.xlsx、.csv、.json）时，读回填报表，先只列出新增、改动、相同和存疑，什么也不写；
给 --apply 才把没有疑问的写成填报数据，给 -o 另作计分。存疑的不采用。填报表凭其中的标记辨认；--table 表示 DATA 是一行一份的表格。`,
    en: `DATA is ndjson, a submission a line, or a table with a submission a row (.xlsx, or .csv in UTF-8 or GB 18030; template --table
makes its heads, which may also be names of items and indicators, with units in brackets). Results come in the order of the
data: a table where OUT ends with .csv or .xlsx, else ndjson, an Evaluation a line. A row nobody can read becomes {"line": number,
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
        zh: '结果文件：.csv、.xlsx 为结果表，否则为 ndjson；写完才出现；DATA 不是填报表时必给',
        en: 'the results: a table (.csv, .xlsx), else ndjson; they appear when complete; needed unless DATA are filled forms',
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
    return job.value === undefined ? readBack(given, shell) : scoreData(job.value, threads, given, shell)
  },
}

function threadsSaid(given: Given): number | undefined {
  const said = given.values.get('threads')
  if (said === undefined) return allThreads()
  return /^[1-9]\d{0,2}$/.test(said) ? Number(said) : undefined
}

const wrongThreads: Bilingual = { zh: '应为 1 至 999 的整数', en: 'expected a whole number from 1 to 999' }
