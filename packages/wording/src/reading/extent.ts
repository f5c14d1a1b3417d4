import { exactOf } from '../target/measured.ts'
import { readTarget } from '../target/read-target.ts'
import { amountOf, NUMBER, VALUE } from './lexemes.ts'
import { type Match, maybe, maybeSlot, oneOf, type Pattern, pattern, slot } from './pattern.ts'
import type { Span } from './rule-reading.ts'
import type { Edge, Extent } from './statement.ts'

/** Conditions on a value: 达到95%, 80%（含）-90%, 60%≤完成率＜80%, 达标, 逾期, ±5%以内, 否则. */
export interface ExtentRead {
  readonly extent: Extent
  readonly end: number
  readonly subject?: string | undefined
  readonly spans: { readonly low?: Span | undefined; readonly high?: Span | undefined }
}

/** Every reading of a condition at this place, what the value is called before it or not; the shortest name first. */
export function extentsAt(folded: string, at: number): ExtentRead[] {
  const start = IF.match(folded, at)?.end ?? at
  const found: ExtentRead[] = []
  for (let place = start; place - start <= LONGEST_NAME; place++) {
    for (const [form, read] of FORMS) {
      const match = form.match(folded, place)
      const extent = match === undefined ? undefined : read(match)
      if (match === undefined || extent === undefined) continue
      const subject = folded.slice(start, place) || match.said['subject']
      if (subject !== undefined && (HALF.test(subject) || RANKS.test(subject))) continue
      const { low, high, value } = match.spans
      const isUpper = extent.is === 'between' && extent.low === undefined
      const spans = { low: low ?? (isUpper ? undefined : value), high: high ?? (isUpper ? value : undefined) }
      found.push({ extent, end: match.end, ...(subject === undefined ? {} : { subject }), spans })
    }
    // 满意度（通过问卷调查取得）≥85%: an explanation within the name.
    const aside = ASIDE.exec(folded.slice(place, place + 30))?.[0]
    if (aside !== undefined && place > start) {
      place += aside.length - 1
      continue
    }
    if (!NAMES.test(folded[place] ?? ',') && !folded.startsWith('得分', place)) break
  }
  return found
}

/** Between a condition and a deduction or a proportion. */
export const LINK = pattern`的?[,;:]?${maybe('则', '应', '应当', '每', '再')}(?<!每)`

/** What may stand in the name of a value. */
const NAMES = /[^,;。:\n()[\]≥≤><=÷×+\d%±每得扣否①-⑳]/
const ASIDE = /^\([^()\d%≥≤<>=±]{2,24}\)/
const LONGEST_NAME = 60
/** A place among others is no value of the row. */
const RANKS =
  /(?:下降|减少|降低|压减|压降|缩短)(?!率|幅|比例|值|量|数)|排名|名次|位次|排位|排序|第$|^前$|[市省县区国]前$/
/** No name, but the first half of a comparison. */
const HALF = /超过|超出|低于|高于|大于|小于|少于|多于|不足|达到|不超过|等于|控制在|(?:至|每|扣|加|按|按照)$/
const IF = pattern`${oneOf('如果', '如', '若', '当', '凡', '')}`
/** No part of a longer word. */
const WHOLE = '(?<![不未没非])'

const GE = oneOf(
  '≥',
  '不低于',
  '不少于',
  '不小于',
  '不得低于',
  '不得少于',
  '大于等于',
  '大于或等于',
  '大于或者等于',
  '大于、等于',
  '高于等于',
  '高于或等于',
  '等于或大于',
  '等于或高于',
  '达到或超过',
  '达到或高于',
  '达到及超过',
  '达到',
  '达',
  '至少',
  '超过(含)',
  '大于(含)',
  '在',
)
const GT = oneOf('>', '大于', '高于', '超过', '多于', '超出')
const LE = oneOf(
  '≤',
  '不超过',
  '不高于',
  '不大于',
  '不多于',
  '小于等于',
  '小于或等于',
  '低于等于',
  '低于或等于',
  '等于或小于',
  '控制在',
  '未超过',
  '没有超过',
  '不超',
)
const LT = oneOf('<', '小于', '低于', '少于', '不足', '不到', '未达到', '未达', '达不到', '没有达到', '不满')
const EQ = oneOf('=', '等于', '为')
const BEFORE = oneOf('完成', '实现', '保持在', '维持在', '稳定在')

