import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hasError, hashDocument, type Leaf, leaves, type Scheme } from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileAll } from '../compile/compile.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { curveOf } from './best-score.ts'
import { type BoundaryOptions, boundaryCases } from './boundary-cases.ts'
import { boundaryValues, edgesOf } from './boundary-values.ts'
import { branchOf, leafOf, read, schemeOf, sha256 } from './check.testing.ts'
import { randomDesign } from './random-design.testing.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const compiledOf = (scheme: Scheme) => compileAll(scheme, () => hashDocument(scheme, sha256)).value

/** The rows of a leaf's only curve: value, score. */
function values(leaf: Leaf, digits: number): string[] {
  const compiled = compiledOf(schemeOf([leaf]))
  const node = compiled.nodes[0]!
  if (node.type !== 'leaf') throw new Error('no leaf')
  return boundaryValues(curveOf(node)!, digits).map(({ x, side, score }) => `${x.toText()} ${side} ${score.toText()}`)
}

describe('values round the edges of a rule', () => {
  const below = { size: '1%', per: 'percentage-point', deduct: '1' } as const
  it.each<[string, Partial<Leaf>, number, string[]]>([
    [
      'bands',
      {
        scoring: {
          method: 'bands',
          otherwise: '0',
          bands: [
            { from: '60%', included: true, score: '5' },
            { from: '80%', included: false, score: '10' },
          ],
        },
      },
      2,
      ['0.59 below 0', '0.6 on 5', '0.61 above 5', '0.79 below 5', '0.8 on 5', '0.81 above 10'],
    ],
    [
      'steps, each stair',
      { scoring: { method: 'steps', start: '2', below }, target: { comparator: '>=', value: '95%' } },
      4,
      [
        ...['0.9299 below 0', '0.93 on 0', '0.9301 above 1', '0.9399 below 1', '0.94 on 1', '0.9401 above 2'],
        ...['0.9499 below 2', '0.95 on 2', '0.9501 above 2'],
      ],
    ],
    [
      'an edge between two steps is not written',
      { scoring: { method: 'pass' }, target: { comparator: '>=', value: '33.333%' } },
      2,
      ['0.33 below 0', '0.34 above 10'],
    ],
    [
      'a pass line and a target',
      { scoring: { method: 'ratio', passLine: '60%' }, target: { comparator: '>=', value: '100%' } },
      2,
      ['0.59 below 0', '0.6 on 6', '0.61 above 6.1', '0.99 below 9.9', '1 on 10', '1.01 above 10'],
    ],
  ])('%s', (_, more, digits, expected) => {
    expect(values(leafOf('a', '10', { actual: '满意度', ...more }), digits)).toEqual(expected)
  })

  it('of many stairs those next to the zone, and the last', () => {
    const side = { size: '0.1%', per: 'percentage-point', deduct: '0.1' } as const
    const compiled = compiledOf(
      schemeOf([
        leafOf('a', '10', {
          actual: '满意度',
          target: { comparator: '>=', value: '95%' },
          scoring: { method: 'steps', below: side },
        }),
      ]),
    )
    const node = compiled.nodes[0]!
    const edges = edgesOf(node.type === 'leaf' ? curveOf(node)! : { pieces: [] }).map((each) => each.toText())
    expect(edges).toHaveLength(22)
    expect(edges.slice(0, 4)).toEqual(['0.85', '0.851', '0.931', '0.932'])
    expect(edges.slice(-2)).toEqual(['0.949', '0.95'])
  })
})

