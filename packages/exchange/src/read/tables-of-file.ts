import { type Issue, issue, type Result } from '@yardstick/model'
import { decodeText } from './decode-text.ts'
import { fileKind } from './file-kind.ts'
import type { Table } from './table/grid.ts'
import { readHtmlTable } from './table/html-table.ts'
import { readTextTable } from './table/text-table.ts'

/** One table of a file. */
export interface FileTable {
  /** The name of its sheet, or the heading above it; undefined where it has none. */
  readonly name: string | undefined
  readonly table: Table
}

/**
 * The tables of any file that people keep tables in, in their order, at least one: workbooks, Word documents, pages saved
 * from a browser, text. The bytes decide what a file is (a page called .xls is a page), its name only what a refusal calls
 * it. What reads a kind of file is loaded with the first file of that kind; rejects where it could not be fetched.
 */
export async function readTables(bytes: Uint8Array, name: string): Promise<Result<FileTable[]>> {
  switch (fileKind(bytes)) {
    case 'xlsx':
      return (await import('./xlsx.ts')).readWorkbook(bytes)
    case 'text':
      return readText(bytes, name)
  }
}

function readText(bytes: Uint8Array, name: string): Result<FileTable[]> {
  const text = decodeText(bytes)
  if (text === undefined) {
    const found = /\.[^.]{1,8}$/.exec(name)?.[0].toLowerCase() ?? name
    return refused(issue('FILE_WORKBOOK_KIND', { expected: '.xlsx', found }))
  }
  const isHtml = /^\s*(?:<!doctype html|<html|<table|<meta)/i.test(text)
  const table = isHtml ? readHtmlTable(text) : readTextTable(text)
  return table === undefined
    ? refused(issue('FILE_TABLES_NONE', {}))
    : { ok: true, value: [{ name: undefined, table }] }
}

const refused = (one: Issue): Result<FileTable[]> => ({ ok: false, issues: [one] })
