import {
  isSameTemplate,
  type TemplateName,
  type TrustedKey,
  templateName,
  versionOrder,
} from '@yardstick/exchange/package'
import type { Db } from '../store/tables.ts'
import { type TemplateRow, versionsOf } from '../store/templates.ts'
import { readHead, trustOfRow } from './kept-head.ts'
import { isTrusted, trustedKeys } from './trusted-keys.ts'

export interface Newest {
  readonly hash: string
  readonly version: string
}

export function nameOfRow(row: Pick<TemplateRow, 'key' | 'head'>): TemplateName {
  return templateName(readHead(row).manifest, row.key)
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
  const versions = (await versionsOf(db, [name.id])).filter((each) => isSameTemplate(nameOfRow(each), name))
  return newestFirst(versions, await trustedKeys(db))[0]
}
