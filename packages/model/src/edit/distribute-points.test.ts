import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Exact, sum } from '../exact.ts'
import type { Combine, Indicator, Rounding } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import { applyEdit } from './apply-edit.ts'
import { type Distribution, distributePoints } from './distribute-points.ts'

function scheme(
  points: string,
  children: readonly string[],
  more: { rounding?: Rounding; combine?: Combine } = {},
): Scheme {
  const { rounding, combine } = more
  return {
    yardstick: 'scheme/1',
    id: 'demo',
    name: '示例',
    version: '1',
    fullScore: points,
    items: [],
    ...(rounding === undefined ? {} : { rounding: { leaf: rounding } }),
    indicators: [
      {
        id: 'top',
        name: '一级',
        points,
        ...(combine === undefined ? {} : { combine }),
        children: children.map(
          (each, index): Indicator => ({
            id: `c${index}`,
            name: `${index}`,
            points: each,
            scoring: { method: 'judgement' },
          }),
        ),
      },
    ],
  }
}

/** The children's points after the edit, or undefined where there is none. */
function after(of: Scheme, distribution: Distribution, branch: string | null = 'top'): string[] | undefined {
  const edit = distributePoints(of, branch, distribution)
  if (edit === undefined) return undefined
  const outcome = applyEdit(of, edit)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  const [top] = outcome.value.scheme.indicators
  return branch === null
    ? outcome.value.scheme.indicators.map((each) => each.points)
    : top !== undefined && 'children' in top
      ? top.children.map((child) => child.points)
      : []
}

describe('points that add up again', () => {
  const whole: Rounding = { digits: 0 }
  it.each<[string, string[], Distribution, string[] | undefined, { rounding?: Rounding; combine?: Combine }?]>([
    // 15 over two in whole points: not 8 and 8
    ['15', ['1', '1'], 'equal', ['8', '7'], { rounding: whole }],
    ['15', ['1', '1'], 'equal', ['7.5', '7.5']],
    ['10', ['1', '1', '1'], 'equal', ['3.34', '3.33', '3.33']],
    ['10', ['1', '1', '1'], 'equal', ['3.5', '3.5', '3'], { rounding: { step: '0.5' } }],
    // in proportion; the largest remainder gets what is left, the first of equal ones
    ['35', ['10', '10', '10', '4.5'], 'proportional', ['10.15', '10.14', '10.14', '4.57']],
    ['100', ['2', '1'], 'proportional', ['66.67', '33.33']],
    ['10', ['0', '0'], 'proportional', ['5', '5']],
    ['12', ['5', '5'], 'last', ['5', '7']],
    ['12', ['15', '5'], 'last', undefined],
    ['12', ['12', '5'], 'last', ['12', '0']],
    // points finer than the place they are rounded to decide the place
    ['7.5', ['1', '1'], 'equal', ['3.8', '3.7'], { rounding: whole }],
    // where each child is worth the whole
    ['10', ['5', '8'], 'equal', ['10', '10'], { combine: 'best-of' }],
    ['10', ['5', '8'], 'equal', undefined, { combine: 'weighted-mean' }],
    // nothing to change
    ['10', ['4', '6'], 'proportional', undefined],
    ['10', [], 'equal', undefined],
  ])('%s over %j, %s: %j', (points, children, distribution, expected, more) => {
    expect(after(scheme(points, children, more), distribution)).toEqual(expected)
  })

  it('the top level adds up to the full score, bonus nodes aside', () => {
    const tree = scheme('100', ['1'])
    const bonus: Indicator = { id: 'plus', name: '加分', points: '5', kind: 'bonus', scoring: { method: 'judgement' } }
    const two = {
      ...tree,
      indicators: [...tree.indicators, { ...tree.indicators[0]!, id: 'second', points: '60' }, bonus],
    }
    expect(after(two, 'last', null)).toEqual(['100', '0', '5'])
    expect(after(two, 'equal', null)).toEqual(['50', '50', '5'])
  })

  it('a leaf or an unknown id has nothing to distribute', () => {
    expect(distributePoints(scheme('10', ['4']), 'c0', 'equal')).toBeUndefined()
    expect(distributePoints(scheme('10', ['4']), 'nowhere', 'equal')).toBeUndefined()
  })

  it('[M11] whatever the points, the children add up to their parent, to the digit', () => {
    const points = fc
      .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 3 }))
      .map(([value, digits]) => Exact.integer(value).over(Exact.power10(digits)).toText())
    const roundings = fc.constantFrom<Rounding>(
      { digits: 0 },
      { digits: 1 },
      { digits: 2 },
      { step: '0.5' },
      { step: '0.3' },
      'none',
    )
    fc.assert(
      fc.property(
        points,
        fc.array(points, { minLength: 1, maxLength: 7 }),
        roundings,
        fc.constantFrom('equal', 'proportional'),
        (parent, children, rounding, distribution) => {
          const found = after(scheme(parent, children, { rounding }), distribution as Distribution) ?? children
          expect(sum(found.map(Exact.of)).toText()).toBe(Exact.of(parent).toText())
          expect(found.every((each) => Exact.of(each).sign >= 0)).toBe(true)
        },
      ),
      { seed: 7 },
    )
  })
})
