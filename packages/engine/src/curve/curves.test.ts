import { type Comparator, Exact, type RatioScoring } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { anchorsCurve, bandsCurve, passCurve } from './plain-curves.ts'
import { ratioCurve } from './ratio-curve.ts'
import { type ScoreCurve, scoreAt, scoreBounds } from './score-curve.ts'
import { type StepSide, stepsCurve } from './steps-curve.ts'

const e = Exact.of
const at = (curve: ScoreCurve, x: string) => scoreAt(curve, e(x)).toText()

/** Every row: the values asked about and the exact points they get. */
function rows(curve: ScoreCurve, table: readonly (readonly [x: string, points: string])[]) {
  for (const [x, points] of table) it(`${x} gets ${points}`, () => expect(at(curve, x)).toBe(points))
}

const ratio = (scoring: Omit<RatioScoring, 'method'>, target: string, isHigher = true) =>
  ratioCurve({ method: 'ratio', ...scoring }, e('10'), e(target), isHigher)
const side = (size: string, deduct: string, count: StepSide['count'], limit?: string): StepSide => ({
  size: e(size),
  deduct: e(deduct),
  count,
  limit: limit === undefined ? undefined : e(limit),
})

describe('ratio ≥ 50, of 10 points', () => {
  rows(ratio({}, '50'), [
    ['-1', '0'],
    ['0', '0'],
    ['25', '5'],
    ['49.99', '9.998'],
    ['50', '10'],
    ['500', '10'],
  ])
})
describe('ratio ≥ 50 with a pass line of 60 %, inclusive', () => {
  rows(ratio({ passLine: '60%' }, '50'), [
    ['29.99', '0'],
    ['30', '6'],
    ['50', '10'],
  ])
})
describe('ratio ≥ 50, more than 30 % above is refused; exactly 30 % still counts', () => {
  rows(ratio({ overshoot: { beyond: '30%', effect: 'refuse' } }, '50'), [
    ['65', '10'],
    ['65.01', '0'],
  ])
})
describe('ratio ≥ 50, more than 30 % above is reduced by the deviation', () => {
  rows(ratio({ overshoot: { beyond: '30%', effect: 'reduce' } }, '50'), [
    ['65', '10'],
    ['70', '9'],
    ['115', '0'],
    ['200', '0'],
  ])
})
describe('ratio ≤ 4: full first, then target ÷ actual', () => {
  rows(ratio({}, '4', false), [
    ['-3', '10'],
    ['0', '10'],
    ['4', '10'],
    ['5', '8'],
    ['12', '10/3'],
  ])
})
describe('ratio ≤ 4 with a pass line of 50 %', () => {
  rows(ratio({ passLine: '50%' }, '4', false), [
    ['8', '5'],
    ['8.01', '0'],
  ])
})
describe('ratio ≤ 4, far below the target is reduced', () => {
  rows(ratio({ overshoot: { beyond: '25%', effect: 'reduce' } }, '4', false), [
    ['3', '10'],
    ['2', '7.5'],
    ['0', '2.5'],
    ['-1', '0'],
    ['-5', '0'],
  ])
})

