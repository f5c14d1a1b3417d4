import type { Language, ResultState } from '@yardstick/model'
import { resultWords } from '../result-words.ts'

export type FormKind = 'project' | 'department'
export type FundsRow = 'total' | 'fiscal' | 'carried' | 'other' | 'basic' | 'projects'
export type FundsColumn = 'initial' | 'annual' | 'spent'

/** What the self-evaluation forms print around what is filled in. */
export interface FormWords {
  readonly title: { readonly [K in FormKind]: string }
  readonly period: (period: string) => string
  readonly head: { readonly [H in 'project' | 'department' | 'unit' | 'departmentName']: string }
  readonly funds: { readonly [K in FormKind]: string }
  readonly spending: { readonly [K in FormKind]: string }
  readonly rows: { readonly [R in FundsRow]: string } & { readonly departmentTotal: string }
  readonly columns: { readonly [C in FundsColumn | 'departmentSpent' | 'points' | 'rate' | 'score']: string }
  readonly goals: { readonly [K in FormKind]: string }
  readonly expected: string
  readonly achieved: string
  readonly indicators: string
  readonly levels: readonly [string, string, string]
  readonly target: string
  readonly actual: string
  readonly deviation: string
  readonly withPoints: (name: string, points: string) => string
  readonly bonus: (name: string) => string
  readonly withShare: (level: string, share: string) => string
  readonly elements: (met: number, count: number) => string
  readonly total: string
  readonly noTotal: string
  readonly unscored: { readonly [S in ResultState]: string }
  readonly other: string
  readonly none: string
  readonly provisional: string
  readonly blocked: string
  /** A field of the form that stands empty. */
  readonly fieldOf: (row: string, field: string) => string
  readonly foot: (scheme: string, submission: string, engine: string) => string
}

export const formWords: { readonly [L in Language]: FormWords } = {
  zh: {
    title: { project: '项目支出绩效自评表', department: '部门（单位）整体支出绩效自评表' },
    period: (period) => (/^\d{4}$/.test(period) ? `（${period}年度）` : `（${period}）`),
    head: { project: '项目名称', department: '主管部门', unit: '实施单位', departmentName: '部门（单位）名称' },
    funds: { project: '项目资金（万元）', department: '年度资金预算情况（万元）' },
    spending: { project: '', department: '部门（单位）整体支出' },
    rows: {
      total: '年度资金总额',
      departmentTotal: '全年支出',
      fiscal: '其中：当年财政拨款',
      carried: '上年结转资金',
      other: '其他资金',
      basic: '其中：基本支出',
      projects: '项目支出',
    },
    columns: {
      initial: '年初预算数',
      annual: '全年预算数',
      spent: '全年执行数',
      departmentSpent: '实际支出数',
      points: resultWords.zh.columns.points,
      rate: '执行率',
      score: resultWords.zh.columns.score,
    },
    goals: { project: '年度总体目标', department: '年度总体绩效目标完成情况' },
    expected: '预期目标',
    achieved: '实际完成情况',
    indicators: '绩效指标',
    levels: ['一级指标', '二级指标', '三级指标'],
    target: '年度指标值',
    actual: '实际完成值',
    deviation: '偏差原因分析及改进措施',
    withPoints: (name, points) => `${name}（${points}分）`,
    bonus: (name) => `${name}（加分）`,
    withShare: (level, share) => `${level}（${share}）`,
    elements: (met, count) => `${count} 项要素具备 ${met} 项`,
    total: '总分',
    noTotal: resultWords.zh.noTotal,
    unscored: resultWords.zh.unscored,
    other: '其他需要说明的问题',
    none: '—',
    provisional: '本表得分为暂定：部分数据尚待核实。',
    blocked: '本表尚无总分：所需数据还有空缺。',
    fieldOf: (row, field) => `${row.replace('其中：', '')}：${field}`,
    foot: (scheme, submission, engine) => `指标体系 ${scheme}　填报数据 ${submission}　计分引擎 ${engine}`,
  },
  en: {
    title: { project: 'Self-evaluation of project spending', department: 'Self-evaluation of department spending' },
    period: (period) => `(${period})`,
    head: { project: 'Project', department: 'Department', unit: 'Unit', departmentName: 'Department or unit' },
    funds: { project: 'Project funds (10,000 yuan)', department: 'Funds of the year (10,000 yuan)' },
    spending: { project: '', department: 'Spending of the department' },
    rows: {
      total: 'Funds of the year',
      departmentTotal: 'Spending of the year',
      fiscal: 'of which from the budget',
      carried: 'carried over',
      other: 'other funds',
      basic: 'of which basic',
      projects: 'projects',
    },
    columns: {
      initial: 'Initial budget',
      annual: 'Budget of the year',
      spent: 'Spent',
      departmentSpent: 'Spent',
      points: resultWords.en.columns.points,
      rate: 'Execution rate',
      score: resultWords.en.columns.score,
    },
    goals: { project: 'Goals of the year', department: 'Goals of the year' },
    expected: 'Expected',
    achieved: 'Achieved',
    indicators: 'Indicators',
    levels: ['Level 1', 'Level 2', 'Level 3'],
    target: 'Target',
    actual: 'Actual',
    deviation: 'Why it deviates, and what is done',
    withPoints: (name, points) => `${name} (${points})`,
    bonus: (name) => `${name} (bonus)`,
    withShare: (level, share) => `${level} (${share})`,
    elements: (met, count) => `${met} of ${count} elements met`,
    total: 'Total',
    noTotal: resultWords.en.noTotal,
    unscored: resultWords.en.unscored,
    other: 'Further remarks',
    none: '–',
    provisional: 'The scores are provisional: some data are still to be verified.',
    blocked: 'There is no total yet: some data are missing.',
    fieldOf: (row, field) => `${row}: ${field}`,
    foot: (scheme, submission, engine) => `Scheme ${scheme}   Submission ${submission}   Engine ${engine}`,
  },
}
