import { words } from '../../parts/words.ts'
import type { Trust } from '../../server/templates.ts'

type Notes = { readonly [T in Trust]: (publisher: string, region: string) => string }

/** What each state of trust means for who stands before it. */
export const trustWords = words(
  {
    notes: {
      'built-in': () => '随本产品一起提供，内容与产品发行时一致，可以直接采用。',
      trusted: (publisher) => `签名有效，来自信任的“${publisher}”，收到以来一字未改。`,
      'unknown-key': () => '签名有效，但签名用的公钥还没有被信任，暂时只能查看和比较，不能采用。',
      'other-publisher': (publisher) =>
        `签名用的公钥是信任的，但它不是“${publisher}”的，可能有人冒用名义。不能采用；请向“${publisher}”核实。`,
      'other-region': (publisher, region) =>
        `签名用的公钥属于“${publisher}”，但它不能代表“${region}”。不能采用；请向“${publisher}”核实。`,
      revoked: (publisher) => `签名用的公钥已被撤销，不能采用。请向“${publisher}”索取用新密钥签名的模板包。`,
      unsigned: () => '没有签名，无法知道出自哪里、是否被改动过，不能采用。',
    } as Notes,
    fingerprint: '指纹',
    compare: (publisher: string) => `请打电话与“${publisher}”逐组核对指纹，一致后请管理员信任这个公钥。`,
    compareYourself: (publisher: string) => `请打电话与“${publisher}”逐组核对指纹，一致后再信任。`,
    trust: '信任这个公钥……',
    nowhere: '全国',
  },
  {
    notes: {
      'built-in': () => 'It comes with the product as it was released, and may be adopted.',
      trusted: (publisher) =>
        `The signature is valid and of "${publisher}", who is trusted; nothing has changed since it was signed.`,
      'unknown-key': () =>
        'The signature is valid, but its key is not trusted yet; the package can be looked at and compared, not adopted.',
      'other-publisher': (publisher) =>
        `The key is trusted, but it does not belong to "${publisher}"; somebody may be using their name. It cannot be adopted; ask "${publisher}".`,
      'other-region': (publisher, region) =>
        `The key belongs to "${publisher}", but it does not speak for "${region}". It cannot be adopted; ask "${publisher}".`,
      revoked: (publisher) =>
        `The key was revoked, so this cannot be adopted. Ask "${publisher}" for a package signed with their new key.`,
      unsigned: () =>
        'It is not signed: nobody can tell where it comes from or whether it was changed. It cannot be adopted.',
    },
    fingerprint: 'Fingerprint',
    compare: (publisher) =>
      `Call "${publisher}" and compare the fingerprint group by group; if it is the same, an administrator can trust the key.`,
    compareYourself: (publisher) =>
      `Call "${publisher}" and compare the fingerprint group by group; trust the key only if it is the same.`,
    trust: 'Trust this key …',
    nowhere: 'the whole country',
  },
)
