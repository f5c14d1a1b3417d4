import type { Scoring } from '@yardstick/model'
import type { LeafContext } from './context.ts'

/** One rule in its row of the table, and its 评分标准 in both languages: the readable specification of the sentences. */
export interface StandardRow {
  readonly title: string
  readonly context: LeafContext
  readonly scoring: Scoring
  readonly zh: string
  readonly en: string
}

const rate: LeafContext = {
  name: '预算执行率',
  points: '10',
  valueType: 'rate',
  target: { comparator: '>=', value: '95%' },
}
const zone: LeafContext = { ...rate, target: { low: '95%', high: '105%' } }
const cost: LeafContext = {
  name: '项目成本',
  points: '5',
  valueType: 'money',
  unit: '万元',
  target: { comparator: '<=', value: '90', unit: '万元' },
}
const day: LeafContext = {
  name: '完成及时性',
  points: '5',
  valueType: 'date',
  target: { comparator: '<=', date: '2021-12-31' },
}
const count: LeafContext = {
  name: '培训人次',
  points: '10',
  valueType: 'count',
  unit: '人次',
  target: { comparator: '>=', value: '50', unit: '人次' },
}
const text: LeafContext = { name: '社会效益', points: '15', target: { text: '达成预期' } }
const bare: LeafContext = { name: '得分', points: '10' }
const point = { size: '1%', per: 'percentage-point' } as const

