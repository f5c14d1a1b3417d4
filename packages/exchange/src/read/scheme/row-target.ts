import type { Comparator, Target } from '@yardstick/model'
import { readTarget } from '@yardstick/wording'
import type { IndicatorRow } from '../indicator/indicator-table.ts'

/** What a row's target is, and what is open about it. */
export interface RowTarget {
  readonly target: Target | undefined
  /**
   * comparator  it was written without one, and `target` has the one that the name suggests
   * equals      it was written with =, and the name suggests more than that
   * unread      it could not be read for certain and stands as it was written
   */
  readonly open: 'comparator' | 'equals' | 'unread' | undefined
}

/** The target as it is written. */
export function targetOfRow({ name, target: text }: Pick<IndicatorRow, 'name' | 'target'>): RowTarget {
  if (text === undefined) return { target: undefined, open: undefined }
  const { target, issues, confidence } = readTarget(text)
  const isBare = issues.some(({ code }) => code === 'WORDING_TARGET_NO_COMPARATOR')
  // A day is the last one, whether or not 前 stands behind it.
  if (isBare && target !== undefined && 'date' in target)
    return { target: { ...target, comparator: '<=' }, open: undefined }
  if (isBare && target !== undefined && 'comparator' in target)
    return { target: { ...target, comparator: suggestedComparator(name) }, open: 'comparator' }
  if (target !== undefined && 'value' in target && target.comparator === '=' && EQUALS.test(text))
    return { target, open: 'equals' }
  // A comparator without a value, a day without its year: the words stay, so that nothing is lost.
  if (confidence === 'unsure') return { target: target ?? { text: text.trim() }, open: 'unread' }
  return { target, open: undefined }
}

/** The same with this comparator. `text`: what is written, which stays where it says something else now. */
export function withComparator(
  target: Target | undefined,
  comparator: Comparator,
  text: string | undefined,
): Target | undefined {
  if (target === undefined || !('comparator' in target) || target.comparator === comparator) return target
  return { ...target, comparator, ...(text === undefined ? {} : { written: target.written ?? text.trim() }) }
}

/** Which way the name says is better. */
export function suggestedComparator(name: string): '>=' | '<=' {
  return LESS_IS_BETTER.test(name) ? '<=' : '>='
}

/** Tables write = for "as planned"; words such as 等于 mean it. */
const EQUALS = /^\s*[=＝═]/

/** Words in names of which less is better. */
const LESS_IS_BETTER =
  /成本|投诉|差错|错误|事故|违规|违法|违纪|损失|遗失|失业|故障|超支|超标|能耗|退件|逾期|缺陷|死亡|流失|空编|结余|结转|时长|耗时|办理时限|响应时间/
