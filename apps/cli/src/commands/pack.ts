import { check } from '@yardstick/engine'
import {
  dottedVersion,
  type HashedSeal,
  makePackage,
  type PackageContents,
  packageText,
  provenanceFor,
  readPackage,
  sealsOf,
  signPackage,
  type TrustedKey,
  trustOf,
  versionOrder,
} from '@yardstick/exchange/package'
import {
  ENGINE_VERSION,
  type IndicatorModule,
  type Issue,
  indicatorModule,
  limitIssues,
  type Manifest,
  type Scheme,
  type Seal,
  templateBase,
  validateAs,
} from '@yardstick/model'
import type { Command, Given } from '../command.ts'
import { keyFolder, keyMeant, type OwnKey, readKeyRing } from '../keys/key-ring.ts'
import { unlock } from '../keys/passphrase.ts'
import { namedTexts } from '../read/named-texts.ts'
import { readDocument, readJsonFile } from '../read/read-document.ts'
import { readTemplate, type Template } from '../read/read-template.ts'
import { readText } from '../read/read-text.ts'
import { type Read, refused, unreadable } from '../read/refusal.ts'
import { regionSaid } from '../read/region-said.ts'
import { sha256 } from '../read/sha256.ts'
import { refuse } from '../refuse.ts'
import { templateData, templateLines } from '../render/template-report.ts'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { writeWhole } from '../write/whole-file.ts'
import { keysOption } from './shared-options.ts'

/** Schemes with their cases → one signed template package. */
export const pack: Command = {
  name: 'pack',
  files: 'SCHEME…',
  summary: {
    zh: '打包：把指标体系签名成模板包，供其他地区采用',
    en: 'sign schemes as a template package for others to adopt',
  },
  details: {
    zh: '清单各项不给时取自第一份指标体系和密钥。指标体系若是采用来的，请用 --from 给出上级的模板包，来源的签印会一并带上。\n--previous 给出上一版，编号和名称沿用，版本须更新；--proposal-to 把改动作为贡献交给上级。',
    en: 'What is not given of the manifest is taken from the first scheme and the key. Where a scheme was adopted, name the package\nabove with --from: the seals of where it comes from go along. --previous names the version before, whose id and name stay\nand whose version must be older; --proposal-to hands the changes to those above as a proposal.',
  },
  options: [
    {
      name: 'out',
      short: 'o',
      value: 'FILE.yardstick',
      isRequired: true,
      help: { zh: '模板包文件', en: 'the file of the package' },
    },
    {
      name: 'key',
      value: 'N',
      isRequired: true,
      help: {
        zh: '签名的密钥：名称、指纹或开头 8 位',
        en: 'the key to sign with: its name, fingerprint or first 8 signs',
      },
    },
    {
      name: 'id',
      value: 'ID',
      help: { zh: '模板编号，各版相同', en: 'id of the template, the same through all versions' },
    },
    { name: 'name', value: 'NAME', help: { zh: '模板名称', en: 'name of the template' } },
    { name: 'version', value: '1.2', help: { zh: '版本，逐段递增的数字', en: 'version, numbers that count up' } },
    {
      name: 'publisher',
      value: 'P',
      help: { zh: '发布单位；默认为密钥的', en: "the publisher; the key's by default" },
    },
    {
      name: 'region',
      value: 'NAME:CODE',
      help: { zh: '地区，如 江西省:360000', en: 'the region, such as 江西省:360000' },
    },
    {
      name: 'licence',
      value: 'TEXT',
      help: {
        zh: '许可；默认沿用上一版或上级的，否则写“未注明”',
        en: 'licence; that of the version before or of the template above, else "unspecified"',
      },
    },
    { name: 'readme', value: 'FILE', help: { zh: '说明（Markdown）', en: 'a page about it (Markdown)' } },
    {
      name: 'module',
      value: 'FILE',
      isMany: true,
      help: { zh: '指标模块，可给多次', en: 'a module; may be given several times' },
    },
    { name: 'previous', value: 'FILE', help: { zh: '上一版的模板包', en: 'the package of the version before' } },
    {
      name: 'from',
      value: 'FILE',
      isMany: true,
      help: { zh: '所采用的上级模板包，可给多次', en: 'the package it was adopted from; may be given several times' },
    },
    { name: 'proposal-to', value: 'FILE', help: { zh: '贡献给这个模板包', en: 'propose the changes to this package' } },
    { name: 'note', value: 'TEXT', help: { zh: '贡献的说明', en: 'what the proposal is about' } },
    {
      name: 'reason',
      value: 'ID=TEXT',
      isMany: true,
      help: { zh: '某个指标为何这样改，可给多次', en: 'why an indicator is changed; may be given several times' },
    },
    { name: 'with-errors', help: { zh: '设计有错误也打包', en: 'pack in spite of errors in the design' } },
    keysOption,
  ],

  async run(given, shell) {
    const inputs = await readInputs(given, shell)
    if (!inputs.ok) {
      const code = refuse(inputs, shell)
      if (inputs.isDesign === true) shell.say([shell.pick(words.design)])
      return code
    }
    const { key, keys, contents } = inputs.value
    const own = trustOf(
      {
        manifest: { ...contents.manifest, contents: [] },
        signature: { algorithm: 'Ed25519', key: key.key, value: '' },
      },
      [key],
    )
    if (own !== 'trusted') {
      shell.say([plainText(shell.pick(words.otherSpeaker(key, contents.manifest)))])
      return 1
    }
    const secret = await unlock(key, shell)
    if (!secret.ok) return refuse(secret, shell)
    const text = packageText(signPackage(makePackage(contents, sha256), secret.value))
    // What is written is read first, as whoever gets it will.
    const read = readPackage(text, sha256)
    const out = given.values.get('out')!
    if (!read.ok) return refuse(refused(out, read.issues), shell)
    const failed = await writeWhole(shell.io, out, text)
    if (failed !== undefined) return refuse(unreadable(out, failed), shell)
    const template = { ...read.value, file: out, isBuiltIn: false }
    if (shell.isJson) shell.printJson(await templateData(template, keys))
    else shell.print(await templateLines(template, keys, shell))
    return 0
  },
}

