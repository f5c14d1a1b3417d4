import { writeName } from '@yardstick/formula'
import type { Item, Measure } from '@yardstick/model'
import { type FoundFormulas, findFormulas, type RuleReading } from '@yardstick/wording'
import type { IndicatorRow } from '../indicator/indicator-table.ts'

/** What a row says elsewhere than in its 评分标准 about how its value is reckoned. */
export type RowFormula = Pick<RuleReading, 'measures' | 'items'> & { readonly actual: string }

/**
 * The formula of 计算公式, else of 指标解释, that gives the row's value: the one of its name, or the only one there is. One
 * that speaks of points or of the target is a rule, and none that could not be read in full is taken.
 */
export function formulaOfRow({ name, formula, definition }: IndicatorRow): RowFormula | undefined {
  for (const text of [formula, definition]) {
    if (text === undefined) continue
    const found = findFormulas(text, { name })
    const own = found.broken.length > 0 ? undefined : ownFormula(found, name)
    if (own !== undefined) return own
  }
  return undefined
}

function ownFormula({ formulas }: FoundFormulas, name: string): RowFormula | undefined {
  const plain = formulas.filter(
    (each) => !each.isScore && each.isMended !== true && each.operands.every(({ role }) => role === 'item'),
  )
  const named = plain.find((each) => each.name !== undefined && bare(each.name) === bare(name))
  const only = formulas.length === 1 ? plain[0] : undefined
  const own = named ?? only
  if (own === undefined) return undefined
  const id = own.name ?? nameOf(name)
  const items = own.operands.map(
    ({ name: operand, type = 'number', unit, note }): Item => ({
      id: operand,
      type,
      ...(unit === undefined ? {} : { unit }),
      ...(note === undefined ? {} : { note }),
    }),
  )
  // A name that is computed by itself is none.
  if (items.some((item) => item.id === id)) return undefined
  const measure: Measure = { id, formula: own.formula, type: own.type === 'count' ? 'number' : own.type }
  return { actual: writeName(id), measures: [measure], items: uniqueItems(items) }
}

function uniqueItems(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()]
}

const bare = (name: string) => name.normalize('NFKC').replace(/[“”"（）()《》\s%]/g, '')

/** As measures may be named. */
const nameOf = (text: string) =>
  text
    .replace(/[\p{Cc}[\]\s]+/gu, ' ')
    .trim()
    .slice(0, 150)
