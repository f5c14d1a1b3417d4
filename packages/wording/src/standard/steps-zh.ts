import type { StepCount, StepsSide } from '@yardstick/model'
import { percentNumber, plainNumber } from '../phrase/number.ts'
import { around, at, cases, either, field, maybe, type Phrase, say, when, word } from '../phrase/phrase.ts'
import type { Speech } from './context.ts'
import { lowEndSlot, pointsIn, startingPoints, targetAside, valueSlot } from './slots.ts'
import { bareStep, type Sides, type StepsView, type StepView, stepUnit, withoutPercent } from './steps-view.ts'

/** 达到90%得8分，每降低5个百分点扣1分（不足5个百分点的不扣分），扣分不超过2分，扣至2分为止。 */
export function stepsZh(speech: Speech): Phrase<StepsView> {
  const from = (sides: Sides) =>
    either(goalZh(speech, sides), say`${at('from', either(edgeZh(speech, sides), zoneZh(speech, sides)))}`)
  const step = stepZh(speech)
  const again = stepAgainZh(step)
  const deducts = say`${step}${commaZh}${word('扣', '扣减', '扣除', '减')}${at('deduct', pointsIn.zh)}${limitZh}`
  const stated = (sides: Sides) => say`${from(sides)}${startingPoints.zh}${thenZh}`
  const verbs = verbsZh(speech)
  const single = (sides: 'below' | 'above' | 'alike') => () =>
    say`${stated(sides)}${verbs[sides]}${deducts}${maybe(say`（${countZh('own', again)}）`, 'own')}${maybe(say`，${countZh('count', again)}`, 'count')}${floorZh}${maybe(say`（方案规定：${countZh('scheme', again)}）`, 'scheme')}${stopZh}`
  const side = (sides: 'below' | 'above') =>
    say`${verbs[sides]}${deducts}${maybe(say`（${countZh('count', again)}）`, 'count')}` as Phrase<StepsSide>
  return cases('sides', {
    below: single('below'),
    above: single('above'),
    alike: single('alike'),
    apart: () =>
      say`${stated('apart')}${at('below', side('below'))}；${at('above', side('above'))}${maybe(say`；${countZh('count', word('一步'))}`)}${floorZh}${maybe(say`（方案规定：${countZh('scheme', word('一步'))}）`)}${stopZh}`,
    none: () =>
      say`${from('none')}${startingPoints.zh}，不扣分${maybe(say`；${countZh('count', word('一步'))}`)}${maybe(say`；最低${at('floor', pointsIn.zh)}`)}${stopZh}`,
  }) as Phrase<StepsView>
}

const stopZh = word('。', '')
const thenZh = word('，', '；', '。')
/** A comma that others write before what is given. */
const commaZh = word('', '，')
const limitZh = maybe(say`，${word('扣分不超过', '最多扣')}${at('limit', pointsIn.zh)}`)
/** Other ways to say that a score does not go below 0. */
const DOWN_TO_ZERO = ['，', '；', '。', ''].flatMap((comma) =>
  [
    '扣完为止',
    '扣完即止',
    '扣完该项分值为止',
    '扣完本项分值为止',
    '扣完分值为止',
    '直至扣完',
    '直至扣完为止',
    '直到扣完为止',
  ].map((words) => comma + words),
)
const floorZh = either(say`，扣至${at('floor', pointsIn.zh)}为止`, word('，扣完为止', ...DOWN_TO_ZERO, ''))

/** 每降低, 每超过, 每延迟; every one is read for every kind of value. */
function verbsZh(speech: Speech) {
  const below = ['每降低', '每低于', '每减少', '每少于', '每下降', '每低', '每少', '每降', '每提前', '每差', '每缺']
  const above = [
    '每超过',
    '每超出',
    '每增加',
    '每高于',
    '每提高',
    '每上升',
    '每高',
    '每多',
    '每超',
    '每延迟',
    '每逾期',
    '每发现',
  ]
  const alike = ['每超过或低于', '每增加或减少', '每减少或增加', '每高于或低于', '每低于或高于', '每延迟或提前']
  const [down, up, both] =
    speech.valueType === 'date'
      ? ['每提前', '每延迟', '每延迟或提前']
      : speech.valueType === 'count'
        ? ['每减少', '每超过', '每增加或减少']
        : ['每降低', '每超过', '每超过或低于']
  return {
    below: word(down ?? '', ...below.filter((each) => each !== down)),
    above: word(up ?? '', ...above.filter((each) => each !== up)),
    alike: word(both ?? '', ...alike.filter((each) => each !== both)),
  }
}

