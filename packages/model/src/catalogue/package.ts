import type { Json } from '../json.ts'
import type { CatalogueEntry } from './entry.ts'
import { list, part, show } from './words.ts'

/**
 * Template packages 模板包 and what travels with them: raised where a package is read, before anybody asks whom to trust. None
 * of these is mended by hand: what was signed is fetched again, or signed anew by who publishes it.
 */
export const packageIssues = {
  PACKAGE_TOO_LARGE: {
    severity: 'error',
    zh: (expected, found) => `模板包应不超过 ${show(expected)}，现为 ${show(found)}；请确认选对了文件`,
    en: (expected, found) =>
      `a template package holds at most ${show(expected)}, found ${show(found)}; check that it is the right file`,
  },
  PACKAGE_DAMAGED: {
    severity: 'error',
    zh: (_, found) =>
      `模板包应完整，从第 ${part(found, 'at')} 个字符${afterZh(found)}起读不下去，没有传完或已经损坏；请重新取得文件`,
    en: (_, found) =>
      `expected a whole template package, found one that breaks off at character ${part(found, 'at')}${afterEn(found)}; it was cut off or damaged, fetch it again`,
  },
  PACKAGE_NOT_CANONICAL: {
    severity: 'error',
    zh: (expected, found) =>
      `模板包只有一种写法，第 ${part(found, 'at')} 个字符起应为“${end(expected)}”，现为“${end(member(found, 'near'))}”；文件被改动或另存过，请重新取得原文件`,
    en: (expected, found) =>
      `a template package is written in one way only: expected "${end(expected, 'the end')}" at character ${part(found, 'at')}, found "${end(member(found, 'near'), 'the end')}"; it was changed or saved anew, fetch the original`,
  },
  PACKAGE_PART_CHANGED: {
    severity: 'error',
    zh: (_, found) => `${kindZh(found)}“${part(found, 'id')}”应与清单所记一致，现不一致，已被改动；请重新取得文件`,
    en: (_, found) =>
      `${kindEn(found)} "${part(found, 'id')}" must be as the manifest has it, found another: it was changed; fetch the file again`,
  },
  PACKAGE_PART_MISSING: {
    severity: 'error',
    zh: (expected) => `清单所列的${kindZh(expected)}“${part(expected, 'id')}”应在包内，现没有；请重新取得文件`,
    en: (expected) =>
      `expected ${kindEn(expected)} "${part(expected, 'id')}", which the manifest lists, found none; fetch the file again`,
  },
  PACKAGE_PART_UNLISTED: {
    severity: 'error',
    zh: (_, found) => `包内各部分都应列在清单中，${kindZh(found)}“${part(found, 'id')}”没有列入；请重新取得文件`,
    en: (_, found) =>
      `expected every part in the manifest, found ${kindEn(found)} "${part(found, 'id')}", which it does not list; fetch the file again`,
  },
  PACKAGE_PART_TWICE: {
    severity: 'error',
    zh: (_, found) => `每个部分在包内应只有一份，${kindZh(found)}“${part(found, 'id')}”有两份；请发布单位重新打包`,
    en: (_, found) =>
      `expected each part once, found ${kindEn(found)} "${part(found, 'id')}" twice; ask the publisher to pack it anew`,
  },
  PACKAGE_PART_ORDER: {
    severity: 'error',
    zh: (_, found) => `各部分应按清单的次序排列，${kindZh(found)}“${part(found, 'id')}”不在其位；请重新取得文件`,
    en: (_, found) =>
      `expected the parts in the order of the manifest, found ${kindEn(found)} "${part(found, 'id')}" elsewhere; fetch the file again`,
  },
  PACKAGE_EMPTY: {
    severity: 'error',
    zh: () => '模板包应有指标体系或指标模块，现一份也没有；请发布单位重新打包',
    en: () => 'expected a scheme or a module in a template package, found none; ask the publisher to pack it anew',
  },
  PACKAGE_UNSIGNED: {
    severity: 'error',
    zh: () => '模板包应有发布单位的签名，现没有；请向发布单位索取签过名的文件',
    en: () => "expected a publisher's signature, found none; ask the publisher for a signed file",
  },
  PACKAGE_ALGORITHM: {
    severity: 'error',
    zh: (expected, found) =>
      `签名算法应为 ${show(expected)}，现为 ${show(found)}，本程序不认得；请升级本程序，或请发布单位另签`,
    en: (expected, found) =>
      `expected a signature by ${show(expected)}, found one by ${show(found)}, which this program does not know; upgrade it, or ask the publisher to sign anew`,
  },
  PACKAGE_SIGNATURE: {
    severity: 'error',
    zh: (_, found) => `签名应与清单相符，现不相符：清单或“${part(found, 'publisher')}”的签名已被改动；请重新取得文件`,
    en: (_, found) =>
      `the signature must fit the manifest, found one that does not: the manifest or the signature of "${part(found, 'publisher')}" was changed; fetch the file again`,
  },
  PACKAGE_SEAL_SIGNATURE: {
    severity: 'error',
    zh: (_, found) => `来源的签印应为“${part(found, 'publisher')}”所签，现签名不相符；请重新取得文件`,
    en: (_, found) =>
      `expected an earlier seal signed by "${part(found, 'publisher')}", found a signature that does not fit; fetch the file again`,
  },
  PACKAGE_SEAL_MISSING: {
    severity: 'error',
    zh: (expected) => `来源应逐级有签印，缺${templateZh(expected)}的签印；请一并提供它的模板包`,
    en: (expected) =>
      `expected the seal of every template on the way, found none of ${templateEn(expected)}; bring its package along`,
  },
  PACKAGE_SEAL_UNRELATED: {
    severity: 'error',
    zh: (_, found) =>
      `包内签印应都是本模板的来源，“${part(found, 'publisher')}”的“${part(found, 'name')}”不是；请发布单位重新打包`,
    en: (_, found) =>
      `expected only seals that this template comes from, found that of "${part(found, 'name')}" by "${part(found, 'publisher')}"; ask the publisher to pack it anew`,
  },
  PACKAGE_LINEAGE: {
    severity: 'error',
    zh: (expected, found) => `来源应与上级清单所记（${show(expected)}）一致，现为“${show(found)}”；请发布单位重新打包`,
    en: (expected, found) =>
      `the lineage must say what the manifest above says (${list(expected)}), found "${show(found)}"; ask the publisher to pack it anew`,
  },
  PACKAGE_PROPOSAL: {
    severity: 'error',
    zh: (_, found) =>
      `贡献的指标体系应采用自要改的模板“${part(found, 'id')}”${part(found, 'version')} 版，现不是；请用采用来的指标体系重新打包`,
    en: (_, found) =>
      `expected a scheme adopted from the template to be changed, "${part(found, 'id')}" ${part(found, 'version')}, found none; pack the adopted scheme`,
  },
  PACKAGE_ENGINE: {
    severity: 'error',
    zh: (expected, found) => `模板包应能用本程序（${show(expected)}）计分，它要求 ${show(found)} 以上；请升级本程序`,
    en: (expected, found) =>
      `expected a package for this program (${show(expected)}), found one that needs ${show(found)} or newer; upgrade the program`,
  },
  CATALOGUE_FILE_TWICE: {
    severity: 'error',
    zh: (_, found) => `模板目录中每个文件应只列一次，“${show(found)}”列了两次；请重新生成目录`,
    en: (_, found) => `expected each file once in a catalogue, found "${show(found)}" twice; make the catalogue anew`,
  },
} satisfies Record<string, CatalogueEntry>

