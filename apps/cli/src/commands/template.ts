import { type EntryWorkbookInput, entryTable, entryWorkbook } from '@yardstick/exchange/render/entry-workbook'
import { tableHeads } from '@yardstick/exchange/submission-table'
import { writeCsv } from '@yardstick/exchange/table'
import { writeTable, writeWorkbook } from '@yardstick/exchange/write/xlsx'
import type { Declaration, Subject, Submission } from '@yardstick/model'
import type { Command, ExitCode, Given } from '../command.ts'
import { readDocument } from '../read/read-document.ts'
import { readScheme } from '../read/read-scheme.ts'
import { type Read, unreadable } from '../read/refusal.ts'
import { refuse } from '../refuse.ts'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { writeWhole } from '../write/whole-file.ts'
import { declarationOption } from './shared-options.ts'

/** The workbook that one department fills in, made from the scheme. */
export const template: Command = {
  name: 'template',
  files: 'SCHEME',
  summary: { zh: '填报表：为一个单位生成 Excel 填报表', en: 'make the Excel workbook a department fills in' },
  details: {
    zh: '填报单位和评价周期取自 --for，其次取自 --declaration，或由 --department 和 --period 给出。\n--for 中已报的数会写在格子里；--last 中的数列在“上年值”一栏。填好的用 batch 读回。\n--table 写出一行一份填报数据的表格的表头，不分单位。',
    en: 'Department and period come from --for, else from --declaration, or are given by --department and --period.\nWhat --for reports already stands in the cells; the figures of --last stand beside them. batch reads it back.\n--table writes the heads of a table with a submission a row, for any department.',
  },
  options: [
    {
      name: 'out',
      short: 'o',
      value: 'FILE.xlsx',
      isRequired: true,
      help: {
        zh: '填报表的文件名；以 .csv 结尾时只有数据项',
        en: 'the workbook to write; the items alone where it ends with .csv',
      },
    },
    { name: 'for', value: 'FILE', help: { zh: '已有的填报数据', en: 'what has been reported so far' } },
    declarationOption,
    { name: 'last', value: 'FILE', help: { zh: '上年的填报数据', en: "last year's submission" } },
    { name: 'department', value: 'NAME', help: { zh: '填报单位', en: 'the department' } },
    {
      name: 'period',
      value: 'TEXT',
      help: { zh: '评价周期，默认为指标体系的年度', en: "the period; default the scheme's year" },
    },
    {
      name: 'table',
      help: {
        zh: '不是填报表，而是一行一份填报数据的表格的表头（.csv、.xlsx），填好由 batch 计分',
        en: 'instead of a workbook, the heads of a table with a submission a row (.csv, .xlsx), which batch scores',
      },
    },
    { name: 'self-score', help: { zh: '加一张“自评”表', en: 'with a sheet for self-scores' } },
  ],

  async run(given, shell) {
    const out = given.values.get('out')!
    if (given.flags.has('table')) return makeTable(given, out, shell)
    const made = await makeWorkbook(given, shell)
    if (!made.ok) return refuse(made, shell)
    const wrong = await writeWhole(shell.io, out, made.value.bytes)
    if (wrong !== undefined) return refuse(unreadable(out, wrong), shell)
    const { department, items } = made.value
    if (shell.isJson) shell.printJson({ file: out, department, items })
    else {
      const zh = `已写入 ${plainText(out)}：${plainText(department)}，${items} 个数据项`
      const en = `written to ${plainText(out)}: ${plainText(department)}, ${items} data items`
      shell.say([shell.pick({ zh, en })])
    }
    return 0
  },
}

/** Heads alone: it is of no department. */
async function makeTable(given: Given, out: string, shell: Shell): Promise<ExitCode> {
  const scheme = await readScheme(shell.io, given.file(0), given.values.get('declaration'))
  if (!scheme.ok) return refuse(scheme, shell)
  const heads = tableHeads(scheme.value.compiled.scheme, shell.language)
  const wrong = await writeWhole(shell.io, out, await tableBytes(heads, out, shell.language))
  if (wrong !== undefined) return refuse(unreadable(out, wrong), shell)
  if (shell.isJson) shell.printJson({ file: out, heads })
  else {
    const zh = `已写入 ${plainText(out)}：${heads.length} 列，一行填一份，填好用 batch 计分`
    const en = `written to ${plainText(out)}: ${heads.length} columns, a submission a row; batch scores it`
    shell.say([shell.pick({ zh, en })])
  }
  return 0
}

