import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Manifest, type Scheme, type Seal, type Sha256, type TemplatePackage, validate } from '@yardstick/model'
import { makePackage, packageText } from './make-package.ts'
import { provenanceFor, sealsOf } from './provenance.ts'
import { type ReadPackage, readPackage } from './read-package.ts'
import { type NewKey, newKey, signPackage } from './signature.ts'

export const sha256: Sha256 = (text) => createHash('sha256').update(text).digest('hex')

/** The same bytes for the same seed, in the place of the platform's random ones. */
export const randomFrom = (seed: string) => (bytes: number) =>
  new Uint8Array(createHash('shake256', { outputLength: bytes }).update(seed).digest())

export interface Level {
  readonly publisher: string
  readonly region?: Manifest['region']
  readonly keys: NewKey
}

const level = (publisher: string, region?: Manifest['region']): Level => ({
  publisher,
  ...(region === undefined ? {} : { region }),
  keys: newKey(randomFrom(publisher)),
})

/** Four levels that hand a template down. */
export const levels = [
  level('国家绩效中心'),
  level('江西省财政厅', { name: '江西省', code: '360000' }),
  level('南昌县财政局', { name: '南昌县', code: '360121' }),
  level('莲塘镇财政所', { name: '莲塘镇', code: '360121100000' }),
] as const

export const realScheme = (name = 'seeds/yangquan-2021'): Scheme => {
  const text = readFileSync(new URL(`../../../../rules/${name}/scheme.json`, import.meta.url), 'utf8')
  const { lineage: _, sharing: __, ...scheme } = JSON.parse(text)
  const read = validate('scheme', scheme)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}

export const manifestOf = ({ publisher, region }: Level, id: string, version = '1.0'): Omit<Manifest, 'contents'> => ({
  id,
  name: `${publisher}模板`,
  version,
  publisher,
  ...(region === undefined ? {} : { region }),
  licence: 'CC-BY-4.0',
  minimumEngine: '0.1',
})

/** A template, adapted from the one above if there is one, signed by its level. */
export function templateOf(by: Level, above?: ReadPackage, from?: string): TemplatePackage {
  const id = `template-${levels.findIndex(({ publisher }) => publisher === by.publisher)}`
  const scheme = above === undefined ? realScheme(from) : adapted(above)
  const seals = above === undefined ? [] : provenance([scheme], sealsOf(above), sha256)
  const made = makePackage(
    {
      manifest: manifestOf(by, id),
      schemes: [scheme],
      modules: [{ id: 'part', name: '一个模块', items: [], indicators: scheme.indicators.slice(0, 1) }],
      readme: '# 说明\n\n怎样采用',
      provenance: seals,
    },
    sha256,
  )
  return signPackage(made, by.keys.secret)
}

function provenance(...given: Parameters<typeof provenanceFor>): Seal[] {
  const found = provenanceFor(...given)
  if (!found.ok) throw new Error(JSON.stringify(found.issues))
  return found.value
}

export function adapted(above: ReadPackage): Scheme {
  const { manifest, schemes } = above.package
  const [scheme] = schemes
  const { id, version, publisher } = manifest
  const template = { id, version, publisher, hash: above.hash, scheme: scheme!.id }
  return { ...scheme!, version: `${scheme!.version}.1`, lineage: { template, mode: 'copy' } }
}

export function readWhole(made: TemplatePackage): ReadPackage {
  const read = readPackage(packageText(made), sha256)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}

/** The template of the last of so many levels, each adapted from the one above, read from its file alone. */
export function handedDown(count: number): ReadPackage {
  let read: ReadPackage | undefined
  for (const each of levels.slice(0, count)) read = readWhole(templateOf(each, read))
  return read!
}
