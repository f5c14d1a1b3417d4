import type { Scheme } from '@yardstick/model'
import type { Context } from '../context.ts'
import { kept } from '../document-text.ts'
import { addRevision } from '../store/scheme-revisions.ts'
import { addScheme, lineageColumns } from '../store/schemes.ts'
import type { Db } from '../store/tables.ts'

/** A new scheme with its first draft; its id and the hash of the draft. */
export async function addFirstDraft(
  db: Db,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  { scheme, region, by }: { readonly scheme: Scheme; readonly region: string; readonly by: string },
): Promise<{ id: string; hash: string }> {
  const [id, at, text] = [newId(), now(), kept(scheme)]
  await addScheme(db, {
    ...{ id, name: scheme.name, region, state: 'draft', revision: 1, created_by: by },
    ...{ created_at: at, updated_at: at, removed_at: null },
    ...lineageColumns(scheme),
  })
  await addRevision(db, { ...text, scheme_id: id, number: 1, saved_by: by, saved_at: at, save_point: null })
  return { id, hash: text.hash }
}
