import { Exact } from '@yardstick/model'

/** No number of points is longer. */
const LONGEST = 40

/** 10, １０, 10分, （10）, 10.50 as a number; 25% as 25, said to be in percent. Undefined for what is no number ≥ 0. */
export function pointsIn(text: string): { points: Exact; isPercent: boolean } | undefined {
  if (text.length > LONGEST) return undefined
  const bare = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^(?:分值|权重|满分|标准分|计)[:：]?/, '')
    .replace(/分$/, '')
    .replace(/﹪|％$/, '%')
  const isPercent = bare.endsWith('%')
  const points = Exact.parse(isPercent ? bare.slice(0, -1) : bare)
  return points === undefined || points.sign < 0 ? undefined : { points, isPercent }
}

/**
 * The points that stand behind a name: 产出指标（40分）, 培训人次(权重10%). In a column said to hold them also 培训人次 10分 and
 * 培训人次（10）. Undefined where there are none.
 */
export function pointsBehind(
  name: string,
  isExpected: boolean,
): { name: string; points: Exact; isPercent: boolean } | undefined {
  const tail = name.slice(-LONGEST)
  const found = (isExpected ? BEHIND_EXPECTED : BEHIND).exec(tail)
  if (found === null) return undefined
  const bare = name.slice(0, name.length - tail.length + found.index).trim()
  const read = pointsIn(found[1] ?? found[2] ?? found[3] ?? '')
  return read === undefined || bare === '' ? undefined : { name: bare, ...read }
}

const NUMBER = '[\\d０-９]{1,4}(?:[.．][\\d０-９]{1,6})?'
const HEAD = '(?:分值|权重|满分|标准分|计|共)?[:：]?'
const IN_BRACKETS = `[(（\\[【〔]\\s{0,4}${HEAD}\\s{0,4}(${NUMBER}\\s{0,4}(?:分|[%％]))\\s{0,4}[)）\\]】〕]\\s{0,4}$`
const BEHIND = new RegExp(IN_BRACKETS, 'u')
const BEHIND_EXPECTED = new RegExp(
  `${IN_BRACKETS}|[(（\\[【]\\s{0,4}${HEAD}(${NUMBER})\\s{0,4}[)）\\]】]\\s{0,4}$|(?<![\\d０-９.．])[\\s、,，:：/]{0,4}(${NUMBER}\\s{0,4}分?)$`,
  'u',
)
