import { FULL_POINTS, ITS_POINTS, NO_POINTS, NUMBER, numberOf, PERCENT } from './lexemes.ts'
import { type Match, maybe, oneOf, type Pattern, pattern, slot } from './pattern.ts'
import type { Span } from './rule-reading.ts'
import { BETWEEN } from './scored-clauses.ts'
import type { Source } from './source.ts'
import type { ElementsStatement } from './statement.ts'

/** A checklist as far as it was found. */
export type Found = Omit<ElementsStatement, 'kind'> & { readonly to: number; readonly spans?: Record<string, Span> }

/** A checklist with what is said of all its elements: 每少一项扣1分, 全部符合得满分, 缺一不可. */
export function closed(source: Source, found: Found): Found | undefined {
  const { folded } = source
  let { to } = found
  let each = found.each
  let isAllOrNothing = found.isAllOrNothing
  let isEqual = false
  const spans: Record<string, Span> = {}
  while (true) {
    const closing = afterSigns(folded, to, closingAt)
    if (closing === undefined) break
    if (closing.each !== undefined) {
      if (each !== undefined) return undefined
      each = closing.each
      if (closing.span !== undefined) spans['each'] = closing.span
    }
    if (closing.isAllOrNothing) isAllOrNothing = true
    if (closing.parts !== undefined) {
      if (closing.parts !== found.elements.length) return undefined
      isEqual = true
    }
    to = closing.end
  }
  return {
    elements: found.elements,
    ...(each === undefined ? {} : { each }),
    ...(isAllOrNothing === true ? { isAllOrNothing } : {}),
    ...(isEqual ? { isEqual } : {}),
    to,
    spans,
  }
}

interface Closing {
  readonly end: number
  readonly each?: { readonly points: string; readonly isGain: boolean }
  readonly isAllOrNothing?: boolean
  /** Into how many equal parts the points are shared. */
  readonly parts?: number
  readonly span?: Span | undefined
}

const ONE = oneOf('1', '一', '任一', '任意一', '任何一', '其中一', '其中1', '任意1', '1个', '一个')
const ITEM = oneOf(
  '项',
  '个',
  '处',
  '点',
  '条',
  '方面',
  '要素',
  '次',
  '个要点',
  '个要素',
  '项要素',
  '项内容',
  '项指标',
  '个方面',
  '项要求',
  '项条件',
  '个环节',
  '条要求',
  '项标准',
  '项要点',
  '条标准',
  '点要求',
  '例',
  '起',
)
const NOT_MET = oneOf(
  '不符合',
  '不满足',
  '未达到',
  '未达标',
  '未满足',
  '不达标',
  '不具备',
  '缺失',
  '未完成',
  '未落实',
  '不到位',
  '不符',
  '不合格',
  '未做到',
  '达不到',
  '没有',
  '未符合',
  '不规范',
  '不完善',
  '未执行',
  '存在问题',
  '有问题',
  '不达要求',
  '未按要求完成',
  '不健全',
)
const MET = oneOf('符合', '满足', '具备', '达到', '做到', '完成', '达标', '合格')
const REQUIREMENT = maybe('以上', '上述', '相关', '相应', '规定')
const REQUIREMENTS = maybe('要求', '条件', '标准', '规定', '评价要点', '要点', '内容', '指标', '项目', '要素')
const TAKES = oneOf('扣', '扣减', '扣除', '减', '减少')
const GIVES = oneOf('得', '计', '记', '加', '赋', '给', '为', '占', '各占', '均为')
const POINTS = `(?:${ITS_POINTS}的?${PERCENT}|${PERCENT}(?=的|分值|权重|[,;。\\n]|$)|${NUMBER}(?=分))`
const POINTS_END = `分?${maybe('的?(?:该?(?:指标)?(?:分值|权重分|权重|满分))')}(?=[,;。\\n]|$)`
const LINK = `的?[,:]?${maybe('则', '即')}`

