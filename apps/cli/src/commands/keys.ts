import { randomBytes } from 'node:crypto'
import { lockKey, newKey, type Random } from '@yardstick/exchange/keys'
import { fingerprint, type TrustedKey } from '@yardstick/exchange/package'
import { type PublicKey, validate } from '@yardstick/model'
import type { Option } from '../arguments.ts'
import type { Command, ExitCode, Given } from '../command.ts'
import { type KeyRing, keepOwn, keepTrusted, keyFolder, keyMeant, readKeyRing } from '../keys/key-ring.ts'
import { newPassphrase } from '../keys/passphrase.ts'
import { readDocument } from '../read/read-document.ts'
import { refused, unreadable } from '../read/refusal.ts'
import { refuse } from '../refuse.ts'
import { keyLines } from '../render/key-list.ts'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { writeWhole } from '../write/whole-file.ts'
import { keysOption } from './shared-options.ts'

const nameOption: Option = {
  name: 'name',
  value: 'N',
  isRequired: true,
  help: { zh: '密钥的名称，自己认得就行', en: 'what you call the key' },
}
const publisherOption: Option = {
  name: 'publisher',
  value: 'P',
  isRequired: true,
  help: { zh: '发布单位，与模板包清单上写的相同', en: 'the publisher, as manifests name it' },
}
const regionOption: Option = {
  name: 'region',
  value: 'CODE',
  help: {
    zh: '行政区划代码：只代表这个地区及其下级；不给则不限地区',
    en: 'code of the region that it speaks for, and all below; everywhere without it',
  },
}

const keysNew: Command = {
  name: 'keys new',
  files: '',
  summary: { zh: '新建签名用的密钥', en: 'make a key to sign with' },
  details: {
    zh: '私钥用口令加密后存放，口令从终端输入，或由 YARDSTICK_PASSPHRASE 给出；忘记口令就不能再用。自己的密钥自动受信任。',
    en: 'The private key is kept locked by a passphrase, asked at the terminal or taken from YARDSTICK_PASSPHRASE; who forgets it\ncannot use the key any more. Your own key is trusted.',
  },
  options: [nameOption, publisherOption, regionOption, keysOption],

  async run(given, shell) {
    const ring = await readKeyRing(keyFolder(given, shell.io))
    if (!ring.ok) return refuse(ring, shell)
    const name = given.values.get('name')!
    if (ring.value.own.some((each) => each.name === name)) return refuse(unreadable(name, words.taken), shell)
    const asked = validate('key', { ...asSaid(given), key: '0'.repeat(64) })
    if (!asked.ok) return refuse(refused(name, asked.issues), shell)
    const passphrase = await newPassphrase(name, shell)
    if (!passphrase.ok) return refuse(passphrase, shell)
    const { key, secret } = newKey(random)
    const made: PublicKey = { ...asked.value, key }
    const { folder } = ring.value
    const failed = await keepOwn(shell.io, folder, made, await lockKey(secret, passphrase.value, random))
    if (failed !== undefined) return refuse(unreadable(folder, failed), shell)
    return tell(made, words.made(name, folder), shell)
  },
}

const keysList: Command = {
  name: 'keys list',
  files: '',
  summary: { zh: '列出自己的和信任的密钥', en: 'list your keys and those you trust' },
  options: [keysOption],

  async run(given, shell) {
    const ring = await readKeyRing(keyFolder(given, shell.io))
    if (!ring.ok) return refuse(ring, shell)
    if (shell.isJson) shell.printJson(ring.value.trusted.map((key) => asData(key, ring.value)))
    else shell.print(keyLines(ring.value, shell))
    return 0
  },
}

const keysExport: Command = {
  name: 'keys export',
  files: 'N',
  summary: { zh: '导出公钥，交给要信任它的人', en: 'write the public key for those who are to trust it' },
  options: [
    {
      name: 'out',
      short: 'o',
      value: 'FILE',
      isRequired: true,
      help: { zh: '公钥文件', en: 'file of the public key' },
    },
    keysOption,
  ],

  async run(given, shell) {
    const ring = await readKeyRing(keyFolder(given, shell.io))
    if (!ring.ok) return refuse(ring, shell)
    const own = keyMeant(ring.value.own, given.file(0))
    if (!own.ok) return refuse(own, shell)
    const { locked: _, ...key } = own.value
    const out = given.values.get('out')!
    const failed = await writeWhole(shell.io, out, `${JSON.stringify(key, null, 2)}\n`)
    if (failed !== undefined) return refuse(unreadable(out, failed), shell)
    return tell(key, words.exported(out), shell)
  },
}

