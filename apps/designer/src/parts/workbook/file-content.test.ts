import { expect, test } from 'vitest'
import { contentOf, type FileContent } from './file-content.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** 单位,数 and a line more, as Excel saves CSV on a Chinese Windows. */
const gb18030 = Uint8Array.from([0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xca, 0xfd, 0x0d, 0x0a, 0x61, 0x2c, 0x31])
const submission = { yardstick: 'submission/1', subject: { department: '某局' }, period: '2024', items: {} }

function told(content: FileContent): string {
  if ('issues' in content) return content.issues[0]!.code
  if ('submission' in content) return content.submission.subject.department
  return content.sheets.map(({ rows }) => rows[0]!.map(({ text }) => text).join()).join()
}

test.each([
  ['CSV in UTF-8', 'a.csv', utf8('\u{FEFF}单位,数\na,1'), '单位,数'],
  ['CSV as Chinese Windows saves it', 'a.csv', gb18030, '单位,数'],
  ['a submission in JSON, whatever it is called', 'a.txt', utf8(JSON.stringify(submission)), '某局'],
  ['JSON that is cut off', 'a.json', utf8('{"yardstick": '), 'JSON_SYNTAX'],
  ['JSON of another kind', 'a.json', utf8('{"yardstick":"scheme/1"}'), ''],
  ['a picture that is called a workbook', 'a.xlsx', utf8('\x89PNG\u0000\u0000'), 'FILE_WORKBOOK_KIND'],
  ['a zip that is cut off', 'a.xlsx', utf8('PK\u0003\u0004…'), 'FILE_WORKBOOK_BROKEN'],
  ['an old workbook', 'a.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'FILE_WORKBOOK_OLD'],
  ['nothing', 'a.csv', utf8(''), 'FILE_WORKBOOK_EMPTY'],
  ['more than any workbook holds', 'a.xlsx', new Uint8Array(21 * 2 ** 20), 'FILE_TOO_LARGE'],
] as const)('%s', async (_, name, bytes, expected) => {
  expect(told(await contentOf(name, bytes))).toBe(expected)
})
