import { open, rename, rm } from 'node:fs/promises'
import { extname } from 'node:path'
import { rowCells, rowEnd } from '@yardstick/exchange/submission-table'
import type { Language } from '@yardstick/model'
import { textPieces } from './text-pieces.ts'

/** What is written while a batch runs: a workbook is made of the table of results when that is complete. */
export const outForm = (file: string): 'ndjson' | 'csv' =>
  ['.csv', '.xlsx'].includes(extname(file).toLowerCase()) ? 'csv' : 'ndjson'

export const isWorkbook = (file: string): boolean => extname(file).toLowerCase() === '.xlsx'

const COMMA = 0x2c
const NAMES: { readonly [L in Language]: string } = { zh: '计分结果', en: 'Results' }

/**
 * The table of results, a CSV, as a workbook: figures as figures, everything else as text. Beyond the rows that a sheet
 * holds it goes on in further sheets.
 *
 * texts  how many columns between the row's number and its total are not figures
 */
export async function writeResultWorkbook(
  part: string,
  whole: string,
  { texts, language }: { readonly texts: number; readonly language: Language },
): Promise<void> {
  const { writeTable } = await import('@yardstick/exchange/write/xlsx')
  const rows = tableRows(part, texts)
  const { value: heads = [] } = await rows.next()
  const file = await open(`${whole}.new`, 'w')
  try {
    for await (const bytes of writeTable(rows, { name: NAMES[language], heads: heads.map(String) }))
      await file.write(bytes)
    await file.sync()
    await file.close()
    await rename(`${whole}.new`, whole)
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(`${whole}.new`, { force: true })
    throw error
  }
}

async function* tableRows(part: string, texts: number): AsyncGenerator<(string | number)[], undefined> {
  const handle = await open(part)
  const buffers: ArrayBuffer[] = []
  try {
    const { size } = await handle.stat()
    const pieces = textPieces({ handle, size, separator: COMMA }, { offset: 3, row: 0 }, { most: 1 << 18, buffers })
    for await (const { bytes } of pieces) {
      for (let from = 0; from < bytes.length; ) {
        const end = rowEnd(bytes, from, bytes.length, COMMA, true)
        yield rowCells(bytes, from, end, COMMA).map((text, at) => (at > 0 && at <= texts ? text : figureOr(text)))
        from = end
      }
      buffers.push(bytes.buffer)
    }
  } finally {
    await handle.close()
  }
  return undefined
}

const figureOr = (text: string): string | number => (/^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : text)
