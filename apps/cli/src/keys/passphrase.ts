import { unlockKey } from '@yardstick/exchange/keys'
import { type Read, unreadable } from '../read/refusal.ts'
import type { Shell } from '../shell.ts'
import type { OwnKey } from './key-ring.ts'

/** So many letters at least: a passphrase is all that stands between a lost computer and a signature. */
const FEWEST = 8

/** A new passphrase: from YARDSTICK_PASSPHRASE, else typed twice. */
export async function newPassphrase(name: string, shell: Shell): Promise<Read<string>> {
  const first = await passphraseFor(name, shell)
  if (!first.ok) return first
  if ([...first.value].length < FEWEST) return unreadable(name, words.short)
  if (isFromEnvironment(shell)) return first
  const second = await shell.io.ask!(shell.pick(words.again), true)
  return second === first.value ? first : unreadable(name, words.differs)
}

/** The secret of one's own key; refused where the passphrase is another. */
export async function unlock(key: OwnKey, shell: Shell): Promise<Read<Uint8Array>> {
  const passphrase = await passphraseFor(key.name, shell)
  if (!passphrase.ok) return passphrase
  const secret = await unlockKey(key.locked, passphrase.value)
  return secret === undefined ? unreadable(key.name, words.wrong) : { ok: true, value: secret }
}

async function passphraseFor(name: string, shell: Shell): Promise<Read<string>> {
  const { env, ask } = shell.io
  const said = env['YARDSTICK_PASSPHRASE']
  if (said !== undefined && said !== '') return { ok: true, value: said }
  if (ask === undefined) return unreadable(name, words.nobody)
  return {
    ok: true,
    value: await ask(shell.pick({ zh: `密钥“${name}”的口令：`, en: `Passphrase of the key "${name}": ` }), true),
  }
}

const isFromEnvironment = ({ io: { env } }: Shell): boolean => (env['YARDSTICK_PASSPHRASE'] ?? '') !== ''

const words = {
  short: {
    zh: `口令至少要有 ${FEWEST} 个字；请另取一个，比如一句话`,
    en: `a passphrase has at least ${FEWEST} letters; take another, a sentence for instance`,
  },
  again: { zh: '再输一遍口令：', en: 'The passphrase again: ' },
  differs: { zh: '两次输入的口令不同；请重来', en: 'the two passphrases differ; please start again' },
  wrong: { zh: '口令不对，密钥没有打开', en: 'this is not its passphrase; the key stays locked' },
  nobody: {
    zh: '需要口令，而这里没有终端可问；请用环境变量 YARDSTICK_PASSPHRASE 给出',
    en: 'its passphrase is needed and there is no terminal to ask at; give it in YARDSTICK_PASSPHRASE',
  },
}
