import type { Leaf, Rule, Scheme, Scoring, Target } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { issuesOf, leafOf, schemeOf, uncured } from './check.testing.ts'

const below = { size: '1%', per: 'percentage-point', deduct: '1' } as const
const high: Target = { comparator: '>=', value: '95%' }

const satisfaction = (scoring: Scoring, more: Partial<Leaf> = {}) =>
  leafOf('a', '10', { actual: '满意度', target: high, scoring, ...more })

const count = (scoring: Scoring, target: Target) => leafOf('a', '10', { actual: '完成数', target, scoring })

/** The best score found instead of 10 points, and the labels of the mends. */
async function best(leaf: Leaf, more: Partial<Scheme> = {}): Promise<unknown[]> {
  const scheme = schemeOf([leaf], more)
  const found = await issuesOf(scheme)
  for (const each of found) expect(await uncured(scheme, each)).toEqual([])
  return found.map((each) => [
    each.code,
    each.pointer.replace('/indicators/0/scoring', ''),
    each.found,
    ...(each.mends ?? []).map(({ label }) => label.zh),
  ])
}

describe('the best reachable score is the points', () => {
  it.each<[string, Leaf, unknown[]]>([
    [
      '达95%得5分 of 10',
      satisfaction({ method: 'steps', start: '5', below }),
      [['SCORING_BEST', '/start', '5', '起始分改为分值10', '分值改为5']],
    ],
    [
      'a start above the points',
      satisfaction({ method: 'steps', start: '12', below }),
      [['SCORING_BEST', '/start', '12', '起始分改为分值10', '分值改为12']],
    ],
    ['steps from the points', satisfaction({ method: 'steps', below }), []],
    ['in proportion', satisfaction({ method: 'ratio' }), []],
    ['all or nothing', satisfaction({ method: 'pass' }), []],
    [
      'bands that end below',
      satisfaction({
        method: 'bands',
        otherwise: '0',
        bands: [
          { from: '60%', included: true, score: '4' },
          { from: '80%', included: true, score: '8' },
        ],
      }),
      [['SCORING_BEST', '', '8', '各档得分按比例调整到10', '分值改为8']],
    ],
    [
      'bands in shares: changing the points would change nothing',
      satisfaction({
        method: 'bands',
        otherwise: '0%',
        bands: [
          { from: '60%', included: true, score: '50%' },
          { from: '80%', included: true, score: '90%' },
        ],
      }),
      [['SCORING_BEST', '', '9', '各档得分按比例调整到10']],
    ],
    [
      'an anchored line',
      satisfaction({
        method: 'curve',
        below: 'zero',
        above: 'hold',
        anchors: [
          { at: '60%', score: '0' },
          { at: '90%', score: '7.5' },
        ],
      }),
      [['SCORING_BEST', '', '7.5', '各档得分按比例调整到10', '分值改为7.5']],
    ],
    [
      'the best band lies beyond what the item lets in',
      satisfaction({
        method: 'bands',
        otherwise: '0',
        bands: [
          { from: '80%', included: true, score: '8' },
          { from: '105%', included: true, score: '10' },
        ],
      }),
      [['SCORING_BEST', '', '8', '放开“满意度”的取值范围']],
    ],
    [
      'a target that no value reaches',
      satisfaction(
        { method: 'steps', below: { ...below, size: '2%' } },
        { target: { comparator: '>=', value: '110%' } },
      ),
      [['SCORING_BEST', '', '5', '目标值改为≥100%', '放开“满意度”的取值范围']],
    ],
    [
      'counts are not negative, full points at none',
      count(
        { method: 'steps', above: { size: '1', per: 'unit', deduct: '2' } },
        { comparator: '<=', value: '0', unit: '个' },
      ),
      [],
    ],
    [
      'levels',
      leafOf('a', '10', {
        scoring: {
          method: 'levels',
          levels: [
            { name: '好', share: '90%' },
            { name: '差', from: '0%', to: '60%' },
          ],
        },
      }),
      [['SCORING_BEST', '', '9', '各档得分按比例调整到10']],
    ],
    [
      'a table',
      leafOf('a', '10', {
        scoring: {
          method: 'table',
          columns: ['满意度'],
          rows: [{ when: [{ operator: 'greaterThanInclusive', value: '90%' }], score: '9' }],
          hit: 'first',
          otherwise: '3',
        },
      }),
      [['SCORING_BEST', '', '9', '各档得分按比例调整到10', '分值改为9']],
    ],
    [
      'rows that are added up, and come to enough together',
      leafOf('a', '10', {
        scoring: {
          method: 'table',
          columns: ['满意度'],
          rows: [
            { when: [{ operator: 'greaterThanInclusive', value: '90%' }], score: '6' },
            { when: [{ operator: 'greaterThanInclusive', value: '80%' }], score: '6' },
          ],
          hit: 'sum',
          otherwise: '0',
        },
      }),
      [],
    ],
    [
      'places',
      leafOf('a', '10', {
        actual: '满意度',
        scoring: { method: 'rank', rule: { by: 'place', places: ['9', '8', '7'], otherwise: '5' } },
      }),
      [['SCORING_BEST', '', '9', '各档得分按比例调整到10', '分值改为9']],
    ],
    [
      'the distance from the mean',
      leafOf('a', '10', {
        actual: '满意度',
        scoring: {
          method: 'rank',
          rule: { by: 'mean', distance: 'absolute', scoring: { method: 'steps', start: '8', below } },
        },
      }),
      [['SCORING_BEST', '', '8', '各档得分按比例调整到10', '分值改为8']],
    ],
    ['a free formula is not judged', leafOf('a', '10', { scoring: { method: 'formula', formula: '满意度 * 5' } }), []],
  ])('%s', async (_, leaf, expected) => {
    expect(await best(leaf)).toEqual(expected)
  })

  it('reads the curve of a target that is data', async () => {
    const target: Target = { comparator: '<=', formula: '预算' }
    const steps: Scoring = { method: 'steps', start: '6', above: { size: '1%', per: 'percent-of-target', deduct: '1' } }
    expect(await best(leafOf('a', '10', { actual: '支出', target, scoring: steps }))).toEqual([
      ['SCORING_BEST', '/start', '6', '起始分改为分值10', '分值改为6'],
    ])
  })

  it.each<[string, Rule['event'], number]>([
    ['enough', { type: 'bonus', params: { indicator: 'a', points: '5', reason: '加分' } }, 0],
    ['too little', { type: 'bonus', params: { indicator: 'a', points: '5', limit: '4', reason: '加分' } }, 1],
    ['as much as a formula says', { type: 'bonus', params: { indicator: 'a', formula: '完成数', reason: '加分' } }, 0],
    ['limited', { type: 'bonus', params: { indicator: 'a', formula: '完成数', limit: '4', reason: '加分' } }, 1],
  ])('a bonus rule may make up for the rest: %s', async (_, event, issues) => {
    const conditions = { fact: '完成数', operator: 'greaterThan', value: 3 } as const
    const scheme = schemeOf([satisfaction({ method: 'steps', start: '5', below })], {
      rules: [{ id: 'r', name: '加分', conditions, event }],
    })
    expect(await issuesOf(scheme)).toHaveLength(issues)
  })
})

