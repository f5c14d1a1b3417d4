import { audit as auditSheet } from '@yardstick/engine'
import type { Command } from '../command.ts'
import { readDocument } from '../read/read-document.ts'
import { readScheme } from '../read/read-scheme.ts'
import { refuse } from '../refuse.ts'
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
      const sheet = await readDocument(shell.io, 'score-sheet', file)
      return sheet.ok ? { ok: true as const, value: auditSheet(sheet.value, compiled) } : sheet
    }
    return lookThrough(given, shell, look, (issues) => (issues.some(({ severity }) => severity !== 'hint') ? 1 : 0))
  },
}
