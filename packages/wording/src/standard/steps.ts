import type { StepCount, StepsScoring, StepsSide } from '@yardstick/model'
import { isEqual } from '../phrase/equal.ts'
import { percentNumber, plainNumber } from '../phrase/number.ts'
import {
  alsoRead,
  around,
  as,
  at,
  cases,
  either,
  field,
  maybe,
  type Phrase,
  say,
  when,
  word,
} from '../phrase/phrase.ts'
import { type InLanguages, type Speech, unitOfValue } from './context.ts'
import { isSpokenUnit, lowEndSlot, pointsIn, startingPoints, targetAside, valueSlot } from './slots.ts'

/**
 * 按步扣分: 达到目标值（≥95%）得满分，每降低1个百分点扣1分，不足1个百分点的按比例扣分，扣完为止。
 *
 * A rule that deducts on one side, or equally on both, is one sentence with one step, and its side is said flat (`View`).
 * How a part of a step counts can be stated by the side (in brackets behind it), by the leaf (behind a comma) or by the
 * scheme (behind 方案规定); the three read apart because they are three places in the documents.
 */
export function stepsSentence(speech: Speech): Phrase<StepsScoring> {
  return as(
    SENTENCES[speech.language](speech),
    (view) => scoringOf(view, speech),
    (scoring) => viewOf(scoring, speech),
  )
}

/** On which side points are deducted: below, above, both alike, both apart, or none. */
type Sides = 'below' | 'above' | 'alike' | 'apart' | 'none'

interface View extends Pick<StepsScoring, 'from' | 'start' | 'floor' | 'count'>, Partial<Omit<StepsSide, 'count'>> {
  sides: Sides
  /** The single side's own count. */
  own?: StepCount
  /** The scheme's count, where neither side nor leaf says. */
  scheme?: StepCount
  below?: StepsSide
  above?: StepsSide
}

function viewOf({ method: _, below, above, ...rest }: StepsScoring, speech: Speech): View {
  const scheme = schemeCount({ ...rest, method: 'steps', below, above } as StepsScoring, speech)
  const leaf = { ...rest, ...(scheme === undefined ? {} : { scheme }) }
  if (below !== undefined && above !== undefined && !isEqual(below, above))
    return { ...leaf, sides: 'apart', below, above }
  const single = below ?? above
  if (single === undefined) return { ...leaf, sides: 'none' }
  const { count, ...side } = single
  const sides = below === undefined ? 'above' : above === undefined ? 'below' : 'alike'
  return { ...leaf, ...side, ...(count === undefined ? {} : { own: count }), sides }
}

function scoringOf(view: View, speech: Speech): StepsScoring | undefined {
  const { sides, own, scheme, below, above, size, per, deduct, limit, ...rest } = view
  const scoring: StepsScoring = { method: 'steps', ...rest }
  if (sides === 'apart') {
    // Alike sides have a sentence of their own.
    if (below === undefined || above === undefined || isEqual(below, above)) return undefined
    Object.assign(scoring, { below, above })
  } else if (sides !== 'none') {
    if (size === undefined || per === undefined || deduct === undefined) return undefined
    const side: StepsSide = {
      size,
      per,
      deduct,
      ...(own === undefined ? {} : { count: own }),
      ...(limit === undefined ? {} : { limit }),
    }
    if (sides !== 'above') scoring.below = side
    if (sides !== 'below') scoring.above = side
  }
  return scheme === undefined || scheme === schemeCount(scoring, speech) ? scoring : undefined
}

/** The scheme's way of counting, where it is the one that counts. */
function schemeCount({ count, below, above }: StepsScoring, speech: Speech): StepCount | undefined {
  const isOpen = [below, above].some((side) => side !== undefined && side.count === undefined)
  return count === undefined && isOpen ? speech.stepCount : undefined
}

