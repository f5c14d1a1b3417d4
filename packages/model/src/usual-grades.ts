import { Exact } from './exact.ts'
import type { Scheme } from './schema/scheme.ts'

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
