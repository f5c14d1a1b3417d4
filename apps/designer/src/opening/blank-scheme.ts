import { Exact, type Language, type Scheme } from '@yardstick/model'

/** 优 良 中 差 at 90, 80 and 60 % of the full score, as the national rules have them; nobody has published them for this one. */
export function usualGrades(fullScore: string): NonNullable<Scheme['grades']> {
  const from = (share: string) => Exact.of(fullScore).times(Exact.of(share)).round(2).toText()
  return [
    { name: '优', from: from('90%') },
    { name: '良', from: from('80%') },
    { name: '中', from: from('60%') },
    { name: '差' },
  ]
}

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
