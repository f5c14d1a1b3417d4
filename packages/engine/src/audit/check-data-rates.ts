import { Exact, type Issue, issue, pointer } from '@yardstick/model'
import { percentText, printedPercentText, recompute } from './printed.ts'
import { type Expectation, expectRate, type Quotient } from './rate-meaning.ts'
import { type Fact, type FactGroup, factGroups, type Rate, recordLists } from './row-facts.ts'
import type { RowView } from './sheet-view.ts'

/**
 * Percentages among the facts of a row against the numbers beside them.
 *
 * A percentage is wrong only where its name and the names of the numbers say beyond doubt what is divided by what
 * (`rate-meaning.ts`), and where in addition no other quotient of these numbers gives it. Everything else is let pass:
 * better to miss than to be wrong.
 */
export function checkDataRates(row: RowView): Issue[] {
  return [...factGroups(row).flatMap(checkGroup), ...recordLists(row).flatMap(checkLeftOut)]
}

function checkGroup(group: FactGroup): Issue[] {
  return group.rates.flatMap((rate) => [...checkRate(group, rate), ...checkShare(group, rate)])
}

function checkRate(group: FactGroup, rate: Rate): Issue[] {
  const expectation = expectRate(rate, group.facts)
  if (expectation === undefined) return []
  const at = { pointer: `${group.pointer}${pointer(rate.key)}`, where: group.where }
  const found = printedPercentText(rate.printed)
  const { quotients, otherBases, isCertain } = expectation
  const printedOne = quotients.find((each) => isPrintedAs(rate, each.ratio) === 'rounded')
  if (printedOne !== undefined) return checkBasis(expectation, printedOne, rate, at)
  const shown = quotients[0]!
  const other = otherBases.find((each) => isPrintedAs(rate, each.ratio) === 'rounded')
  if (other !== undefined) {
    return [
      issue('AUDIT_RATE_DENOMINATOR', { ...at, expected: quotientText(shown, rate), found: asPrinted(other, rate) }),
    ]
  }
  if (!isCertain) return []
  if (quotients.some((each) => isPrintedAs(rate, each.ratio) === 'truncated')) {
    return [issue('AUDIT_RATE_TRUNCATED', { ...at, expected: percentText(shown.ratio, rate.printed.digits), found })]
  }
  if (isSomeQuotient(rate, expectation.of)) return []
  return [issue('AUDIT_DATA_RATE', { ...at, expected: quotientText(shown, rate), found })]
}

interface At {
  readonly pointer: string
  readonly where: readonly string[]
}

/** The rate is right as it is named; the row prints numbers by which the same rate would be another. */
function checkBasis(expectation: Expectation, printed: Quotient, rate: Rate, at: At): Issue[] {
  return expectation.alternatives.flatMap(({ code, severity, quotient }) =>
    isPrintedAs(rate, quotient.ratio) === 'rounded'
      ? []
      : [issue(code, { ...at, severity, expected: quotientText(quotient, rate), found: asPrinted(printed, rate) })],
  )
}

function quotientText({ ratio, by, over }: Quotient, { name, printed }: Rate) {
  return { name, rate: percentText(ratio, printed.digits), by, over }
}

function asPrinted({ by, over }: Quotient, { name, printed }: Rate) {
  return { name, rate: printedPercentText(printed), by, over }
}

/** The kindest outcome of all readings. */
function isPrintedAs(rate: Rate, ratio: Exact): 'rounded' | 'truncated' | 'different' {
  const outcomes = rate.readings.map((each) => recompute(each, ratio))
  return outcomes.find((each) => each === 'rounded') ?? outcomes.find((each) => each === 'truncated') ?? 'different'
}

/** Whether any two of the numbers give it after all, as a share, a complement or a growth. */
function isSomeQuotient(rate: Rate, facts: readonly Fact[]): boolean {
  return facts.some((left) =>
    facts.some((right) => {
      if (left === right || right.value.sign === 0) return false
      const ratio = left.value.over(right.value)
      const forms = [ratio, ratio.minus(Exact.one), Exact.one.minus(ratio)]
      return forms.some((each) => isPrintedAs(rate, each) === 'rounded')
    }),
  )
}

/**
 * 满意度 beside the number of valid questionnaires: a share of n answers is k ÷ n for a whole k. Where no k gives the
 * printed rate it is an average of marks, which the reader should know.
 */
function checkShare(group: FactGroup, rate: Rate): Issue[] {
  if (!/满意[度率]/.test(rate.name)) return []
  const answers = group.facts.filter((each) => /有效/.test(each.label) && each.value.isWhole && each.value.sign > 0)
  const [base] = answers
  if (base === undefined || answers.length > 1) return []
  const below = rate.printed.value.times(base.value).floor()
  const shares = [below, below.plus(Exact.one)].map((count) => count.over(base.value))
  if (shares.some((each) => recompute(rate.printed, each) !== 'different')) return []
  return [
    issue('AUDIT_RATE_NO_SHARE', {
      pointer: `${group.pointer}${pointer(rate.key)}`,
      where: group.where,
      expected: { base: base.value.toText(), shares: shares.map((each) => percentText(each, rate.printed.digits)) },
      found: printedPercentText(rate.printed),
    }),
  ]
}

/**
 * A list in which most records print a rate and all of those recompute: a record that has the numbers and leaves the
 * rate out is told where its rate would lie outside 0…100 %, for that is where such cells are left blank.
 */
function checkLeftOut(records: readonly FactGroup[]): Issue[] {
  const keys = new Set(records.flatMap((each) => each.rates.map((rate) => rate.key)))
  return [...keys].flatMap((key) => {
    const printing = records.flatMap((record) =>
      record.rates.filter((rate) => rate.key === key).map((rate) => ({ record, rate })),
    )
    const allRecompute = printing.every(({ record, rate }) => {
      const quotients = expectRate(rate, record.facts)?.quotients ?? []
      return quotients.some((each) => isPrintedAs(rate, each.ratio) === 'rounded')
    })
    if (printing.length < 2 || printing.length * 2 < records.length || !allRecompute) return []
    return records.filter((record) => isBlank(record.data[key])).flatMap((record) => leftOut(record, key))
  })
}

function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && /^[\s\-—–/]*$/.test(cell))
}

function leftOut(record: FactGroup, key: string): Issue[] {
  const quotient = expectRate({ name: key, isOwn: false }, record.facts)?.quotients[0]
  if (quotient === undefined) return []
  if (quotient.ratio.sign >= 0 && quotient.ratio.atMost(Exact.one)) return []
  const { ratio, by, over } = quotient
  const expected = { name: key, rate: percentText(ratio, 2), by, over }
  return [issue('AUDIT_RATE_LEFT_OUT', { pointer: record.pointer, where: record.where, expected, found: null })]
}
