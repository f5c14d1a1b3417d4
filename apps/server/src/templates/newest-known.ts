import { versionOrder } from '@yardstick/exchange/package'
import type { Db } from '../store/tables.ts'
import { type Template, versionsOf } from '../store/templates.ts'

export interface Newest {
  readonly hash: string
  readonly version: string
}

/**
 * The newest version that is known here, of the same publisher and id; also one that was taken out of the lists since. Of two
 * of one number the one in the lists.
 */
export async function newestKnown(
  db: Db,
  { template_id, publisher }: Pick<Template, 'template_id' | 'publisher'>,
): Promise<Newest | undefined> {
  const versions = (await versionsOf(db, [template_id])).filter((each) => each.publisher === publisher)
  const [newest] = versions.sort(
    (a, b) => versionOrder(b.version, a.version) || Number(a.removed_at !== null) - Number(b.removed_at !== null),
  )
  return newest
}
