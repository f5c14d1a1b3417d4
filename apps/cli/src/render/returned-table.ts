import { type EntryDoubt, keptBack, wordEntryDoubt } from '@yardstick/exchange/read/entry-workbook'
import type { Language } from '@yardstick/model'
import type { ReturnedFile } from '../batch/returned-file.ts'
import type { Shell } from '../shell.ts'
import { padEnd, padStart, plainText, textWidth } from '../text-width.ts'
import { issueLines } from './issue-list.ts'
import { hanging } from './list.ts'

/** What a dry run tells: a row for each file with its counts, and below the table what is in doubt, file by file. */
export function returnedTable(files: readonly ReturnedFile[], shell: Shell): string[] {
  const words = WORDS[shell.language]
  const rows = [words.header, ...files.map((file) => rowOf(file, shell.language))]
  const widths = words.header.map((_, column) => Math.max(...rows.map((row) => textWidth(row[column]!))))
  const lines = rows.map((row) =>
    row
      .map((text, column) => (column < FIRST_COUNT ? padEnd(text, widths[column]!) : padStart(text, widths[column]!)))
      .join('  '),
  )
  const rule = '─'.repeat(Math.max(...lines.map(textWidth)))
  return [shell.paint.bold(lines[0]!), rule, ...lines.slice(1), ...files.flatMap((file) => below(file, shell))]
}

/** Behind the file and the department. */
const FIRST_COUNT = 2

function rowOf({ file, reading, isTwice }: ReturnedFile, language: Language): string[] {
  const words = WORDS[language]
  const name = plainText(file.split(/[/\\]/).at(-1) ?? file)
  if (reading === undefined) return [name, isTwice ? words.twice : words.refused, '', '', '', '']
  const { identity, changes, claims, doubts } = reading
  const all = [...changes, ...claims]
  const count = (kind: string) => String(all.filter((each) => each.kind === kind).length)
  const asked = doubts.filter((each) => keptBack(each) !== 'nothing').length
  const who = plainText(identity?.subject.department ?? words.nobody)
  return [name, who, count('new'), count('changed'), count('same'), String(asked)]
}

function below({ file, reading, issues }: ReturnedFile, shell: Shell): string[] {
  const { language, width, paint } = shell
  const heading = ['', paint.bold(plainText(file))]
  if (issues.length > 0) return [...heading, ...issueLines(issues, { language, width, paint })]
  if (reading === undefined || reading.doubts.length === 0) return []
  const words = WORDS[language]
  return [
    ...heading,
    ...(reading.isHeld ? hanging('  ', words.held, width) : []),
    ...reading.doubts.flatMap((doubt) => [
      ...hanging('  ', plainText(wordEntryDoubt(doubt, language)), width),
      ...proposals(doubt, shell),
    ]),
  ]
}

function proposals({ proposals: all }: EntryDoubt, { language, width, paint }: Shell): string[] {
  if (all.length === 0) return []
  const words = WORDS[language]
  const shown = all.map((each) => (each.shown === '' ? words.nothing : plainText(each.shown)))
  return hanging('    ', words.meant(shown), width).map(paint.dim)
}

/** How many files are sure as a whole, and what happens next. */
export function returnedSummary(files: readonly ReturnedFile[], language: Language): string {
  const isSure = ({ reading }: ReturnedFile) => reading?.doubts.every((each) => keptBack(each) === 'nothing') === true
  return WORDS[language].summary(files.length, files.filter(isSure).length)
}

const zh = {
  header: ['文件', '单位', '新增', '改动', '相同', '存疑'],
  refused: '读不出',
  twice: '同一单位有几份，都没有采用',
  nobody: '不明',
  held: '整份文件待确认，没有采用：',
  nothing: '删去',
  meant: (values: readonly string[]) => `可能是：${values.join('，或 ')}`,
  summary: (files: number, sure: number) => `${files} 份文件，${sure} 份没有疑问`,
}

const WORDS: { readonly [L in Language]: typeof zh } = {
  zh,
  en: {
    header: ['File', 'Department', 'New', 'Changed', 'Same', 'Doubtful'],
    refused: 'not readable',
    twice: 'several of the same one, none used',
    nobody: 'unknown',
    held: 'The whole file waits for an answer and was not used:',
    nothing: 'remove it',
    meant: (values) => `It may be ${values.join(', or ')}`,
    summary: (files, sure) => `${files} files, ${sure} without a doubt`,
  },
}
