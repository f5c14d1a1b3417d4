import type { Evaluation, Language, ResultState } from '@yardstick/model'

/** What stands in a table of results besides names and figures. */
export interface ResultWords {
  readonly row: string
  readonly department: string
  readonly unit: string
  readonly project: string
  readonly period: string
  readonly state: string
  readonly total: string
  readonly grade: string
  readonly issues: string
  readonly states: { readonly [S in Evaluation['state'] | 'refused']: string }
  /** In place of a score that is not there. */
  readonly without: { readonly [S in Exclude<ResultState, 'present'>]: string }
  readonly missing: (names: readonly string[]) => string
  readonly joint: string
}

const zh: ResultWords = {
  row: '行号',
  department: '部门',
  unit: '单位',
  project: '项目',
  period: '评价周期',
  state: '状态',
  total: '总分',
  grade: '等级',
  issues: '问题',
  states: { final: '已定', provisional: '暂定', blocked: '暂无总分', refused: '未计分' },
  without: { missing: '空缺', 'not-applicable': '不适用', error: '有误' },
  missing: (names) => `缺少：${names.join('、')}`,
  joint: '；',
}

const en: ResultWords = {
  row: 'Row',
  department: 'Department',
  unit: 'Unit',
  project: 'Project',
  period: 'Period',
  state: 'State',
  total: 'Total',
  grade: 'Grade',
  issues: 'Issues',
  states: { final: 'final', provisional: 'provisional', blocked: 'no total', refused: 'not scored' },
  without: { missing: 'missing', 'not-applicable': 'not applicable', error: 'in error' },
  missing: (names) => `missing: ${names.join(', ')}`,
  joint: '; ',
}

export const resultWords: { readonly [L in Language]: ResultWords } = { zh, en }