const KINDS: ReadonlyMap<string, readonly [zh: string, en: string]> = new Map([
  ['scheme', ['指标体系', 'the scheme']],
  ['module', ['指标模块', 'the module']],
  ['readme', ['说明', 'the page']],
  ['seal', ['来源签印', 'the seal of']],
])

const kindZh = (data: Json): string => KINDS.get(part(data, 'kind'))?.[0] ?? '部分'
const kindEn = (data: Json): string => KINDS.get(part(data, 'kind'))?.[1] ?? 'the part'

function member(data: Json, key: string): Json {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return null
  return (data as { readonly [key: string]: Json })[key] ?? null
}

const afterZh = (found: Json): string => (member(found, 'near') === '' ? '' : `（“${part(found, 'near')}”之后）`)
const afterEn = (found: Json): string => (member(found, 'near') === '' ? '' : ` (after "${part(found, 'near')}")`)

/** Text of a file as it stands; nothing is its end, and what cannot be seen shows what it is. */
function end(value: Json, nothing = '末尾'): string {
  const said = typeof value === 'string' ? value : show(value)
  return said === '' ? nothing : said.replace(/\n/g, '\\n').replace(/\r/g, '\\r')
}

const templateZh = (data: Json): string => {
  const [publisher, version] = [member(data, 'publisher'), member(data, 'version')]
  const by = publisher === null ? '' : `“${show(publisher)}”的`
  return `${by}模板“${part(data, 'template')}”${version === null ? '' : ` ${show(version)} 版`}`
}

const templateEn = (data: Json): string => {
  const [publisher, version] = [member(data, 'publisher'), member(data, 'version')]
  const by = publisher === null ? '' : ` by "${show(publisher)}"`
  return `"${part(data, 'template')}"${version === null ? '' : ` ${show(version)}`}${by}`
}
