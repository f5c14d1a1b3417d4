import { ITS_POINTS, NUMBER, numberOf } from './lexemes.ts'
import { maybe, oneOf, pattern, slot } from './pattern.ts'
import type { Span } from './rule-reading.ts'
import type { ProportionStatement } from './statement.ts'

/** The name of a rate. */
export const RATE = String.raw`(?:[^,;。:\n()\[\]×÷=+\d扣得计]|计划|计量){0,24}?(?:率|比例|比重|占比|程度|进度|比|百分比|情况)`
const SCORES = oneOf(
  '得分',
  '计分',
  '计算得分',
  '折算得分',
  '给分',
  '赋分',
  '评分',
  '计算',
  '折算',
  '计算分值',
  '核算得分',
  '计得分',
  '折算计分',
  '打分',
  '计算相应得分',
  '计算该项得分',
  '得相应分',
  '得相应分数',
  '得相应分值',
  '给相应分值',
  '确定得分',
  '核定得分',
  '计',
  '得',
  '折算分值',
  '相应得分',
  '相应计分',
  '给予相应分值',
  '换算得分',
  '递减',
  '递增',
)
const TAKES = oneOf(
  '扣分',
  '扣减',
  '扣减分值',
  '相应扣分',
  '扣减得分',
  '扣除',
  '扣减相应分值',
  '扣除相应分值',
  '扣除分值',
  '扣',
  '扣减分数',
  '相应扣减',
  '扣相应分值',
  '减分',
  '扣除相应分数',
  '扣减相应分数',
)
const BY = oneOf('按', '按照', '根据', '依据', '依', '则按', '应按', '以', '按其', '则按照')

/** A proportion with its place. */
export type ProportionRead = ProportionStatement &
  Span & { readonly spans: { readonly [part: string]: Span | undefined } }

/** 按完成比例计分, 按实际到位率×指标权重得分, 完成率×分值. */
export function proportionAt(folded: string, at: number): ProportionRead | undefined {
  for (const [form, of] of PROPORTIONS) {
    const match = form.match(folded, at)
    if (match === undefined) continue
    const { subject, points } = match.said
    return {
      kind: 'proportion',
      ...(points === undefined ? {} : { times: numberOf(points) }),
      ...(of === 'target÷actual' || of === 'actual÷target' ? { of: 'score' as const, quotient: of } : { of }),
      ...(subject === undefined ? {} : { subject }),
      from: at,
      to: match.end,
      spans: { words: { from: at, to: match.end }, subject: match.spans['subject'] },
    }
  }
  return undefined
}

/** The target and what was done, as texts that divide one by the other call them. */
const TARGETS = oneOf(
  '目标值',
  '指标值',
  '年度指标值',
  '计划数',
  '目标数',
  '计划值',
  '目标',
  '计划',
  '年初目标值',
  '计划完成值',
)
const ACTUALS = oneOf('实际值', '实际完成值', '完成值', '实际完成数', '实际', '实际数', '完成数', '全年实际值')

const PROPORTIONS: readonly (readonly [
  ReturnType<typeof pattern>,
  'score' | 'deduction' | 'interpolation' | 'target÷actual' | 'actual÷target',
])[] = [
  [
    pattern`${BY}${TARGETS}(?:与|除以|÷|占)${ACTUALS}${maybe('的')}${oneOf('之比', '比值', '比例', '比率', '比', '')}${maybe('的')}(?:×|乘以)${maybe(NUMBER)}(?:${ITS_POINTS}|分)${maybe(SCORES)}`,
    'target÷actual',
  ],
  [
    pattern`${BY}${ACTUALS}(?:与|除以|÷|占)${TARGETS}${maybe('的')}${oneOf('之比', '比值', '比例', '比率', '比', '百分比')}${maybe('的')}(?:×|乘以)${maybe(NUMBER)}(?:${ITS_POINTS}|分)${maybe(SCORES)}`,
    'actual÷target',
  ],
  [
    pattern`${maybe('按照', '按', '采用', '用', '以', '采取', '根据')}${maybe('线性', '直线', '等比例')}${oneOf('插值', '内插', '插值法', '内插法', '插入法', '线性插值', '直线内插', '比例插值', '线性', '差值法')}${maybe('法', '方法', '方式')}${maybe('进行')}${maybe(SCORES)}${maybe('分', '得分')}`,
    'interpolation',
  ],
  [pattern`按比例${oneOf('增分', '递增', '递增计分', '递增得分', '加分', '增加得分')}`, 'interpolation'],
  [
    pattern`${BY}${maybe('照')}${slot('subject', RATE)}${maybe('占', '的')}(?:×|乘以|乘)${ITS_POINTS}${maybe('的')}${maybe(`${SCORES}`)}${maybe('分')}`,
    'score',
  ],
  [
    pattern`${BY}${slot('subject', RATE)}${maybe('相应', '进行', '予以', '来', '直接', '等比例')}${SCORES}${maybe('分值', '分数', '分')}`,
    'score',
  ],
  [pattern`${BY}${slot('subject', RATE)}${maybe('相应', '进行', '予以', '来', '等比例')}${TAKES}`, 'deduction'],
  [
    pattern`${maybe('该项', '本项', '指标', '该指标', '实际', '最终', '此项', '则', '其')}(?:得分|评分|分值|分数)(?:=|:|为)${slot('subject', RATE)}(?:×|乘以)${maybe('100%×')}${ITS_POINTS}(?![+\-×÷])`,
    'score',
  ],
  [
    pattern`${slot('subject', RATE)}(?:×|乘以)${ITS_POINTS}${maybe('计分', '得分', '计算', '计算得分')}(?![+\-×÷])`,
    'score',
  ],
  [
    pattern`${maybe('该项', '本项', '指标', '该指标', '本指标', '此项')}(?:得分|计分)?(?:=|:|为)?${ITS_POINTS}(?:×|乘以)${slot('subject', RATE)}${maybe('计分', '得分', '计算', '计算得分')}(?![+\-×÷])`,
    'score',
  ],
  [
    pattern`${BY}${slot('subject', RATE)}${maybe('占', '的')}(?:×|乘以|乘)${slot('points', NUMBER)}分?${maybe(SCORES)}${maybe('分')}(?![+\-×÷\d])`,
    'score',
  ],
  [pattern`(?:等|同|成)?比例${maybe('地')}${SCORES}`, 'score'],
  [pattern`(?:等|同|成)?比例${maybe('地')}${TAKES}`, 'deduction'],
]