describe('cases for the edges of a leaf', () => {
  const shown = (scheme: Scheme, id: string, options?: BoundaryOptions) => {
    const found = boundaryCases(compiledOf(scheme), id, options)
    if (!found.ok) return found.refused
    return found.cases.map(({ case: each }) => `${each.name} → ${each.expected.scores?.[id] ?? '—'}`)
  }
  const steps = leafOf('a', '10', {
    name: '参保人员满意度',
    actual: '满意度',
    target: { comparator: '>=', value: '95%' },
    scoring: { method: 'steps', below: { size: '5%', per: 'percentage-point', deduct: '5' } },
  })

  it('one item, its edges, and what happens without it', () => {
    expect(shown(schemeOf([steps]), 'a')).toEqual([
      '参保人员满意度 84.99%，略低于 85% → 0',
      '参保人员满意度 85%，恰为 85% → 0',
      '参保人员满意度 85.01%，略高于 85% → 5',
      '参保人员满意度 89.99%，略低于 90% → 5',
      '参保人员满意度 90%，恰为 90% → 5',
      '参保人员满意度 90.01%，略高于 90% → 10',
      '参保人员满意度 94.99%，略低于 95% → 10',
      '参保人员满意度 95%，恰为 95% → 10',
      '参保人员满意度 95.01%，略高于 95% → 10',
      '参保人员满意度：满意度空缺 → —',
    ])
  })

  it('what a missing or inapplicable leaf is worth is the scheme’s to say', () => {
    const full = schemeOf([{ ...steps, notApplicable: 'full' }], { missing: 'zero' })
    expect((shown(full, 'a') as string[]).slice(-2)).toEqual([
      '参保人员满意度：满意度空缺 → 0',
      '参保人员满意度：满意度不适用 → —',
    ])
    const items = [{ id: '满意度', type: 'rate' as const, mayBeNotApplicable: true }]
    expect((shown(schemeOf([steps], { items }), 'a', { language: 'en' }) as string[]).slice(-3)).toEqual([
      '参保人员满意度 95.01%, just above 95% → 10',
      '参保人员满意度: 满意度 missing → —',
      '参保人员满意度: 满意度 not applicable → —',
    ])
  })

  it('a quotient is solved for the item that moves it', () => {
    const rate = leafOf('a', '10', {
      name: '执行率',
      actual: '执行率',
      target: { comparator: '>=', value: '95%' },
      scoring: { method: 'pass' },
    })
    const measures = [{ id: '执行率', formula: '支出 / 预算', type: 'rate' as const }]
    const scheme = schemeOf([rate], { measures })
    expect(shown(scheme, 'a')).toEqual([
      '执行率 94.9999%，略低于 95%（支出 9499.99） → 0',
      '执行率 95%，恰为 95%（支出 9500） → 10',
      '执行率 95.0001%，略高于 95%（支出 9500.01） → 10',
      '执行率：支出空缺 → —',
    ])
    expect((shown(scheme, 'a', { base: { items: { 预算: '145.6' } } }) as string[])[1]).toBe(
      '执行率 95%，恰为 95%（支出 138.32） → 10',
    )
  })

  it('a target that is data stands still', () => {
    const cost = leafOf('a', '10', {
      name: '成本',
      actual: '支出',
      target: { comparator: '<=', formula: '预算' },
      scoring: { method: 'pass' },
    })
    expect(shown(schemeOf([cost]), 'a')).toEqual([
      '成本 9999.99万元，略低于 10000万元 → 10',
      '成本 10000万元，恰为 10000万元 → 10',
      '成本 10000.01万元，略高于 10000万元 → 0',
      '成本：支出空缺 → —',
    ])
  })

  it('days', () => {
    const items = [{ id: '完成日期', type: 'date' as const }]
    const done = leafOf('a', '10', {
      name: '完成日期',
      actual: '完成日期',
      target: { comparator: '<=', date: '2021-12-31' },
      scoring: { method: 'pass' },
    })
    expect((shown(schemeOf([done], { items }), 'a') as string[]).slice(0, 3)).toEqual([
      '完成日期 2021年12月30日，略低于 2021年12月31日 → 10',
      '完成日期 2021年12月31日，恰为 2021年12月31日 → 10',
      '完成日期 2022年1月1日，略高于 2021年12月31日 → 0',
    ])
  })

  it('counts are never negative and always whole', () => {
    const items = [{ id: '完成数', type: 'count' as const, digits: 1, range: { min: '-10' } }]
    const done = leafOf('a', '10', {
      name: '完成',
      actual: '完成数',
      scoring: {
        method: 'bands',
        otherwise: '0',
        bands: [
          { from: '-5', included: true, score: '5' },
          { from: '2', included: true, score: '10' },
        ],
      },
    })
    expect((shown(schemeOf([done], { items }), 'a') as string[]).slice(0, -1)).toEqual([
      '完成 1，略低于 2 → 5',
      '完成 2，恰为 2 → 10',
      '完成 3，略高于 2 → 10',
    ])
  })

  it('says why there are none', () => {
    const target = { comparator: '>=', value: '95%' } as const
    const rules = [
      {
        id: 'r',
        name: '逾期',
        conditions: { fact: '完成数', operator: 'lessThan', value: 1 },
        event: { type: 'deduct', params: { indicator: 'a', points: '1', reason: '逾期' } },
      },
    ] as unknown as Scheme['rules']
    expect(shown(schemeOf([leafOf('a', '10')]), 'a')).toBe('judged')
    expect(shown(schemeOf([leafOf('a', '10')]), 'nobody')).toBe('branch')
    expect(shown(schemeOf([steps], { ...(rules === undefined ? {} : { rules }) }), 'a')).toBe('rule')
    expect(shown(schemeOf([{ ...steps, actual: 'ABS(满意度 - 1)' }]), 'a')).toBe('free-formula')
    expect(shown(schemeOf([{ ...steps, target: { ...target, value: '200%' } }]), 'a')).toBe('out-of-range')
    expect(shown(schemeOf([leafOf('a', '10', { scoring: { method: 'formula', formula: '完成数' } })]), 'a')).toBe(
      'free-formula',
    )
    expect(shown(schemeOf([{ ...steps, actual: '没有' }]), 'a')).toBe('broken')
    const chosenBy = (item: string) =>
      schemeOf([
        branchOf('b', '10', [steps, leafOf('c', '10')], {
          combine: { alternatives: { when: { a: { fact: item, operator: 'lessThan', value: 1 } } } },
        }),
      ])
    expect(shown(chosenBy('满意度'), 'a')).toBe('alternatives')
    expect(shown(chosenBy('完成数'), 'a')).toHaveLength(10)
  })
})