async function tableBytes(heads: readonly string[], out: string, language: Shell['language']): Promise<Uint8Array> {
  if (!/\.xlsx$/i.test(out)) return new TextEncoder().encode(writeCsv([heads]))
  const name = language === 'zh' ? '填报数据' : 'Submissions'
  const pieces: Uint8Array[] = []
  for await (const bytes of writeTable(noRows(), { name, heads })) pieces.push(bytes)
  return Buffer.concat(pieces)
}

async function* noRows(): AsyncGenerator<string[]> {}

interface Made {
  readonly bytes: Uint8Array
  readonly department: string
  readonly items: number
}

async function makeWorkbook(given: Given, { io, language }: Shell): Promise<Read<Made>> {
  const file = given.file(0)
  const declarationFile = given.values.get('declaration')
  const scheme = await readScheme(io, file, declarationFile)
  if (!scheme.ok) return scheme
  const documents = await readBeside(given, io)
  if (!documents.ok) return documents
  const { present, last, declaration } = documents.value
  const { compiled, declaration: declarationHash } = scheme.value
  const department = given.values.get('department')
  const subject: Subject | undefined =
    department !== undefined ? { department } : (present?.subject ?? declaration?.subject)
  const year = compiled.scheme.year
  const period =
    given.values.get('period') ?? present?.period ?? declaration?.period ?? (year === undefined ? undefined : `${year}`)
  if (subject === undefined || period === undefined)
    return unreadable(file, subject === undefined ? noSubject : noPeriod)
  const input: EntryWorkbookInput = {
    scheme: compiled.scheme,
    schemeHash: compiled.hash,
    ...(declarationHash === undefined ? {} : { declarationHash }),
    subject,
    period,
    ...(present === undefined ? {} : { present }),
    ...(last === undefined ? {} : { last }),
    language,
    hasClaims: given.flags.has('self-score'),
  }
  const value = {
    bytes: await bytesOf(input, given.values.get('out')!),
    department: subject.department,
    items: compiled.scheme.items.length,
  }
  return { ok: true, value }
}

/** A workbook, or where the name says so the items alone, as CSV. */
function bytesOf(input: EntryWorkbookInput, out: string): Promise<Uint8Array> {
  if (!/\.csv$/i.test(out)) return writeWorkbook(entryWorkbook(input))
  return Promise.resolve(new TextEncoder().encode(writeCsv(entryTable(input))))
}

const noSubject = {
  zh: '不知为谁生成；请给 --for、--declaration 或 --department',
  en: 'for whom is not said; give --for, --declaration or --department',
}
const noPeriod = { zh: '没有评价周期；请给 --period', en: 'there is no period; give --period' }

interface Beside {
  readonly present?: Submission
  readonly last?: Submission
  readonly declaration?: Declaration
}

async function readBeside({ values }: Given, io: Shell['io']): Promise<Read<Beside>> {
  const [forFile, lastFile, declarationFile] = ['for', 'last', 'declaration'].map((name) => values.get(name))
  const present = forFile === undefined ? undefined : await readDocument(io, 'submission', forFile)
  if (present?.ok === false) return present
  const last = lastFile === undefined ? undefined : await readDocument(io, 'submission', lastFile)
  if (last?.ok === false) return last
  const declared = declarationFile === undefined ? undefined : await readDocument(io, 'declaration', declarationFile)
  if (declared?.ok === false) return declared
  return {
    ok: true,
    value: {
      ...(present === undefined ? {} : { present: present.value }),
      ...(last === undefined ? {} : { last: last.value }),
      ...(declared === undefined ? {} : { declaration: declared.value }),
    },
  }
}
