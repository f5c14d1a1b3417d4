import { FORMS } from './extent-forms.ts'
import { maybe, oneOf, pattern } from './pattern.ts'
import type { Span } from './rule-reading.ts'
import type { Extent } from './statement.ts'

/** Conditions on a value: 达到95%, 80%（含）-90%, 60%≤完成率＜80%, 达标, 逾期, ±5%以内, 否则. */
export interface ExtentRead {
  readonly extent: Extent
  readonly end: number
  readonly subject?: string | undefined
  readonly spans: { readonly low?: Span | undefined; readonly high?: Span | undefined }
}

/** Every reading of a condition at this place, what the value is called before it or not; the shortest name first. */
export function extentsAt(folded: string, at: number): ExtentRead[] {
  const start = IF.match(folded, at)?.end ?? at
  const found: ExtentRead[] = []
  for (let place = start; place - start <= LONGEST_NAME; place++) {
    for (const [form, read] of FORMS) {
      const match = form.match(folded, place)
      const extent = match === undefined ? undefined : read(match)
      if (match === undefined || extent === undefined) continue
      const subject = folded.slice(start, place) || match.said['subject']
      if (subject !== undefined && (HALF.test(subject) || RANKS.test(subject))) continue
      const { low, high, value } = match.spans
      const isUpper = extent.is === 'between' && extent.low === undefined
      const spans = { low: low ?? (isUpper ? undefined : value), high: high ?? (isUpper ? value : undefined) }
      found.push({ extent, end: match.end, ...(subject === undefined ? {} : { subject }), spans })
    }
    // 满意度（通过问卷调查取得）≥85%: an explanation within the name.
    const aside = ASIDE.exec(folded.slice(place, place + 30))?.[0]
    if (aside !== undefined && place > start) {
      place += aside.length - 1
      continue
    }
    if (!NAMES.test(folded[place] ?? ',') && !folded.startsWith('得分', place)) break
  }
  return found
}

/** Between a condition and a deduction or a proportion. */
export const LINK = pattern`的?[,;:]?${maybe('则', '应', '应当', '每', '再')}(?<!每)`

/** What may stand in the name of a value. */
const NAMES = /[^,;。:\n()[\]≥≤><=÷×+\d%±每得扣否①-⑳]/
const ASIDE = /^\([^()\d%≥≤<>=±]{2,24}\)/
const LONGEST_NAME = 60
/** A place among others is no value of the row. */
const RANKS =
  /(?:下降|减少|降低|压减|压降|缩短)(?!率|幅|比例|值|量|数)|排名|名次|位次|排位|排序|第$|^前$|[市省县区国]前$/
/** No name, but the first half of a comparison. */
const HALF =
  /^(?:大?约|大致|接近|近|至多|最多|除|非)$|超过|超出|低于|高于|大于|小于|少于|多于|不足|达到|不超过|等于|控制在|(?:至|每|扣|加|按|按照)$/
const IF = pattern`${oneOf('如果', '如', '若', '当', '凡', '')}`
