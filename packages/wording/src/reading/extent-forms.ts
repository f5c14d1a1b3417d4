import { readTarget } from '../target/read-target.ts'
import {
  AFTER_GE,
  AFTER_GT,
  AFTER_LE,
  AFTER_LOW,
  AFTER_LT,
  AND,
  BEFORE,
  EQ,
  GE,
  GOAL_WORDS,
  GT,
  LE,
  LT,
  MARK,
  TO,
} from './comparing-words.ts'
import { between, edge, endOf, isIn, isOf, oneSided, range, sign, twoSided, zone, zoneTwoSided } from './comparisons.ts'
import { NUMBER, VALUE } from './lexemes.ts'
import { type Match, maybe, maybeSlot, oneOf, type Pattern, pattern, slot } from './pattern.ts'
import { ACTION, BEYOND, GOAL, IN_TIME, INNER, KEPT, LATE, MISSED, OTHERWISE, REACHED } from './state-words.ts'
import type { Extent } from './statement.ts'

/** No part of a longer word. */
const WHOLE = '(?<![不未没非])'
const MARKS = maybeSlot('mark', MARK)
/** Every way to put a condition, and what it says. */
export const FORMS: readonly (readonly [Pattern, (match: Match) => Extent | undefined])[] = [
  [
    pattern`${WHOLE}${maybeSlot('before', `(?:${GE}|${GT}|${LE}|${LT}|${EQ}|${BEFORE})`)}${slot('value', VALUE)}${MARKS}${maybeSlot('after', `(?:${AFTER_GE}|${AFTER_GT}|${AFTER_LE}|${AFTER_LT}|${AFTER_LOW})`)}${maybeSlot('mark2', MARK)}`,
    oneSided,
  ],
  // 80%（含）以上不足90%.
  [
    pattern`${WHOLE}${slot('low', VALUE)}${maybeSlot('lowMark', MARK)}${slot('lowAfter', `(?:${AFTER_GE}|${AFTER_GT})`)}${maybeSlot('lowMark2', MARK)}${AND}${slot('other', `(?:${LT}|${LE})`)}${slot('high', VALUE)}${maybeSlot('highMark', MARK)}`,
    ({ said }) => {
      const upper = edge(said['high'], endOf(isIn(said['highMark']), isOf(said['other'], LT) ? 'out' : 'in'))
      const lower = edge(
        said['low'],
        endOf(isIn(said['lowMark']), isOf(said['lowAfter'], AFTER_GT) ? 'out' : 'in'),
        upper?.value,
      )
      return upper === undefined || lower === undefined ? undefined : between(lower, upper)
    },
  ],
  // 低于目标值35天以上.
  [
    pattern`${WHOLE}${slot('side', oneOf('低于', '少于', '不足', '超过', '超出', '高于', '多于', '超'))}${GOAL}${slot('value', VALUE)}${maybeSlot('mark', MARK)}${maybeSlot('after', `(?:${AFTER_GE}|${AFTER_GT})`)}`,
    ({ said }) => {
      const marked = isIn(said['mark'])
      const isFrom = said['after'] !== undefined && !isOf(said['after'], AFTER_GT)
      const distance = edge(said['value'], endOf(marked, isFrom ? 'in' : 'out'))
      const side = /低|少|不足/.test(said['side'] ?? '') ? 'below' : 'above'
      return distance === undefined ? undefined : { is: 'by', side, distance }
    },
  ],
  // 同比下降, 与上年持平, 较上年上升.
  [
    pattern`${oneOf('同比', '较上年', '比上年', '较去年', '与上年', '与上年相比', '与去年', '较上年度', '比上年度', '较同期', '环比', '比去年', '较上年同期', '与上年同期', '与上年度相比', '')}${maybe('同期')}${maybe('有所', '略有', '相比', '明显')}${oneOf('下降', '减少', '降低', '持平', '上升', '增长', '增加', '提高', '未下降', '未减少', '不变', '未增长', '未增加', '压减', '上涨', '增多')}${maybe('或持平')}(?=的?[,:]?(?:得|计|记|不得分|不计分))`,
    () => ({ is: 'trend' }),
  ],
  // A bare value: 100%得10分.
  [
    pattern`${WHOLE}${slot('value', VALUE)}(?=的?[,:]?(?:得|计|记|不得分|不计分|\())`,
    ({ said }) => {
      const only = edge(said['value'], 'in')
      return only === undefined ? undefined : { is: 'between', low: only, high: only }
    },
  ],
  [
    pattern`${WHOLE}${maybe('在', '介于', '处于', '达到', '为')}${slot('low', VALUE)}${maybeSlot('lowMark', MARK)}${maybeSlot('lowAfter', `(?:${AFTER_GE}|${AFTER_GT})`)}${slot('joint', `(?:${TO}|与|和|[、,])`)}${maybe('不足', '不到')}${slot('high', VALUE)}${maybeSlot('highMark', MARK)}${maybeSlot('highAfter', `(?:${AFTER_LE}|${AFTER_LT}|${AFTER_LOW})`)}${maybeSlot('closing', oneOf('之间', '区间', '范围内', '之间时', '区间内', '区间的'))}${maybeSlot('highMark2', MARK)}`,
    (match) => {
      // 90%、95%以下 is no interval.
      const isList = /[、,与和]/.test(match.said['joint'] ?? '') && match.said['closing'] === undefined
      return isList ? undefined : range(match)
    },
  ],
  [
    pattern`${WHOLE}${slot('high', VALUE)}${maybeSlot('highMark', MARK)}${slot('highAfter', `(?:${AFTER_LE}|${AFTER_LT}|${AFTER_LOW})`)}${AND}${slot('low', VALUE)}${maybeSlot('lowMark', MARK)}${slot('lowAfter', `(?:${AFTER_GE}|${AFTER_GT})`)}`,
    range,
  ],
  [
    pattern`${WHOLE}${slot('one', `(?:${GE}|${GT}|${LE}|${LT})`)}${slot('low', VALUE)}${maybeSlot('lowMark', MARK)}${maybe('的')}${AND}${slot('other', `(?:${GE}|${GT}|${LE}|${LT})`)}${slot('high', VALUE)}${maybeSlot('highMark', MARK)}`,
    twoSided,
  ],
  [
    pattern`${slot('low', VALUE)}${slot('lowSign', '[≤<]')}${slot('subject', String.raw`[^,;。:\n≥≤><=\d]{1,24}`)}${slot('highSign', '[≤<]')}${slot('high', VALUE)}`,
    ({ said }) => {
      const upper = edge(said['high'], sign(said['highSign']))
      return between(edge(said['low'], sign(said['lowSign']), upper?.value), upper)
    },
  ],
  [
    pattern`${slot('high', VALUE)}${slot('highSign', '[≥>]')}${slot('subject', String.raw`[^,;。:\n≥≤><=\d]{1,24}`)}${slot('lowSign', '[≥>]')}${slot('low', VALUE)}`,
    ({ said }) => {
      const upper = edge(said['high'], sign(said['highSign']))
      return between(edge(said['low'], sign(said['lowSign']), upper?.value), upper)
    },
  ],
  [
    pattern`${maybeSlot('lead', oneOf('控制在', '在', '为', '处于', '超出', '超过', '不超过', '未超过', '大于', '高于', '超', '不高于', '不大于', '小于等于', '≤', '<', '>', '≥', '在'))}${maybeSlot('centre', `(?:${VALUE}|${GOAL_WORDS}|0)`)}${maybe('的')}[(]?${oneOf('±', '正负', '上下浮动', '允许上下浮动', '上下', '允许浮动')}${maybeSlot('low', `${VALUE}(?=${TO}|[(])`)}${maybeSlot('lowMark', MARK)}${`(?:${TO}±?)?`}${slot('high', VALUE)}${maybe(`[)]`)}${maybeSlot('mark', MARK)}${maybe('的')}${maybeSlot('after', oneOf('以内', '之内', '范围内', '范围以内', '之间', '(含)以内', '范围', '区间内', '以外', '之外', '范围外', '范围以外', '内'))}${maybeSlot('mark', MARK)}`,
    zone,
  ],
  [
    pattern`${oneOf('超过', '大于', '高于')}[±]${slot('low', VALUE)}${maybe('但')}[,]?${maybe('且', '但')}${oneOf('不超过', '小于等于', '不高于', '低于等于')}[±]${slot('high', VALUE)}`,
    zoneTwoSided,
  ],
  [
    pattern`±${slot('low', VALUE)}[<≤]${slot('subject', String.raw`[^,;。:\n≥≤><=\d±]{1,20}`)}[<≤]±${slot('high', VALUE)}`,
    zoneTwoSided,
  ],
  [pattern`${oneOf('负增长', '为负', '负数')}`, () => ({ is: 'between', high: { value: '0%', end: 'out' } })],
  // 20天内拨付, 4小时内恢复.
  [
    pattern`${maybe('在')}${slot('value', `${NUMBER}(?:个?工作日|个?自然日|天|日|小时|分钟|个?月|周|年)`)}${maybe('以', '之')}内${maybe('[^,;。:\\n\\d得计记扣每]{1,12}?')}(?=的?[,:]?(?:得|计|记|不扣|不得))`,
    ({ said }) => between(undefined, edge(said['value'], 'in')),
  ],
  // 发生即不得分.
  [
    pattern`${oneOf('发生即', '发生', '一旦发生', '出现即', '发生的', '出现的', '存在的', '有即', '一旦出现')}(?=的?[,:]?(?:不得分|不计分|得0分|计0分|扣))`,
    () => ({ is: 'occurred' }),
  ],
  // 在目标范围内, 超出范围: the zone of the target, or of the clause before.
  [
    pattern`${oneOf('在', '控制在', '处于')}${maybe('目标', '规定', '合理', '允许', '预期')}${oneOf('范围内', '区间内', '范围以内')}`,
    () => ({ is: 'reached' }),
  ],
  [
    pattern`${oneOf('超出', '超过', '不在', '偏离')}${maybe('目标', '规定', '合理', '允许', '浮动', '预期', '上述', '该', '此')}${oneOf('范围', '区间')}${maybe('以外', '外', '的部分', '部分', '内')}`,
    () => ({ is: 'missed' }),
  ],
  [
    pattern`${slot('words', `(?:与|和|同)${maybe('年度', '年初')}${GOAL}${oneOf('一致', '相符', '相同', '相等', '持平', '符合')}`)}`,
    () => ({ is: 'reached' }),
  ],
  [
    pattern`${slot('words', `(?:与|和|同)?${maybe(GOAL)}${oneOf('不一致', '不相符', '不相等')}`)}`,
    () => ({ is: 'missed' }),
  ],
  [
    pattern`${maybe('在', '于', '截至', '截止')}${slot('day', String.raw`\d{4}年\d{1,2}月(?:\d{1,2}日|底)?`)}${maybe('之前', '以前', '前', '止')}${maybe('内')}${maybe('按时', '全部')}${maybe(ACTION)}${maybe(ACTION, '任务', '工作')}`,
    ({ said }) => {
      const { target } = readTarget(`${said['day'] ?? ''}前`)
      return target !== undefined && 'date' in target ? { is: 'day', date: target.date } : undefined
    },
  ],
  [pattern`${WHOLE}${slot('words', KEPT)}`, () => ({ is: 'reached' })],
  [pattern`${WHOLE}${slot('words', REACHED)}`, () => ({ is: 'reached' })],
  [pattern`${slot('words', MISSED)}`, () => ({ is: 'missed' })],
  [pattern`${WHOLE}${slot('words', BEYOND)}`, () => ({ is: 'beyond' })],
  [pattern`${WHOLE}${slot('words', IN_TIME)}`, () => ({ is: 'in-time' })],
  [pattern`${slot('words', LATE)}`, () => ({ is: 'late' })],
  [pattern`${slot('words', INNER)}`, () => ({ is: 'otherwise' })],
  [pattern`${slot('words', OTHERWISE)}`, () => ({ is: 'otherwise' })],
  [
    pattern`${slot('words', `(?:未|没有|没|无)(?:发生|出现|发现|存在|产生|有)?[^,;。:\\n\\d扣得每]{1,24}?`)}(?=的?[,:]?(?:得|计|记|不得分|不计分))`,
    ({ said }) => ({
      is: 'none-occurred',
      what: /^(?:未|没有|没|无)(?:发生|出现|发现|存在|产生|有)(.{2,20})$/.exec(said['words'] ?? '')?.[1],
    }),
  ],
]
