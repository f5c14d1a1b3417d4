import { type Comparator, Exact, type JudgementScoring, type PassScoring, type RatioScoring } from '@yardstick/model'
import { alsoRead, either, meaning, type Phrase, say, word } from '../phrase/phrase.ts'
import type { Speech } from './context.ts'

/**
 * 评分标准 as published tables word them. They lean on their row: `每低1个百分点扣0.5分` says neither where it begins nor what
 * is full, because 目标值 stands beside it. So they are read, never printed, and only where the row decides what they leave
 * out: which way is better has to follow from the target, and a quotient has to stand the right way round for it. Where a
 * text leaves more open than that, it is not read here, and somebody asks.
 */

/** 按比例得分, 实际÷目标×分值，最高得满分, 达到目标值得满分，未完成的按完成比例得分. */
export function usualRatioZh(speech: Speech): Phrase<RatioScoring> {
  const way = wayOf(speech)
  const { target } = speech
  if (way === undefined || target === undefined || !('value' in target) || Exact.of(target.value).sign <= 0)
    return NEVER
  const head = headZh(speech, fullZh(speech))
  const actual = choice(ACTUALS)
  const goal = choice(GOALS)
  const quotient = way === 'higher' ? say`${actual}÷${goal}` : say`${goal}÷${actual}`
  const inPercent = word('', '×100%')
  const reckoned = say`${either(say`（${quotient}${inPercent}）`, quotient)}${inPercent}${TIMES}`
  // 完成率 of a rate may be the rate itself or what it makes of its target; only at 100% these are the same.
  const isPlain = !target.value.endsWith('%') || target.value === '100%'
  const ways =
    way === 'higher' ? [reckoned, IN_PROPORTION, ...(isPlain ? [say`${COMPLETION}${TIMES}`] : [])] : [reckoned]
  const sentence = say`${head}${word('', '得分=', '得分为', '得分：', '该项得分=', '指标得分=', '按', '按照')}${either(...ways)}${CAP}${STOP}`
  const less = say`${reachedZh(speech)}${fullZh(speech)}${COMMA}${missedZh(speech)}${LESS_IN_PROPORTION}${STOP}`
  return alsoRead(meaning({ method: 'ratio' }, way === 'higher' ? either(sentence, less) : sentence))
}

/** 达到得满分，否则不得分, 达标得满分，不达标不得分. */
export function usualPassZh(speech: Speech): Phrase<Omit<PassScoring, 'method'>> {
  const { target } = speech
  if (target === undefined || 'text' in target || 'formula' in target) return NEVER
  const nothing = word('不得分', '不计分', '不给分', '得0分', '计0分', '0分')
  const sentence = say`${reachedZh(speech)}${fullZh(speech)}${COMMA}${missedZh(speech)}${nothing}${STOP}`
  return alsoRead(meaning({}, sentence))
}

/** 根据完成情况酌情计分: whoever evaluates enters a number. */
export function usualJudgementZh(): Phrase<JudgementScoring> {
  const by = word('', '根据', '按', '按照', '视', '依据')
  const seen = word('', '情况', '完成情况', '实际情况', '实际完成情况', '具体情况')
  const scores = word('计分', '评分', '给分', '打分', '赋分', '得分')
  return alsoRead(meaning({ method: 'judgement' }, say`${by}${seen}${word('酌情')}${scores}${STOP}`))
}

/**
 * What may stand before `每低1个百分点扣0.5分` besides our own words, and nothing at all: the deduction begins at the target
 * where the target itself says that this side is the bad one.
 */
export function usualStepsHeadZh(speech: Speech, side: 'below' | 'above'): Phrase<object> {
  if (wayOf(speech) !== (side === 'below' ? 'higher' : 'lower')) return NEVER
  return alsoRead(headZh(speech, FULL))
}

/** 每低于目标值1个百分点: the target named once more behind the verb. */
export function againstTargetZh(speech: Speech): Phrase<object> {
  return wayOf(speech) === undefined ? word('') : word('', ...GOALS, '规定时间', '规定时限')
}

/** 达到目标值得满分，未达到的，: either half may be missing. */
function headZh(speech: Speech, full: Phrase<object>): Phrase<object> {
  const reached = say`${reachedZh(speech)}${full}${COMMA}`
  return say`${either(word(''), reached)}${either(word(''), missedZh(speech))}`
}

/** A side of ≥ or ≤; a target that is no number or day, that has two sides or none, or that excludes itself decides nothing. */
function wayOf({ target, against }: Speech): 'higher' | 'lower' | undefined {
  if (against !== undefined || target === undefined || !('comparator' in target) || 'formula' in target)
    return undefined
  return ({ '>=': 'higher', '<=': 'lower' } as { [C in Comparator]?: 'higher' | 'lower' })[target.comparator]
}

function reachedZh(speech: Speech): Phrase<object> {
  return choice([...REACHED, ...REACHED_ON_SIDE[kindOf(speech)]])
}

