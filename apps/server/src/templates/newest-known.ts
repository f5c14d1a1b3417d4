import { type TrustedKey, versionOrder } from '@yardstick/exchange/package'
import type { Db } from '../store/tables.ts'
import { type TemplateRow, versionsOf } from '../store/templates.ts'
import { readHead, trustOfRow } from './kept-head.ts'
import { isTrusted, trustedKeys } from './trusted-keys.ts'

export interface Newest {
  readonly hash: string
  readonly version: string
}

/** What tells one template from another, in all its versions. */
export interface TemplateName {
  readonly template_id: string
  readonly publisher: string
  readonly key: string | null
  /** Code of its region, '' where it has none. */
  readonly region: string
}

export function nameOfRow(row: Pick<TemplateRow, 'template_id' | 'publisher' | 'key' | 'head'>): TemplateName {
  const { template_id, publisher, key } = row
  return { template_id, publisher, key, region: readHead(row).manifest.region?.code ?? '' }
}

/**
 * Publishers of several regions may go by one name (县财政局), and each key speaks for its own region: a template of that name and
 * id from elsewhere is another one, and no version of this.
 */
export function isSameTemplate(one: TemplateName, other: TemplateName): boolean {
  if (one.template_id !== other.template_id || one.publisher !== other.publisher) return false
  return one.key === other.key || one.region === other.region
}

/**
 * Versions of templates, the newest first. What nobody answers for comes last, whatever number it gives itself: else a forged
 * version 999 would make an older one of every real version.
 */
export function newestFirst(rows: readonly TemplateRow[], keys: readonly TrustedKey[]): TemplateRow[] {
  const rank = new Map(rows.map((row) => [row, isTrusted(trustOfRow(row, keys)) ? 1 : 0]))
  return [...rows].sort(
    (a, b) =>
      rank.get(b)! - rank.get(a)! ||
      versionOrder(b.version, a.version) ||
      Number(a.removed_at !== null) - Number(b.removed_at !== null),
  )
}

/** The newest version that is known here of the same template; also one that was taken out of the lists since. */
export async function newestKnown(db: Db, name: TemplateName): Promise<Newest | undefined> {
  const versions = (await versionsOf(db, [name.template_id])).filter((each) => isSameTemplate(nameOfRow(each), name))
  return newestFirst(versions, await trustedKeys(db))[0]
}
