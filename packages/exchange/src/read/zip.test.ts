import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { writeZip } from '../write/zip.ts'
import { isZip, readZip } from './zip.ts'

const at = new Date('2025-01-02T03:04:06Z')
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const all = () => true

describe('files as one zip', () => {
  test('[X1] come back as they went in, names in Chinese too; of the same name the later has a number', () => {
    const files = ['甲局.xlsx', '县区/乙局.xlsx', '甲局.xlsx'].map((name, index) => ({
      name,
      bytes: strToU8(String(index)),
    }))
    const bytes = writeZip(files, at)
    expect(isZip(bytes)).toBe(true)
    const read = readZip(bytes, all)
    expect(read.ok && read.value.map(({ name, bytes: content }) => [name, text(content)])).toEqual([
      ['甲局.xlsx', '0'],
      ['县区/乙局.xlsx', '1'],
      ['甲局 (2).xlsx', '2'],
    ])
  })

  test('only what is wanted is unpacked, and folders are no files', () => {
    const bytes = zipSync({ '县区/': strToU8(''), 'a.xlsx': strToU8('a'), 'b.png': strToU8('b') })
    const read = readZip(bytes, (name) => name.endsWith('.xlsx'))
    expect(read.ok && read.value.map(({ name }) => name)).toEqual(['a.xlsx'])
  })

  test('names as Chinese Windows packs them are read', () => {
    // 甲局 in GB 18030, without the mark of UTF-8.
    const bytes = zipSync({ 'xxxx.xlsx': strToU8('a') })
    const gb = [0xbc, 0xd7, 0xbe, 0xd6]
    for (let from = 0; from < bytes.length - 4; from++) {
      if (text(bytes.subarray(from, from + 4)) === 'xxxx') bytes.set(gb, from)
    }
    const read = readZip(bytes, all)
    expect(read.ok && read.value.map(({ name }) => name)).toEqual(['甲局.xlsx'])
  })

  const whole = writeZip([{ name: 'a.xlsx', bytes: strToU8('a'.repeat(100)) }], at)
  const changed = (change: (bytes: Uint8Array, directory: number) => void) => {
    const bytes = whole.slice()
    const directory = bytes.findIndex((_, index) => text(bytes.subarray(index, index + 4)) === 'PK\u0001\u0002')
    change(bytes, directory)
    return bytes
  }
  test.each([
    ['FILE_ARCHIVE_BROKEN', 'cut off', whole.subarray(0, 60)],
    [
      'FILE_ARCHIVE_LOCKED',
      'with a password',
      changed((bytes, directory) => {
        bytes[directory + 8]! |= 1
      }),
    ],
    [
      'FILE_ARCHIVE_TOO_LARGE',
      'of files that would not fit in memory',
      changed((bytes, directory) => bytes.set([0xff, 0xff, 0xff, 0x7f], directory + 24)),
    ],
  ] as const)('[%s] one %s is refused', (code, _, bytes) => {
    const read = readZip(bytes, all)
    expect(read.ok ? 'read' : read.issues[0]!.code).toBe(code)
  })
})
