import { MOST_PACKAGE_BYTES, type ReadPackage, readCatalogue, readPackage } from '@yardstick/exchange/package'
import type { Catalogue } from '@yardstick/model'
import { notFound, refusal, wrongData } from '../refusal.ts'
import { sha256 } from '../scoring/score.ts'
import { fetchFile } from './fetch-file.ts'

/**
 * 模板目录: a folder on any static file server, with `catalogue.json` beside the packages. Its addresses are the operator's;
 * what it says of its packages is for finding them, and whether one is believed is for its seal to decide.
 */
const CATALOGUE = { most: 2_000_000, ms: 20_000 }
const PACKAGE = { most: MOST_PACKAGE_BYTES, ms: 20_000 }

/** So many files on their way at once, of all who ask: each may be large and slow. */
const MOST_UNDER_WAY = 4
let underWay = 0

export function fetchCatalogue(folder: string): Promise<Catalogue> {
  return counted(() => catalogueOf(folder))
}

/** One of its packages, which has to be the one it names. */
export function fetchPackage(folder: string, hash: string): Promise<ReadPackage> {
  return counted(async () => {
    const { packages } = await catalogueOf(folder)
    const listed = packages.find((each) => each.hash === hash)
    if (listed === undefined) throw notFound(hash)
    const bytes = await fetchFile(new URL(encodeURIComponent(listed.file), folder), PACKAGE)
    const read = readPackage(bytes, sha256)
    if (!read.ok) throw wrongData(read.issues)
    if (read.value.hash === hash) return read.value
    throw refusal('CATALOGUE_HASH', { where: [listed.name], expected: { hash }, found: { hash: read.value.hash } })
  })
}

async function catalogueOf(folder: string): Promise<Catalogue> {
  const bytes = await fetchFile(new URL('catalogue.json', folder), CATALOGUE)
  const read = readCatalogue(bytes.toString('utf8'))
  if (!read.ok) throw wrongData(read.issues)
  return read.value
}

async function counted<T>(work: () => Promise<T>): Promise<T> {
  if (underWay >= MOST_UNDER_WAY) throw refusal('REQUEST_LIMIT', { expected: MOST_UNDER_WAY, found: 20 })
  underWay++
  try {
    return await work()
  } finally {
    underWay--
  }
}
