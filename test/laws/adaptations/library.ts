import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { builtInPackage, hashOfManifest } from '@yardstick/exchange/package'
import { type Lineage, type Scheme, type TemplateRef, validate } from '@yardstick/model'

/** The library that comes with the product, and those of its schemes that are adaptations of another one in it. */
export const rules = new URL('../../../rules/', import.meta.url)

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

const filesIn = (folder: string): readonly string[] => readdirSync(new URL(folder, rules))

/** Every folder with a scheme: "national/project-evaluation". */
export const folders: readonly string[] = ['national', 'departments', 'seeds'].flatMap((group) =>
  readdirSync(new URL(`${group}/`, rules), { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => `${group}/${name}`)
    .filter((folder) => filesIn(folder).includes('scheme.json'))
    .sort(),
)

export const textIn = (folder: string, file: string): string =>
  readFileSync(new URL(`${folder}/${file}`, rules), 'utf8')

export function schemeIn(folder: string): Scheme {
  const scheme = validate('scheme', JSON.parse(textIn(folder, 'scheme.json')))
  if (!scheme.ok) throw new Error(`${folder}: ${JSON.stringify(scheme.issues)}`)
  return scheme.value
}

/** How a lineage names the template in a folder, by the package that server and command line make of it. */
export function templateIn(folder: string): TemplateRef {
  const scheme = schemeIn(folder)
  const made = builtInPackage((file) => (filesIn(folder).includes(file) ? textIn(folder, file) : undefined), sha256)
  if (!made.ok) throw new Error(`${folder}: ${JSON.stringify(made.issues)}`)
  const { manifest } = made.value
  const { id, version, publisher } = manifest
  return { id, version, hash: hashOfManifest(manifest, sha256), publisher, scheme: scheme.id }
}

export interface Adaptation {
  readonly folder: string
  readonly scheme: Scheme
  readonly lineage: Lineage
  /** The folder of the template that it follows. */
  readonly from: string
}

const folderById = new Map(folders.map((folder) => [schemeIn(folder).id, folder]))

export const adaptations: readonly Adaptation[] = folders.flatMap((folder) => {
  const scheme = schemeIn(folder)
  const { lineage } = scheme
  const from = folderById.get(lineage?.template.scheme ?? '')
  return lineage === undefined || from === undefined ? [] : [{ folder, scheme, lineage, from }]
})
