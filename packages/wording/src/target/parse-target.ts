import type { Comparator } from '@yardstick/model'
import { foldText } from '../phrase/input.ts'
import { quote, unquote } from '../phrase/quote.ts'
import { tables } from '../words/index.ts'
import { withoutAround } from './around.ts'
import { parseDateTarget } from './parse-date.ts'
import { parseNumberTarget } from './parse-number.ts'
import { parseRangeTarget } from './parse-range.ts'
import { certain, comparatorRows, doubt, longestFirst, skipSpaces, type TargetReading, unsure } from './reading.ts'

/** What `readTarget` reads, without the author's words. */
export function parseTarget(text: string): TargetReading {
  const written = text.trim()
  // No target is as long; what a cell this long holds is a sentence.
  if (written.length > LONGEST) return parseSentence(written)
  const whole = unquote(written, 0)
  if (whole !== undefined && whole.end === written.length && whole.text !== '') return certain({ text: whole.text })
  const said = written.replace(/[。；;，,、！!\s]+$/, '')
  if (said === '') return { confidence: 'certain', issues: [] }
  if (NOTHING.has(foldText(said))) return { confidence: /\p{L}/u.test(said) ? 'likely' : 'certain', issues: [] }
  if (WITHOUT_YEAR.test(foldText(said))) return parseSentence(written)
  return parseBare(turned(said)) ?? parseAround(said) ?? parseSentence(written)
}

function parseBare(said: string): TargetReading | undefined {
  return parseFormula(said) ?? parseDateTarget(said) ?? parseRangeTarget(said) ?? parseNumberTarget(said)
}

/** 满意度≥90%: usage says what it means, the text says a little more. */
function parseAround(said: string): TargetReading | undefined {
  const bare = withoutAround(said)
  const read = bare === undefined ? undefined : parseBare(turned(bare))
  if (read?.target === undefined) return undefined
  // What is left may still be a remark to a remark; a sentence is none of ours.
  if ('text' in read.target) return undefined
  return read.confidence === 'certain' ? { ...read, confidence: 'likely' } : read
}

/** Brackets that stand for the signs they look like: 〈3%. */
function turned(said: string): string {
  return said.replace(/^[〈]/, '<').replace(/^[〉]/, '>')
}

const LONGEST = 400

/** ≥“年度任务数×1.1” */
function parseFormula(said: string): TargetReading | undefined {
  const folded = foldText(said)
  for (const [head, comparator] of FORMULA) {
    if (!folded.startsWith(head)) continue
    const body = unquote(said, skipSpaces(said, head.length))
    if (body?.end === said.length && body.text !== '') return certain({ comparator, formula: body.text })
  }
  return undefined
}

function parseSentence(written: string): TargetReading {
  const folded = foldText(written)
  if (WITHOUT_YEAR.test(folded)) return unsure({ text: written }, doubt('WORDING_TARGET_YEAR_UNKNOWN', written, null))
  const holdsNumber =
    /\d|百分之/.test(folded) || COMPARED.some(([word]) => /^[≥≤<>=]/.test(word) && folded.includes(word))
  return holdsNumber
    ? unsure({ text: written }, doubt('WORDING_TARGET_NUMBER_UNREAD', written, quote(written, 'zh')))
    : certain({ text: written })
}

/** 9月前, 12月31日前完成: a day whose year is missing. */
const WITHOUT_YEAR = /^\D{0,8}\d{1,2}月(?!份数)(?!.*年)|^(?:[本当全]?年|[本当]?季度?|[上下]半年)[底末]前?(?:完成)?$/
const NOTHING = new Set(tables.flatMap((table) => table.nothing))
const FORMULA = longestFirst(
  tables.flatMap((table) =>
    Object.entries(table.comparators).map(
      ([comparator, [sign]]) => [table.formula.map((word) => sign + word), comparator as Comparator] as const,
    ),
  ),
)
const COMPARED = longestFirst(comparatorRows)
