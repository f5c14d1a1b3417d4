import type { Language, Scheme } from '@yardstick/model'
import { groupAttributes, HeadNames } from './head-names.ts'

/** The row of heads to fill a table in under: whose and of when, then everything that is asked for, in the order of the scheme. */
export function tableHeads(scheme: Scheme, language: Language): string[] {
  const subject = language === 'zh' ? ['部门', '评价年度'] : ['Department', 'Period']
  const asked = new HeadNames(scheme, undefined).all.filter(({ isAsked }) => isAsked)
  return [...subject, ...groupAttributes(scheme), ...asked.map(({ head }) => head)]
}
