import type { Language, ResultState } from '@yardstick/model'

/** What every printed result calls its columns and what has no score: one thing, one word. */
export interface ResultWords {
  readonly columns: { readonly [C in 'points' | 'score' | 'target' | 'standard']: string }
  /** Heads of the levels, from the first. */
  readonly levels: readonly string[]
  readonly total: string
  /** Where no total is known yet. */
  readonly noTotal: string
  /** In place of a score; empty where there is one. */
  readonly unscored: { readonly [S in ResultState]: string }
  readonly unverified: string
}

export const resultWords: { readonly [L in Language]: ResultWords } = {
  zh: {
    columns: { points: '分值', score: '得分', target: '目标值', standard: '评分标准' },
    levels: ['一级指标', '二级指标', '三级指标', '四级指标', '五级指标', '六级指标'],
    total: '合计',
    noTotal: '未出总分',
    unscored: { present: '', missing: '空缺', 'not-applicable': '不适用', error: '错误' },
    unverified: '待核',
  },
  en: {
    columns: { points: 'Points', score: 'Score', target: 'Target', standard: 'Scoring standard' },
    levels: ['Level 1', 'Level 2', 'Level 3', 'Level 4', 'Level 5', 'Level 6'],
    total: 'Total',
    noTotal: 'no total yet',
    unscored: { present: '', missing: 'missing', 'not-applicable': 'not applicable', error: 'error' },
    unverified: 'to be verified',
  },
}
