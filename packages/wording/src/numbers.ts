import { CivilDate, Exact, type ItemType, type Language } from '@yardstick/model'

/**
 * Values as people read them. A shown value is rounded to the item's digits, but never across an edge that decides a
 * score: 94.996% under a threshold of 95% prints as 94.996%, because "95.00%, below 95%" is a sentence nobody believes.
 * Trailing zeros and thousands separators are not printed.
 */
export interface ValueForm {
  readonly type: ItemType
  readonly unit?: string | undefined
  /** Digits after the point; of a rate, digits of the ratio (4 shows 95.25%). */
  readonly digits?: number | undefined
}

/** Decimal text of at most `digits` digits after the point, 四舍五入, without trailing zeros: 2.50 → "2.5", 20/3 → "6.67". */
export function showExact(value: Exact, digits: number): string {
  return value.round(digits).toText()
}

/** A ratio as a percentage: 0.95 → "95%". `digits` are those of the ratio, so 4 shows at most two after the point. */
export function showRate(value: Exact, digits: number = DIGITS.rate, edges: readonly Exact[] = []): string {
  return `${value
    .round(digitsBeside(value, digits, edges))
    .times(HUNDRED)
    .toText()}%`
}

/**
 * A value with its unit, with at most the item's digits but as many as keep it on its side of every edge.
 *
 * edges    exact values in the value's own terms (a rate's as ratios); a value that is an edge shows as that edge
 * unit     follows the number: "50个" in Chinese, "50 个" in English
 * date     the value is a day number: "2021年12月31日", "2021-12-31"
 */
export function showValue(value: Exact, form: ValueForm, language: Language, edges: readonly Exact[] = []): string {
  if (form.type === 'date') {
    const date = dateOfDayNumber(value)
    return date === undefined ? value.toText() : showDate(date, language)
  }
  const digits = form.digits ?? DIGITS[form.type]
  if (form.type === 'rate') {
    if (form.unit === '‰') {
      return `${value
        .round(digitsBeside(value, digits, edges))
        .times(Exact.power10(3))
        .toText()}‰`
    }
    return showRate(value, digits, edges)
  }
  const number = showExact(value, digitsBeside(value, digits, edges))
  return form.unit === undefined ? number : showWithUnit(number, form.unit, language)
}

/** Points with their word: "6分", "6 points", "1 point". */
export function showPoints(value: Exact, language: Language, digits = 2): string {
  const number = showExact(value, digits)
  return language === 'zh' ? `${number}分` : `${number} ${number === '1' ? 'point' : 'points'}`
}

/** "50个" in Chinese, "50 个" in English; the percent signs stand close in both. */
export function showWithUnit(number: string, unit: string, language: Language): string {
  return language === 'zh' || unit === '%' || unit === '‰' ? number + unit : `${number} ${unit}`
}

/** "2021年12月31日" in Chinese, "2021-12-31" in English. */
export function showDate(date: CivilDate, language: Language): string {
  if (language === 'en') return date.text
  const [year = '', month = '', day = ''] = date.text.split('-')
  return `${Number(year)}年${Number(month)}月${Number(day)}日`
}

/** The day with this number (`CivilDate.dayNumber`); undefined where it is no day of the years 1 to 9999. */
export function dateOfDayNumber(dayNumber: Exact): CivilDate | undefined {
  if (!dayNumber.isWhole) return undefined
  const time = new Date(Number(dayNumber.numerator) * 86_400_000)
  if (Number.isNaN(time.getTime())) return undefined
  const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()]
  const pad = (part: number, width: number) => String(part).padStart(width, '0')
  return year < 1 ? undefined : CivilDate.parse(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
}

/** Digits after the point where an item states none (`design.md` 3); types without digits show whole numbers. */
const DIGITS: Readonly<Record<ItemType, number>> = {
  number: 2,
  money: 2,
  rate: 4,
  count: 0,
  date: 0,
  text: 0,
  choice: 0,
  boolean: 0,
  list: 0,
}

const HUNDRED = Exact.integer(100)
/** More digits than any submission can hold; past it a value and its edge are told apart by words, not digits. */
const MOST_DIGITS = 30

function digitsBeside(value: Exact, digits: number, edges: readonly Exact[]): number {
  for (let shown = digits; shown <= MOST_DIGITS; shown++) {
    const rounded = value.round(shown)
    if (edges.every((edge) => rounded.compare(edge) === value.compare(edge))) return shown
  }
  return digits
}
