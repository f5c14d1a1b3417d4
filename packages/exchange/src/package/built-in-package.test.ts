import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { canonicalText, type TemplatePackage, validate } from '@yardstick/model'
import { expect, test } from 'vitest'
import { builtInPackage } from './built-in-package.ts'
import { hashOfManifest } from './contents.ts'
import { packageText } from './make-package.ts'
import { readPackage } from './read-package.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const rules = new URL('../../../../rules/', import.meta.url)

function fileOf(folder: string, name: string): string | undefined {
  const file = new URL(`${folder}/${name}`, rules)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function made(fileOfFolder: (name: string) => string | undefined): TemplatePackage {
  const result = builtInPackage(fileOfFolder, sha256)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}

const ofFolder = (folder: string) => made((name) => fileOf(folder, name))

test('a folder of the library is one package, the same whenever it is made', () => {
  const folder = 'national/project-selfeval'
  const [first, second] = [ofFolder(folder), ofFolder(folder)]
  expect(packageText(first)).toBe(packageText(second))
  const scheme = validate('scheme', JSON.parse(fileOf(folder, 'scheme.json')!))
  expect(first.manifest).toMatchObject({
    id: 'national.project-selfeval',
    version: '1.0.0',
    publisher: '标尺 Yardstick',
    contents: [
      { kind: 'scheme', id: 'national.project-selfeval', hash: scheme.ok && sha256(canonicalText(scheme.value)) },
      { kind: 'readme', id: 'readme' },
    ],
  })
})

test('it is read like any other where unsigned packages are let in', () => {
  const package_ = ofFolder('national/project-evaluation')
  const read = readPackage(packageText(package_), sha256, { isBuiltIn: true })
  expect(read).toMatchObject({ ok: true, value: { hash: hashOfManifest(package_.manifest, sha256), seal: null } })
})

/** Its first case, and what that must give. */
const samples: readonly (readonly [folder: string, sample: string | undefined, total: string | null | undefined])[] = [
  ['seeds/shaoguan-2019', '韶关市人力资源和社会保障局', '83.3'],
  ['seeds/nanchang-2021-sysops-project', '南昌市人力资源和社会保障局 · 南昌市社会保险事业服务中心 · 系统运维费', '96'],
  // It stands among the cases already.
  ['national/department-overall', '全部达标得满分', '100'],
  // Without its declaration it scores nothing, without its group it has no rank.
  ['national/project-selfeval', undefined, undefined],
  ['departments/health', '单独评价：全部达标得满分', '100'],
]

test.each(samples)('the sample beside %s is its first case: %s', (folder, name, total) => {
  const [first] = ofFolder(folder).schemes[0]!.cases ?? []
  expect([first?.name, first?.expected.total]).toEqual([name, total])
})

const versions: readonly (readonly [written: string, counted: string])[] = [
  ['1.0.0', '1.0.0'],
  ['1', '1'],
  ['2024年版', '2024'],
  ['第二版', '1'],
]

test.each(versions)('version %s of a scheme is version %s of its package', (version, counted) => {
  const scheme = { ...JSON.parse(fileOf('national/project-selfeval', 'scheme.json')!), version }
  const { manifest } = made((name) => (name === 'scheme.json' ? JSON.stringify(scheme) : undefined))
  expect(manifest.version).toBe(counted)
})

test('a folder whose scheme is none is refused with what is wrong', () => {
  expect(builtInPackage(() => '{}', sha256)).toMatchObject({ ok: false })
})