const LOSS: readonly Pattern[] = [
  // 每少一项扣1分, 每发现一项不符合扣1分, 有一项未达到要求的扣1分, 缺一项扣2分, 一项不符合扣2分
  pattern`${maybe('以上', '上述')}${maybe('情况', '问题', '各项', '[一二三四五六七八九两2-9](?:项|个方面|条|点)(?:内容|要求)?')}${maybe('每', '凡', '如', '若', '如果')}${maybe('有', '发现', '出现', '缺少', '缺', '少', '缺失', '存在', '减少', '欠缺')}${ONE}${ITEM}${maybe(NOT_MET)}${REQUIREMENT}${REQUIREMENTS}${LINK}${TAKES}${slot('points', POINTS)}${POINTS_END}`,
  // 每项不符合扣1分, 不符合一项扣1分, 每不符合一项扣1分
  pattern`${maybe('每', '凡')}${NOT_MET}${maybe('其中')}${ONE}${ITEM}${REQUIREMENTS}${LINK}${TAKES}${slot('points', POINTS)}${POINTS_END}`,
  pattern`每${ITEM}${NOT_MET}${REQUIREMENT}${REQUIREMENTS}${LINK}${TAKES}${slot('points', POINTS)}${POINTS_END}`,
]
const GAIN: readonly Pattern[] = [
  // 符合一项得1分, 每符合1项得1分, 每有一项得1分, 每一项得1分
  pattern`${maybe('以上', '上述')}${maybe('每')}${maybe(MET, '有')}${maybe('其中', '以上', '上述')}${ONE}${ITEM}${maybe(MET)}${REQUIREMENT}${REQUIREMENTS}${LINK}${GIVES}${slot('points', POINTS)}${POINTS_END}`,
  // 每项1分, 各得1分, 以上各项均为1分, 每个要点得2分
  pattern`${maybe('以上', '上述')}${oneOf('每', '各')}${maybe(ITEM)}${maybe('各', '均')}${maybe(MET)}${REQUIREMENTS}${LINK}${maybe(GIVES)}${slot('points', POINTS)}${POINTS_END}`,
  pattern`${maybe('以上', '上述')}${maybe('要点', '要素', '内容', '各项')}${oneOf('各', '均', '分别')}${maybe(GIVES)}${slot('points', POINTS)}${POINTS_END}`,
]
const ALL = `${maybe('以上', '上述')}${maybe('[一二三四五六七八九两2-9](?:项|条|点|个方面|个要点|个条件)')}${maybe('内容', '要求', '条件', '要点')}${oneOf('全部', '均', '都', '各项', '所有', '同时', '完全', '全都', '各项均', '全部均', '各项全部')}${maybe(MET)}${maybe('以上', '上述')}${maybe('[一二三四五六七八九两2-9](?:项|条|点)')}${REQUIREMENTS}`
const ALL_MET = `(?:${ALL}|${maybe('以上', '上述')}${MET}${REQUIREMENTS})`
const FULL = `${LINK}${oneOf('得', '计', '记')}(?:${FULL_POINTS}|${NUMBER}分|100%)`
const NONE = `${LINK}${maybe('本项', '该项', '则')}${NO_POINTS}`
const ANY = `(?:${maybe('每', '凡', '如', '若')}${maybe('有', '缺', '缺少', '如有')}${ONE}${ITEM}${maybe(NOT_MET)}${REQUIREMENTS}|否则|${NOT_MET}${maybe('其中')}${ONE}${ITEM}${maybe('的')}|缺少?${ONE}${ITEM})${maybe('即', '就')}`
/** 符合的得相应分值，不符合的不得分: as any checklist has it. */
const AS_EACH = pattern`${maybe('达到', '符合', '满足', '具备')}${REQUIREMENTS}的?${oneOf('得', '计')}${oneOf('相应', '对应', '该项', '相应的')}${oneOf('分值', '分数', '权重分', '分', '得分')}[,;]${maybe('否则', `${NOT_MET}(?:要求|标准)?的?`)}${maybe('则')}${NO_POINTS}(?=[,;。\n]|$)`
const NOTHING_ELSE: readonly Pattern[] = [
  pattern`${ALL_MET}${FULL}[,;。]${ANY}${NONE}(?=[,;。\n]|$)`,
  pattern`${maybe('以上', '上述')}${maybe('各项', '要点', '条件')}[,]?缺一不可(?=[,;。\n]|$)`,
  pattern`${ANY}${NONE}(?=[,;。\n]|$)`,
]
/** 每有一项不符合扣除相应权重分: what is missing gives nothing, as it does anyway. */
const MISSING = `(?:${ANY}|缺项|${NOT_MET}(?:要求)?|缺少?)`
const ITS_OWN = pattern`${MISSING}${LINK}${oneOf('扣', '扣除', '扣减', '不得')}${oneOf('相应', '对应', '该项', '相应的', '该要素', '对应的', '该要点', '该项要素', '此项', '该条')}${oneOf('分值', '权重分', '分数', '得分', '分', '权重')}(?=[,;。\n]|$)`
/** 全部符合得满分: says what follows from the elements anyway. */
const ALL_FULL = pattern`${ALL_MET}${FULL}(?=[,;。\n]|$)`