const AFTER_GE = oneOf(
  '及以上',
  '(含)以上',
  '(含)及以上',
  '以上(含)',
  '以上(含本数)',
  '含以上',
  '或以上',
  '以上',
  '及其以上',
)
const AFTER_GT = oneOf('(不含)以上', '以上(不含)', '以上(不含本数)')
const AFTER_LE = oneOf(
  '及以下',
  '(含)以下',
  '(含)及以下',
  '以下(含)',
  '以下(含本数)',
  '含以下',
  '或以下',
  '及以内',
  '(含)以内',
  '以内(含)',
  '以内',
  '之内',
  '范围内',
  '范围以内',
)
const AFTER_LT = oneOf('(不含)以下', '以下(不含)', '以下(不含本数)')
const AFTER_LOW = oneOf('以下')
const MARK = String.raw`\((?:含|不含|包含|不包含|包括|不包括)(?:本数|本级|${VALUE})?\)`
const isIn = (mark: string | undefined) => (mark === undefined ? undefined : !mark.includes('不'))
const TO = '(?:[~至到]+|-+)'
/** The middle of a zone in words. */
const GOAL_WORDS = oneOf('目标值', '计划数', '目标', '计划', '计划值', '指标值', '预算数', '年度指标值')
const AND = '[,、]?(?:且|并且|但|但是|和|、|,|而)?'

function edge(words: string | undefined, end: Edge['end'], like?: string | undefined): Edge | undefined {
  const amount = words === undefined ? undefined : amountOf(words)
  if (amount === undefined) return undefined
  // 80-90%: the sign stands once for both.
  const isShared = like?.endsWith('%') && !amount.value.endsWith('%') && amount.unit === undefined
  return { value: isShared ? `${amount.value}%` : amount.value, unit: amount.unit, end }
}

const endOf = (isIncluded: boolean | undefined, unsaid: Edge['end']): Edge['end'] =>
  isIncluded === undefined ? unsaid : isIncluded ? 'in' : 'out'

const isOf = (words: string | undefined, source: string) =>
  words !== undefined && new RegExp(`^${source}$`, 'u').test(words)

function oneSided({ said }: Match): Extent | undefined {
  const { before, value, after } = said
  const marked = isIn(said['mark'] ?? said['mark2'])
  if (before === undefined && after === undefined) return undefined
  const isBelow = isOf(before, LT) || isOf(before, LE)
  const isAbove = isOf(before, GT) || isOf(before, GE)
  if (isOf(before, LE)) return between(undefined, edge(value, endOf(marked, 'in')))
  if (isOf(before, LT)) return between(undefined, edge(value, endOf(marked, 'out')))
  if (isOf(before, GT)) return between(edge(value, endOf(marked, 'out')), undefined)
  if (isOf(after, AFTER_GE)) return isBelow ? undefined : between(edge(value, endOf(marked, 'in')), undefined)
  if (isOf(after, AFTER_GT)) return isBelow ? undefined : between(edge(value, 'out'), undefined)
  if (isOf(after, AFTER_LE))
    return isAbove && !isOf(before, '在') ? undefined : between(undefined, edge(value, endOf(marked, 'in')))
  if (isOf(after, AFTER_LT)) return isAbove && !isOf(before, '在') ? undefined : between(undefined, edge(value, 'out'))
  if (isOf(after, AFTER_LOW))
    return isAbove && !isOf(before, '在') ? undefined : between(undefined, edge(value, endOf(marked, 'unsaid')))
  if (isOf(before, '在')) return undefined
  if (isOf(before, GE) || isOf(before, BEFORE)) return between(edge(value, endOf(marked, 'in')), undefined)
  if (isOf(before, EQ)) {
    const only = edge(value, 'in')
    return only === undefined ? undefined : { is: 'between', low: only, high: only }
  }
  return undefined
}

function between(low: Edge | undefined, high: Edge | undefined): Extent | undefined {
  if (low === undefined && high === undefined) return undefined
  if (low !== undefined && high !== undefined && exactOf(high.value).lessThan(exactOf(low.value))) {
    return { is: 'between', low: high, high: low }
  }
  return { is: 'between', ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }
}

const sign = (words: string | undefined): Edge['end'] => (words === '≤' || words === '≥' ? 'in' : 'out')

/** 80%-90%, 80%（含）至90%之间, 80%以上90%以下. */
function range({ said }: Match): Extent | undefined {
  const { low, high, lowAfter, highAfter } = said
  const lowEnd = endOf(
    isIn(said['lowMark']),
    lowAfter === undefined ? 'unsaid' : isOf(lowAfter, AFTER_GT) ? 'out' : 'in',
  )
  const highEnd = endOf(
    isIn(said['highMark'] ?? said['highMark2']),
    highAfter === undefined
      ? 'unsaid'
      : isOf(highAfter, AFTER_LE) && highAfter !== '以内'
        ? 'in'
        : isOf(highAfter, AFTER_LT)
          ? 'out'
          : 'unsaid',
  )
  const upper = edge(high, highEnd)
  const lower = edge(low, lowEnd, upper?.value)
  return upper === undefined || lower === undefined ? undefined : between(lower, upper)
}