function stepZh(speech: Speech): Phrase<StepView> {
  const unit = stepUnit(speech)
  return either(
    when({ per: 'percentage-point' }, say`${at('size', withoutPercent)}${word('个百分点', '百分点')}`),
    when({ per: 'percentage-point' }, say`${at('size', plainNumber)}（按百分点计）`),
    when({ per: 'percent-of-target' }, say`目标值的${at('size', percentNumber)}`),
    when({ per: 'percent-of-target' }, say`目标值的${at('size', plainNumber)}倍`),
    when({ per: 'unit' }, say`${at('size', plainNumber)}${unit === undefined ? word('个计量单位') : word(unit)}`),
    when({ per: 'unit' }, say`${at('size', percentNumber)}（按绝对值计）`),
    ...bareStep(speech),
  )
}

/** The step named again, in short: 不足1%的 for 目标值的1%. */
function stepAgainZh(step: Phrase<StepView>): Phrase<Partial<StepView>> {
  return either(when({ per: 'percent-of-target' }, say`${at('size', percentNumber)}`), step)
}

/** 不足1个百分点的按比例扣分: how a part of a step counts. */
function countZh<K extends 'own' | 'count' | 'scheme', T extends object>(key: K, step: Phrase<T>) {
  const counts = (count: StepCount, phrase: Phrase<T>) => when({ [key]: count } as { [P in K]: StepCount }, phrase)
  return either(
    counts('prorata', say`不足${step}的${word('按比例扣分', '按比例折算', '按比例折算扣分')}` as Phrase<T>),
    counts('whole', say`不足${step}的${word('不扣分', '不扣', '不计')}` as Phrase<T>),
    counts('started', say`不足${step}的按${step}${word('扣分', '计', '计算', '扣')}` as Phrase<T>),
  )
}

/** 目标值 as the place where nothing is deducted, in the words that fit the side. */
function goalZh(speech: Speech, sides: Sides): Phrase<object> {
  if (speech.against === 'mean') return word(GOALS_ZH.value[sides].replace('{}', '平均值'))
  const { target } = speech
  const kind = target === undefined ? 'value' : 'low' in target ? 'range' : 'date' in target ? 'date' : 'value'
  const [before = '', after = ''] = GOALS_ZH[kind][sides].split('{}')
  const name = kind === 'range' ? '目标范围' : kind === 'date' ? '目标时限' : '目标值'
  return say`${word(before, '')}${word(name, '目标值')}${targetAside(speech)}${word(after, '')}`
}

const GOALS_ZH: Readonly<Record<'value' | 'range' | 'date', Readonly<Record<Sides, string>>>> = {
  value: { below: '达到{}', above: '不超过{}', alike: '等于{}', apart: '等于{}', none: '以{}为基准' },
  range: { below: '不低于{}', above: '不高于{}', alike: '在{}内', apart: '在{}内', none: '以{}为基准' },
  date: { below: '不早于{}', above: '不晚于{}', alike: '恰在{}', apart: '恰在{}', none: '以{}为基准' },
}

function edgeZh(speech: Speech, sides: Sides): Phrase<string> {
  const value = valueSlot(speech)
  const isDate = speech.valueType === 'date'
  switch (sides) {
    case 'below':
      return around(
        isDate
          ? say`${word('不早于')}${field(value)}`
          : say`${word('达到', '不低于', '≥', '')}${field(value)}${word('', '及以上', '以上', '（含）以上')}${commaZh}`,
      )
    case 'above':
      return around(
        isDate
          ? say`${word('不晚于')}${field(value)}`
          : say`${word('不超过', '不高于', '≤', '')}${field(value)}${word('', '及以下', '以下', '以内', '（含）以内')}${commaZh}`,
      )
    case 'none':
      return around(say`以${field(value)}为基准`)
    default:
      return around(say`${word(isDate ? '恰在' : '等于', '=', '')}${field(value)}${commaZh}`)
  }
}

/** A zone is full from its low to its high end, both included. */
function zoneZh(speech: Speech, sides: Sides): Phrase<{ low: string; high: string }> {
  const value = valueSlot(speech)
  const zone = say`${at('low', lowEndSlot(speech))}${word('～', '-', '至', '到')}${at('high', value)}`
  switch (sides) {
    case 'below':
      return say`不低于${zone}范围`
    case 'above':
      return say`不高于${zone}范围`
    case 'none':
      return say`以${zone}范围为基准`
    default:
      return say`${word('在', '')}${zone}${word('范围内', '之间', '')}`
  }
}
