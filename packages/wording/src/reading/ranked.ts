import { Exact, type RankScoring } from '@yardstick/model'
import type { Asking } from './asking.ts'
import type { Draft } from './assemble/draft.ts'
import { assembleIntervals } from './assemble/intervals.ts'
import { Points } from './assemble/score-text.ts'
import { assembleSteps } from './assemble/steps.ts'
import { clausesAt } from './clauses.ts'
import { NO_POINTS, NUMBER, numberOf } from './lexemes.ts'
import { maybe, maybeSlot, oneOf, type Pattern, pattern, slot } from './pattern.ts'
import type { Row } from './row.ts'
import { scan } from './scan.ts'
import type { Source } from './source.ts'

/**
 * Rules over a group: points by place (第1名得10分，第2名得8分), in proportion to the best, and by the distance from the
 * group's mean. The whole text is one of these, or none of it is read here.
 */
export function rankedOf(source: Source, row: Row, asking: Asking): Draft | undefined {
  const { folded } = source
  if (MEAN.test(folded)) return byMean(source, row, asking)
  if (!/[名位]|最[高好大多优]/u.test(folded)) return undefined
  return byBest(folded, asking) ?? byPlace(source, row, asking)
}

const ALL = oneOf(
  '全市',
  '全省',
  '全县',
  '全区',
  '全国',
  '全州',
  '全系统',
  '全部',
  '同类',
  '各',
  '本市',
  '本省',
  '省内',
  '市内',
  '县内',
  '辖区',
)
const AMONG = maybe(`(?:在|位居|居|列|位列|获|获得|获评)?${maybe(ALL)}[^,;。:第前\\d]{0,10}?`)
const RANKED = maybe(
  oneOf(
    '考核排名',
    '综合排名',
    '排名',
    '排序',
    '位次',
    '名次',
    '排在',
    '排位',
    '位居',
    '居',
    '列',
    '排名位列',
    '排名在',
    '得分排名',
    '考核得分排名',
  ),
)
const WHO = maybe('的?(?:单位|县区?|县市区|乡镇|部门|学校|高校|地区|项目|企业)?')
const GETS = `的?[,:]?${maybe('依次', '分别')}${oneOf('得', '计', '记', '赋', '给', '赋予', '为', '')}`
const PLACE = `(?:${NUMBER})`
const POINTS = `(?:${NUMBER})分|满分|全分`

const TOP = pattern`${AMONG}${RANKED}前${slot('last', PLACE)}(?:名|位)${WHO}${GETS}${slot('points', POINTS)}`
const FROM_TO = pattern`${AMONG}${RANKED}${maybe('第')}${slot('first', PLACE)}(?:名|位)?[-~至到]${maybe('第')}${slot('last', PLACE)}(?:名|位)${WHO}${GETS}${slot('points', `(?:(?:${NUMBER})分[、,]?)+|满分`)}`
const SINGLE = pattern`${AMONG}${RANKED}第${slot('first', PLACE)}(?:名|位)?${WHO}${GETS}${slot('points', POINTS)}`
const REST = pattern`${oneOf('其他', '其余', '其它', '其余名次', '其他名次', '其他单位', '其余单位', '其余各名次')}${WHO}${maybe('名次', '单位')}${GETS}${slot('points', `(?:(?:${NUMBER})分|${NO_POINTS})`)}`
const AFTER = pattern`${maybe('第')}${PLACE}(?:名|位)?${maybe('之后', '以后', '以下', '及以后', '后', '名后', '名以后')}${WHO}${GETS}${slot('points', `(?:(?:${NUMBER})分|${NO_POINTS})`)}`
const DOWN = pattern`${maybe('名次')}每${oneOf('降低', '下降', '后退', '靠后', '降', '递减', '低', '落后', '后移', '退后')}${maybe('1', '一')}${maybe('个')}${oneOf('名次', '名', '位次', '位')}[,]?${oneOf('扣', '递减', '减', '减少', '扣减')}${slot('points', NUMBER)}分`
const FLOOR = pattern`${oneOf('扣完为止', '减完为止', '扣完即止', '直至扣完', '最低0分', '最低得0分')}`
const SEPARATORS = /^[,;。、\n]+/