interface Inputs {
  readonly key: OwnKey
  readonly keys: readonly TrustedKey[]
  readonly contents: PackageContents
}

/** `isDesign`: refused for errors in a scheme, which may be packed all the same. */
type Refused = Extract<Read<Inputs>, { ok: false }> & { readonly isDesign?: true }

async function readInputs(given: Given, shell: Shell): Promise<{ ok: true; value: Inputs } | Refused> {
  const { io } = shell
  const ring = await readKeyRing(keyFolder(given, io))
  if (!ring.ok) return ring
  const key = keyMeant(ring.value.own, given.values.get('key')!)
  if (!key.ok) return key
  const schemes: Scheme[] = []
  for (const file of given.files) {
    const scheme = await readDocument(io, 'scheme', file)
    if (!scheme.ok) return scheme
    const errors = given.flags.has('with-errors') ? [] : await errorsOf(scheme.value)
    if (errors.length > 0) return { ...refused(file, errors), isDesign: true }
    schemes.push(scheme.value)
  }
  const around = await readAround(given, shell)
  if (!around.ok) return around
  const beyond = given.flags.has('with-errors') ? undefined : beyondLimits(schemes, around.value, given)
  if (beyond !== undefined) return { ...beyond, isDesign: true }
  const seals = provenanceOf(schemes, around.value)
  if (!seals.ok) return refused(given.file(0), seals.issues)
  const manifest = manifestOf(schemes, key.value, around.value, given)
  if (!manifest.ok) return manifest
  const { modules, readme } = around.value
  const contents = {
    manifest: manifest.value,
    schemes,
    modules,
    provenance: seals.value,
    ...(readme === undefined ? {} : { readme }),
  }
  return { ok: true, value: { key: key.value, keys: ring.value.trusted, contents } }
}

async function errorsOf(scheme: Scheme): Promise<Issue[]> {
  return (await check(scheme, { sha256 })).filter(({ severity }) => severity === 'error')
}

/** An adopted scheme is passed on within the limits of those above; a proposal is where one asks for more. */
function beyondLimits(schemes: readonly Scheme[], { sources, previous, proposalTo }: Around, given: Given) {
  if (proposalTo !== undefined) return undefined
  for (const [at, scheme] of schemes.entries()) {
    const { lineage } = scheme
    const above = [...sources, previous].find((each) => each !== undefined && each.hash === lineage?.template.hash)
    const signed = above?.package.schemes.find(({ id }) => id === lineage?.template.scheme)
    const base = signed === undefined ? undefined : templateBase(signed, scheme)
    const issues = base?.ok === true ? limitIssues(base.value, scheme) : []
    if (issues.length > 0) return refused(given.file(at), issues)
  }
  return undefined
}

/** What stands beside the schemes. */
interface Around {
  readonly modules: readonly IndicatorModule[]
  readonly readme: string | undefined
  readonly previous: Template | undefined
  readonly sources: readonly Template[]
  readonly proposalTo: Template | undefined
}