export function closingAt(folded: string, at: number): Closing | undefined {
  const asEach = AS_EACH.match(folded, at)
  if (asEach !== undefined) return { end: asEach.end }
  for (const form of NOTHING_ELSE) {
    const match = form.match(folded, at)
    if (match !== undefined) return { end: match.end, isAllOrNothing: true }
  }
  for (const [forms, isGain] of [
    [LOSS, false],
    [GAIN, true],
  ] as const) {
    for (const form of forms) {
      const match = form.match(folded, at)
      const points = match === undefined ? undefined : pointsOf(match)
      if (match !== undefined && points !== undefined)
        return { end: match.end, each: { points, isGain }, span: match.spans['points'] }
    }
  }
  const equal = EQUAL.match(folded, at)
  const parts = equal === undefined ? undefined : partsIn(equal.said['share'] ?? '')
  if (equal !== undefined && parts !== undefined) return { end: equal.end, parts }
  const all = ITS_OWN.match(folded, at) ?? ALL_FULL.match(folded, at)
  return all === undefined ? undefined : { end: all.end }
}

/** 各占1/3 of three. */
const EQUAL = pattern`${maybe('以上', '上述')}${maybe('[一二三四五六七八九两2-9]?(?:项|条|点|个要素|个要点|个方面)?(?:要素|内容|要点)?', '每(?:项|条|点|个要素|个要点|个方面|满足一项|符合一项|具备一项|具备一个要素|有一项)')}${maybe('各', '均', '分别', '各项')}${maybe('得', '占', '计')}${maybe(ITS_POINTS)}${maybe('的')}${slot('share', '1÷\\d{1,2}|[二三四五六七八九]分之一')}${maybe('的')}${maybe(ITS_POINTS)}(?=[,;。\n]|$)`

function partsIn(words: string): number | undefined {
  const below = /^1÷(\d+)$/.exec(words)?.[1] ?? numberOf(words.charAt(0))
  return below === undefined ? undefined : Number(below)
}

function pointsOf({ said }: Match): string | undefined {
  return numberOf(/(?:百分之.+|[\d.,]+%?|[^的]+)$/.exec((said['points'] ?? '').replace(/^.*的/, ''))?.[0] ?? '')
}

const OTHERWISE = pattern`${oneOf('否则', '反之', '不符合', '不符合的', '不符合要求', '不符合要求的', '没有', '没有的', '无', '未', '不具备', '不具备的', '不满足', '不满足的', '未达到', '未提供', '未提供的', '未制定', '未制定的', '未建立', '未开展', '未开展的', '未完成', '未落实', '未执行', '未按要求', '未按规定', '不达标', '缺失', '缺少', '不合理', '不健全', '不规范', '不完整', '不明确', '不到位')}${maybe('[^,;。\\n\\d]{0,12}?')}的?[,]?${maybe('则', '该项', '本项', '此项')}${NO_POINTS}(?=[,;。\n]|$)`

/** 否则不得分 behind an element: what its absence gives anyway. */
export function otherwiseAt(folded: string, at: number): number | undefined {
  const start = /^[,;。]/.test(folded.slice(at, at + 1)) ? at + 1 : at
  return OTHERWISE.match(folded, start)?.end
}

export function afterSigns<T>(
  folded: string,
  at: number,
  read: (folded: string, at: number) => T | undefined,
): T | undefined {
  let place = at
  while (place < folded.length && BETWEEN.test(folded[place]!)) place++
  return read(folded, place)
}