const keysTrust: Command = {
  name: 'keys trust',
  files: 'FILE',
  summary: { zh: '信任别人的公钥', en: "trust somebody's public key" },
  details: {
    zh: '请先按指纹与发布单位核对，例如在电话里念一遍。--region 可以收窄它所代表的地区。',
    en: 'Compare its fingerprint with the publisher first, over the telephone for instance. --region may narrow what it speaks for.',
  },
  options: [regionOption, keysOption],

  async run(given, shell) {
    const file = given.file(0)
    const read = await readDocument(shell.io, 'key', file)
    if (!read.ok) return refuse(read, shell)
    const ring = await readKeyRing(keyFolder(given, shell.io))
    if (!ring.ok) return refuse(ring, shell)
    const region = given.values.get('region')
    const asked = validate('key', { ...read.value, ...(region === undefined ? {} : { region }) })
    if (!asked.ok) return refuse(refused(file, asked.issues), shell)
    const known = ring.value.trusted.find((each) => each.key === read.value.key)
    if (known?.revoked === true) {
      shell.say([plainText(shell.pick(words.stillRevoked(known.name)))])
      return 1
    }
    const failed = await keepTrusted(shell.io, ring.value.folder, asked.value, false)
    if (failed !== undefined) return refuse(unreadable(ring.value.folder, failed), shell)
    return tell(asked.value, words.trusted, shell)
  },
}

const keysRevoke: Command = {
  name: 'keys revoke',
  files: 'KEY',
  summary: { zh: '撤销一个密钥：它签过的不再可信', en: 'revoke a key: what it signed is trusted no longer' },
  details: {
    zh: 'KEY 为名称、指纹或密钥的开头 8 位。撤销后不能恢复；自己的密钥同样可以撤销。',
    en: 'KEY is its name, its fingerprint or the first 8 signs of the key. It cannot be undone; your own key can be revoked too.',
  },
  options: [keysOption],

  async run(given, shell) {
    const ring = await readKeyRing(keyFolder(given, shell.io))
    if (!ring.ok) return refuse(ring, shell)
    const meant = keyMeant(ring.value.trusted, given.file(0))
    if (!meant.ok) return refuse(meant, shell)
    const { revoked: _, ...key } = meant.value
    const failed = await keepTrusted(shell.io, ring.value.folder, key, true)
    if (failed !== undefined) return refuse(unreadable(ring.value.folder, failed), shell)
    return tell({ ...key, revoked: true }, words.revoked, shell)
  },
}

/** What concerns keys, in the order of their life. */
export const keyCommands: readonly Command[] = [keysNew, keysList, keysExport, keysTrust, keysRevoke]

const random: Random = (bytes) => new Uint8Array(randomBytes(bytes))

function asSaid(given: Given) {
  const region = given.values.get('region')
  return {
    yardstick: 'key/1',
    name: given.values.get('name')!,
    publisher: given.values.get('publisher')!,
    ...(region === undefined ? {} : { region }),
  }
}

/** What was done, and the key with its fingerprint: as words, or as data. */
function tell(key: TrustedKey, done: { zh: string; en: string }, shell: Shell): ExitCode {
  if (shell.isJson) {
    shell.printJson({ ...key, fingerprint: fingerprint(key.key) })
    return 0
  }
  shell.say([plainText(shell.pick(done))])
  shell.print(keyLines({ folder: '', own: [], trusted: [key] }, shell))
  return 0
}

function asData(key: TrustedKey, { own }: KeyRing) {
  const isOwn = own.some((each) => each.key === key.key)
  return { ...key, fingerprint: fingerprint(key.key), isOwn, isRevoked: key.revoked === true }
}

const words = {
  taken: { zh: '已有同名的密钥；请另取名称', en: 'you have a key of this name; take another name' },
  made: (name: string, folder: string) => ({
    zh: `已建密钥“${name}”，存放在 ${folder}；请备份这个文件夹并记住口令`,
    en: `Made the key "${name}", kept in ${folder}; back this folder up and remember the passphrase`,
  }),
  exported: (file: string) => ({
    zh: `公钥已写入 ${file}；对方信任之前，请双方核对指纹`,
    en: `Wrote the public key to ${file}; compare the fingerprint before it is trusted`,
  }),
  trusted: {
    zh: '已信任这个密钥；请确认指纹与发布单位念出的相同',
    en: 'This key is trusted now; make sure that the publisher reads out the same fingerprint',
  },
  revoked: {
    zh: '已撤销这个密钥，它签过的模板包不再可信',
    en: 'This key is revoked; what it signed is trusted no longer',
  },
  stillRevoked: (name: string) => ({
    zh: `密钥“${name}”已被撤销，不能再信任；请向发布单位索取新的公钥`,
    en: `The key "${name}" was revoked and cannot be trusted again; ask the publisher for a new one`,
  }),
}
