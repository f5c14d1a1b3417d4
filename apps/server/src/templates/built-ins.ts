import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtInPackage, hashOfManifest } from '@yardstick/exchange/package'
import type { TemplatePackage } from '@yardstick/model'
import type { Context } from '../context.ts'
import { sha256 } from '../scoring/score.ts'
import { keepBuiltIns as keep } from '../store/templates.ts'
import { templateRow } from './take-in.ts'

/** The folder of the product's own templates, each in a folder of its group. */
const GROUPS = ['national', 'departments', 'seeds']

/**
 * Puts the templates that come with the product into the library. One that has changed is another version; the one before
 * stays, out of the lists, for what was adopted from it. It is no line of the audit log: as the tables themselves, it comes
 * with the program and not from somebody.
 */
export async function keepBuiltIns(
  { database, now }: Pick<Context, 'database' | 'now'>,
  packages: readonly TemplatePackage[],
): Promise<void> {
  const received = { source: 'built-in', scheme_id: null, received_by: 'server', received_at: now() } as const
  const rows = packages.map((content) => {
    return templateRow({ package: content, hash: hashOfManifest(content.manifest, sha256) }, received)
  })
  await keep(database.db, rows, now())
}

/**
 * The packages of a folder as `rules/`, in order of their paths. It takes half a second, which an opening database does not
 * notice. throws where one of them is no scheme: the product itself is broken then
 */
export async function builtInsOf(folder: string): Promise<TemplatePackage[]> {
  return GROUPS.filter((group) => existsSync(join(folder, group))).flatMap((group) =>
    readdirSync(join(folder, group))
      .sort()
      .map((name) => join(folder, group, name))
      .filter((each) => existsSync(join(each, 'scheme.json')))
      .map(packageOf),
  )
}

function packageOf(folder: string): TemplatePackage {
  const made = builtInPackage((name) => {
    const file = join(folder, name)
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined
  }, sha256)
  if (!made.ok) throw new Error(`${folder}: ${JSON.stringify(made.issues[0])}`)
  return made.value
}