describe('stated scores lie between 0 and the points', () => {
  const bands = (...scores: string[]): Scoring => ({
    method: 'bands',
    otherwise: '0',
    bands: scores.map((score, index) => ({ from: `${60 + 10 * index}%`, included: true, score })),
  })
  it.each<[string, Leaf, unknown[]]>([
    [
      'a band',
      satisfaction(bands('6', '12', '10')),
      [['SCORING_SHARE', '/bands/1/score', { place: { zh: '70%起', en: 'from 70%' }, score: '12' }, '改为10']],
    ],
    [
      'a share',
      satisfaction(bands('60%', '120%')),
      [['SCORING_SHARE', '/bands/1/score', { place: { zh: '70%起', en: 'from 70%' }, score: '12' }, '改为100%']],
    ],
    [
      'a level below nothing',
      leafOf('a', '10', {
        scoring: {
          method: 'levels',
          levels: [
            { name: '好', share: '100%' },
            { name: '差', share: '-10%' },
          ],
        },
      }),
      [['SCORING_SHARE', '/levels/1/share', { place: { zh: '差', en: '差' }, score: '-1' }, '改为0%']],
    ],
    [
      'a place, and what the others get',
      leafOf('a', '10', {
        actual: '满意度',
        scoring: { method: 'rank', rule: { by: 'place', places: ['12', '10'], otherwise: '11' } },
      }),
      [
        ['SCORING_SHARE', '/rule/places/0', { place: { zh: '第1名', en: 'place 1' }, score: '12' }, '改为10'],
        ['SCORING_SHARE', '/rule/otherwise', { place: { zh: '其余', en: 'otherwise' }, score: '11' }, '改为10'],
      ],
    ],
    ['a bonus leaf has a cap and may state more', satisfaction(bands('6', '12'), { kind: 'bonus' }), []],
  ])('%s', async (_, leaf, expected) => {
    const scheme = leaf.kind === 'bonus' ? schemeOf([leaf, leafOf('b', '10')]) : schemeOf([leaf])
    const found = await issuesOf(scheme)
    for (const each of found) expect(await uncured(scheme, each)).toEqual([])
    const shown = found.map((each) => [
      each.code,
      each.pointer.replace('/indicators/0/scoring', ''),
      each.found,
      ...(each.mends ?? []).map(({ label }) => label.zh),
    ])
    expect(shown).toEqual(expected)
  })
})

