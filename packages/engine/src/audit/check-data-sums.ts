import { type Exact, type Issue, issue, pointer } from '@yardstick/model'
import { isExplainedByRounding } from './check-sums.ts'
import { type Fact, type FactGroup, factGroups } from './row-facts.ts'
import type { RowView } from './sheet-view.ts'

/**
 * Amounts among the facts of a row that add up by definition: 基本支出 and 项目支出 make the whole, the sources make the
 * funds of the year, an opening budget with what moved in and out is the adjusted one; and no part is above its whole.
 */
export function checkDataSums(row: RowView): Issue[] {
  const groups = factGroups(row)
  return groups.flatMap((group) => [
    ...checkParts(
      group,
      groups.filter((each) => isInside(each, group)),
    ),
    ...checkFlatParts(group),
    ...checkMoves(group),
    ...checkNesting(group),
  ])
}

function isInside(inner: FactGroup, outer: FactGroup): boolean {
  return inner.pointer.startsWith(`${outer.pointer}/`) && !inner.pointer.slice(outer.pointer.length + 1).includes('/')
}

/** {年初预算数, 全年预算数, 基本支出: {年初, 全年}, 项目支出: {年初, 全年}}: column by column. */
function checkParts(whole: FactGroup, inner: readonly FactGroup[]): Issue[] {
  const parts = PARTITIONS.map((names) => names.map((name) => inner.find((each) => name.test(each.name))))
    .map((found) => found.flatMap((each) => each ?? []))
    .find((found, index) => found.length === PARTITIONS[index]!.length)
  if (parts === undefined) return []
  return whole.facts.flatMap((total) => {
    const column = parts.map((part) => factInColumn(part, total))
    const known = column.flatMap((each) => each ?? [])
    return known.length < column.length ? [] : wrongTotal(whole, total, known)
  })
}

/** 年初 stands for 年初预算数, and for nothing else of the whole. */
function factInColumn(part: FactGroup, total: Fact): Fact | undefined {
  const exact = part.facts.find((each) => each.key === total.key)
  const shortened = part.facts.filter((each) => each.unit === total.unit && total.label.startsWith(each.label))
  return exact ?? (shortened.length === 1 ? shortened[0] : undefined)
}

/** {基本支出, 项目支出, 支出合计} in one object. */
function checkFlatParts(group: FactGroup): Issue[] {
  return PARTITIONS.flatMap((names) => {
    const parts = names.flatMap((name) => group.facts.filter((each) => name.test(each.label)))
    const [unit] = parts.map((each) => each.unit)
    const totals = group.facts.filter((each) => TOTAL.test(each.label) && each.unit === unit)
    const [total] = totals
    if (parts.length !== names.length || total === undefined || totals.length > 1) return []
    return parts.every((each) => each.unit === unit) ? wrongTotal(group, total, parts) : []
  })
}

/** {年初: 245, 划出: 30.5, 调整后: 214.5} */
function checkMoves(group: FactGroup): Issue[] {
  const opening = group.facts.filter((each) => /^年初(?!.*(?:支出|结转))/.test(each.label))
  const adjusted = group.facts.filter((each) => /^调整后/.test(each.label))
  const moves = group.facts.flatMap((each) => {
    if (/划出|调减|追减|核减/.test(each.label)) return [{ ...each, value: each.value.abs().negated() }]
    return /划入|调增|追加|核增/.test(each.label) ? [each] : []
  })
  const [from, to] = [opening[0], adjusted[0]]
  if (from === undefined || to === undefined || moves.length === 0) return []
  if (opening.length > 1 || adjusted.length > 1) return []
  return [...moves, to].every((each) => each.unit === from.unit) ? wrongTotal(group, to, [from, ...moves]) : []
}

function wrongTotal(group: FactGroup, total: Fact, parts: readonly Fact[]): Issue[] {
  const values = parts.map((each) => each.value)
  const expected = values.reduce((left, right) => left.plus(right))
  if (expected.equals(total.value)) return []
  const at = { pointer: `${group.pointer}${pointer(total.key)}`, where: group.where }
  const found = total.value.toText()
  if (isExplainedByRounding(values, expected, total.value)) {
    return [issue('AUDIT_SUM_ROUNDING', { ...at, expected: expected.toText(), found })]
  }
  return [
    issue('AUDIT_DATA_SUM', {
      ...at,
      expected: { name: total.label, sum: expected.toText(), by: byText(values) },
      found,
    }),
  ]
}

function byText(values: readonly Exact[]): string {
  const [first, ...rest] = values
  return rest.reduce(
    (text, each) => `${text} ${each.sign < 0 ? '−' : '+'} ${each.abs().toText()}`,
    first?.toText() ?? '',
  )
}

/** 发放 ≥ 收回 ≥ 有效, 总数 ≥ 已…. */
function checkNesting(group: FactGroup): Issue[] {
  const named = (pattern: RegExp) => group.facts.filter((each) => pattern.test(each.label))
  const isSurvey = named(/问卷|发放/).length > 0 && named(/有效/).length > 0
  const chain = isSurvey ? [named(/发放/), named(/收回|回收/), named(/有效/)] : [named(/总数$/), named(/^已/)]
  const links = chain.filter((each) => each.length === 1).flat()
  return links.slice(1).flatMap((part, index) => {
    const whole = links[index]!
    if (part.unit !== whole.unit || part.value.atMost(whole.value)) return []
    return [
      issue('AUDIT_PART_ABOVE_WHOLE', {
        pointer: `${group.pointer}${pointer(part.key)}`,
        where: group.where,
        expected: { name: whole.label, value: whole.value.toText() },
        found: { name: part.label, value: part.value.toText() },
      }),
    ]
  })
}

const PARTITIONS: readonly (readonly RegExp[])[] = [
  [/^基本支出/, /^项目支出/],
  [/^人员经费/, /^(?:日常)?公用经费/],
  [/财政拨款/, /^上年结转/, /^其他资金/],
]
const TOTAL = /^(?:合计|总计|支出合计|支出总计|总支出|年度资金总额|资金总额)$/
