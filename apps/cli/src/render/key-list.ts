import { fingerprint, type TrustedKey } from '@yardstick/exchange/package'
import type { KeyRing } from '../keys/key-ring.ts'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { hanging } from './list.ts'

/** Each key with whose it is, where it speaks for, and the figures to compare. */
export function keyLines({ trusted, own }: KeyRing, shell: Shell): string[] {
  const words = WORDS[shell.language]
  if (trusted.length === 0) return [words.none]
  return trusted.flatMap((key, at) => [
    ...(at === 0 ? [] : ['']),
    ...oneKey(
      key,
      own.some((each) => each.key === key.key),
      shell,
    ),
  ])
}

function oneKey(key: TrustedKey, isOwn: boolean, { language, width, paint }: Shell): string[] {
  const words = WORDS[language]
  const state = key.revoked === true ? paint.red(words.revoked) : isOwn ? paint.green(words.own) : ''
  const line = (label: string, text: string) => hanging(`  ${label}`, plainText(text), width)
  return [
    `${paint.bold(plainText(key.name))}${state}`,
    ...line(words.publisher, key.publisher),
    ...line(words.region, key.region ?? words.everywhere),
    ...line(words.fingerprint, fingerprint(key.key)),
    ...line(words.key, `${key.key.slice(0, 16)}…`),
  ]
}

const WORDS = {
  zh: {
    none: '还没有密钥；用 npx yardstick keys new 新建，或用 keys trust 信任别人的公钥',
    revoked: '（已撤销）',
    own: '（自己的）',
    publisher: '发布单位  ',
    region: '代表地区  ',
    everywhere: '不限地区',
    fingerprint: '指纹      ',
    key: '密钥      ',
  },
  en: {
    none: 'no keys yet; make one with npx yardstick keys new, or trust one with keys trust',
    revoked: ' (revoked)',
    own: ' (your own)',
    publisher: 'publisher    ',
    region: 'speaks for   ',
    everywhere: 'everywhere',
    fingerprint: 'fingerprint  ',
    key: 'key          ',
  },
} as const
