import { type Trust, type TrustedKey, trustOf } from '@yardstick/exchange/package'
import type { Seal } from '@yardstick/model'
import { listTrustedKeys, type TrustedKeyRow } from '../store/keys.ts'
import type { Db } from '../store/tables.ts'

/** Whose seals are believed here, and how far. */
export async function trustedKeys(db: Db): Promise<TrustedKey[]> {
  return (await listTrustedKeys(db)).map(trustedKey)
}

function trustedKey({ key, name, publisher, region, revoked_at }: TrustedKeyRow): TrustedKey {
  const reach = region === '' ? {} : { region }
  return { yardstick: 'key/1', name, publisher, key, ...reach, revoked: revoked_at !== null }
}

/** What comes with the product is answered for by the program itself. */
export function trustIn(
  source: 'built-in' | 'own' | 'file' | 'catalogue',
  seal: Seal | null,
  keys: readonly TrustedKey[],
): Trust {
  return source === 'built-in' ? 'built-in' : trustOf(seal, keys)
}

export const isTrusted = (trust: Trust): boolean => trust === 'built-in' || trust === 'trusted'