describe('elements add up to the points', () => {
  const elements = (...scores: string[]): Leaf =>
    leafOf('a', '10', {
      scoring: {
        method: 'checklist',
        elements: scores.map((score, index) => ({ id: `e${index}`, text: `要素${index}`, score, met: 'judged' })),
      },
    })
  it.each<[string, string[], string | undefined, string[][]]>([
    ['equal', ['4', '6'], undefined, []],
    ['shares', ['40%', '20%', '20%', '20%'], undefined, []],
    ['points and shares', ['4', '60%'], undefined, []],
    [
      'too little',
      ['4', '4'],
      '8',
      [
        ['5', '5'],
        ['4', '6'],
      ],
    ],
    [
      'too much',
      ['6', '6', '3'],
      '15',
      [
        ['4', '4', '2'],
        ['6', '1', '3'],
      ],
    ],
    [
      'what no short decimal says',
      ['1', '1', '1'],
      '3',
      [
        ['3.34', '3.33', '3.33'],
        ['1', '1', '8'],
      ],
    ],
    ['nothing that would be worth nothing', ['5', '5', '5', '5'], '20', [['2.5', '2.5', '2.5', '2.5']]],
    [
      'shares stay shares',
      ['40%', '40%'],
      '8',
      [
        ['50%', '50%'],
        ['40%', '60%'],
      ],
    ],
  ])('%s', async (_, scores, found, mended) => {
    const scheme = schemeOf([elements(...scores)])
    const issues = await issuesOf(scheme)
    expect(issues.map((each) => [each.code, each.pointer, each.expected, each.found])).toEqual(
      found === undefined ? [] : [['SCORING_ELEMENTS_SUM', '/indicators/0/scoring/elements', '10', found]],
    )
    const scoresOf = ({ edit }: { edit: object }) =>
      'scoring' in edit ? [(edit.scoring as { elements: { score: string }[] }).elements.map((each) => each.score)] : []
    expect((issues[0]?.mends ?? []).flatMap(scoresOf)).toEqual(mended)
    for (const each of issues) expect(await uncured(scheme, each)).toEqual([])
  })
})