const SENTENCES: InLanguages<(speech: Speech) => Phrase<View>> = {
  zh: (speech) => {
    const from = (sides: Sides) =>
      either(goalZh(speech, sides), say`${at('from', either(edgeZh(speech, sides), zoneZh(speech, sides)))}`)
    const step = stepZh(speech)
    const again = stepAgainZh(step)
    const deducts = say`${step}${word('扣', '扣减')}${at('deduct', pointsIn.zh)}${limitZh}`
    const verbs = verbsZh(speech)
    const single = (sides: 'below' | 'above' | 'alike') => () =>
      say`${from(sides)}${startingPoints.zh}${thenZh}${verbs[sides]}${deducts}${maybe(say`（${countZh('own', again)}）`, 'own')}${maybe(say`，${countZh('count', again)}`, 'count')}${floorZh}${maybe(say`（方案规定：${countZh('scheme', again)}）`, 'scheme')}${stopZh}`
    const side = (sides: 'below' | 'above') =>
      say`${verbs[sides]}${deducts}${maybe(say`（${countZh('count', again)}）`, 'count')}` as Phrase<StepsSide>
    return cases('sides', {
      below: single('below'),
      above: single('above'),
      alike: single('alike'),
      apart: () =>
        say`${from('apart')}${startingPoints.zh}${thenZh}${at('below', side('below'))}；${at('above', side('above'))}${maybe(say`；${countZh('count', word('一步'))}`)}${floorZh}${maybe(say`（方案规定：${countZh('scheme', word('一步'))}）`)}${stopZh}`,
      none: () =>
        say`${from('none')}${startingPoints.zh}，不扣分${maybe(say`；${countZh('count', word('一步'))}`)}${maybe(say`；最低${at('floor', pointsIn.zh)}`)}${stopZh}`,
    }) as Phrase<View>
  },
  en: (speech) => {
    const start = (sides: Sides) =>
      say`${startingPoints.en} at ${either(
        goalEn(speech, sides),
        say`${at('from', either(edgeEn(speech, sides), zoneEn(speech, sides)))}`,
      )}`
    const step = stepEn(speech)
    const words = sidesEn(speech)
    const deducts = (sides: 'below' | 'above' | 'alike') =>
      say`${at('deduct', pointsIn.en)} off for every ${step} ${words[sides]}${limitEn}`
    const single = (sides: 'below' | 'above' | 'alike') => () =>
      say`${start(sides)}; ${deducts(sides)}${ownCountEn}${endingEn}`
    const side = (sides: 'below' | 'above') => say`${deducts(sides)}${sideCountEn}` as Phrase<StepsSide>
    return cases('sides', {
      below: single('below'),
      above: single('above'),
      alike: single('alike'),
      apart: () => say`${start('apart')}; ${at('below', side('below'))}; ${at('above', side('above'))}${endingEn}`,
      none: () =>
        say`${start('none')}; nothing is deducted${maybe(say`; at least ${at('floor', pointsIn.en)}`)}${leafCountEn}${stopEn}`,
    }) as Phrase<View>
  },
}

/* 中文 */

const stopZh = word('。', '')
const thenZh = word('，', '；', '。')
/** A comma that others write before what is given. */
const commaZh = word('', '，')
const limitZh = maybe(say`，${word('扣分不超过', '最多扣')}${at('limit', pointsIn.zh)}`)
const floorZh = either(say`，扣至${at('floor', pointsIn.zh)}为止`, word('，扣完为止', '；扣完为止', '，扣完即止', ''))

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

type StepView = Pick<StepsSide, 'size' | 'per'>

/** A percentage without its sign: the 5 of 5个百分点. */
const withoutPercent: Phrase<string> = as(
  plainNumber,
  (number) => `${number}%`,
  (percent) => (percent.endsWith('%') ? percent.slice(0, -1) : undefined),
)

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

/** `每降低1%` of a rate is a percentage point, of anything else a percent of the target; of an unknown kind it is neither. */
function bareStep(speech: Speech): Phrase<StepView>[] {
  if (speech.valueType === undefined || speech.valueType === 'date') return []
  const per = speech.valueType === 'rate' ? 'percentage-point' : 'percent-of-target'
  return [alsoRead(when({ per }, say`${at('size', percentNumber)}`))]
}

