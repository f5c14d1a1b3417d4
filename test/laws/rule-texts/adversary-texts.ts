import { prorata } from './open-steps.ts'
import type { RuleText } from './rule-text.ts'

/** A word of each was passed over once, and a rule stood there that is not the sentence's. */
export const adversaryTexts: readonly RuleText[] = [
  // what is counted has a noun for its name
  {
    idiom: 'V20',
    name: '完成率',
    points: '5',
    text: '未发生失泄密事件得满分，每发生一起扣2分，扣完为止',
    reading: { scoring: { method: 'steps', from: '0' }, items: [{ id: '失泄密事件起数' }] },
  },

  // an edge that two claim
  {
    idiom: 'V11',
    name: '发现问题数',
    points: '4',
    valueType: 'count',
    text: '0项得4分，1-3项得2分，3项以上得0分',
    asks: ['edge'],
    answers: { edge: 'upper' },
    scores: { '0': '4', '1': '2', '3': '2', '4': '0' },
  },
  {
    idiom: 'V11',
    name: '发现问题数',
    points: '4',
    valueType: 'count',
    text: '3项以下得4分，4-5项得2分，5项以上得0分',
    asks: ['edge'],
    answers: { edge: 'upper' },
    scores: { '0': '4', '3': '4', '4': '2', '5': '2', '6': '0' },
  },
  {
    idiom: 'V11',
    name: '完成率',
    points: '10',
    valueType: 'rate',
    text: '90%-100%（含90%）得10分，80%-90%（含80%）得8分，80%以下0分',
    mayAsk: ['edge'],
    answers: { edge: 'upper' },
    scores: { '100%': '10', '90%': '10', '89%': '8', '80%': '8', '79%': '0' },
  },
  {
    idiom: 'V11',
    name: '预算调整率',
    points: '10',
    target: '=0',
    valueType: 'rate',
    text: '预算调整率=0得10分，0-10%得5分，10%以上不得分',
    mayAsk: ['edge'],
    answers: { edge: 'upper' },
    scores: { '0%': '10', '5%': '5', '11%': '0' },
  },

  // shares of a target that is a rate itself
  {
    idiom: 'V10',
    name: '完成率',
    points: '10',
    target: '≥95%',
    text: '达到目标值的90%得满分，否则不得分',
    scores: { '95%': '10', '85.5%': '10', '85%': '0' },
  },
  {
    idiom: 'V11',
    name: '完成率',
    points: '10',
    target: '≥95%',
    text: '达到目标得满分，完成目标90%以上得8分，其他不得分',
    mayAsk: ['ambiguous', 'percent-of'],
    scores: { '95%': '10', '90%': '8', '86%': '8', '85%': '0' },
  },

  // words without a number are no value of nought
  { idiom: 'T6', name: '完成率', points: '10', text: '完成率≥95%得满分，否则不得分。无此项工作的得8分', nothing: true },
  {
    idiom: 'G1',
    name: '完成率',
    points: '10',
    text: '完成率≥95%得满分，否则不得分。未提供佐证材料的不得分',
    nothing: true,
  },
  {
    idiom: 'V11',
    name: '完成率',
    points: '10',
    target: '≥95%',
    text: '实现目标得满分；未实现目标但较上年提高得5分；否则不得分',
    nothing: true,
  },

  // two values in one text
  { idiom: 'V10', name: '完成率', points: '10', text: '完成率、及时率均≥95%得满分，否则不得分', nothing: true },
  {
    idiom: 'V6',
    name: '完成率',
    points: '10',
    text: '完成率和及时率达到95%以上得满分，每降低1个百分点扣1分，不足1个百分点的不扣分',
    nothing: true,
  },
  {
    idiom: 'V10',
    name: '举办场次',
    points: '8',
    target: '≥50场',
    text: '同时满足场次达标、质量合格得满分，否则不得分',
    nothing: true,
  },
  {
    idiom: 'V20',
    name: '信息报送',
    points: '10',
    target: '≥10篇',
    text: '报送10篇得满分，未按时报送每次扣1分',
    nothing: true,
  },
  {
    idiom: 'V20',
    name: '信息报送',
    points: '10',
    target: '≥10篇',
    text: '按时报送10篇得满分，迟报一次扣1分',
    nothing: true,
  },

  // where it begins, and what is let off
  {
    idiom: 'V20',
    name: '违规问题',
    points: '6',
    valueType: 'count',
    text: '超过2次的每次扣1分',
    scores: { '2': '6', '3': '5', '5': '3' },
  },
  {
    idiom: 'V20',
    name: '违规问题',
    points: '6',
    valueType: 'count',
    text: '3次（含）以下不扣分，3次以上每次扣1分',
    scores: { '3': '6', '4': '5', '6': '3' },
  },
  { idiom: 'V20', name: '违规问题', points: '6', text: '每次扣2分，及时整改的不扣分', nothing: true },
  { idiom: 'V20', name: '安全事故起数', points: '8', target: '≤3起', text: '每发生1起扣2分，扣完为止', nothing: true },
  { idiom: 'V7', name: '举办场次', points: '8', target: '≥50场', text: '每少1-5场扣0.5分', nothing: true },
  { idiom: 'V7', name: '举办场次', points: '8', target: '≥50场', text: '每少1场以上扣0.5分', nothing: true },
  {
    idiom: 'V6',
    name: '预算调整率',
    points: '10',
    valueType: 'rate',
    text: '预算调整率绝对值≤5%得10分，每增加1个百分点扣1分，不足1个百分点的不扣分',
    scores: { '5%': '10', '7%': '8', '-5%': '10', '-8%': '7' },
  },

  // about, at most, and which side is good
  { idiom: 'V10', name: '满意度', points: '8', target: '≥90%', text: '约90%得8分，其余得0分', nothing: true },
  { idiom: 'V10', name: '负债率', points: '8', text: '至多90%得8分，否则得0分', scores: { '90%': '8', '91%': '0' } },
  { idiom: 'V10', name: '完成率', points: '10', target: '≤95%', text: '完成95%以上得10分，否则不得分', nothing: true },
  { idiom: 'V10', name: '完成率', points: '10', target: '≥95%', text: '完成90%得10分，否则不得分', nothing: true },
  { idiom: 'V1', name: '数量', points: '10', target: '≥50个', text: '得分=目标值/实际值×分值', nothing: true },
  { idiom: 'V1', name: '数量', points: '10', target: '≥50个', text: '按超额比例得分', nothing: true },

  // another unit than the target's
  ...(
    [
      ['完成时间', '≤30天', '每超过1个月扣0.5分，扣完为止'],
      ['完成时间', '≤30天', '每超过1个工作日扣0.5分，扣完为止'],
      ['完成时间', '2023年12月底前', '逾期一个月以内扣2分，一个月以上不得分'],
      ['举办场次', '≥50场', '每少1人扣0.5分，扣完为止'],
      ['培训人数', '≥5000人', '每少1千人扣0.5分'],
    ] as const
  ).map(([name, target, text]): RuleText => ({ idiom: 'V7', name, points: '8', target, text, nothing: true })),
  ...(
    [
      ['办结时限', '≤30小时', '每超过1天扣0.5分，扣完为止', '54', '7.5'],
      ['办结时限', '≤24小时', '24小时内得满分，每超1分钟扣1分', '25', '0'],
      ['里程', '≥100公里', '每少1000米扣1分', '99', '7'],
      ['面积', '≥100公顷', '每少1亩扣1分', '99', '0'],
      ['投资额', '≥500万元', '每少10000元扣0.5分，扣完为止', '499', '7.5'],
      ['投资额', '≥5亿元', '每少100万元扣0.5分，扣完为止', '4.99', '7.5'],
      ['培训人数', '≥1万人', '每少1000人扣0.5分', '0.9', '7.5'],
    ] as const
  ).map(
    ([name, target, text, value, score]): RuleText => ({
      idiom: 'V7',
      name,
      points: '8',
      target,
      text,
      ...prorata,
      scores: { [value]: score },
    }),
  ),
  ...['10日内办结得满分，每超过1个工作日扣0.5分，扣完为止', '1个月内办结得满分，每超过1天扣0.5分，扣完为止'].map(
    (text): RuleText => ({ idiom: 'V7', name: '办结时间', points: '8', text, answers: prorata.answers, nothing: true }),
  ),

  // formulas of other figures, of other points
  {
    idiom: 'V1',
    name: '完成率',
    points: '10',
    text: '得分=完成率*5+及时率*5',
    cases: [{ inputs: { 完成率: '100%', 及时率: '50%' }, score: '7.5' }],
  },
  {
    idiom: 'V1',
    name: '完成率',
    points: '10',
    text: '得分=实际完成/计划完成×10×100%',
    cases: [{ inputs: { 实际完成: '8', 计划完成: '10' }, score: '8' }],
  },
  { idiom: 'V1', name: '完成率', points: '8', text: '得分=完成率×100%', nothing: true },
  { idiom: 'V1', name: '满意度', points: '8', target: '≥85%', text: '得分=实际完成值/目标值×10', nothing: true },
  { idiom: 'V1', name: '满意度', points: '8', target: '≥85%', text: '得分=实际完成值/目标值×100', nothing: true },
  {
    idiom: 'V1',
    name: '资金到位及时率',
    points: '10',
    text: '及时率=及时到位资金/应到位资金×100%，得分=到位率×10',
    nothing: true,
  },

  // exactly so many, or at least
  {
    idiom: 'V11',
    name: '培训人数',
    points: '10',
    target: '≥100人',
    text: '培训100人得满分，培训80人得8分，培训50人得5分，其余不得分',
    mayAsk: ['unread'],
    scores: { '120': '10', '90': '8', '60': '5', '40': '0' },
  },
  {
    idiom: 'V10',
    name: '培训人数',
    points: '10',
    target: '≥100人',
    text: '培训100人得满分，否则不得分',
    scores: { '120': '10', '100': '10', '99': '0' },
  },
  {
    idiom: 'V10',
    name: '培训人数',
    points: '10',
    target: '≥100人',
    text: '按期培训100人得满分，否则不得分',
    elements: [['按期培训100人', '10']],
  },
  { idiom: 'V1', name: '培训人数', points: '10', target: '≥100人', text: '得分=培训人数/100×8', nothing: true },
  {
    idiom: 'V15',
    name: '培训人数',
    points: '10',
    target: '≥100人',
    text: '完成率80%以下不得分，80%-100%得分=（完成率-80%）/20%×10',
    asks: ['edge', 'gap'],
    answers: { edge: 'upper', gap: 'lower' },
    scores: { '100': '10', '90': '5', '80': '0' },
  },
]
