import { fingerprint, type HashedSeal, type Trust, type TrustedKey, trustOf } from '@yardstick/exchange/package'
import { type Language, leaves, type Manifest, type Seal } from '@yardstick/model'
import { type BuiltInOrigin, builtInOrigins, type Template } from '../read/read-template.ts'
import type { Shell } from '../shell.ts'
import { plainText, textWidth } from '../text-width.ts'
import { hanging, labelled } from './list.ts'

/** Whom a template is from, as far as the keys here say. */
export function trustIn({ seal, isBuiltIn }: Template, keys: readonly TrustedKey[]): Trust {
  return isBuiltIn ? 'built-in' : trustOf(seal, keys)
}

export const isTrusted = (trust: Trust): boolean => trust === 'trusted' || trust === 'built-in'

/** What `verify --json` says of a package. */
export async function templateData(template: Template, keys: readonly TrustedKey[]) {
  const { package: read, hash, seal, provenance, file } = template
  return {
    file,
    hash,
    trust: trustIn(template, keys),
    ...(seal === null ? {} : { key: seal.signature.key, fingerprint: fingerprint(seal.signature.key) }),
    manifest: read.manifest,
    provenance: provenance.map((each) => hopData(each, keys)),
    builtIn: (await builtInOrigins(template)).map(({ template: { id, version, hash: of }, isKnown }) => {
      return { id, version, hash: of, isKnown }
    }),
  }
}

function hopData({ hash, seal }: HashedSeal, keys: readonly TrustedKey[]) {
  const { id, name, version, publisher, region, date } = seal.manifest
  const { key } = seal.signature
  return {
    hash,
    trust: trustOf(seal, keys),
    key,
    fingerprint: fingerprint(key),
    id,
    name,
    version,
    publisher,
    region,
    date,
  }
}

/** A package as a person reads it: what it says of itself, who answers for it, what is in it, and where it comes from. */
export async function templateLines(template: Template, keys: readonly TrustedKey[], shell: Shell): Promise<string[]> {
  const { language, width, paint } = shell
  const { manifest } = template.package
  return [
    ...hanging('', plainText(`${manifest.name} ${manifest.version}`), width).map(paint.bold),
    ...labelled(
      [...headRows(template, language), ...contentRows(template, language)].map(([label, text]) => [
        label,
        plainText(text),
      ]),
      width,
      '  ',
    ),
    ...trustLines(template.seal, trustIn(template, keys), '  ', shell),
    ...chainLines(template, await builtInOrigins(template), keys, shell),
    ...(manifest.proposal === undefined ? [] : proposalLines(manifest.proposal, shell)),
  ]
}

function headRows({ package: { manifest }, hash }: Template, language: Language): [string, string][] {
  const words = WORDS[language]
  const rows: [string, string | undefined][] = [
    [words.publisher, manifest.publisher],
    [words.region, manifest.region === undefined ? words.everywhere : regionText(manifest.region)],
    [words.departments, manifest.departmentTypes?.join(words.list)],
    [words.form, manifest.formCode],
    [words.basis, manifest.basis?.join(words.list)],
    [words.licence, manifest.licence],
    [words.date, manifest.date],
    [words.id, manifest.id],
    [words.hash, `${hash.slice(0, 16)}…`],
  ]
  return rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '')
}

const regionText = ({ name, code }: NonNullable<Manifest['region']>): string => [name, code].filter(Boolean).join(' ')

function contentRows({ package: { schemes, modules = [] } }: Template, language: Language): [string, string][] {
  const words = WORDS[language]
  return [
    ...schemes.map((scheme): [string, string] => {
      const { sharing, cases = [] } = scheme
      const counts = [words.leaves(leaves(scheme).length), words.points(scheme.fullScore), words.cases(cases.length)]
      if (sharing?.parameters !== undefined) counts.push(words.parameters(sharing.parameters.length))
      if (sharing?.boundaries !== undefined) counts.push(words.boundaries(sharing.boundaries.length))
      return [words.scheme, `${scheme.name}${words.bracket(counts.join(words.list))}`]
    }),
    ...modules.map(({ name }): [string, string] => [words.module, name]),
  ]
}

/** Who signed, and whether that is believed here; what to do where it is not. */
function trustLines(seal: Seal | null, trust: Trust, indent: string, shell: Shell): string[] {
  const { language, width, paint } = shell
  const words = WORDS[language]
  const colour = isTrusted(trust)
    ? paint.green
    : trust === 'unknown-key' || trust === 'unsigned'
      ? paint.yellow
      : paint.red
  const figures = seal === null ? '' : words.bracket(`${words.fingerprint} ${fingerprint(seal.signature.key)}`)
  const text = `${words.trust[trust]}${figures}`
  return hanging(`${indent}${isTrusted(trust) ? '✓' : '✗'} `, text, width).map(colour)
}

