import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { canonicalText, type Scheme, validate } from '@yardstick/model'
import { expect, test } from 'vitest'
import { builtInPackage } from './built-in-package.ts'
import { hashOfManifest } from './contents.ts'
import { packageText } from './make-package.ts'
import { readPackage } from './read-package.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const folder = new URL('../../../../rules/national/project-selfeval/', import.meta.url)

function ofFolder(): Scheme {
  const scheme = validate('scheme', JSON.parse(readFileSync(new URL('scheme.json', folder), 'utf8')))
  if (!scheme.ok) throw new Error(JSON.stringify(scheme.issues))
  return scheme.value
}

test('a folder of the library is one package, the same whenever it is made', () => {
  const [first, second] = [ofFolder(), ofFolder()].map((scheme) => builtInPackage(scheme, '说明', sha256))
  expect(packageText(first!)).toBe(packageText(second!))
  expect(first!.manifest).toMatchObject({
    id: 'national.project-selfeval',
    version: '1.0.0',
    publisher: '标尺 Yardstick',
    contents: [
      { kind: 'scheme', id: 'national.project-selfeval', hash: sha256(canonicalText(ofFolder())) },
      { kind: 'readme', id: 'readme' },
    ],
  })
})

test('it is read like any other where unsigned packages are let in', () => {
  const made = builtInPackage(ofFolder(), undefined, sha256)
  const read = readPackage(packageText(made), sha256, { isBuiltIn: true })
  expect(read).toMatchObject({ ok: true, value: { hash: hashOfManifest(made.manifest, sha256), seal: null } })
})

const versions: readonly (readonly [written: string, counted: string])[] = [
  ['1.0.0', '1.0.0'],
  ['1', '1'],
  ['2024年版', '2024'],
  ['第二版', '1'],
]

test.each(versions)('version %s of a scheme is version %s of its package', (written, counted) => {
  expect(builtInPackage({ ...ofFolder(), version: written }, undefined, sha256).manifest.version).toBe(counted)
})
