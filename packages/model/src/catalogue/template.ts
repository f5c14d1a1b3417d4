import type { CatalogueEntry } from './entry.ts'
import { part, show } from './words.ts'

/** What a library of templates answers: whose they are, whether they are believed, and where they were to be fetched from. */
export const templateIssues = {
  TEMPLATE_UNTRUSTED: {
    severity: 'error',
    zh: (_, found) =>
      `模板应由信任的密钥签印，现为“${part(found, 'publisher')}”（指纹 ${part(found, 'fingerprint')}），${trustZh(found)}；请向发布单位核对指纹，由管理员加入信任的公钥后再采用`,
    en: (_, found) =>
      `expected a template sealed by a key that is trusted here, found one of "${part(found, 'publisher')}" (fingerprint ${part(found, 'fingerprint')}), ${trustEn(found)}; compare the fingerprint with the publisher, and have an administrator trust the key`,
  },
  TEMPLATE_UNKNOWN: {
    severity: 'error',
    zh: (_, found) =>
      `来源模板应在模板库中，现没有“${part(found, 'publisher')}”的 ${part(found, 'id')}（版本 ${part(found, 'version')}）；请先收入该模板包，再保存`,
    en: (_, found) =>
      `expected the template it comes from in the library, found none of "${part(found, 'publisher')}", ${part(found, 'id')} ${part(found, 'version')}; take its package in first, then save`,
  },
  TEMPLATE_OLDER: {
    severity: 'warning',
    zh: (expected, found) =>
      `模板应不旧于已知的版本 ${show(expected)}，现为较旧的 ${show(found)}；请向发布单位核对，确需使用旧版时请明确选择`,
    en: (expected, found) =>
      `expected no older version than ${show(expected)}, which is known here, found ${show(found)}; ask the publisher, and choose the older one expressly if it is meant`,
  },
  TEMPLATE_PROPOSAL: {
    severity: 'error',
    zh: (_, found) => `采用的应是模板，“${show(found)}”是一份贡献；请由模板的发布单位逐项接受，或采用该模板本身`,
    en: (_, found) =>
      `expected a template to adopt, found "${show(found)}" to be a proposal; leave it to the publisher of the template, or adopt the template itself`,
  },
  MAPPING_ITEM: {
    severity: 'error',
    zh: (_, found) => `名称对照的数据项应在方案中，现没有“${show(found)}”；请改为方案中的数据项，或去掉这一行`,
    en: (_, found) =>
      `expected a data item of the scheme to be given a local name, found no "${show(found)}"; name one that is there, or leave this line out`,
  },
  KEY_PASSPHRASE: {
    severity: 'error',
    zh: () => '口令应与密钥建立时所设的相同，现不相同；请检查大小写和输入法后重试，忘记时只能另建密钥',
    en: () =>
      'expected the passphrase that was given to the key, found another; check capitals and the input method, a forgotten one cannot be had back: make another key',
  },
  KEY_SPEAKS: {
    severity: 'error',
    zh: (expected, found) =>
      `此密钥应代表“${part(expected, 'publisher')}”（地区 ${part(expected, 'region')}）签印，现为“${part(found, 'publisher')}”（地区 ${part(found, 'region')}）；请改正发布单位或地区，或换用相应的密钥`,
    en: (expected, found) =>
      `expected this key to speak for "${part(expected, 'publisher')}" (region ${part(expected, 'region')}), found "${part(found, 'publisher')}" (region ${part(found, 'region')}); correct publisher or region, or sign with another key`,
  },
  VERSION_ELSEWHERE: {
    severity: 'error',
    zh: (_, found) =>
      `发布的内容应是新的，现与“${part(found, 'name')}”（地区 ${part(found, 'region')}）已发布的第 ${part(found, 'number')} 版完全相同；同样的内容只有一个发布版，请直接使用它，或修改后再发布`,
    en: (_, found) =>
      `expected content that is new, found version ${part(found, 'number')} of "${part(found, 'name')}" (region ${part(found, 'region')}), which is the same to the letter; use that one, since one content is one version, or change something`,
  },
  CATALOGUE_UNREACHABLE: {
    severity: 'error',
    zh: (expected, found) =>
      `模板目录应能从 ${show(expected)} 读取，现未能读取（${show(found)}）；请检查网络与地址，或请对方用文件传递模板包`,
    en: (expected, found) =>
      `expected to read from ${show(expected)}, found no answer that can be used (${show(found)}); check the network and the address, or have the package sent as a file`,
  },
  CATALOGUE_REDIRECT: {
    severity: 'error',
    zh: (expected, found) =>
      `模板目录应在 ${show(expected)} 上，现被转到 ${show(found)}；请向目录的主办方核对，由管理员改正地址`,
    en: (expected, found) =>
      `expected everything of the catalogue at ${show(expected)}, found a redirect to ${show(found)}; ask whoever keeps it, and have the address corrected`,
  },
  CATALOGUE_HASH: {
    severity: 'error',
    zh: (expected, found) =>
      `模板包的校验值应如目录所列（${part(expected, 'hash')}），现为 ${part(found, 'hash')}；请刷新目录后重试，仍不相符时请告知目录的主办方`,
    en: (expected, found) =>
      `expected the package that the catalogue names (${part(expected, 'hash')}), found another (${part(found, 'hash')}); read the catalogue anew, and tell whoever keeps it if that does not help`,
  },
} satisfies Record<string, CatalogueEntry>

const TRUST: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'unknown-key': ['这把密钥尚未受信任', 'whose key is not trusted yet'],
  'other-publisher': ['这把密钥属于另一个发布单位', 'whose key belongs to another publisher'],
  'other-region': ['这把密钥不代表该地区', 'whose key does not speak for that region'],
  revoked: ['这把密钥已被撤销', 'whose key has been revoked'],
  unsigned: ['没有签印', 'without a seal'],
}
const trustZh = (found: Parameters<typeof part>[0]) => TRUST[part(found, 'trust')]?.[0] ?? '未受信任'
const trustEn = (found: Parameters<typeof part>[0]) => TRUST[part(found, 'trust')]?.[1] ?? 'which is not trusted'
