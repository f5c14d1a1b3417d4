import { stat } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { isEntryWorkbook } from '@yardstick/exchange/read/entry-workbook'
import { noHeads } from '@yardstick/exchange/submission-table'
import type { Mapping, Scheme } from '@yardstick/model'
import type { Io } from '../io.ts'
import { openFile } from '../read/read-text.ts'
import { type Read, refused } from '../read/refusal.ts'
import { type CsvStart, csvHead, csvSource, csvStart, linesSource, type OpenFile, type Source } from './text-source.ts'
import { XlsxFile } from './xlsx-source.ts'

/**
 * What DATA is, as far as it can be told without the scheme: filled forms that came back, a table that may hold submissions,
 * or ndjson. A form tells itself by its marks, which nobody types.
 */
export type DataKind = 'returned' | 'csv' | 'xlsx' | 'ndjson'

export async function dataKind(io: Io, data: string, isTable: boolean): Promise<DataKind> {
  const path = resolve(io.cwd, data)
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory() === true) return 'returned'
  const ending = extname(data).toLowerCase()
  if (ending === '.xlsx')
    return isTable || (found !== undefined && !(await isFilledForm(io, data))) ? 'xlsx' : 'returned'
  if (ending === '.xls' || ending === '.et' || ending === '.json') return 'returned'
  if (ending !== '.csv' && ending !== '.tsv') return isTable ? 'csv' : 'ndjson'
  return isTable || (found !== undefined && !(await isForm(io, data))) ? 'csv' : 'returned'
}

async function isForm(io: Io, data: string): Promise<boolean> {
  const opened = await openFile(io, data)
  if (!opened.ok) return true
  try {
    const { rows } = await csvStart(opened.value)
    return isEntryWorkbook([{ name: data, isHidden: false, rows: rows.map((row) => row.map(cellOf)) }])
  } finally {
    await opened.value.handle.close()
  }
}

/** Also what no table can be read from: it is told what is wrong with it where forms are read. */
async function isFilledForm(io: Io, data: string): Promise<boolean> {
  const opened = await openFile(io, data)
  if (!opened.ok) return true
  try {
    const workbook = await XlsxFile.open(opened.value)
    if (workbook === undefined) return true
    for (const sheet of workbook.sheets) {
      const rows = (await workbook.firstRows(sheet)).map((row) => row.map(cellOf))
      if (isEntryWorkbook([{ name: sheet.name, isHidden: sheet.isHidden, rows }])) return true
    }
    return false
  } catch {
    return true
  } finally {
    await opened.value.handle.close()
  }
}

const cellOf = (text: string) => ({ kind: text.trim() === '' ? ('empty' as const) : ('text' as const), text })

/**
 * The data, ready to be gone through.
 *
 * returns  undefined for a table without heads: it may be a form that lost its marks
 */
export async function openData(
  io: Io,
  file: string,
  kind: Exclude<DataKind, 'returned'>,
  about: {
    readonly scheme: Scheme
    readonly mapping: Mapping | undefined
    readonly period: string
    readonly isTable: boolean
  },
): Promise<Read<Source | undefined>> {
  const opened = await openFile(io, file)
  if (!opened.ok) return opened
  const source = await sourceOf(opened.value, kind, about)
  if (source !== undefined) return { ok: true, value: source }
  await opened.value.handle.close()
  return about.isTable ? refused(file, [noHeads(about.scheme)]) : { ok: true, value: undefined }
}

async function sourceOf(
  file: OpenFile,
  kind: Exclude<DataKind, 'returned'>,
  { scheme, mapping, period }: { scheme: Scheme; mapping: Mapping | undefined; period: string },
): Promise<Source | undefined> {
  if (kind === 'ndjson') return linesSource(file)
  if (kind === 'xlsx') {
    const workbook = await XlsxFile.open(file)
    const table = await workbook?.table(scheme, mapping)
    return table === undefined ? undefined : workbook!.source(table, period)
  }
  const start: CsvStart = await csvStart(file)
  const head = csvHead(start, scheme, mapping)
  return head === undefined ? undefined : csvSource(file, head, period)
}