function stepUnit(speech: Speech): string | undefined {
  const unit = unitOfValue(speech) ?? (speech.valueType === 'date' ? '天' : undefined)
  return unit !== undefined && isSpokenUnit(unit) ? unit : undefined
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

/* English */

function stepEn(speech: Speech): Phrase<StepView> {
  const unit = stepUnit(speech)
  const isDays = speech.valueType === 'date' && unitOfValue(speech) === undefined
  return either(
    when({ per: 'percentage-point', size: '1%' }, word('percentage point', '1 percentage point')),
    when(
      { per: 'percentage-point' },
      say`${at('size', withoutPercent)} ${word('percentage points', 'percentage point')}`,
    ),
    when({ per: 'percentage-point' }, say`${at('size', plainNumber)} (as percentage points)`),
    when({ per: 'percent-of-target' }, say`${at('size', percentNumber)} of the target`),
    when({ per: 'percent-of-target' }, say`${at('size', plainNumber)} times the target`),
    ...(isDays ? [when({ per: 'unit', size: '1' }, word('day', '1 day'))] : []),
    ...(isDays || unit !== undefined ? [] : [when({ per: 'unit', size: '1' }, word('unit', '1 unit'))]),
    when(
      { per: 'unit' },
      say`${at('size', plainNumber)} ${isDays ? word('days', 'day') : unit === undefined ? word('units', 'unit') : word(unit)}`,
    ),
    when({ per: 'unit' }, say`${at('size', percentNumber)} (absolute)`),
    ...bareStep(speech),
  )
}

function countEn<K extends 'own' | 'count' | 'scheme'>(key: K) {
  const counts = (count: StepCount, words: Phrase<object>) => when({ [key]: count } as { [P in K]: StepCount }, words)
  return either(
    counts('prorata', word('a part of a step counts in proportion')),
    counts('whole', word('a part of a step does not count')),
    counts('started', word('a part of a step counts as a whole step')),
  )
}

const stopEn = word('.', '')
const limitEn = maybe(say`, at most ${at('limit', pointsIn.en)}`)
const ownCountEn = maybe(say` (${countEn('own')})`)
const sideCountEn = maybe(say` (${countEn('count')})`)
const leafCountEn = maybe(say`; ${countEn('count')}`)
const floorEn = either(say`, down to ${at('floor', pointsIn.en)}`, word(', down to zero', ''))
const endingEn = say`${floorEn}${leafCountEn}${maybe(say` (scheme rule: ${countEn('scheme')})`)}${stopEn}`

/** 1 point off for every day late. */
function sidesEn(speech: Speech) {
  return speech.valueType === 'date'
    ? { below: word('early', 'below'), above: word('late', 'above'), alike: word('early or late', 'above or below') }
    : { below: word('below'), above: word('above'), alike: word('above or below') }
}

/** The target as the place where nothing is deducted. */
function goalEn(speech: Speech, sides: Sides): Phrase<object> {
  const { target } = speech
  if (speech.against === 'mean') return say`${placeEn(speech, sides, word('the mean'))}`
  const isRange = target !== undefined && 'low' in target
  const goal = say`the target${isRange ? word(' range', '') : word('')}${targetAside(speech)}`
  return isRange && (sides === 'alike' || sides === 'apart')
    ? say`a value within ${goal}`
    : placeEn(speech, sides, goal)
}

/** A value, a zone or the target, with the side of it that keeps full points. */
function placeEn<T extends object>(speech: Speech, sides: Sides, place: Phrase<T>): Phrase<T> {
  const [higher, lower] =
    speech.valueType === 'date'
      ? [word('or later'), word('or earlier')]
      : [word('or above', 'or more'), word('or below', 'or less')]
  switch (sides) {
    case 'below':
      return say`${place} ${higher}` as Phrase<T>
    case 'above':
      return say`${place} ${lower}` as Phrase<T>
    case 'none':
      return say`any value, taken from ${place}` as Phrase<T>
    default:
      return say`exactly ${place}` as Phrase<T>
  }
}

function edgeEn(speech: Speech, sides: Sides): Phrase<string> {
  return around(placeEn(speech, sides, field(valueSlot(speech))))
}

function zoneEn(speech: Speech, sides: Sides): Phrase<{ low: string; high: string }> {
  const zone = say`${at('low', lowEndSlot(speech))} to ${at('high', valueSlot(speech))}`
  return sides === 'alike' || sides === 'apart' ? zone : placeEn(speech, sides, zone)
}