const zone = { low: e('95%'), high: e('105%') }
describe('100%±5% of 2 points, 0.2 for each percentage point, whole steps', () => {
  const both = { below: side('1%', '0.2', 'whole'), above: side('1%', '0.2', 'whole') }
  rows(stepsCurve(zone, e('2'), e('0'), both), [
    ['95%', '2'],
    ['94.01%', '2'],
    ['94%', '1.8'],
    ['105%', '2'],
    ['105.99%', '2'],
    ['108%', '1.4'],
    ['85%', '0'],
    ['85.01%', '0.2'],
    ['0%', '0'],
    ['-300%', '0'],
  ])
})
describe('95 % or more, 1 point for each percentage point below', () => {
  const threshold = { low: e('95%'), high: e('95%') }
  const curve = (count: StepSide['count'], limit?: string) =>
    stepsCurve(threshold, e('10'), e('0'), { below: side('1%', '1', count, limit), above: undefined })
  describe('whole', () =>
    rows(curve('whole'), [
      ['94.5%', '10'],
      ['94%', '9'],
      ['85%', '0'],
      ['300%', '10'],
    ]))
  describe('prorata', () =>
    rows(curve('prorata'), [
      ['94.5%', '9.5'],
      ['85%', '0'],
      ['84%', '0'],
    ]))
  describe('started', () =>
    rows(curve('started'), [
      ['94.99%', '9'],
      ['94%', '9'],
      ['93.99%', '8'],
      ['86%', '1'],
      ['85.99%', '0'],
    ]))
  describe('at most 2 points', () =>
    rows(curve('whole', '2'), [
      ['94%', '9'],
      ['93%', '8'],
      ['50%', '8'],
    ]))
})
describe('one started step takes everything', () => {
  const curve = stepsCurve({ low: e('5'), high: e('5') }, e('3'), e('0'), {
    below: side('1', '3', 'started'),
    above: undefined,
  })
  rows(curve, [
    ['5', '3'],
    ['4.999', '0'],
  ])
})
describe('a floor that is not zero, and sides that differ', () => {
  const curve = stepsCurve({ low: e('0'), high: e('0') }, e('5'), e('1'), {
    below: side('1', '0.1', 'prorata', '2'),
    above: side('2', '3', 'whole'),
  })
  rows(curve, [
    ['-10', '4'],
    ['-30', '3'],
    ['1.99', '5'],
    ['2', '2'],
    ['4', '1'],
    ['90', '1'],
  ])
})
describe('a step that takes nothing takes nothing', () => {
  const curve = stepsCurve({ low: e('1'), high: e('1') }, e('5'), e('0'), {
    below: side('1', '0', 'whole'),
    above: undefined,
  })
  rows(curve, [
    ['-7', '5'],
    ['1', '5'],
  ])
})

describe('预算控制率 =0 计5分；0-10%(含) 计4分；10-20%(含) 计3分；大于 20% 不得分', () => {
  const curve = bandsCurve(
    {
      method: 'bands',
      otherwise: '0',
      bands: [
        { from: '0', included: true, score: '5' },
        { from: '0', included: false, score: '4' },
        { from: '10%', included: false, score: '60%' },
        { from: '20%', included: false, score: '0' },
      ],
    },
    e('5'),
  )
  rows(curve, [
    ['-0.01', '0'],
    ['0', '5'],
    ['0.001', '4'],
    ['10%', '4'],
    ['10.01%', '3'],
    ['20%', '3'],
    ['20.01%', '0'],
  ])
})

describe('合格率 70 % 得 80 %，90 % 满分，之间按比例，低于 70 % 不得分', () => {
  const curve = anchorsCurve(
    {
      method: 'curve',
      anchors: [
        { at: '70%', score: '80%' },
        { at: '90%', score: '100%' },
      ],
      below: 'zero',
      above: 'hold',
    },
    e('10'),
  )
  rows(curve, [
    ['69.99%', '0'],
    ['70%', '8'],
    ['80%', '9'],
    ['90%', '10'],
    ['99%', '10'],
  ])
})

describe('pass, 5 points', () => {
  const table: readonly (readonly [Comparator, string, string, string])[] = [
    ['>=', '0', '5', '5'],
    ['>', '0', '0', '5'],
    ['<=', '5', '5', '0'],
    ['<', '5', '0', '0'],
    ['=', '0', '5', '0'],
  ]
  for (const [comparator, below, on, above] of table) {
    const curve = passCurve(e('5'), { comparator, value: e('3') })
    it(`${comparator} 3: below ${below}, on ${on}, above ${above}`, () => {
      expect([at(curve, '2.9'), at(curve, '3'), at(curve, '3.1')]).toEqual([below, on, above])
    })
  }
  it('a range counts with both its ends', () => {
    const curve = passCurve(e('5'), { low: e('80%'), high: e('120%') })
    expect(['79.9%', '80%', '120%', '120.1%'].map((x) => at(curve, x))).toEqual(['0', '5', '5', '0'])
  })
})

describe('bounds', () => {
  const texts = (curve: ScoreCurve) => [scoreBounds(curve).best?.toText(), scoreBounds(curve).worst?.toText()]
  it('ratio reaches its points and 0', () => expect(texts(ratio({}, '50'))).toEqual(['10', '0']))
  it('a start below the points is the best there is', () => {
    const curve = stepsCurve({ low: e('95%'), high: e('95%') }, e('5'), e('0'), {
      below: side('1%', '1', 'whole'),
      above: undefined,
    })
    expect(texts(curve)).toEqual(['5', '0'])
  })
})