function byPlace(source: Source, row: Row, asking: Asking): Draft | undefined {
  const { folded } = source
  const given = new Map<number, string>()
  let otherwise: string | undefined
  let down: string | undefined
  let at = 0
  while (at < folded.length) {
    at += SEPARATORS.exec(folded.slice(at))?.[0].length ?? 0
    if (at >= folded.length) break
    const [form, match] = firstOf(folded, at)
    if (form === undefined || match === undefined) return undefined
    const { first = '1', last = first, points = '' } = match.said
    const from = Number(numberOf(first))
    const to = Number(numberOf(last))
    const scores = [...points.matchAll(new RegExp(`(${NUMBER})分|满分|全分`, 'gu'))].map(([words, number]) =>
      number === undefined ? words && 'full' : numberOf(number),
    )
    if (form === REST || form === AFTER) {
      if (otherwise !== undefined) return undefined
      otherwise = scores[0] ?? '0'
    } else if (form === DOWN) down = numberOf(points)
    else if (form !== FLOOR) {
      if (!(from >= 1 && to >= from && to <= 1_000)) return undefined
      if (scores.length !== 1 && scores.length !== to - from + 1) return undefined
      for (let place = from; place <= to; place++) {
        const score = scores.length === 1 ? scores[0] : scores[place - from]
        if (score === undefined || given.has(place)) return undefined
        given.set(place, score)
      }
    }
    at = match.end
  }
  const count = given.size
  if (count === 0 || ![...given.keys()].every((place) => place <= count)) return undefined
  const listed = Array.from({ length: count }, (_, index) => given.get(index + 1)!)
  const whole = { from: 0, to: folded.length }
  const [best] = listed
  const points = Points.of(row, best === undefined || best === 'full' ? undefined : { points: best, at: whole }, asking)
  const places = listed.map((score) => points.score(score))
  if (places.some((score) => score === undefined)) return undefined
  if (down !== undefined) {
    const step = points.amount(down)
    if (step === undefined || Exact.of(step).sign <= 0 || otherwise !== undefined) return undefined
    let left = points.pointsOf(places.at(-1)!).minus(Exact.of(step))
    while (left.sign > 0 && places.length < 1_000) {
      places.push(left.toText())
      left = left.minus(Exact.of(step))
    }
    otherwise = '0'
  }
  if (otherwise === undefined) {
    const answer = asking.ask({ kind: 'gap', low: `第${count}名`, answers: ['none', 'lower'], proposal: 'none' }, whole)
    otherwise = answer === 'lower' ? listed.at(-1)! : '0'
  }
  asking.mark('/scoring/rule', whole)
  const rest = points.score(otherwise)
  if (rest === undefined) return undefined
  return { scoring: { method: 'rank', rule: { by: 'place', places: places as string[], otherwise: rest } } }
}

function firstOf(folded: string, at: number) {
  for (const form of [DOWN, FLOOR, TOP, FROM_TO, SINGLE, REST, AFTER] as readonly Pattern[]) {
    const match = form.match(folded, at)
    if (match !== undefined) return [form, match] as const
  }
  return [undefined, undefined] as const
}

const THE_BEST = oneOf(
  '第1名',
  '第一名',
  '第一位',
  '排名第一',
  '排名第1',
  '最高',
  '最高值',
  '最高分',
  '最好',
  '最大',
  '最优',
  '最多',
  '最高者',
  '最高单位',
  '第一',
)
const BEST = pattern`${AMONG}${RANKED}${THE_BEST}${WHO}${GETS}(?:${POINTS})[,;。]+${oneOf('其余', '其他', '其它', `第[2二]${'[-~至到]'}${maybe('第')}${PLACE}名`)}${WHO}${maybe('名次', '单位', '得分')}${maybe('则')}${maybe('按照', '按', '以', '根据')}${maybe('与', '占', '其与', '和')}${THE_BEST}${maybeSlot('value', oneOf('得分', '数值', '值', '完成值', '的值'))}${maybe('的')}${maybe('相比')}${oneOf('比例', '比值', '比率', '百分比', '相对比例')}${maybe('关系')}${maybe('折算', '计算', '进行')}${oneOf('得分', '计分', '折算', '计算', '折算得分', '计算得分', '赋分', '确定得分', '')}[。]?`

function byBest(folded: string, asking: Asking): Draft | undefined {
  const match = BEST.match(folded, 0)
  if (match === undefined || match.end < folded.length) return undefined
  asking.mark('/scoring/rule', { from: 0, to: match.end })
  return { scoring: { method: 'rank', rule: { by: 'best' } } }
}

const MEAN =
  /(?:(?:全[市省县区国州]|同类|各|本|所有|行业|全部|参评)[^,;。:\d]{0,8}?)?(?:的)?平均(?:水平|数|分|值|得分|完成率|数值)?/u

/** The mean is 0 of the distance from it. */
function byMean(source: Source, row: Row, asking: Asking): Draft | undefined {
  const own = source.instead(new RegExp(MEAN, 'gu'), '0%')
  const distanceRow = row.with({ target: undefined, unit: undefined, valueType: 'rate' })
  const inner = asking.fork()
  const { statements, unread } = scan(own, [
    (text, at) => clausesAt(text, at, { name: row.context.name, points: row.context.points }),
  ])
  if (unread.length > 0 || statements.length === 0) return undefined
  const draft = assembleSteps(statements, distanceRow, inner) ?? assembleIntervals(statements, distanceRow, inner)
  if (draft === undefined || draft.items !== undefined) return undefined
  const { scoring } = draft
  if (scoring.method !== 'steps' && scoring.method !== 'bands') return undefined
  asking.take(inner)
  const distance = distanceOf(statements, row, asking)
  const rule: RankScoring['rule'] = { by: 'mean', distance, scoring }
  return { scoring: { method: 'rank', rule } }
}

/** 低于平均值1个百分点 is a difference; 低于平均值1% of a rate may be either, of anything else it is a share of the mean. */
function distanceOf(
  statements: readonly { readonly kind: string; readonly unit?: string; readonly from: number; readonly to: number }[],
  row: Row,
  asking: Asking,
): 'absolute' | 'relative' {
  const steps = statements.find(({ kind }) => kind === 'steps')
  if (steps?.unit === 'points') return 'absolute'
  if (row.kind !== 'rate') return 'relative'
  const answer = asking.ask(
    { kind: 'percent-of', answers: ['percentage-point', 'percent-of-target'], proposal: 'percentage-point' },
    steps ?? { from: 0, to: 1 },
  )
  return answer === 'percent-of-target' ? 'relative' : 'absolute'
}