/** 大于等于80%小于90%, 低于95%但不低于90%. */
function twoSided({ said }: Match): Extent | undefined {
  const edges = [
    [said['one'], said['low'], isIn(said['lowMark'])],
    [said['other'], said['high'], isIn(said['highMark'])],
  ] as const
  let low: Edge | undefined
  let high: Edge | undefined
  for (const [comparator, value, marked] of edges) {
    if (isOf(comparator, GE) && comparator !== '在') low = edge(value, endOf(marked, 'in'))
    else if (isOf(comparator, GT)) low = edge(value, endOf(marked, 'out'))
    else if (isOf(comparator, LE)) high = edge(value, endOf(marked, 'in'))
    else if (isOf(comparator, LT)) high = edge(value, endOf(marked, 'out'))
  }
  return low === undefined || high === undefined ? undefined : between(low, high)
}

/** 100%±5%, ±10%以内, ±10-15%以内, ±20%以外. */
function zone({ said }: Match): Extent | undefined {
  const { centre, low, high, after, lead } = said
  const marked = isIn(said['mark'])
  const isOutside =
    (after !== undefined && /外/.test(after)) || (lead !== undefined && /^(?:超出|超过|超|大于|高于|>|≥)/.test(lead))
  const upper = edge(high, endOf(marked, 'unsaid'))
  if (upper === undefined) return undefined
  const lower = edge(low, endOf(isIn(said['lowMark']), 'unsaid'), upper.value)
  const middle = centre === undefined ? '0' : (amountOf(centre)?.value ?? 'target')
  if (middle === undefined) return undefined
  if (isOutside)
    return lower === undefined
      ? { is: 'off', centre: middle, low: { ...upper, end: endOf(marked === undefined ? undefined : !marked, 'out') } }
      : undefined
  if (lower !== undefined) return { is: 'off', centre: middle, low: lower, high: upper }
  const isWithin = after !== undefined || lead !== undefined
  return {
    is: 'off',
    centre: middle,
    high: { ...upper, end: endOf(marked, isWithin || centre !== undefined ? 'in' : 'unsaid') },
  }
}

/** 超过±1%但不超过±2%. */
function zoneTwoSided({ said }: Match): Extent | undefined {
  const low = edge(said['low'], 'out')
  const high = edge(said['high'], 'in')
  return low === undefined || high === undefined ? undefined : { is: 'off', centre: '0', low, high }
}

