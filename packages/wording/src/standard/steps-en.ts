import type { StepCount, StepsSide } from '@yardstick/model'
import { percentNumber, plainNumber } from '../phrase/number.ts'
import { around, at, cases, either, field, maybe, type Phrase, say, when, word } from '../phrase/phrase.ts'
import { type Speech, unitOfValue } from './context.ts'
import { lowEndSlot, pointsIn, startingPoints, targetAside, valueSlot } from './slots.ts'
import { bareStep, type Sides, type StepsView, type StepView, stepUnit, withoutPercent } from './steps-view.ts'

/** 8 points at 90% or above; 1 point off for every 5 percentage points below, at most 2 points, down to 2 points. */
export function stepsEn(speech: Speech): Phrase<StepsView> {
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
  }) as Phrase<StepsView>
}

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
