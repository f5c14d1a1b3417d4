import { audit as auditSheet } from '@yardstick/engine'
import type { Command } from '../command.ts'
import { readDocument } from '../read/read-document.ts'
import { lookThrough } from './each-file.ts'

/** Published score sheets → what contradicts itself in them. */
export const audit: Command = {
  name: 'audit',
  files: 'SHEET…',
  summary: { zh: '核对已公开的评分表，找出自相矛盾之处', en: 'find what contradicts itself in published score sheets' },
  details: {
    zh: '有错误或警告时退出码为 1，只有提示时为 0。\n--json 输出问题的数组；给出多个文件时每条另有 file。',
    en: 'Ends with 1 where there is an error or a warning, with 0 where there are hints only.\n--json prints an array of issues; with several files each has `file` too.',
  },
  options: [],

  run(given, shell) {
    const look = async (file: string) => {
      const sheet = await readDocument(shell.io, 'score-sheet', file)
      return sheet.ok ? { ok: true as const, value: auditSheet(sheet.value) } : sheet
    }
    return lookThrough(given, shell, look, (issues) => (issues.some(({ severity }) => severity !== 'hint') ? 1 : 0))
  },
}