/** Hop by hop, nearest first; a template that comes with the product is where it ends. */
function chainLines(
  { provenance }: Template,
  origins: readonly BuiltInOrigin[],
  keys: readonly TrustedKey[],
  shell: Shell,
): string[] {
  const { language, width, paint } = shell
  const words = WORDS[language]
  if (provenance.length + origins.length === 0) return []
  const hops = provenance.flatMap(({ seal }, at) => {
    const { name, version, publisher, region, date } = seal.manifest
    const head = `${'  '.repeat(at + 1)}${at === 0 ? '' : '└ '}`
    const where = [publisher, region === undefined ? undefined : regionText(region), date].filter(Boolean)
    const line = hanging(head, plainText(`${name} ${version}${words.bracket(where.join(words.list))}`), width)
    return [...line, ...trustLines(seal, trustOf(seal, keys), ' '.repeat(textWidth(head)), shell)]
  })
  const first = origins.flatMap(({ template: { id, version }, isKnown }) => [
    ...hanging('  ', plainText(words.builtIn(id, version)), width),
    ...hanging(isKnown ? '  ✓ ' : '  ✗ ', words.origin[isKnown ? 'known' : 'unknown'], width).map(
      isKnown ? paint.green : paint.yellow,
    ),
  ])
  return [paint.bold(words.chain), ...hops, ...first]
}

function proposalLines(
  { to, note, reasons = {} }: NonNullable<Manifest['proposal']>,
  { language, width, paint }: Shell,
) {
  const words = WORDS[language]
  return [
    paint.bold(words.proposal(to.id, to.version, to.publisher)),
    ...(note === undefined ? [] : hanging('  ', plainText(note), width)),
    ...Object.entries(reasons).flatMap(([id, text]) => hanging('  · ', plainText(`${id}${words.colon}${text}`), width)),
  ]
}

const WORDS = {
  zh: {
    list: '，',
    colon: '：',
    bracket: (text: string) => `（${text}）`,
    publisher: '发布单位',
    region: '地区',
    everywhere: '不限地区',
    departments: '部门类型',
    form: '表号',
    basis: '依据',
    licence: '许可',
    date: '日期',
    id: '模板编号',
    hash: '清单摘要',
    scheme: '指标体系',
    module: '指标模块',
    leaves: (count: number) => `${count} 项指标`,
    points: (points: string) => `${points} 分`,
    cases: (count: number) => `${count} 个用例`,
    parameters: (count: number) => `${count} 个参数`,
    boundaries: (count: number) => `${count} 条可改范围`,
    fingerprint: '指纹',
    chain: '来源',
    builtIn: (id: string, version: string) => `随标尺提供的模板 ${id} ${version}`,
    origin: {
      known: '与本程序所带的完全相同',
      unknown: '与本程序所带的不同：出自标尺的另一版本，或来源不实；没有签名可证',
    },
    proposal: (id: string, version: string, publisher: string) => `贡献给“${publisher}”的模板 ${id} ${version}`,
    trust: {
      'built-in': '随标尺提供',
      trusted: '签名有效，密钥受信任',
      'unknown-key': '签名有效，但这里还不信任它的密钥；核对指纹后用 keys trust 信任',
      'other-publisher': '签名有效，但这个密钥是另一发布单位的',
      'other-region': '签名有效，但这个密钥不代表这个地区',
      revoked: '签名有效，但这个密钥已被撤销',
      unsigned: '没有签名',
    } satisfies { readonly [T in Trust]: string },
  },
  en: {
    list: ', ',
    colon: ': ',
    bracket: (text: string) => ` (${text})`,
    publisher: 'publisher',
    region: 'region',
    everywhere: 'everywhere',
    departments: 'departments',
    form: 'form code',
    basis: 'basis',
    licence: 'licence',
    date: 'date',
    id: 'template id',
    hash: 'manifest',
    scheme: 'scheme',
    module: 'module',
    leaves: (count: number) => `${count} ${count === 1 ? 'indicator' : 'indicators'}`,
    points: (points: string) => `points: ${points}`,
    cases: (count: number) => `${count} ${count === 1 ? 'case' : 'cases'}`,
    parameters: (count: number) => `${count} ${count === 1 ? 'parameter' : 'parameters'}`,
    boundaries: (count: number) => `${count} ${count === 1 ? 'limit' : 'limits'} of change`,
    fingerprint: 'fingerprint',
    chain: 'Comes from',
    builtIn: (id: string, version: string) => `a template that comes with Yardstick: ${id} ${version}`,
    origin: {
      known: 'the very same as the one in this program',
      unknown: 'not the one in this program: from another version of Yardstick, or made up; nobody signed it',
    },
    proposal: (id: string, version: string, publisher: string) => `Proposed to "${publisher}" for ${id} ${version}`,
    trust: {
      'built-in': 'comes with Yardstick',
      trusted: 'the signature is valid, its key is trusted',
      'unknown-key':
        'the signature is valid, its key is not trusted here yet; compare the fingerprint, then keys trust',
      'other-publisher': "the signature is valid, but the key is another publisher's",
      'other-region': 'the signature is valid, but the key does not speak for this region',
      revoked: 'the signature is valid, but the key was revoked',
      unsigned: 'unsigned',
    } satisfies { readonly [T in Trust]: string },
  },
} as const
