import { basename, extname } from 'node:path'
import {
  type ImportQuestion,
  importTable,
  type TableImport,
  titleOf,
  wordImportQuestion,
} from '@yardstick/exchange/import-table'
import { readIndicatorTable } from '@yardstick/exchange/indicator-table'
import { type FileTable, readTables } from '@yardstick/exchange/read/tables'
import { issue, type Json, type Language, leaves } from '@yardstick/model'
import type { Command, Given } from '../command.ts'
import { readAnswers } from '../read/read-answers.ts'
import { readBytes } from '../read/read-bytes.ts'
import { type Read, refused, unreadable } from '../read/refusal.ts'
import { refuse } from '../refuse.ts'
import { importLines } from '../render/import-report.ts'
import type { Shell } from '../shell.ts'
import { writeWhole } from '../write/whole-file.ts'

/** An indicator table in Excel, Word, CSV or a page → a scheme, and the questions that the table leaves open. */
export const importCommand: Command = {
  name: 'import',
  files: 'FILE',
  summary: {
    zh: '导入：把 Excel、Word 指标表变成指标体系',
    en: 'make a scheme of an indicator table in Excel or Word',
  },
  details: {
    zh: '指标体系总会写出：待定的按建议计分，所在指标标明待核。有问题待回答时退出码为 1。\n回答写在 --answers 的 JSON 里，键是问题的编号，或其中一行的编号。\n--json 输出读到了什么、全部问题及其可选的回答。',
    en: 'The scheme is always written: what is open scores as proposed, and its indicator says that somebody has to look.\nEnds with 1 while a question is open. Answers go into a JSON file by the id of the question, or of one of its rows.\n--json prints what was read, and every question with its answers.',
  },
  options: [
    {
      name: 'out',
      short: 'o',
      value: 'SCHEME',
      isRequired: true,
      help: { zh: '写到这个文件', en: 'the scheme to write' },
    },
    { name: 'answers', value: 'FILE', help: { zh: '问题的回答', en: 'answers to the questions' } },
    {
      name: 'answers-template',
      value: 'FILE',
      help: { zh: '写出一份回答，填的是各项建议', en: 'write an answers file, filled with what is proposed' },
    },
    {
      name: 'sheet',
      value: 'NAME',
      help: {
        zh: '工作表的名称或序号；默认取指标最多的',
        en: 'name or number of the sheet; default the one with most indicators',
      },
    },
    {
      name: 'name',
      value: 'TEXT',
      help: { zh: '指标体系的名称；默认取表格的标题', en: "the scheme's name; default the table's title" },
    },
  ],

  async run(given, shell) {
    const made = await makeScheme(given, shell)
    if (!made.ok) return refuse(made, shell)
    const { table, sheet } = made.value
    const files: [string, Json][] = [[given.values.get('out')!, table.scheme as unknown as Json]]
    const template = given.values.get('answers-template')
    if (template !== undefined) files.push([template, proposals(table.questions)])
    for (const [file, content] of files) {
      const bytes = new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`)
      const wrong = await writeWhole(shell.io, file, bytes)
      if (wrong !== undefined) return refuse(unreadable(file, wrong), shell)
    }
    const about = { file: given.file(0), out: given.values.get('out')!, sheet, template }
    if (shell.isJson) shell.printJson({ ...about, ...summaryOf(table), ...questionsOf(table, shell.language) })
    else shell.print(importLines(table, about, shell))
    return table.questions.some(({ answer }) => answer === undefined) ? 1 : 0
  },
}

interface Made {
  readonly table: TableImport
  /** The name of the sheet it was found on; undefined where it has none. */
  readonly sheet: string | undefined
}

async function makeScheme(given: Given, { io, language }: Shell): Promise<Read<Made>> {
  const file = given.file(0)
  const bytes = await readBytes(io, file)
  if (!bytes.ok) return bytes
  const answers = await readAnswers(io, given.values.get('answers'))
  if (!answers.ok) return answers
  const tables = await readTables(bytes.value, basename(file))
  if (!tables.ok) return refused(file, tables.issues)
  const wanted = given.values.get('sheet')
  const chosen = wanted === undefined ? fullest(tables.value) : named(tables.value, wanted)
  if (chosen === undefined) return unreadable(file, noSheet(wanted!, tables.value))
  const reading = readIndicatorTable(chosen.table)
  const name = given.values.get('name') ?? titleOf(reading) ?? basename(file, extname(file))
  const table = importTable(reading, { name, language, answers: answers.value })
  if (table === undefined) return refused(file, [issue('FILE_TABLES_NONE', {})])
  return { ok: true, value: { table, sheet: chosen.name } }
}

/** The table with the most indicators: most likely the one that is meant. */
function fullest(tables: readonly FileTable[]): FileTable {
  const counts = tables.map(({ table }) => readIndicatorTable(table).rows.length)
  return tables[counts.indexOf(Math.max(...counts))]!
}

function named(tables: readonly FileTable[], wanted: string): FileTable | undefined {
  return tables.find(({ name }) => name === wanted) ?? (/^\d+$/.test(wanted) ? tables[Number(wanted) - 1] : undefined)
}

function noSheet(wanted: string, tables: readonly FileTable[]) {
  const names = tables.map(({ name }, index) => name ?? `${index + 1}`).join('、')
  return { zh: `没有工作表 ${wanted}；有：${names}`, en: `there is no sheet ${wanted}; there are: ${names}` }
}

/** Every question with what is proposed, '' where nothing is: ready to be changed. */
function proposals(questions: readonly ImportQuestion[]): Json {
  return Object.fromEntries(questions.map(({ id, answer, proposal }) => [id, answer ?? proposal ?? '']))
}

function summaryOf({ scheme, rows, told, unused }: TableImport) {
  return { name: scheme.name, indicators: rows.length, leaves: leaves(scheme).length, told, unused }
}

function questionsOf({ questions }: TableImport, language: Language) {
  return {
    questions: questions.map((question) => {
      const { id, kind, proposal, answer, example, rows } = question
      return {
        id,
        kind: question.kind === 'rule' ? question.question.kind : kind,
        ...wordImportQuestion(question, language),
        ...(proposal === undefined ? {} : { proposal }),
        ...(answer === undefined ? {} : { answer }),
        ...(example === undefined ? {} : { example }),
        rows: rows.map(({ question: _, ...row }) => row),
      }
    }),
  }
}
