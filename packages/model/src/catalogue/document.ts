import type { CatalogueEntry } from './index.ts'
import { list, part, show } from './words.ts'

/** Shape of a document: what `readJson` and `validate` find before anything is understood. */
export const documentIssues = {
  JSON_SYNTAX: {
    severity: 'error',
    zh: (_, found) => `应为 JSON 文本，现为：${show(found)}；请按所指位置修正括号、引号或逗号`,
    en: (_, found) => `expected JSON text, found: ${show(found)}; mend the bracket, quote or comma at that place`,
  },
  JSON_NUMBER_DIGITS: {
    severity: 'error',
    zh: (_, found) => `JSON 数字至多 15 位有效数字，现为 ${show(found)}；请改写成带引号的文本，例如 "${show(found)}"`,
    en: (_, found) =>
      `a JSON number has at most 15 significant digits, found ${show(found)}; write it as text: "${show(found)}"`,
  },
  JSON_DUPLICATE_KEY: {
    severity: 'error',
    zh: (_, found) => `同一对象内的键应各不相同，现“${show(found)}”出现两次；请删去一个`,
    en: (_, found) => `keys of one object must differ, found "${show(found)}" twice; remove one of them`,
  },
  DOCUMENT_TOO_LARGE: {
    severity: 'error',
    zh: (expected, found) => `文件应不超过 ${show(expected)}，现为 ${show(found)}；请拆分后再试`,
    en: (expected, found) => `a document holds at most ${show(expected)}, found ${show(found)}; split it`,
  },
  DOCUMENT_TOO_DEEP: {
    severity: 'error',
    zh: (expected) => `嵌套应不超过 ${show(expected)} 层，此处更深；请减少层次`,
    en: (expected) => `at most ${show(expected)} levels of nesting are allowed, this place is deeper; flatten it`,
  },
  DOCUMENT_KEY_FORBIDDEN: {
    severity: 'error',
    zh: (_, found) => `键名不得为“${show(found)}”；请改名`,
    en: (_, found) => `"${show(found)}" is not allowed as a key; rename it`,
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
    zh: (expected, found) => `应为${show(expected)}，现为 ${show(found)}；请改正类型`,
    en: (expected, found) => `expected ${list(expected)}, found ${show(found)}; correct the type`,
  },
  SHAPE_REQUIRED: {
    severity: 'error',
    zh: (expected) => `应有“${show(expected)}”，现缺；请补上`,
    en: (expected) => `"${show(expected)}" is required and not there; add it`,
  },
  SHAPE_UNKNOWN_KEY: {
    severity: 'error',
    zh: (expected, found) => `此处没有“${show(found)}”这一项${suggestionZh(expected)}；请改名或删去`,
    en: (expected, found) => `there is no "${show(found)}" here${suggestionEn(expected)}; rename or remove it`,
  },
  SHAPE_CHOICE: {
    severity: 'error',
    zh: (expected, found) => `应为下列之一：${show(expected)}；现为 ${show(found)}`,
    en: (expected, found) => `expected one of ${list(expected)}; found ${show(found)}`,
  },
  SHAPE_FORMAT: {
    severity: 'error',
    zh: (expected, found) => `写法应为${part(expected, 'zh')}，现为“${show(found)}”；请改写`,
    en: (expected, found) => `expected ${part(expected, 'en')}, found "${show(found)}"; rewrite it`,
  },
  SHAPE_SIZE: {
    severity: 'error',
    zh: (expected, found) => `数量或长度应为 ${show(expected)}，现为 ${show(found)}；请增减`,
    en: (expected, found) => `size or length must be ${show(expected)}, found ${show(found)}; add or remove`,
  },
  SHAPE_OTHER: {
    severity: 'error',
    zh: (expected, found) => `不合规定（${show(expected)}），现为 ${show(found)}；请对照说明改正`,
    en: (expected, found) => `not allowed (${show(expected)}), found ${show(found)}; see the schema`,
  },
} satisfies Record<string, CatalogueEntry>

const suggestionZh = (expected: Parameters<typeof show>[0]) => (expected === null ? '' : `，是否为“${show(expected)}”`)
const suggestionEn = (expected: Parameters<typeof show>[0]) =>
  expected === null ? '' : `; did you mean "${show(expected)}"`
