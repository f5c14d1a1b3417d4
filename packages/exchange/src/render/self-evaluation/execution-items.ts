import { type Item, itemById, leaves, type Scheme } from '@yardstick/model'
import type { FundsColumn } from './self-evaluation-words.ts'

/**
 * A bureau calls its amounts as it likes; what its 预算执行率 divides by what says which is which: the amount spent over the
 * budget. A budget of the beginning of the year is no 全年预算数, and what is no budget at all (到位资金) is neither.
 */
export function executionItems(scheme: Scheme): { readonly [C in FundsColumn]?: Item } {
  const items = itemById(scheme)
  const amount = (name: string | undefined) => {
    const item = name === undefined ? undefined : items.get(name.replace(/^\[(.*)\]$/, '$1'))
    return item?.type === 'money' ? item : undefined
  }
  for (const { node } of leaves(scheme)) {
    const { name, actual = '' } = node
    if (!EXECUTION.test(name)) continue
    const formula = scheme.measures?.find(({ id }) => id === actual.trim())?.formula ?? actual
    const [, over, under] = QUOTIENT.exec(formula) ?? []
    const [spent, budget] = [amount(over), amount(under)]
    if (spent === undefined || budget === undefined || !/预算/.test(budget.label ?? budget.id)) continue
    return /年初/.test(budget.label ?? budget.id) ? { initial: budget, spent } : { annual: budget, spent }
  }
  return {}
}

/** The whole budget's, not that of purchases or of one fund. */
const EXECUTION = /^(?:部门|项目|全年|整体)*预算(?:资金)?(?:执行|完成|支出)率$/

/** One name over another; a formula of more is left to people. */
const QUOTIENT = /^\s*(\[[^\]]+\]|[^\s+*/÷／×(),（），[\]-]+)\s*[/÷／]\s*(\[[^\]]+\]|[^\s+*/÷／×(),（），[\]-]+)\s*$/
