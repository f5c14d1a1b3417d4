import { expect, it, test } from 'vitest'
import { makeCatalogue, readCatalogue } from './catalogue.ts'
import { handedDown } from './levels.testing.ts'

const read = handedDown(2)
const file = (name: string) => ({ file: name, bytes: 1000, read })

test('a catalogue lists the files of a folder by name, and is read again', () => {
  const made = makeCatalogue([file('b.yardstick'), file('江西.yardstick'), file('a.yardstick')], '江西省模板目录')
  expect(made.packages.map((each) => each.file)).toEqual(['a.yardstick', 'b.yardstick', '江西.yardstick'])
  expect(made.packages[0]).toMatchObject({ hash: read.hash, publisher: '江西省财政厅', region: { code: '360000' } })
  expect(readCatalogue(JSON.stringify(made))).toEqual({ ok: true, value: made })
})

it.each([
  ['a folder above', '../a.yardstick', 'SHAPE_FORMAT'],
  ['another address', 'http://example.org/a.yardstick', 'SHAPE_FORMAT'],
  ['a hidden file', '.a.yardstick', 'SHAPE_FORMAT'],
  ['a file of another kind', 'a.html', 'SHAPE_FORMAT'],
])('a catalogue does not lead to %s', (_, name, code) => {
  const read = readCatalogue(JSON.stringify(makeCatalogue([file(name)])))
  expect(read.ok ? [] : read.issues.map((each) => each.code)).toEqual([code])
})

test('a file stands in it once', () => {
  const read = readCatalogue(JSON.stringify(makeCatalogue([file('a.yardstick'), file('a.yardstick')])))
  expect(read).toMatchObject({ ok: false, issues: [{ code: 'CATALOGUE_FILE_TWICE', found: 'a.yardstick' }] })
})
