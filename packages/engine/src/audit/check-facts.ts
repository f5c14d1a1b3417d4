import { type Issue, issue } from '@yardstick/model'
import { printedPercentText } from './printed.ts'
import { type FactGroup, factGroups, type Rate } from './row-facts.ts'
import type { RowView, SheetView } from './sheet-view.ts'

/**
 * One rate under one name with two values: 基本支出 › 执行率 in the head of the table and a row 基本支出预算执行率 further
 * down. Names have to be the same word for word; numbers that differ only in their digits are the same.
 */
export function checkFacts(view: SheetView): Issue[] {
  const named = view.rows.flatMap((row) =>
    factGroups(row)
      .slice(1)
      .flatMap((group) => namesOf(row, group)),
  )
  return view.rows.flatMap((row) => {
    const own = factGroups(row)[0]?.rates.find((each) => each.isOwn)
    if (own === undefined) return []
    const conflicting = named.filter(({ name, rate, group }) => {
      return name === row.row.name && group.row !== row && !isSame(rate, own)
    })
    const [conflict] = conflicting
    return conflict === undefined ? [] : [conflictIssue(row, own, conflict)]
  })
}

interface Named {
  readonly name: string
  readonly group: FactGroup
  readonly rate: Rate
}

/** 执行率 of the object 基本支出 in the row 预算执行率 is 基本支出执行率 and 基本支出预算执行率. */
function namesOf(row: RowView, group: FactGroup): Named[] {
  return group.rates.flatMap((rate) => {
    const full = row.row.name.endsWith(rate.key) ? [`${group.name}${row.row.name}`] : []
    return [`${group.name}${rate.key}`, ...full].map((name) => ({ name, group, rate }))
  })
}

function isSame(left: Rate, right: Rate): boolean {
  const digits = Math.min(left.printed.digits, right.printed.digits) + 2
  return left.printed.value.round(digits).equals(right.printed.value.round(digits))
}

function conflictIssue(row: RowView, own: Rate, conflict: Named): Issue {
  return issue('AUDIT_FACT_CONFLICT', {
    pointer: `${row.pointer}/data/${own.key}`,
    where: row.names,
    expected: { value: printedPercentText(conflict.rate.printed), at: [...conflict.group.where, conflict.rate.key] },
    found: printedPercentText(own.printed),
  })
}