export const standardRows: readonly StandardRow[] = [
  // ratio
  {
    title: 'ratio of a ≥ target',
    context: count,
    scoring: { method: 'ratio' },
    zh: '达到目标值（≥50人次）得满分，未达到的，按实际完成值÷目标值×分值计分。',
    en: 'Full points at the target (≥50 人次) or above; below it, points × actual ÷ target.',
  },
  {
    title: 'ratio of a ≤ target',
    context: cost,
    scoring: { method: 'ratio' },
    zh: '不超过目标值（≤90万元）得满分，超过的，按目标值÷实际完成值×分值计分。',
    en: 'Full points at the target (≤90 万元) or below; above it, points × target ÷ actual.',
  },
  {
    title: 'ratio of a target without direction',
    context: bare,
    scoring: { method: 'ratio' },
    zh: '达到目标值得满分，未达到的，按完成率×分值计分。',
    en: 'Full points at the target; otherwise, points × completion.',
  },
  {
    title: 'ratio with a pass line',
    context: count,
    scoring: { method: 'ratio', passLine: '60%' },
    zh: '达到目标值（≥50人次）得满分，未达到的，按实际完成值÷目标值×分值计分；完成率低于60%的不得分。',
    en: 'Full points at the target (≥50 人次) or above; below it, points × actual ÷ target; no points if completion is below 60%.',
  },
  {
    title: 'overshoot is not counted',
    context: count,
    scoring: { method: 'ratio', overshoot: { beyond: '30%', effect: 'refuse' } },
    zh: '达到目标值（≥50人次）得满分，未达到的，按实际完成值÷目标值×分值计分；超出目标值的幅度大于30%的不得分。',
    en: 'Full points at the target (≥50 人次) or above; below it, points × actual ÷ target; if the actual is more than 30% above the target, no points.',
  },
  {
    title: 'overshoot reduces',
    context: count,
    scoring: { method: 'ratio', overshoot: { beyond: '30%', effect: 'reduce' } },
    zh: '达到目标值（≥50人次）得满分，未达到的，按实际完成值÷目标值×分值计分；超出目标值的幅度大于30%的，超过30%的部分按相应百分比扣减分值，扣完为止。',
    en: 'Full points at the target (≥50 人次) or above; below it, points × actual ÷ target; if the actual is more than 30% above the target, 1% of the points is deducted for every percentage point beyond 30%, down to zero.',
  },
  {
    title: 'overshoot below a ≤ target',
    context: cost,
    scoring: { method: 'ratio', overshoot: { beyond: '20%', effect: 'reduce' } },
    zh: '不超过目标值（≤90万元）得满分，超过的，按目标值÷实际完成值×分值计分；低于目标值的幅度大于20%的，超过20%的部分按相应百分比扣减分值，扣完为止。',
    en: 'Full points at the target (≤90 万元) or below; above it, points × target ÷ actual; if the actual is more than 20% below the target, 1% of the points is deducted for every percentage point beyond 20%, down to zero.',
  },
  {
    title: 'a target of zero',
    context: count,
    scoring: { method: 'ratio', zeroTarget: 'full' },
    zh: '达到目标值（≥50人次）得满分，未达到的，按实际完成值÷目标值×分值计分；目标值不大于0的得满分。',
    en: 'Full points at the target (≥50 人次) or above; below it, points × actual ÷ target; a target of zero or less gives full points.',
  },
  {
    title: 'a target of zero gives nothing',
    context: count,
    scoring: { method: 'ratio', zeroTarget: 'zero' },
    zh: '达到目标值（≥50人次）得满分，未达到的，按实际完成值÷目标值×分值计分；目标值不大于0的不得分。',
    en: 'Full points at the target (≥50 人次) or above; below it, points × actual ÷ target; a target of zero or less gives no points.',
  },
  {
    title: 'a target of zero is an error, said',
    context: count,
    scoring: { method: 'ratio', zeroTarget: 'error' },
    zh: '达到目标值（≥50人次）得满分，未达到的，按实际完成值÷目标值×分值计分；目标值不大于0的按数据错误处理。',
    en: 'Full points at the target (≥50 人次) or above; below it, points × actual ÷ target; a target of zero or less is a data error.',
  },
  {
    title: 'ratio with a target of its own',
    context: count,
    scoring: { method: 'ratio', target: { comparator: '>=', value: '40', unit: '人次', written: '不少于40人次' } },
    zh: '达到计分目标值（≥40人次，原文“不少于40人次”）得满分，未达到的，按实际完成值÷目标值×分值计分。',
    en: 'Full points at the scoring target (≥40 人次, written as "不少于40人次") or above; below it, points × actual ÷ target.',
  },
  {
    title: 'ratio to a target that is data',
    context: bare,
    scoring: { method: 'ratio', target: { comparator: '>=', formula: '年度任务数*1.1' } },
    zh: '达到计分目标值（≥“年度任务数*1.1”）得满分，未达到的，按实际完成值÷目标值×分值计分。',
    en: 'Full points at the scoring target (≥"年度任务数*1.1") or above; below it, points × actual ÷ target.',
  },
  // steps
  {
    title: 'steps below the target',
    context: rate,
    scoring: { method: 'steps', below: { ...point, deduct: '1' }, count: 'prorata' },
    zh: '达到目标值（≥95%）得满分，每降低1个百分点扣1分，不足1个百分点的按比例扣分，扣完为止。',
    en: 'Full points at the target (≥95%) or above; 1 point off for every percentage point below, down to zero; a part of a step counts in proportion.',
  },
  {
    title: 'steps above the target',
    context: cost,
    scoring: { method: 'steps', above: { size: '1%', per: 'percent-of-target', deduct: '0.5' }, count: 'whole' },
    zh: '不超过目标值（≤90万元）得满分，每超过目标值的1%扣0.5分，不足1%的不扣分，扣完为止。',
    en: 'Full points at the target (≤90 万元) or below; 0.5 points off for every 1% of the target above, down to zero; a part of a step does not count.',
  },
  {
    title: 'a zone, both sides alike',
    context: zone,
    scoring: {
      method: 'steps',
      below: { ...point, deduct: '0.2' },
      above: { ...point, deduct: '0.2' },
      count: 'prorata',
    },
    zh: '在目标范围（95%～105%）内得满分，每超过或低于1个百分点扣0.2分，不足1个百分点的按比例扣分，扣完为止。',
    en: 'Full points at a value within the target range (95%–105%); 0.2 points off for every percentage point above or below, down to zero; a part of a step counts in proportion.',
  },
  {
    title: 'a zone, the sides apart',
    context: zone,
    scoring: {
      method: 'steps',
      below: { ...point, deduct: '0.2' },
      above: { size: '2%', per: 'percentage-point', deduct: '0.5', count: 'started', limit: '2' },
      count: 'whole',
    },
    zh: '在目标范围（95%～105%）内得满分，每降低1个百分点扣0.2分；每超过2个百分点扣0.5分，扣分不超过2分（不足2个百分点的按2个百分点扣分）；不足一步的不扣分，扣完为止。',
    en: 'Full points at a value within the target range (95%–105%); 0.2 points off for every percentage point below; 0.5 points off for every 2 percentage points above, at most 2 points (a part of a step counts as a whole step), down to zero; a part of a step does not count.',
  },
  {
    title: 'a threshold of its own, and coarse steps',
    context: rate,
    scoring: {
      method: 'steps',
      from: '90%',
      below: { size: '5%', per: 'percentage-point', deduct: '1', count: 'whole' },
    },
    zh: '达到90%得满分，每降低5个百分点扣1分（不足5个百分点的不扣分），扣完为止。',
    en: 'Full points at 90% or above; 1 point off for every 5 percentage points below (a part of a step does not count), down to zero.',
  },
  {
    title: 'a zone of its own',
    context: count,
    scoring: {
      method: 'steps',
      from: { low: '40', high: '60' },
      below: { size: '1', per: 'unit', deduct: '0.2' },
      above: { size: '1', per: 'unit', deduct: '0.2' },
    },
    zh: '在40～60人次范围内得满分，每增加或减少1人次扣0.2分，扣完为止。',
    en: 'Full points at 40 to 60 人次; 0.2 points off for every 1 人次 above or below, down to zero.',
  },
  {
    title: 'a start below full points, a limit and a floor',
    context: rate,
    scoring: { method: 'steps', start: '8', below: { ...point, deduct: '1', limit: '2' }, floor: '3' },
    zh: '达到目标值（≥95%）得8分，每降低1个百分点扣1分，扣分不超过2分，扣至3分为止。',
    en: '8 points at the target (≥95%) or above; 1 point off for every percentage point below, at most 2 points, down to 3 points.',
  },
  {
    title: 'days late',
    context: day,
    scoring: { method: 'steps', above: { size: '1', per: 'unit', deduct: '0.2' }, count: 'started' },
    zh: '不晚于目标时限（2021年12月31日前）得满分，每延迟1天扣0.2分，不足1天的按1天扣分，扣完为止。',
    en: 'Full points at the target (by 2021-12-31) or earlier; 0.2 points off for every day late, down to zero; a part of a step counts as a whole step.',
  },
  {
    title: 'occurrences',
    context: { ...bare, valueType: 'count', unit: '次', target: { comparator: '<=', value: '0', unit: '次' } },
    scoring: { method: 'steps', above: { size: '1', per: 'unit', deduct: '2' } },
    zh: '不超过目标值（≤0次）得满分，每超过1次扣2分，扣完为止。',
    en: 'Full points at the target (≤0 次) or below; 2 points off for every 1 次 above, down to zero.',
  },
  {
    title: 'the scheme says how steps count',
    context: { ...rate, stepCount: 'whole' },
    scoring: { method: 'steps', below: { ...point, deduct: '1' } },
    zh: '达到目标值（≥95%）得满分，每降低1个百分点扣1分，扣完为止（方案规定：不足1个百分点的不扣分）。',
    en: 'Full points at the target (≥95%) or above; 1 point off for every percentage point below, down to zero (scheme rule: a part of a step does not count).',
  },
  {
    title: 'a floor of zero that is said',
    context: rate,
    scoring: { method: 'steps', from: '100%', above: { ...point, deduct: '1' }, floor: '0' },
    zh: '不超过100%得满分，每超过1个百分点扣1分，扣至0分为止。',
    en: 'Full points at 100% or below; 1 point off for every percentage point above, down to 0 points.',
  },
  {
    title: 'exactly one value',
    context: bare,
    scoring: {
      method: 'steps',
      from: '0',
      below: { size: '1', per: 'unit', deduct: '1' },
      above: { size: '1', per: 'unit', deduct: '2' },
    },
    zh: '等于0得满分，每降低1个计量单位扣1分；每超过1个计量单位扣2分，扣完为止。',
    en: 'Full points at exactly 0; 1 point off for every unit below; 2 points off for every unit above, down to zero.',
  },
  {
    title: 'a unit that is a sign',
    context: {
      name: '机房温度',
      points: '5',
      valueType: 'number',
      unit: '℃',
      target: { comparator: '<=', value: '26', unit: '℃' },
    },
    scoring: { method: 'steps', above: { size: '1', per: 'unit', deduct: '0.5' } },
    zh: '不超过目标值（≤26℃）得满分，每超过1℃扣0.5分，扣完为止。',
    en: 'Full points at the target (≤26 ℃) or below; 0.5 points off for every 1 ℃ above, down to zero.',
  },
  {
    title: 'nothing is deducted',
    context: rate,
    scoring: { method: 'steps' },
    zh: '以目标值（≥95%）为基准得满分，不扣分。',
    en: 'Full points at any value, taken from the target (≥95%); nothing is deducted.',
  },
  // bands
  {
    title: 'bands, larger is better',
    context: rate,
    scoring: {
      method: 'bands',
      otherwise: '0',
      bands: [
        { from: '60%', included: true, score: '5' },
        { from: '80%', included: true, score: '8' },
        { from: '90%', included: true, score: '100%' },
      ],
    },
    zh: '90%（含）以上得满分；80%（含）～90%得8分；60%（含）～80%得5分；低于60%不得分。',
    en: '90% or more: full points; 80% (incl.) to 90%: 8 points; 60% (incl.) to 80%: 5 points; less than 60%: no points.',
  },
  {
    title: 'bands, smaller is better, with a single value',
    context: { ...rate, target: { comparator: '<=', value: '0%' } },
    scoring: {
      method: 'bands',
      otherwise: '0',
      bands: [
        { from: '0', included: true, score: '5' },
        { from: '0', included: false, score: '4' },
        { from: '10%', included: false, score: '3' },
        { from: '20%', included: false, score: '2' },
        { from: '30%', included: false, score: '0' },
      ],
    },
    zh: '低于0不得分；等于0得5分；0～10%（含）得4分；10%～20%（含）得3分；20%～30%（含）得2分；高于30%不得分。',
    en: 'less than 0: no points; exactly 0: 5 points; 0 to 10% (incl.): 4 points; 10% to 20% (incl.): 3 points; 20% to 30% (incl.): 2 points; more than 30%: no points.',
  },
  {
    title: 'bands with a unit',
    context: count,
    scoring: {
      method: 'bands',
      otherwise: '20%',
      bands: [
        { from: '30', included: false, score: '60%' },
        { from: '50', included: true, score: '100%' },
      ],
    },
    zh: '50人次（含）以上得满分；30～50人次得指标分值的60%；30人次（含）以下得指标分值的20%。',
    en: '50 人次 or more: full points; 30 to 50 人次: 60% of the points; 30 人次 or less: 20% of the points.',
  },
  {
    title: 'bands of days',
    context: day,
    scoring: {
      method: 'bands',
      otherwise: '100%',
      bands: [
        { from: '18992', included: false, score: '50%' },
        { from: '19023', included: false, score: '0' },
      ],
    },
    zh: '2021年12月31日（含）以前得满分；2021年12月31日～2022年1月31日（含）得指标分值的50%；晚于2022年1月31日不得分。',
    en: '2021-12-31 or earlier: full points; 2021-12-31 to 2022-01-31 (incl.): 50% of the points; later than 2022-01-31: no points.',
  },
  // curve
  {
    title: 'a line between two anchors',
    context: rate,
    scoring: {
      method: 'curve',
      anchors: [
        { at: '70%', score: '80%' },
        { at: '90%', score: '100%' },
      ],
      below: 'zero',
      above: 'hold',
    },
    zh: '70%得指标分值的80%，90%得满分，相邻两点之间按直线内插；低于70%不得分，高于90%的按90%计。',
    en: '80% of the points at 70%, full points at 90%, in a straight line in between; no points below 70%, above 90% as at 90%.',
  },
  {
    title: 'a line that falls',
    context: { ...cost },
    scoring: {
      method: 'curve',
      anchors: [
        { at: '80', score: '5' },
        { at: '90', score: '3' },
        { at: '100', score: '0' },
      ],
      below: 'hold',
      above: 'zero',
    },
    zh: '80万元得5分，90万元得3分，100万元不得分，相邻两点之间按直线内插；低于80万元的按80万元计，高于100万元不得分。',
    en: '5 points at 80 万元, 3 points at 90 万元, no points at 100 万元, in a straight line in between; below 80 万元 as at 80 万元, no points above 100 万元.',
  },
  // pass
  {
    title: 'the target or nothing',
    context: rate,
    scoring: { method: 'pass' },
    zh: '达到目标值（≥95%）得满分，否则不得分。',
    en: 'Full points if the target (≥95%) is met, otherwise none.',
  },
  {
    title: 'the target or nothing, smaller is better',
    context: cost,
    scoring: { method: 'pass' },
    zh: '不超过目标值（≤90万元）得满分，否则不得分。',
    en: 'Full points if the target (≤90 万元) is met, otherwise none.',
  },
  {
    title: 'in time or nothing',
    context: day,
    scoring: { method: 'pass' },
    zh: '在目标时限（2021年12月31日前）内完成得满分，否则不得分。',
    en: 'Full points if the target (by 2021-12-31) is met, otherwise none.',
  },
  {
    title: 'a range or nothing',
    context: zone,
    scoring: { method: 'pass' },
    zh: '在目标范围（95%～105%）内得满分，否则不得分。',
    en: 'Full points if the target (95%–105%) is met, otherwise none.',
  },
  {
    title: 'an equality or nothing',
    context: { ...bare, target: { comparator: '=', value: '0', unit: '起' } },
    scoring: { method: 'pass' },
    zh: '等于目标值（=0起）得满分，否则不得分。',
    en: 'Full points if the target (=0 起) is met, otherwise none.',
  },
  {
    title: 'a sentence or nothing',
    context: text,
    scoring: { method: 'pass' },
    zh: '达到目标（达成预期）得满分，否则不得分。',
    en: 'Full points if the target (达成预期) is met, otherwise none.',
  },
  {
    title: 'a threshold of its own',
    context: rate,
    scoring: { method: 'pass', threshold: { comparator: '>=', value: '90%' } },
    zh: '达到规定标准（≥90%）得满分，否则不得分。',
    en: 'Full points if the required standard (≥90%) is met, otherwise none.',
  },
  {
    title: 'a condition or nothing',
    context: bare,
    scoring: {
      method: 'pass',
      condition: {
        all: [
          { fact: '预算执行率', operator: 'greaterThanInclusive', value: '95%' },
          {
            any: [
              { fact: '项目类型', operator: 'equal', value: '甲类' },
              { not: { fact: 'evidence:批复文件', operator: 'equal', value: true } },
            ],
          },
        ],
      },
    },
    zh: '符合条件（预算执行率≥95%且（项目类型=“甲类”或非（佐证材料（批复文件）=是）））的得满分，否则不得分。',
    en: 'Full points if the condition (预算执行率 ≥ 95% and (项目类型 = "甲类" or not (evidence(批复文件) = yes))) holds, otherwise none.',
  },
  // checklist
  {
    title: 'elements in points',
    context: bare,
    scoring: {
      method: 'checklist',
      elements: [
        { id: '1', text: '按规定的程序申请设立', score: '5', met: 'judged' },
        { id: '2', text: '审批文件、材料符合相关要求', score: '5', met: { evidence: '批复文件' } },
      ],
    },
    zh: '①按规定的程序申请设立，得5分；②审批文件、材料符合相关要求，得5分（以“批复文件”为佐证）。',
    en: '(1) 按规定的程序申请设立: 5 points; (2) 审批文件、材料符合相关要求: 5 points (by the evidence "批复文件").',
  },
  {
    title: 'elements in shares with a gate',
    context: text,
    scoring: {
      method: 'checklist',
      elements: [
        { id: '1', text: '制定了管理办法', score: '40%', met: { item: '是否有管理办法' }, gate: true },
        {
          id: '2',
          text: '执行到位，且有记录',
          score: '60%',
          met: { condition: { fact: '检查次数', operator: 'greaterThanInclusive', value: 4 } },
        },
      ],
    },
    zh: '①制定了管理办法，得指标分值的40%（按“是否有管理办法”认定），缺此项本指标不得分；②执行到位，且有记录，得指标分值的60%（条件：检查次数≥4）。',
    en: '(1) 制定了管理办法: 40% of the points (by the item "是否有管理办法"), without which the indicator gets no points; (2) 执行到位，且有记录: 60% of the points (if 检查次数 ≥ 4).',
  },
  {
    title: 'elements with ids and quotes',
    context: bare,
    scoring: {
      method: 'checklist',
      elements: [{ id: 'procedure', text: '落实了“谁审批、谁负责”；程序完整', score: '100%', met: 'judged' }],
    },
    zh: '①〔procedure〕“落实了“谁审批、谁负责”；程序完整”，得满分。',
    en: '(1) 〔procedure〕 "落实了“谁审批、谁负责”；程序完整": full points.',
  },
  // levels
  {
    title: 'levels with fixed shares',
    context: text,
    scoring: {
      method: 'levels',
      levels: [
        { name: '优', share: '100%' },
        { name: '良', share: '80%' },
        { name: '差', share: '0%' },
      ],
    },
    zh: '按评定等级计分：优，得满分；良，得指标分值的80%；差，不得分。',
    en: 'By the level judged: 优: full points; 良: 80% of the points; 差: no points.',
  },
  {
    title: 'levels with ranges',
    context: text,
    scoring: {
      method: 'levels',
      levels: [
        { name: '全部或基本达成预期指标', from: '100%', to: '80%' },
        { name: '部分达成预期指标并具有一定效果', from: '80%', to: '60%' },
        { name: '未达成预期指标且效果较差', from: '60%', to: '0%' },
      ],
    },
    zh: '按评定等级计分：全部或基本达成预期指标，在指标分值的100%～80%（含）之间评定；部分达成预期指标并具有一定效果，在指标分值的80%～60%（含）之间评定；未达成预期指标且效果较差，在指标分值的60%～0%之间评定。',
    en: 'By the level judged: 全部或基本达成预期指标: judged between 100% and 80% (incl.) of the points; 部分达成预期指标并具有一定效果: judged between 80% and 60% (incl.) of the points; 未达成预期指标且效果较差: judged between 60% and 0% of the points.',
  },
  // judgement
  {
    title: 'one person',
    context: text,
    scoring: { method: 'judgement' },
    zh: '由评价人员在分值以内评分，低于满分的须说明理由。',
    en: 'Judged by the evaluator within the points; a score below full points needs a reason.',
  },
  {
    title: "a panel's mean",
    context: text,
    scoring: { method: 'judgement', panel: { rule: 'mean', quorum: 3 } },
    zh: '由专家组评分，取各位专家评分的平均分（至少3名专家评分有效），低于满分的须说明理由。',
    en: 'Judged by a panel: the mean of its scores, from at least 3 experts; a score below full points needs a reason.',
  },
  {
    title: "a panel's trimmed mean",
    context: text,
    scoring: { method: 'judgement', panel: { rule: 'trimmed-mean', quorum: 5 } },
    zh: '由专家组评分，去掉一个最高分和一个最低分后取平均分（至少5名专家评分有效），低于满分的须说明理由。',
    en: 'Judged by a panel: the mean of its scores without one highest and one lowest, from at least 5 experts; a score below full points needs a reason.',
  },
  {
    title: "a panel's median",
    context: text,
    scoring: { method: 'judgement', panel: { rule: 'median', quorum: 3 } },
    zh: '由专家组评分，取各位专家评分的中位数（至少3名专家评分有效），低于满分的须说明理由。',
    en: 'Judged by a panel: the median of its scores, from at least 3 experts; a score below full points needs a reason.',
  },
  // formula
  {
    title: 'a formula',
    context: bare,
    scoring: { method: 'formula', formula: '10*(1-10*预算调整率)' },
    zh: '按下列公式计分，不低于0分，不超过分值：10*(1-10*预算调整率)',
    en: 'Points by this formula, never below zero nor above the points: 10*(1-10*预算调整率)',
  },
  // table
  {
    title: 'a decision table, first hit',
    context: bare,
    scoring: {
      method: 'table',
      columns: ['预算执行率', '项目类型'],
      rows: [
        {
          when: [
            { operator: 'greaterThanInclusive', value: '90%' },
            { operator: 'equal', value: '甲类' },
          ],
          score: '100%',
        },
        { when: [{ operator: 'greaterThanInclusive', value: '90%' }, null], score: '8' },
      ],
      hit: 'first',
      otherwise: '0',
    },
    zh: '对照下列因素（预算执行率、项目类型）计分，以最先符合的一项为准：①预算执行率≥90%且项目类型=“甲类”，得满分；②预算执行率≥90%，得8分；均不符合的，不得分。',
    en: 'By 预算执行率, 项目类型; the first row that holds counts: (1) 预算执行率 ≥ 90% and 项目类型 = "甲类": full points; (2) 预算执行率 ≥ 90%: 8 points; otherwise: no points.',
  },
  {
    title: 'a decision table, rows add up',
    context: bare,
    scoring: {
      method: 'table',
      columns: ['是否公开', '公开天数'],
      rows: [
        { when: [{ operator: 'equal', value: true }, null], score: '6' },
        { when: [null, { operator: 'lessThanInclusive', value: 20 }], score: '4' },
      ],
      hit: 'sum',
      otherwise: '0',
    },
    zh: '对照下列因素（是否公开、公开天数）计分，符合的各项得分累加：①是否公开=是，得6分；②公开天数≤20，得4分；均不符合的，不得分。',
    en: 'By 是否公开, 公开天数; all rows that hold add up: (1) 是否公开 = yes: 6 points; (2) 公开天数 ≤ 20: 4 points; otherwise: no points.',
  },
  {
    title: 'a decision table that asks one fact twice',
    context: bare,
    scoring: {
      method: 'table',
      columns: ['增长率', '增长率'],
      rows: [
        {
          when: [
            { operator: 'greaterThan', value: '0%' },
            { operator: 'lessThanInclusive', value: '5%' },
          ],
          score: '10',
        },
        { when: [null, null], score: '2' },
      ],
      hit: 'unique',
      otherwise: '0',
    },
    zh: '对照下列因素（增长率）计分，至多符合其中一项：①增长率>0%且≤5%，得10分；②任何情形，得2分；均不符合的，不得分。',
    en: 'By 增长率; only one row may hold: (1) 增长率 > 0% and ≤ 5%: 10 points; (2) in any case: 2 points; otherwise: no points.',
  },
  {
    title: 'a decision table with bounds of one fact beside another',
    context: bare,
    scoring: {
      method: 'table',
      columns: ['增长率', '增长率', '项目类型'],
      rows: [
        {
          when: [
            { operator: 'greaterThanInclusive', value: '0%' },
            { operator: 'lessThan', value: '5%' },
            { operator: 'equal', value: '甲类' },
          ],
          score: '10',
        },
        { when: [{ operator: 'greaterThanInclusive', value: '5%' }, null, null], score: '8' },
        { when: [null, { operator: 'lessThan', value: '0%' }, { operator: 'equal', value: '乙类' }], score: '2' },
      ],
      hit: 'first',
      otherwise: '0',
    },
    zh: '对照下列因素（增长率、项目类型）计分，以最先符合的一项为准：①增长率≥0%且<5%且项目类型=“甲类”，得10分；②增长率≥5%，得8分；③增长率<0%且项目类型=“乙类”，得2分；均不符合的，不得分。',
    en: 'By 增长率, 项目类型; the first row that holds counts: (1) 增长率 ≥ 0% and < 5% and 项目类型 = "甲类": 10 points; (2) 增长率 ≥ 5%: 8 points; (3) 增长率 < 0% and 项目类型 = "乙类": 2 points; otherwise: no points.',
  },
  {
    title: 'a decision table with a column twice that holds no two bounds',
    context: bare,
    scoring: {
      method: 'table',
      columns: ['增长率', '增长率'],
      rows: [
        { when: [{ operator: 'lessThan', value: '0%' }, null], score: '1' },
        { when: [null, { operator: 'equal', value: '0%' }], score: '2' },
      ],
      hit: 'first',
      otherwise: '0',
    },
    zh: '对照下列因素（增长率、增长率）计分，以最先符合的一项为准：①增长率<0%且增长率不限，得1分；②增长率不限且增长率=0%，得2分；均不符合的，不得分。',
    en: 'By 增长率, 增长率; the first row that holds counts: (1) 增长率 < 0% and 增长率 of any value: 1 point; (2) 增长率 of any value and 增长率 = 0%: 2 points; otherwise: no points.',
  },
  // share-met
  {
    title: 'siblings',
    context: bare,
    scoring: { method: 'share-met', of: { siblings: true } },
    zh: '得分＝达到目标的同级指标个数÷同级指标总数×分值（不适用的指标不计）。',
    en: 'Points in proportion to the share of sibling indicators that met their target (those that do not apply are left out).',
  },
  {
    title: 'records of a list',
    context: bare,
    scoring: {
      method: 'share-met',
      of: { list: '重点任务', met: { fact: '完成率', operator: 'greaterThanInclusive', value: '100%' } },
    },
    zh: '得分＝“重点任务”中符合条件（完成率≥100%）的条数÷总条数×分值。',
    en: 'Points in proportion to the share of records in "重点任务" that meet the condition (完成率 ≥ 100%).',
  },
  // rank
  {
    title: 'points by place',
    context: bare,
    scoring: { method: 'rank', rule: { by: 'place', places: ['100%', '8', '8', '5'], otherwise: '0' } },
    zh: '在全部评价对象中按优劣排名，第1名得满分，第2至3名得8分，第4名得5分，其余名次不得分；并列的均按较前名次计分。',
    en: 'Among all subjects, best first: place 1: full points, places 2 to 3: 8 points, place 4: 5 points, any other: no points; equal values share the better place.',
  },
  {
    title: 'ratio to the best of a class',
    context: bare,
    scoring: { method: 'rank', order: 'descending', within: '学校类别', rule: { by: 'best' } },
    zh: '在“学校类别”相同的评价对象中由高到低排名，第1名得满分，其余按与第1名的比例得分。',
    en: 'Among subjects of the same "学校类别", highest first: full points for the best, the others in proportion to it.',
  },
  {
    title: 'lowest first',
    context: bare,
    scoring: { method: 'rank', order: 'ascending', rule: { by: 'best' } },
    zh: '在全部评价对象中由低到高排名，第1名得满分，其余按与第1名的比例得分。',
    en: 'Among all subjects, lowest first: full points for the best, the others in proportion to it.',
  },
  {
    title: 'distance from the mean',
    context: { ...rate, target: undefined },
    scoring: {
      method: 'rank',
      rule: {
        by: 'mean',
        distance: 'absolute',
        scoring: { method: 'steps', below: { ...point, deduct: '0.1' }, count: 'prorata' },
      },
    },
    zh: '在全部评价对象中，按与平均值的差（本单位数值－平均值）计分：达到平均值得满分，每降低1个百分点扣0.1分，不足1个百分点的按比例扣分，扣完为止。',
    en: 'Among all subjects, by the distance from the mean (value − mean): Full points at the mean or above; 0.1 points off for every percentage point below, down to zero; a part of a step counts in proportion.',
  },
  {
    title: 'bands around the mean',
    context: { ...rate, target: undefined },
    scoring: {
      method: 'rank',
      rule: {
        by: 'mean',
        distance: 'relative',
        scoring: {
          method: 'bands',
          otherwise: '60%',
          bands: [
            { from: '-10%', included: true, score: '80%' },
            { from: '0', included: true, score: '100%' },
          ],
        },
      },
    },
    zh: '在全部评价对象中，按与平均值的相差幅度（（本单位数值－平均值）÷平均值）计分：0（含）以上得满分；-10%（含）～0得指标分值的80%；低于-10%得指标分值的60%。',
    en: 'Among all subjects, by the relative distance from the mean ((value − mean) ÷ mean): 0 or more: full points; -10% (incl.) to 0: 80% of the points; less than -10%: 60% of the points.',
  },
]