function missedZh(speech: Speech): Phrase<object> {
  return say`${choice([...MISSED, ...MISSED_ON_SIDE[kindOf(speech)]])}${word('', '的')}${word('', '，')}`
}

type Kind = 'higher' | 'lower' | 'day' | 'other'

function kindOf(speech: Speech): Kind {
  const { target } = speech
  const way = wayOf(speech)
  if (target !== undefined && 'date' in target) return way === 'lower' ? 'day' : 'other'
  return way ?? 'other'
}

/** 得满分, and with a number where it is the number of the row. */
function fullZh({ points }: Speech): Phrase<object> {
  return either(FULL, word(`得${points}分`, `计${points}分`, `记${points}分`))
}

const choice = ([first, ...others]: readonly [string, ...string[]]) => word(first, ...others)

/** In the words of targets of any kind; then those that fit one side only. */
const REACHED = [
  '达到',
  '达标',
  '达到目标',
  '达到目标值',
  '达到指标值',
  '达到年度指标值',
  '达到预期目标',
  '达到标准',
] as const
const REACHED_ON_SIDE: { readonly [K in Kind]: readonly string[] } = {
  higher: ['完成', '完成目标', '完成目标值', '不低于目标值', '不少于目标值', '达到或超过目标值', '达到及超过目标值'],
  lower: ['不超过', '不超过目标值', '未超过目标值', '不高于目标值', '控制在目标值内', '控制在目标值以内'],
  day: ['完成', '按时完成', '按期完成', '及时完成', '在规定时间内完成', '在规定时限内完成', '规定时间内完成'],
  other: [],
}
const MISSED = [
  '否则',
  '未达到',
  '未达到目标',
  '未达到目标值',
  '未达到指标值',
  '未达到预期目标',
  '未达到标准',
  '未达标',
  '不达标',
  '没有达到',
  '达不到',
  '达不到目标值',
  '反之',
] as const
const MISSED_ON_SIDE: { readonly [K in Kind]: readonly string[] } = {
  higher: [
    '未完成',
    '未完成目标',
    '未完成目标值',
    '没有完成',
    '低于',
    '低于目标值',
    '少于目标值',
    '不足',
    '不足目标值',
  ],
  lower: ['超过', '超过目标值', '超出', '超出目标值', '高于目标值'],
  day: ['未完成', '未按时完成', '未按期完成', '没有按时完成', '逾期', '逾期完成', '超过规定时间', '超过规定时限'],
  other: [],
}

const FULL = word('得满分', '计满分', '记满分', '得该项满分', '得该指标满分', '得全分')
const ACTUALS = [
  '实际完成值',
  '实际值',
  '实际',
  '实际完成',
  '实际完成数',
  '实际完成数量',
  '实际完成量',
  '实际完成率',
  '实际达到值',
  '全年实际值',
  '全年实际完成值',
  '年度实际完成值',
  '完成值',
  '完成数',
] as const
const GOALS = [
  '目标值',
  '目标',
  '目标数',
  '目标完成值',
  '指标值',
  '年度指标值',
  '年度目标值',
  '年初目标值',
  '计划',
  '计划值',
  '计划数',
  '计划完成值',
  '计划完成数',
  '计划完成数量',
] as const
const TIMES = say`×${word('分值', '指标分值', '该指标分值', '该项分值', '本项分值', '标准分值', '标准分', '权重', '权重分', '权重分值', '指标权重', '满分', '满分值')}${word('', '计分', '得分', '计算', '计算得分')}`
const SHARE = word('比例', '完成比例', '完成率', '实际完成比例', '实际完成率', '实际比例')
const IN_PROPORTION = say`按${SHARE}${word('得分', '计分', '计算得分', '折算得分', '给分', '赋分', '评分', '计算')}`
/** Behind 未达到的 the share that is missing is what is deducted. */
const LESS_IN_PROPORTION = say`按${word('比例', '未完成比例')}${word('扣分', '扣减', '扣减分值', '相应扣分', '扣减得分')}`
const COMPLETION = word('完成率', '完成比例', '实际完成率', '实际完成比例', '目标完成率', '指标完成率')
const COMMA = word('，', '；', '。', '')
const STOP = word('。', '', '；', '.')
const CAP = either(
  word(''),
  say`${COMMA}${word('最高得满分', '最高不超过满分', '最高不超过分值', '最高不超过指标分值', '最高得分不超过分值', '不超过满分', '不超过分值', '不得超过满分', '不得超过分值', '以满分为限', '满分为止', '得满分为止', '封顶', '超过满分按满分计', '超过满分的按满分计', '超过满分的，按满分计', '超过的按满分计', '超出的按满分计', '超过按满分计', '超过100%按100%计', '超过100%的按100%计', '超过100%按100%计算', '超过100%的按100%计算', '超过目标值得满分', '超过目标值的得满分', '超额完成得满分', '超额完成的得满分', '超额完成不加分', '超额部分不加分', '超出部分不加分', '超过部分不加分')}`,
)

const NEVER = { keys: [], print: () => undefined, *read() {} } as Phrase<never>
