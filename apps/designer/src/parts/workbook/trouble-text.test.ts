import { expect, it } from 'vitest'
import { Refused } from '../../server/client.ts'
import { NotOurs, troubleText } from './trouble-text.ts'

it.each([
  ['was changed after it was chosen', new DOMException('gone', 'NotReadableError'), /选定以后.*重新选择/],
  ['is none of ours', new NotOurs('other'), /填报表/],
  ['cannot be read while the server is away', new Refused(0, []), /连不上服务器/],
])('a file that %s says so', (_, trouble, expected) => {
  expect(troubleText(trouble, 'zh')).toMatch(expected)
})
