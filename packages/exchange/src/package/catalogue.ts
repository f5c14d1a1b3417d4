import { type Catalogue, issue, type Result, readJson, validate } from '@yardstick/model'
import type { ReadPackage } from './read-package.ts'

/** A package in a folder that others fetch from. */
export interface CataloguedFile {
  readonly file: string
  readonly bytes: number
  readonly read: Pick<ReadPackage, 'package' | 'hash'>
}

/** The catalogue of a folder; its packages by file name. What it says of them is for finding: trust comes from the files. */
export function makeCatalogue(files: readonly CataloguedFile[], name?: string): Catalogue {
  const packages = [...files]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, bytes, read }) => {
      const { id, name: ofPackage, version, publisher, region, departmentTypes } = read.package.manifest
      return {
        file,
        bytes,
        hash: read.hash,
        id,
        name: ofPackage,
        version,
        publisher,
        ...(region === undefined ? {} : { region }),
        ...(departmentTypes === undefined ? {} : { departmentTypes }),
      }
    })
  return { yardstick: 'catalogue/1', ...(name === undefined ? {} : { name }), packages }
}

const MOST_CHARACTERS = 10_000_000

/** A catalogue from its text; a file may stand in it once. */
export function readCatalogue(text: string): Result<Catalogue> {
  const json = readJson(text, MOST_CHARACTERS)
  const read = json.ok ? validate('catalogue', json.value) : json
  if (!read.ok) return read
  const seen = new Set<string>()
  const twice = read.value.packages.flatMap(({ file, name }, at) => {
    const isTwice = seen.has(file)
    seen.add(file)
    return isTwice
      ? [issue('CATALOGUE_FILE_TWICE', { pointer: `/packages/${at}/file`, where: [name], found: file })]
      : []
  })
  return twice.length === 0 ? read : { ok: false, issues: twice }
}
