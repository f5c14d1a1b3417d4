import { type TrustedKey, versionOrder } from '@yardstick/exchange/package'
import type { Db } from '../store/tables.ts'
import { type Template, type TemplateRow, versionsOf } from '../store/templates.ts'
import { trustOfRow } from './kept-head.ts'
import { isTrusted, trustedKeys } from './trusted-keys.ts'

export interface Newest {
  readonly hash: string
  readonly version: string
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

/** The newest version that is known here, of the same publisher and id; also one that was taken out of the lists since. */
export async function newestKnown(
  db: Db,
  { template_id, publisher }: Pick<Template, 'template_id' | 'publisher'>,
): Promise<Newest | undefined> {
  const versions = (await versionsOf(db, [template_id])).filter((each) => each.publisher === publisher)
  return newestFirst(versions, await trustedKeys(db))[0]
}
