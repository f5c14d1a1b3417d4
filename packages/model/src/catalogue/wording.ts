import type { Json } from '../json.ts'
import type { CatalogueEntry } from './entry.ts'
import { list, show } from './words.ts'

/** Sentences and targets that cannot be read, or only with a gap: what `wording` says about other people's words. */
export const wordingIssues = {
  WORDING_TARGET_NO_VALUE: {
    severity: 'error',
    zh: (expected, found) => `“${show(expected)}”之后应有数值，现目标值只有“${show(found)}”；请补上数值`,
    en: (expected, found) => `expected a value after "${show(expected)}", found only "${show(found)}"; write the value`,
  },
  WORDING_TARGET_NO_COMPARATOR: {
    severity: 'warning',
    zh: (expected, found) => `目标值应写明方向（≥、≤ 或 =），现为“${show(found)}”；暂按“${show(expected)}”理解，请确认`,
    en: (expected, found) =>
      `a target states its direction (≥, ≤ or =), found "${show(found)}"; taken as "${show(expected)}", please confirm`,
  },
  WORDING_TARGET_DAY_UNKNOWN: {
    severity: 'warning',
    zh: (expected, found) => `时限应写到日，现为“${show(found)}”；暂按 ${show(expected)} 理解，请确认`,
    en: (expected, found) =>
      `a time limit names the day, found "${show(found)}"; taken as ${show(expected)}, please confirm`,
  },
  WORDING_TARGET_YEAR_UNKNOWN: {
    severity: 'warning',
    zh: (_, found) => `时限应写明年份，现为“${show(found)}”；暂按文字目标保存，请补上年份`,
    en: (_, found) => `a time limit names the year, found "${show(found)}"; kept as a sentence, please add the year`,
  },
  WORDING_TARGET_ROUGH: {
    severity: 'warning',
    zh: (expected, found) => `目标值应为确定的数，现为“${show(found)}”；暂按“${show(expected)}”理解，请改为确数或区间`,
    en: (expected, found) =>
      `a target is a definite number, found "${show(found)}"; taken as "${show(expected)}", write a number or a range`,
  },
  WORDING_TARGET_SCANNED: {
    severity: 'warning',
    zh: (expected, found) =>
      `目标值应写明方向（≥、≤ 或 =），现为“${show(found)}”，可能是扫描把“≥”认成了“2”；暂按“${show(expected)}”理解，请确认`,
    en: (expected, found) =>
      `a target states its direction (≥, ≤ or =), found "${show(found)}", in which a scanner may have read ≥ as 2; taken as "${show(expected)}", please confirm`,
  },
  WORDING_TARGET_CONTRADICTS: {
    severity: 'warning',
    zh: (expected, found) => `目标值前后的比较词应一致，现为“${show(found)}”；暂按“${show(expected)}”理解，请只留一个`,
    en: (expected, found) =>
      `the words before and after a target must agree, found "${show(found)}"; taken as "${show(expected)}", keep one of them`,
  },
  WORDING_TARGET_RANGE_TURNED: {
    severity: 'hint',
    zh: (_expected, found) => `区间应由小到大，现为“${show(found)}”；已调换两端，请核对`,
    en: (_expected, found) =>
      `a range runs from low to high, found "${show(found)}"; its ends were turned, please check`,
  },
  WORDING_TARGET_NUMBER_UNREAD: {
    severity: 'hint',
    zh: (expected, found) =>
      `含数字的目标值应能读成数值，现“${show(found)}”按文字保存；需要计算时请改写，确为文字可加引号：${show(expected)}`,
    en: (expected, found) =>
      `a target with numbers should read as a value, "${show(found)}" is kept as a sentence; rewrite it to compute with it, or quote it: ${show(expected)}`,
  },
  WORDING_STANDARD_UNREAD: {
    severity: 'error',
    zh: (expected, found) => `此处应为${couldStandZh(expected)}；${stoodZh(found)}；请按评分标准的句式改写`,
    en: (expected, found) =>
      `expected here: ${couldStandEn(expected)}; ${stoodEn(found)}; rewrite it as scoring standards are worded`,
  },
  WORDING_AMBIGUOUS: {
    severity: 'error',
    zh: (expected, found) => `一句话应只有一种理解，“${show(found)}”可理解为：${show(expected)}；请选用其中一种写法`,
    en: (expected, found) =>
      `a sentence must have one meaning, "${show(found)}" can mean: ${list(expected)}; use one of these wordings`,
  },
  WORDING_BANDS_GAP: {
    severity: 'error',
    zh: (expected, found) =>
      `相邻两档应首尾相接、只有一侧含端点，现“${show(expected)}”与“${show(found)}”不相接；请改正端点`,
    en: (expected, found) =>
      `neighbouring bands must meet, with the edge in one of them; "${show(expected)}" and "${show(found)}" do not; correct the edges`,
  },
  WORDING_CONDITION_UNREAD: {
    severity: 'error',
    zh: (expected, found) => `条件在此处应为${couldStandZh(expected)}；${stoodZh(found)}；请改写`,
    en: (expected, found) => `expected here in a condition: ${couldStandEn(expected)}; ${stoodEn(found)}; rewrite it`,
  },
} satisfies Record<string, CatalogueEntry>

/** What a reader of sentences names by a sign for it, since it could be any. */
const KINDS: ReadonlyMap<string, readonly [zh: string, en: string]> = new Map([
  ['0', ['数字', 'a number']],
  ['1', ['整数', 'a whole number']],
  ['0%', ['百分数', 'a percentage']],
  ['≥95%', ['目标值', 'a target']],
  ['“', ['引号中的文字', 'text in quotes']],
])

/** The words that could go on, each in quotes, so that their own commas and brackets are seen to be theirs. */
function couldStandZh(expected: Json): string {
  return wordsIn(expected, 0, citedZh).join('、')
}

function couldStandEn(expected: Json): string {
  return wordsIn(expected, 1, citedEn).join(', ')
}

function wordsIn(expected: Json, language: 0 | 1, cited: (text: string) => string): string[] {
  const words = Array.isArray(expected) ? (expected as Json[]) : [expected]
  return [...new Set(words.map((each) => KINDS.get(show(each))?.[language] ?? cited(show(each))))]
}

/** What stood there instead; nothing where the text ends. */
function stoodZh(found: Json): string {
  if (found === '') return '现到此为止'
  return isLoneQuote(found) ? '现为单独一个引号' : `现为${citedZh(show(found))}`
}

function stoodEn(found: Json): string {
  if (found === '') return 'found the end of the text'
  return isLoneQuote(found) ? 'found a single quotation mark' : `found ${citedEn(show(found))}`
}

const isLoneQuote = (found: Json) => /^\s*[“”"]\s*$/.test(show(found))

/** In “ ”, with the quotation marks of the text itself as ‘ ’. */
function citedZh(text: string): string {
  return `“${text.replace(/“/g, '‘').replace(/”/g, '’')}”`
}

function citedEn(text: string): string {
  return `"${text.replace(/["“”]/g, "'")}"`
}
