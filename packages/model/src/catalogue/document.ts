import type { Json } from '../json.ts'
import type { CatalogueEntry } from './entry.ts'
import { apart, limitEn, limitZh, list, literal, part, show, typesEn, typesZh } from './words.ts'

/** Shape of a document: what `readJson` and `validate` find before anything is understood. */
export const documentIssues = {
  JSON_SYNTAX: {
    severity: 'error',
    zh: (_, found) =>
      `应为 JSON 文本，第 ${part(found, 'line')} 行第 ${part(found, 'column')} 列${nearZh(found)}读不下去；请在该处修正括号、引号或逗号`,
    en: (_, found) =>
      `expected JSON text, which breaks off at line ${part(found, 'line')}, column ${part(found, 'column')}${nearEn(found)}; mend the bracket, quote or comma there`,
  },
  JSON_NUMBER_DIGITS: {
    severity: 'error',
    zh: (_, found) =>
      `JSON 数字至多 15 位有效数字，大小在 1e-300 与 1e300 之间，现为 ${show(found)}；请改写成带引号的十进制数`,
    en: (_, found) =>
      `a JSON number has at most 15 significant digits and a size between 1e-300 and 1e300, found ${show(found)}; write it as decimal text in quotes`,
  },
  JSON_DUPLICATE_KEY: {
    severity: 'error',
    zh: (_, found) => `同一对象内的键应各不相同，现“${show(found)}”出现两次；请删去一个`,
    en: (_, found) => `keys of one object must differ, found "${show(found)}" twice; remove one of them`,
  },
  DOCUMENT_TOO_LARGE: {
    severity: 'error',
    zh: (expected, found) =>
      `文件应不超过 ${part(expected, 'count')} 个${part(expected, 'of') === 'values' ? '值' : '字符'}，现为 ${show(found)} 个；请拆分后再试`,
    en: (expected, found) =>
      `a document holds at most ${part(expected, 'count')} ${part(expected, 'of')}, found ${show(found)}; split it`,
  },
  DOCUMENT_TOO_DEEP: {
    severity: 'error',
    zh: (expected, found) => `嵌套应不超过 ${show(expected)} 层，此处为 ${show(found)} 层；请减少层次`,
    en: (expected, found) =>
      `at most ${show(expected)} levels of nesting are allowed, found ${show(found)}; flatten it`,
  },
  DOCUMENT_KEY_FORBIDDEN: {
    severity: 'error',
    zh: (_, found) => `键名应不是程序保留的词，现为“${show(found)}”；请改名`,
    en: (_, found) => `a key must not be a word that programs keep for themselves, found "${show(found)}"; rename it`,
  },
  DOCUMENT_TEXT_BROKEN: {
    severity: 'error',
    zh: () => '文本应由完整的字符组成，此处有残缺的半个字符或看不见的结束符；请重新输入此处文本',
    en: () => 'text consists of whole characters, found half of one or an invisible end mark here; type the text again',
  },
  DOCUMENT_KIND: {
    severity: 'error',
    zh: (expected, found) => `文件首项 "yardstick" 应为 ${show(expected)}，现为 ${show(found)}；请确认选对了文件`,
    en: (expected, found) =>
      `"yardstick" at the head of the document must be ${list(expected)}, found ${show(found)}; check that it is the right file`,
  },
  DOCUMENT_NEWER: {
    severity: 'error',
    zh: (expected, found) => `本程序认得到 ${show(expected)}，文件为更新的 ${show(found)}；请升级本程序`,
    en: (expected, found) =>
      `this program knows up to ${show(expected)}, the document is ${show(found)}; upgrade the program`,
  },
  SHAPE_TYPE: {
    severity: 'error',
    zh: (expected, found) => `应为${typesZh(expected)}，现为 ${literal(found)}；请改正类型`,
    en: (expected, found) => `expected ${typesEn(expected)}, found ${literal(found)}; correct the type`,
  },
  SHAPE_REQUIRED: {
    severity: 'error',
    zh: (expected) => `应有“${show(expected)}”，现无；请补上`,
    en: (expected) => `"${show(expected)}" is required and not there; add it`,
  },
  SHAPE_UNKNOWN_KEY: {
    severity: 'error',
    zh: (expected, found) => `此处只有规定的各项，现有“${show(found)}”${suggestionZh(expected)}；请改名或删去`,
    en: (expected, found) =>
      `only known keys may stand here, found "${show(found)}"${suggestionEn(expected)}; rename or remove it`,
  },
  SHAPE_CHOICE: {
    severity: 'error',
    zh: (expected, found) => `应为下列之一：${show(expected)}，现为 ${show(found)}；请从中选用`,
    en: (expected, found) => `expected one of ${list(expected)}, found ${show(found)}; use one of them`,
  },
  SHAPE_FORMAT: {
    severity: 'error',
    zh: (expected, found) => `写法应为${apart(part(expected, 'zh'))}，现为“${show(found)}”；请改写`,
    en: (expected, found) => `expected ${part(expected, 'en')}, found "${show(found)}"; rewrite it`,
  },
  SHAPE_SIZE: {
    severity: 'error',
    zh: (expected, found) => `数量或长度应${limitZh(expected)}，现为 ${show(found)}；请增减`,
    en: (expected, found) => `size or length must be ${limitEn(expected)}, found ${show(found)}; add or remove`,
  },
} satisfies Record<string, CatalogueEntry>

const suggestionZh = (known: Json) => (known === null ? '' : `（是否为“${show(known)}”？）`)
const suggestionEn = (known: Json) => (known === null ? '' : ` (did you mean "${show(known)}"?)`)

const nearZh = (found: Json) => (part(found, 'near') === '""' ? '（末尾）' : `“${part(found, 'near')}”处`)
const nearEn = (found: Json) => (part(found, 'near') === '""' ? ' (the end)' : `: ${part(found, 'near')}`)
