import { diff } from '@yardstick/engine'
import { type TrustedKey, versionOrder } from '@yardstick/exchange/package'
import type { Scheme } from '@yardstick/model'
import type { Command, ExitCode, Given } from '../command.ts'
import { keyFolder, readKeyRing } from '../keys/key-ring.ts'
import { readDocument } from '../read/read-document.ts'
import { readTemplate, type Template } from '../read/read-template.ts'
import { unreadable } from '../read/refusal.ts'
import { refuse } from '../refuse.ts'
import { adoptedData, adoptedLines, holdAgainst } from '../render/adopted-report.ts'
import { differenceLines } from '../render/difference-list.ts'
import { isTrusted, templateData, templateLines, trustIn } from '../render/template-report.ts'
import type { Shell } from '../shell.ts'
import { plainText } from '../text-width.ts'
import { keysOption } from './shared-options.ts'

/** Packages → whether they are what was signed, whom they are from and where they come from; offline. */
export const verify: Command = {
  name: 'verify',
  files: 'FILE…',
  summary: {
    zh: '验证模板包：内容、签名、信任和来源，不需联网',
    en: 'verify packages offline: content, signature, trust, origin',
  },
  details: {
    zh: '文件被改动时指出是哪一部分。签名有效而密钥不受信任时退出码也是 1。\n--against 与上一版比较，发现降级；--scheme 核对采用来的指标体系：哪些指标与签名时相同，哪些改了、增了、删了，参数设成多少。',
    en: 'Of a changed file it names the part that was changed. Ends with 1 too where the signature is valid and the key not trusted.\n--against compares with another version and notices a downgrade; --scheme holds an adopted scheme to it: which indicators\nare as signed, which were changed, added, removed, and what the parameters are set to.',
  },
  options: [
    {
      name: 'scheme',
      value: 'ADOPTED.json',
      help: { zh: '采用自这个模板包的指标体系', en: 'a scheme that was adopted from the package' },
    },
    {
      name: 'against',
      value: 'FILE',
      help: { zh: '已有的另一版模板包', en: 'another version of the package that you have' },
    },
    keysOption,
  ],

  async run(given, shell) {
    const ring = await readKeyRing(keyFolder(given, shell.io))
    if (!ring.ok) return refuse(ring, shell)
    const keys = ring.value.trusted
    const both = given.values.has('scheme') || given.values.has('against')
    if (both && given.files.length > 1) return refuse(unreadable(given.file(1), words.one), shell)
    const data: object[] = []
    let code: ExitCode = 0
    for (const [at, file] of given.files.entries()) {
      const read = await readTemplate(shell.io, file)
      if (!read.ok) {
        const refusedWith =
          shell.isJson && 'issues' in read.why ? told(data, read.file, read.why.issues) : refuse(read, shell)
        code = code === 2 ? 2 : refusedWith
        continue
      }
      if (!isTrusted(trustIn(read.value, keys)) && code === 0) code = 1
      if (shell.isJson) data.push(await templateData(read.value, keys))
      else shell.print([...(at === 0 ? [] : ['']), ...(await templateLines(read.value, keys, shell))])
      const compared = await compare(read.value, keys, given, shell, data)
      code = code === 0 ? compared : code
    }
    if (shell.isJson) shell.printJson(data)
    return code
  },
}

function told(data: object[], file: string, issues: readonly object[]): ExitCode {
  data.push({ file, issues })
  return 1
}

async function compare(
  template: Template,
  keys: readonly TrustedKey[],
  given: Given,
  shell: Shell,
  data: object[],
): Promise<ExitCode> {
  const [other, adopted] = [given.values.get('against'), given.values.get('scheme')]
  let code: ExitCode = 0
  if (other !== undefined) {
    const read = await readTemplate(shell.io, other)
    if (!read.ok) return refuse(read, shell)
    code = against(template, read.value, keys, shell, data)
  }
  if (adopted === undefined) return code
  const read = await readDocument(shell.io, 'scheme', adopted)
  if (!read.ok) return refuse(read, shell)
  const held = holdAgainst(template, read.value)
  if (!held.ok) return refuse(unreadable(adopted, held.words), shell)
  if (shell.isJson) data.push({ scheme: adopted, ...adoptedData(held.value) })
  else shell.print(['', ...adoptedLines(held.value, shell)])
  return held.value.issues.length > 0 ? 1 : code
}

/** What another version changes; 1 where the one that is verified is the older one of the two. */
function against(
  template: Template,
  other: Template,
  keys: readonly TrustedKey[],
  shell: Shell,
  data: object[],
): ExitCode {
  const [now, before] = [template.package.manifest, other.package.manifest]
  if (now.id !== before.id || now.publisher !== before.publisher)
    return refuse(unreadable(other.file, words.otherTemplate), shell)
  const isOlder = versionOrder(now.version, before.version) < 0 && isTrusted(trustIn(other, keys))
  const changes = template.package.schemes.flatMap((scheme) => {
    const previous = other.package.schemes.find(({ id }) => id === scheme.id)
    return previous === undefined ? [] : [{ scheme, differences: diff(previous, scheme) }]
  })
  if (shell.isJson) {
    const said = changes.map(({ scheme, differences }) => ({ scheme: scheme.id, differences }))
    data.push({ against: other.file, version: before.version, isOlder, changes: said })
    return isOlder ? 1 : 0
  }
  const { paint } = shell
  if (isOlder) shell.say([paint.red(shell.pick(words.older(now.version, before.version)))])
  const isNamed = (scheme: Scheme) => changes.length > 1 && scheme.name !== now.name
  shell.print([
    '',
    paint.bold(shell.pick(words.changes(before.version, now.version))),
    ...changes.flatMap(({ scheme, differences }) => [
      ...(isNamed(scheme) ? [plainText(scheme.name)] : []),
      ...differenceLines(differences, shell),
    ]),
  ])
  return isOlder ? 1 : 0
}

const words = {
  one: { zh: '--scheme 和 --against 只能与一个模板包一起用', en: '--scheme and --against go with one package only' },
  otherTemplate: {
    zh: '这是另一个模板（编号或发布单位不同），不能比较版本',
    en: 'this is another template (its id or publisher differs); versions cannot be compared',
  },
  older: (version: string, known: string) => ({
    zh: `注意：这是较旧的 ${version} 版，你已有经签名的 ${known} 版`,
    en: `Note: this is the older version ${version}; you have a signed ${known}`,
  }),
  changes: (before: string, now: string) => ({
    zh: `与 ${before} 版相比，${now} 版：`,
    en: `Compared with ${before}, version ${now}:`,
  }),
}
