import { type Language, type Scheme, usualGrades } from '@yardstick/model'

/** The least a scheme can be: one indicator that holds all the points and is judged. */
export function blankScheme({
  name,
  fullScore,
  language,
}: {
  readonly name: string
  readonly fullScore: string
  readonly language: Language
}): Scheme {
  return {
    yardstick: 'scheme/1',
    id: 'scheme',
    name,
    version: '1',
    fullScore,
    stepCount: 'whole',
    items: [],
    indicators: [
      {
        id: 'indicator-1',
        name: language === 'zh' ? '一级指标' : 'First indicator',
        points: fullScore,
        scoring: { method: 'judgement' },
      },
    ],
    grades: usualGrades(fullScore),
    gradeBasis: 'assumed',
  }
}