async function readAround(given: Given, { io }: Shell): Promise<Read<Around>> {
  const modules: IndicatorModule[] = []
  for (const file of given.lists.get('module') ?? []) {
    const json = await readJsonFile(io, file)
    if (!json.ok) return json
    const module = validateAs<IndicatorModule>(indicatorModule, json.value)
    if (!module.ok) return refused(file, module.issues)
    modules.push(module.value)
  }
  const page = given.values.get('readme')
  const readme = page === undefined ? undefined : await readText(io, page)
  if (readme?.ok === false) return readme
  const read: { [name: string]: Template[] } = { previous: [], from: [], 'proposal-to': [] }
  for (const name of Object.keys(read)) {
    for (const file of given.lists.get(name) ?? []) {
      const template = await readTemplate(io, file)
      if (!template.ok) return template
      read[name]!.push(template.value)
    }
  }
  const [previous, proposalTo] = [read['previous']![0], read['proposal-to']![0]]
  return { ok: true, value: { modules, readme: readme?.value, previous, proposalTo, sources: read['from']! } }
}

function provenanceOf(schemes: readonly Scheme[], { previous, sources, proposalTo }: Around) {
  const at: HashedSeal[] = [previous, proposalTo, ...sources].flatMap((each) =>
    each === undefined ? [] : sealsOf(each),
  )
  return provenanceFor(schemes, at, sha256) as { ok: true; value: Seal[] } | { ok: false; issues: readonly Issue[] }
}

type Head = Omit<Manifest, 'contents'>

function manifestOf(schemes: readonly Scheme[], key: OwnKey, around: Around, given: Given): Read<Head> {
  const scheme = schemes[0]!
  const before = around.previous?.package.manifest
  const said = (name: string) => given.values.get(name)
  const asked = regionSaid(said('region'))
  if (!asked.ok) return asked
  const region = asked.value ?? before?.region ?? scheme.region
  const version = said('version') ?? dottedVersion(scheme.version)
  if (before !== undefined && versionOrder(version, before.version) <= 0) {
    return unreadable(around.previous!.file, words.notNewer(version, before.version))
  }
  const proposal = proposalOf(schemes, around, given)
  if (proposal !== undefined && !proposal.ok) return proposal
  const licence = said('licence') ?? before?.licence ?? around.sources[0]?.package.manifest.licence
  const { departmentTypes, formCode, basis } = scheme
  return {
    ok: true,
    value: {
      id: said('id') ?? before?.id ?? scheme.id,
      name: said('name') ?? before?.name ?? scheme.name,
      version,
      publisher: said('publisher') ?? key.publisher,
      ...(region === undefined ? {} : { region }),
      ...(departmentTypes === undefined ? {} : { departmentTypes }),
      ...(formCode === undefined ? {} : { formCode }),
      ...(basis === undefined ? {} : { basis }),
      licence: licence ?? '未注明 unspecified',
      minimumEngine: ENGINE_VERSION.split('.').slice(0, 2).join('.'),
      date: today(),
      ...(around.previous === undefined ? {} : { previous: around.previous.hash }),
      ...(proposal === undefined ? {} : { proposal: proposal.value }),
    },
  }
}

function proposalOf(
  schemes: readonly Scheme[],
  { proposalTo }: Around,
  given: Given,
): Read<NonNullable<Head['proposal']>> | undefined {
  if (proposalTo === undefined) return undefined
  const to = schemes.map(({ lineage }) => lineage?.template).find((template) => template?.hash === proposalTo.hash)
  if (to === undefined) return unreadable(proposalTo.file, words.notAdopted)
  const reasons = namedTexts(given.lists.get('reason') ?? [])
  if (!reasons.ok) return reasons
  const note = given.values.get('note')
  const value = {
    to,
    ...(note === undefined ? {} : { note }),
    ...(reasons.value.size === 0 ? {} : { reasons: Object.fromEntries(reasons.value) }),
  }
  return { ok: true, value }
}

/** The day here, as people write it. */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

const words = {
  design: {
    zh: '设计有错误，没有打包；请先改正，或加 --with-errors 照样打包',
    en: 'The design has errors, so nothing was packed; mend them first, or pack all the same with --with-errors',
  },
  notNewer: (version: string, before: string) => ({
    zh: `上一版是 ${before}，新的版本应比它大，现为 ${version}；请用 --version 给出`,
    en: `the version before is ${before}, the new one must be higher and is ${version}; give another with --version`,
  }),
  notAdopted: {
    zh: '所打包的指标体系不是采用自这个模板包的这一版；请给出采用时的那个模板包',
    en: 'none of the schemes was adopted from this version of the package; name the package it was adopted from',
  },
  otherSpeaker: (key: OwnKey, { publisher, region }: Head) => ({
    zh: `密钥“${key.name}”代表“${key.publisher}”（${key.region ?? '不限地区'}），不能为“${publisher}”（${region?.code ?? region?.name ?? '不限地区'}）签名；请换密钥，或改 --publisher、--region`,
    en: `the key "${key.name}" speaks for "${key.publisher}" (${key.region ?? 'everywhere'}) and cannot sign for "${publisher}" (${region?.code ?? region?.name ?? 'everywhere'}); take another key, or change --publisher or --region`,
  }),
}