const GOAL = oneOf(
  '概算',
  '投资概算',
  '合同价',
  '限价',
  '控制价格',
  '目标次数',
  '规定次数',
  '规定数量',
  '目标个数',
  '控制数',
  '控制目标',
  '控制指标',
  '控制价',
  '额定值',
  '定额',
  '预期目标任务',
  '目标值',
  '目标',
  '目标要求',
  '指标值',
  '年度指标值',
  '年度目标值',
  '年度目标',
  '年初目标',
  '年初目标值',
  '预期目标',
  '预期指标',
  '预期指标值',
  '预期值',
  '预期',
  '预期目标值',
  '绩效目标',
  '绩效目标值',
  '计划',
  '计划值',
  '计划数',
  '计划目标',
  '计划目标值',
  '任务',
  '目标任务',
  '任务目标',
  '年度任务',
  '标准',
  '标准值',
  '规定标准',
  '要求',
  '规定要求',
  '相关要求',
  '考核目标',
  '考核要求',
  '指标',
  '指标要求',
  '目标数',
  '计划任务',
  '计划标准',
  '计划要求',
  '既定目标',
  '设定目标',
  '合同要求',
  '质量标准',
  '验收标准',
  '既定标准',
  '计划数量',
  '计划完成数',
  '目标数量',
  '预算数',
  '预算',
)
const ACTION_WORDS = oneOf(
  '办结',
  '拨付',
  '支付',
  '验收',
  '通过',
  '合格',
  '到位',
  '发放',
  '整改',
  '公开',
  '落实',
  '执行',
  '交付',
  '竣工',
  '建成',
  '处理',
)
const DONE = oneOf(
  '等于',
  '足额完成',
  '完成',
  '达到',
  '实现',
  '符合',
  '满足',
  '达成',
  '按要求完成',
  '按计划完成',
  '全部完成',
  '全面完成',
  '如期完成',
  '圆满完成',
  '超额完成',
  '完成或超额完成',
  '完成或超过',
  '达到或超过',
  '达到及超过',
  '达到或高于',
  '不低于',
  '不少于',
  '大于等于',
  '≥',
  '等于或高于',
  '已完成',
)
const REACHED = `(?:足额${maybe('完成', '发放', '到位', '拨付', '支付', '缴纳')}|(?:全部|均|都|已|能|能够)?${DONE}${maybe('年度', '年初', '规定', '既定', '上述', '全部', '相应', '相关', '设定的', '规定的', '下达的', '本年度', '当年')}${GOAL}${maybe('及以上', '以上', '的要求')}|(?:全部|均|都|已)?(?:达到[^,;。:\\d得]{1,14}(?:标准|要求|条件)|全部${ACTION_WORDS}|达标|合格|全部完成|按要求完成|按计划完成|全面完成|已完成|完成|达到|达成|实现|符合要求|达到要求))`
const KEPT = `(?:(?:控制在|未超过|不超过|没有超过|未超|不超|不高于|小于等于|小于或等于|≤|未突破|低于或等于|控制住|控制住在)${maybe('年度', '年初', '规定')}${GOAL}${maybe('以内', '之内', '内', '范围内', '数以内', '金额以内', '金额')})`
const MISSED = `(?:部分完成|未足额${maybe('完成', '发放', '到位', '拨付', '支付', '缴纳')}|超出${maybe('的')}部分|超过${maybe('的')}部分|未全部${ACTION_WORDS}|(?:未|没有|没|不能|未能|未全部|未按要求|未按计划)(?:完成|达到|达成|实现|符合|满足|达标)${maybe('年度', '年初', '规定')}${maybe(GOAL)}|不达标|不合格|达不到${maybe(GOAL)}|(?:低于|少于|小于|不足|<)${GOAL}|不符合${maybe('要求', '标准', '规定')}|不满足${maybe('要求', '标准')})`
const BEYOND = `(?:(?:超过|超出|高于|大于|突破|超)${GOAL}${maybe('的部分', '部分', '范围')}|超额完成|超支|超标|超额|(?:超过|超出|高于|大于)(?=的[,:]|的?(?:不得分|不计分|得0分)))`
const ACTION = oneOf(
  '到货',
  '配送',
  '发运',
  '处置',
  '审核',
  '审批',
  '回复',
  '答复',
  '结算',
  '决算',
  '备案',
  '完成',
  '申报',
  '报送',
  '上报',
  '提交',
  '办结',
  '公开',
  '拨付',
  '支付',
  '交付',
  '验收',
  '开工',
  '竣工',
  '完工',
  '上线',
  '发放',
  '下达',
  '分配',
  '到位',
  '实施',
  '启动',
  '发布',
  '开展',
  '编报',
  '报告',
  '投入使用',
  '办理',
  '处理',
  '维修',
  '响应',
  '送达',
  '供应',
  '完成任务',
  '整改',
  '建成',
)
const IN_TIME = `(?:(?:按合同约定时间|按约定时间|按照约定时间|按时|按期|如期|及时|准时|按规定时间|按规定时限|按要求时间|在规定时间内|在规定时限内|在规定的时间内|规定时间内|规定时限内|规定期限内|在规定期限内|按计划时间|在计划时间内|按照规定时间|按照规定时限|提前或按时|按时或提前|按计划进度|在要求时间内)${maybe('足额', '全部', '进行', '、足额', '全面')}${maybe(ACTION)}${maybe('[^,;。:\\n\\d得计记扣每]{1,10}?(?=的?[,:]?(?:得|计|记))')})`
const LATE = `(?:逾期${maybe('未')}${maybe(ACTION)}|超期${maybe(ACTION)}|延期${maybe(ACTION)}|延迟${maybe(ACTION)}|滞后|(?:未|没有|未能|不)(?:按时|按期|如期|及时|准时|按规定时间|按规定时限|在规定时间内|在规定时限内|按计划时间|在规定期限内)${maybe('足额', '全部')}${maybe(ACTION)}|超过规定时间|超过规定时限|超过规定期限|超过时限|超时)`
const OTHERWISE = oneOf(
  '否则',
  '其他',
  '其他情况',
  '其它',
  '其它情况',
  '其余',
  '其余情况',
  '反之',
  '反之则',
  '没有的',
  '没有',
  '无',
  '无的',
  '不具备',
  '不具备的',
  '不是',
  '未建立的',
  '否',
  '不符合的',
)

/** 二者之间, 介于两者之间的: what lies between the scores that are said. */
const INNER = `${maybe('介于', '处于', '在')}${oneOf('二者', '两者', '以上二者', '其间', '中间', '两者间', '二者间', '之间', '其他')}${maybe('之间', '部分', '区间', '值')}`

const MARKS = maybeSlot('mark', MARK)
const FORMS: readonly (readonly [Pattern, (match: Match) => Extent | undefined])[] = [
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
    () => ({ is: 'none-occurred' }),
  ],
]
