import { canonicalDecimal, Exact } from '@yardstick/model'
import { isKnown, isUsualUnit } from '../words/units.ts'

/** Numbers with what follows them: `10万份`, `126.3万元`, `九成`. */

/** 10万份 is 100000份, 126.3万元 stays as it is: a unit the table knows is never taken apart. 九成 is 90%. */
export function scaled(
  texts: readonly string[],
  tail: string | undefined,
  unit: string,
): { values: string[]; unit: string | undefined; isTenths?: true } | undefined {
  if (tail === undefined || tail === '' || isKnown(tail)) return { values: [...texts], unit: unit || undefined }
  if (tail === '成')
    return { values: texts.map((text) => `${exactOf(text).times(TEN).toText()}%`), unit: undefined, isTenths: true }
  let rest = tail
  let factor = Exact.one
  for (let multiple = MULTIPLES[rest[0] ?? '']; multiple !== undefined; multiple = MULTIPLES[rest[0] ?? '']) {
    if (isKnown(rest) || KILO.test(rest)) break
    factor = factor.times(multiple)
    rest = rest.slice(1)
  }
  if (texts.some((text) => text.endsWith('%')) && factor.compare(Exact.one) !== 0) return undefined
  const values = texts.map((text) =>
    text.endsWith('%') ? text : canonicalDecimal(exactOf(text).times(factor).toText()),
  )
  return values.every((value) => Exact.parse(value) !== undefined) ? { values, unit: rest || undefined } : undefined
}

export function withUnit<T extends object>(target: T, unit: string | undefined): T & { unit?: string } {
  return unit === undefined ? target : { ...target, unit }
}

export function isUsual(unit: string | undefined): boolean {
  if (unit === undefined || unit === '') return true
  return isUsualUnit(unit) || isUsualUnit(unit.replace(/^[十百千万亿]+/, '')) || /^[十百千万亿]+$/.test(unit)
}

/** A usual unit, or a short word without digits and signs: 50场, 50枚. Longer ones are sentences that begin with a number. */
export function mayBeUnit(text: string): boolean {
  if (/^[/／]\d/.test(text)) return false
  if (text === '' || isUsual(text)) return true
  // 8O%, 1l: letters that a scanner, or a hand, took for digits.
  if (/^[Oo0lI|][%％]?$/.test(text)) return false
  return (
    /^[\p{L}\p{M}]{1,5}[/／]\d*[\p{L}\p{M}]{0,5}$/u.test(text) ||
    /^[kKcCmMdD]?m[23²³]$/.test(text) ||
    /^(?![/／])[\p{L}\p{M}°℃㎡㎥㎞㎏²³‰µ%/／·]{1,5}$/u.test(text)
  )
}

/** The number of canonical decimal text; a percentage as its ratio. */
export function exactOf(text: string): Exact {
  return Exact.parse(text) ?? Exact.zero
}

/** 千克/亩, 千瓦时: units of their own, and no thousands of something. */
const KILO = /^千(?:克|米|瓦|升|伏|安|焦|帕|卡|赫|牛|字节)/
const TEN = Exact.integer(10)
const MULTIPLES: Readonly<Record<string, Exact>> = {
  十: Exact.power10(1),
  百: Exact.power10(2),
  千: Exact.power10(3),
  万: Exact.power10(4),
  亿: Exact.power10(8),
}