/** Each case is run; the evaluator must agree with the curve. */
async function disagreements(scheme: Scheme): Promise<{ made: number; wrong: string[] }> {
  const compiled = compiledOf(scheme)
  const isSound = !hasError(compileAll(scheme, () => '').issues)
  const wrong: string[] = []
  let made = 0
  for (const { node } of leaves(scheme)) {
    const found = boundaryCases(compiled, node.id)
    for (const { case: each } of found.ok ? found.cases : []) {
      made++
      const submission = { yardstick: 'submission/1', ...each.submission } as const
      const { indicators, findings } = await evaluate(compiled, submission, { sha256, trace: false })
      const score = indicators.find(({ id }) => id === node.id)?.score
      const isRefused = isSound && findings.some((issue) => issue.severity === 'error')
      if (score !== each.expected.scores?.[node.id] || isRefused) wrong.push(`${each.name}: ${score}`)
    }
  }
  return { made, wrong }
}

describe('laws of boundary cases', () => {
  it('[B1] the evaluator gives what the curve says, at every edge of random designs', async () => {
    let made = 0
    await fc.assert(
      fc.asyncProperty(randomDesign, async (scheme) => {
        const found = await disagreements(scheme)
        made += found.made
        expect(found.wrong).toEqual([])
      }),
      { numRuns: 100, seed: 20_240_711 },
    )
    expect(made).toBeGreaterThan(500)
  })

  const packages = ['seeds', 'national', 'departments'].flatMap((group) =>
    readdirSync(`${root}/rules/${group}`).map((name) => `rules/${group}/${name}/scheme.json`),
  )
  it.each(packages.filter((path) => !/README|selfeval\/scheme/.test(path) || path.includes('national')))(
    '[B1] and of %s',
    async (path) => {
      const { made, wrong } = await disagreements(read(JSON.parse(readFileSync(`${root}/${path}`, 'utf8'))))
      expect(wrong).toEqual([])
      if (!path.includes('nanchang-2022') && !path.includes('yangquan')) expect(made).toBeGreaterThan(3)
    },
  )
})
