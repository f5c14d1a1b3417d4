import { existsSync, readFileSync } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { builtInPackage, packageText, type ReadPackage, readPackage } from '@yardstick/exchange/package'
import type { TemplateRef } from '@yardstick/model'
import type { Io } from '../io.ts'
import { readBytes } from './read-bytes.ts'
import { type Read, refused, unreadable } from './refusal.ts'
import { sha256 } from './sha256.ts'

/** A package that is whole, and whether it is one of the product's own. */
export interface Template extends ReadPackage {
  readonly file: string
  readonly isBuiltIn: boolean
}

/** The first template of a way, that comes with the product and has no seal; whether this program has the very same. */
export interface BuiltInOrigin {
  readonly template: TemplateRef
  readonly isKnown: boolean
}

/** Where the ways of a package's schemes begin without a seal. */
export async function builtInOrigins({ package: { schemes }, provenance }: ReadPackage): Promise<BuiltInOrigin[]> {
  const sealed = new Set(provenance.map(({ hash }) => hash))
  const origins = schemes.flatMap(({ lineage }) =>
    lineage === undefined || sealed.has(lineage.template.hash) ? [] : [lineage.template],
  )
  if (origins.length === 0) return []
  const known = await builtInHashes()
  return origins.map((template) => ({ template, isKnown: known.has(template.hash) }))
}

/** A `.yardstick` file, or a folder of the library that comes with the product. */
export async function readTemplate(io: Io, file: string): Promise<Read<Template>> {
  const path = resolve(io.cwd, file)
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder) return builtIn(file, path)
  const bytes = await readBytes(io, file)
  if (!bytes.ok) return bytes
  const read = readPackage(bytes.value, sha256)
  return read.ok ? { ok: true, value: { ...read.value, file, isBuiltIn: false } } : refused(file, read.issues)
}

/** What the lineage of an adopted scheme says of its template. */
export function refOf({ package: { manifest }, hash }: Template, scheme: string): TemplateRef {
  const { id, version, publisher } = manifest
  return { id, version, hash, publisher, scheme }
}

const library = fileURLToPath(new URL('../../../../rules', import.meta.url))

/**
 * The hashes of the product's own templates, of this version of it. A way that begins at one of them has no seal there: it is
 * believed where the template is one that this program has itself.
 */
async function builtInHashes(): Promise<ReadonlySet<string>> {
  const hashes = new Set<string>()
  for (const group of await foldersIn(library)) {
    for (const folder of await foldersIn(group)) {
      const read = await builtIn(folder, folder)
      if (read.ok) hashes.add(read.value.hash)
    }
  }
  return hashes
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter((each) => each.isDirectory()).map(({ name }) => join(folder, name))
}

/** Nobody signs these: they are the product's own only where they lie in its own library. */
async function builtIn(file: string, path: string): Promise<Read<Template>> {
  const [own, asked] = await Promise.all([realpath(library).catch(() => library), realpath(path)])
  if (!asked.startsWith(`${own}${sep}`)) return unreadable(file, words.folder)
  const package_ = builtInPackage((name) => {
    const each = join(asked, name)
    return existsSync(each) ? readFileSync(each, 'utf8') : undefined
  }, sha256)
  if (!package_.ok) return refused(file, package_.issues)
  const made = packageText(package_.value)
  const read = readPackage(made, sha256, { isBuiltIn: true })
  return read.ok ? { ok: true, value: { ...read.value, file, isBuiltIn: true } } : refused(file, read.issues)
}

const words = {
  folder: {
    zh: '这是文件夹，应给一个 .yardstick 文件，或随标尺提供的模板所在的文件夹（rules/ 之下）',
    en: 'this is a folder; name a .yardstick file, or the folder of a template that comes with Yardstick (below rules/)',
  },
}
