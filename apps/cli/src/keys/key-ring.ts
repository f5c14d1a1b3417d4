import { mkdir, readdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { type LockedKey, readLockedKey } from '@yardstick/exchange/keys'
import { fingerprint, type TrustedKey } from '@yardstick/exchange/package'
import { type PublicKey, readJson, validate } from '@yardstick/model'
import type { Given } from '../command.ts'
import type { Io } from '../io.ts'
import type { Bilingual } from '../language.ts'
import { whyUnreadable } from '../read/read-text.ts'
import { type Read, unreadable } from '../read/refusal.ts'
import { writeWhole } from '../write/whole-file.ts'

/**
 * The keys of a person, in a folder that nobody else may read: one's own, locked by a passphrase, and those that are trusted,
 * one's own among them. A revoked key stays, so that what it signed goes on being told apart from what nobody knows.
 *
 *     own/0123456789abcdef.json      { public: key/1, locked }
 *     trusted/0123456789abcdef.json  { public: key/1, revoked: true | false }
 */
export interface KeyRing {
  readonly folder: string
  readonly own: readonly OwnKey[]
  readonly trusted: readonly TrustedKey[]
}

export interface OwnKey extends PublicKey {
  readonly locked: LockedKey
}

/** Where the keys are: `--keys`, else YARDSTICK_KEYS, else a folder in the home of the person. */
export function keyFolder(given: Given, { cwd, env }: Io): string {
  const said = given.values.get('keys') ?? env['YARDSTICK_KEYS']
  return said === undefined || said === '' ? join(env['HOME'] ?? homedir(), '.yardstick', 'keys') : resolve(cwd, said)
}

/** All keys there are, by name; an empty ring where there is no folder yet. */
export async function readKeyRing(folder: string): Promise<Read<KeyRing>> {
  const own: OwnKey[] = []
  const trusted: TrustedKey[] = []
  for (const [kind, file, json] of await filesIn(folder)) {
    const read = json as { public?: unknown; locked?: unknown; revoked?: unknown } | undefined
    const key = validate('key', read?.public)
    const locked = kind === 'own' ? readLockedKey(read?.locked) : undefined
    if (!key.ok || (kind === 'own' && locked?.key !== key.value.key)) return unreadable(file, words.broken)
    if (locked !== undefined) own.push({ ...key.value, locked })
    else trusted.push({ ...key.value, ...(read?.revoked === true ? { revoked: true } : {}) })
  }
  const byName = (a: PublicKey, b: PublicKey) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  return { ok: true, value: { folder, own: own.sort(byName), trusted: trusted.sort(byName) } }
}

/** A key file of the ring that cannot be opened, or is none, is never passed over: it might be a revoked one. */
async function filesIn(folder: string): Promise<[kind: 'own' | 'trusted', file: string, json: unknown][]> {
  const found: ['own' | 'trusted', string, unknown][] = []
  for (const kind of ['own', 'trusted'] as const) {
    const names = await readdir(join(folder, kind)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    })
    for (const name of names.filter((each) => each.endsWith('.json')).sort()) {
      const file = join(folder, kind, name)
      const text = await readFile(file, 'utf8').catch(() => '')
      const json = readJson(text, 100_000)
      found.push([kind, file, json.ok ? json.value : undefined])
    }
  }
  return found
}

/** Puts a key into the ring; why not, where its folder cannot be written. */
export async function keepOwn(
  io: Io,
  folder: string,
  key: PublicKey,
  locked: LockedKey,
): Promise<Bilingual | undefined> {
  return (await write(io, folder, 'own', key, { public: key, locked })) ?? (await keepTrusted(io, folder, key, false))
}

export function keepTrusted(io: Io, folder: string, key: PublicKey, revoked: boolean): Promise<Bilingual | undefined> {
  return write(io, folder, 'trusted', key, { public: key, revoked })
}

async function write(
  io: Io,
  folder: string,
  kind: 'own' | 'trusted',
  { key }: PublicKey,
  content: object,
): Promise<Bilingual | undefined> {
  try {
    await mkdir(join(folder, kind), { recursive: true, mode: 0o700 })
  } catch (error) {
    return whyUnreadable(error).words
  }
  const file = join(folder, kind, `${key.slice(0, 16)}.json`)
  return writeWhole(io, file, `${JSON.stringify(content, null, 2)}\n`, 0o600)
}

/** The one key that a person means: by its name, its fingerprint, or the first eight signs of the key. */
export function keyMeant<K extends PublicKey>(keys: readonly K[], said: string): Read<K> {
  const figures = said.replace(/\s/g, '')
  const named = keys.filter(({ name }) => name === said)
  const found = named.length > 0 ? named : keys.filter((each) => isMeant(each, figures))
  if (found.length === 1) return { ok: true, value: found[0]! }
  return unreadable(said, found.length === 0 ? words.unknown : words.several)
}

const isMeant = ({ key }: PublicKey, said: string): boolean =>
  fingerprint(key).replaceAll(' ', '') === said || (said.length >= 8 && key.startsWith(said.toLowerCase()))

const words = {
  broken: {
    zh: '这不是密钥文件，或者已经损坏；请从备份恢复，或删去它',
    en: 'this is no key file, or a damaged one; restore it from a backup, or remove it',
  },
  unknown: {
    zh: '没有这个密钥；用 npx yardstick keys list 查看',
    en: 'there is no such key; see npx yardstick keys list',
  },
  several: {
    zh: '不止一个密钥叫这个名称；请改用指纹或密钥的开头 8 位',
    en: 'several keys have this name; use the fingerprint or the first 8 signs of the key',
  },
}
