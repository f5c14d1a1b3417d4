import type { CatalogueEntry } from './entry.ts'
import { part, show } from './words.ts'

/** Files as bytes, before they are text: raised by the apps, which own the files. */
export const fileIssues = {
  FILE_ENCODING: {
    severity: 'error',
    zh: (_, found) =>
      `文件应为 UTF-8 编码的文本，第 ${part(found, 'offset')} 字节（${part(found, 'byte')}）起不是；请另存为 UTF-8，或确认选对了文件`,
    en: (_, found) =>
      `expected text in UTF-8, found a byte (${part(found, 'byte')}) at offset ${part(found, 'offset')} that is not; save it as UTF-8, or check that it is the right file`,
  },
  FILE_TOO_LARGE: {
    severity: 'error',
    zh: (expected, found) => `文件应不超过 ${show(expected)}，现为 ${show(found)}；请拆分后再试`,
    en: (expected, found) => `a file holds at most ${show(expected)}, found ${show(found)}; split it`,
  },
} satisfies Record<string, CatalogueEntry>
