import { basename } from 'node:path'
import { audit as auditSheet } from '@yardstick/engine'
import { readScoreSheets } from '@yardstick/exchange/read/score-sheets'
import type { ScoreSheet } from '@yardstick/model'
import type { Command } from '../command.ts'
import type { Io } from '../io.ts'
import { readBytes } from '../read/read-bytes.ts'
import { readDocument } from '../read/read-document.ts'
import { readScheme } from '../read/read-scheme.ts'
import { type Read, refused } from '../read/refusal.ts'
import { refuse } from '../refuse.ts'
import { lookThrough } from './each-file.ts'

/** Published score sheets → what contradicts itself in them. */
export const audit: Command = {
  name: 'audit',
  files: 'SHEET…',
  summary: { zh: '核对已公开的评分表，找出自相矛盾之处', en: 'find what contradicts itself in published score sheets' },
  details: {
    zh: '评分表可以是 JSON，也可以是 Excel、Word、CSV 或网页里的表。\n有错误或警告时退出码为 1，只有提示时为 0。\n--json 输出问题的数组；给出多个文件时每条另有 file。',
    en: 'A sheet is JSON, or a table in Excel, Word, CSV or a page.\nEnds with 1 where there is an error or a warning, with 0 where there are hints only.\n--json prints an array of issues; with several files each has `file` too.',
  },
  options: [
    {
      name: 'scheme',
      value: 'FILE',
      help: {
        zh: '评分所用的指标体系，连同它的规则一起核对',
        en: 'the scheme it was scored by, whose rules are checked too',
      },
    },
  ],

  async run(given, shell) {
    const schemeFile = given.values.get('scheme')
    const scheme = schemeFile === undefined ? undefined : await readScheme(shell.io, schemeFile)
    if (scheme?.ok === false) return refuse(scheme, shell)
    const compiled = scheme?.value.compiled
    const look = async (file: string) => {
      const sheets = await readSheets(shell.io, file)
      if (!sheets.ok) return sheets
      const value = sheets.value.flatMap(({ name, sheet }) => {
        const issues = auditSheet(sheet, compiled)
        return name === undefined ? issues : issues.map((each) => ({ ...each, where: [name, ...each.where] }))
      })
      return { ok: true as const, value }
    }
    return lookThrough(given, shell, look, (issues) => (issues.some(({ severity }) => severity !== 'hint') ? 1 : 0))
  },
}

interface NamedSheet {
  /** Of its sheet, where a file holds several. */
  readonly name: string | undefined
  readonly sheet: ScoreSheet
}

/** A document of ours is JSON; anything else is a file with tables in it. */
async function readSheets(io: Io, file: string): Promise<Read<readonly NamedSheet[]>> {
  if (!TABLES.test(file)) {
    const sheet = await readDocument(io, 'score-sheet', file)
    return sheet.ok ? { ok: true, value: [{ name: undefined, sheet: sheet.value }] } : sheet
  }
  const bytes = await readBytes(io, file)
  if (!bytes.ok) return bytes
  const read = await readScoreSheets(bytes.value, basename(file))
  return read.ok ? read : refused(file, read.issues)
}

const TABLES = /\.(?:xlsx|xlsm|xls|et|docx|doc|wps|html?|csv|tsv|txt|pdf)$/i
