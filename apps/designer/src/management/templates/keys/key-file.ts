import { fingerprint, readPublicKey } from '@yardstick/exchange/package'
import type { KeyFields } from './trust-dialog.tsx'

/** A key that somebody brought as a file, with what is compared over the telephone. */
export interface ReadKey {
  readonly fields: KeyFields
  readonly fingerprint: string
}

/** Undefined for what is no key file. */
export async function readKeyFile(file: File): Promise<ReadKey | undefined> {
  const read = file.size > MOST_BYTES ? undefined : readPublicKey(await file.text())
  if (read === undefined || !read.ok) return undefined
  const { name, publisher, region = '', key } = read.value
  return { fields: { name, publisher, region, key }, fingerprint: fingerprint(key) }
}

const MOST_BYTES = 100_000
