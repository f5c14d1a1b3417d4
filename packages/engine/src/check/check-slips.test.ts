import type { Grade, Indicator, Leaf, Scheme, StepsScoring, Target } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { branchOf, edited, issuesOf, leafOf, schemeOf, uncured } from './check.testing.ts'

const told = async (scheme: Scheme, ...codes: Parameters<typeof issuesOf> extends [Scheme, ...infer C] ? C : never) =>
  (await issuesOf(scheme, ...codes)).map(({ code, pointer, expected, found }) => [code, pointer, expected, found])

describe('grades', () => {
  const grades = (...bounds: (string | undefined)[]): Grade[] =>
    bounds.map((from, index) => ({ name: '优良中差'.charAt(index), ...(from === undefined ? {} : { from }) }))
  it.each<[string, Grade[], unknown[]]>([
    ['best first, the lowest open', grades('9', '8', '6', undefined), []],
    ['a lowest bound of 0 leaves nobody out', grades('9', '6', '0'), []],
    [
      'rising',
      grades(undefined, '6', '9'),
      [['SCHEME_GRADE_ORDER', '/grades', ['中 9', '良 6', '优'], ['优', '良 6', '中 9']]],
    ],
    [
      'two with one bound',
      grades('9', '9', undefined),
      [['SCHEME_GRADE_ORDER', '/grades', ['优 9', '良 9', '中'], ['优 9', '良 9', '中']]],
    ],
    [
      'rising, and nothing below',
      grades('6', '9'),
      [
        ['SCHEME_GRADE_ORDER', '/grades', ['良 9', '优 6'], ['优 6', '良 9']],
        ['SCHEME_GRADE_LOWEST', '/grades/0/from', null, '优'],
      ],
    ],
    ['nothing below the lowest', grades('9', '6'), [['SCHEME_GRADE_LOWEST', '/grades/1/from', null, '良']]],
    [
      'out of reach',
      grades('90', '8', undefined),
      [['SCHEME_GRADE_UNREACHABLE', '/grades/0/from', '10', { name: '优', from: '90' }]],
    ],
    [
      'one name twice',
      [{ name: '优', from: '9' }, { name: '优' }],
      [['SCHEME_ID_TWICE', '/grades/1/name', null, '优']],
    ],
  ])('%s', async (_, list, expected) => {
    const scheme = schemeOf([leafOf('a', '10')], { grades: list })
    expect(await told(scheme)).toEqual(expected)
    for (const each of await issuesOf(scheme)) expect(await uncured(scheme, each)).toEqual([])
  })

  it('bonus points may lift a total to a grade above the full score', async () => {
    const scheme = schemeOf([leafOf('a', '10')], { ceiling: '12', grades: grades('11', '6', undefined) })
    expect(await told(scheme)).toEqual([])
  })
})

describe('indicators that repeat', () => {
  const rate = (id: string, name: string, actual?: string): Leaf =>
    leafOf(id, '5', { name, ...(actual === undefined ? {} : { actual, scoring: { method: 'judgement' } }) })
  it.each<[string, Indicator[], unknown[]]>([
    [
      'one name under one parent',
      [rate('a', '完成率'), rate('b', '完成 率')],
      [['SCHEME_INDICATOR_SIMILAR', '/indicators/1/name', '完成率', '完成 率']],
    ],
    [
      'one name and one value anywhere',
      [branchOf('x', '5', [rate('a', '完成率', '满意度')]), branchOf('y', '5', [rate('b', '完成率', '满意度')])],
      [['SCHEME_INDICATOR_SIMILAR', '/indicators/1/children/0/name', 'x / 完成率', 'y / 完成率']],
    ],
    [
      'one name with values of their own',
      [branchOf('x', '5', [rate('a', '完成率', '满意度')]), branchOf('y', '5', [rate('b', '完成率', '完成数')])],
      [],
    ],
    ['a parent may be called like its child', [branchOf('x', '10', [{ ...rate('a', 'x'), points: '10' }])], []],
  ])('%s', async (_, indicators, expected) => {
    expect(await told(schemeOf(indicators))).toEqual(expected)
  })
})

describe('names that nothing reads', () => {
  it('counts formulas, conditions, selectors, weights and evidence as reading, values of cases not', async () => {
    const scheme = schemeOf(
      [
        leafOf('a', '5', { weighUnitsBy: '支出' }),
        leafOf('b', '5', {
          scoring: {
            method: 'pass',
            condition: { all: [{ condition: '有佐证' }, { fact: '比率', operator: 'lessThan', value: 1 }] },
          },
        }),
      ],
      {
        measures: [
          { id: '比率', formula: '完成数 / 预算', type: 'number' },
          { id: '闲置率', formula: '比率 * 2', type: 'number' },
        ],
        conditions: {
          有佐证: { fact: 'evidence:完成数', operator: 'equal', value: true },
          没用: { fact: '完成数', operator: 'equal', value: 1 },
        },
        cases: [
          {
            name: '例',
            submission: { subject: { department: '某局' }, period: '2024', items: { 满意度: 1 } },
            expected: {},
          },
        ],
      },
    )
    expect(await told(scheme, 'SCHEME_UNUSED')).toEqual([
      ['SCHEME_UNUSED', '/items/0', null, '满意度'],
      ['SCHEME_UNUSED', '/measures/1', null, '闲置率'],
      ['SCHEME_UNUSED', '/conditions/没用', null, '没用'],
    ])
    for (const each of await issuesOf(scheme, 'SCHEME_UNUSED')) expect(await uncured(scheme, each)).toEqual([])
  })
})

describe('targets that tell nothing', () => {
  const withTargets = (...targets: Target[]) =>
    schemeOf(
      targets.map((target, index) =>
        leafOf(`a${index}`, '2', { actual: '满意度', target, scoring: { method: 'ratio' } }),
      ),
      { fullScore: String(2 * targets.length) },
    )
  const full: Target = { comparator: '>=', value: '100%' }
  it.each<[string, Target[], number]>([
    ['five at 100%', [full, full, full, full, { comparator: '>=', value: '1' }], 1],
    ['four may be chance', [full, full, full, full], 0],
    ['one differs', [full, full, full, full, { comparator: '>=', value: '95%' }], 0],
    ['as a number with its unit', [full, full, full, full, { comparator: '>=', value: '100', unit: '%' }], 1],
  ])('all 100%%: %s', async (_, targets, issues) => {
    const found = await told(withTargets(...targets))
    expect(found).toEqual(issues === 0 ? [] : [['SCHEME_TARGETS_ALIKE', '/indicators', null, targets.length]])
  })

  it.each<[string, boolean]>([
    ['≤', true],
    ['不低于', true],
    ['≥95%', false],
    ['达成预期', false],
    ['无', false],
  ])('a comparator without a value: “%s”', async (text, isBare) => {
    const scheme = schemeOf([leafOf('a', '10', { target: { text } })])
    expect(await told(scheme)).toEqual(isBare ? [['SCHEME_TARGET_BARE', '/indicators/0/target', null, text]] : [])
  })
})

describe('steps on the good side of the target', () => {
  const side = { size: '1%', per: 'percentage-point', deduct: '1' } as const
  const steps = (more: Partial<StepsScoring>): StepsScoring => ({ method: 'steps', ...more })
  it.each<[string, Target, StepsScoring, unknown[], string[]]>([
    ['≥, below', { comparator: '>=', value: '90%' }, steps({ below: side }), [], []],
    [
      '≥, above',
      { comparator: '>=', value: '90%' },
      steps({ above: side }),
      [['SCORING_DIRECTION_SIDE', '/indicators/0/scoring/above', '>=', 'above']],
      ['改为低于目标值时扣分', '目标值改为≤90%'],
    ],
    [
      '≤, both',
      { comparator: '<=', value: '90%' },
      steps({ below: side, above: side }),
      [['SCORING_DIRECTION_SIDE', '/indicators/0/scoring/below', '<=', 'below']],
      ['只在高于目标值时扣分', '目标值改为=90%'],
    ],
    ['=, both', { comparator: '=', value: '90%' }, steps({ below: side, above: side }), [], []],
    ['a zone, both', { low: '90%', high: '95%' }, steps({ below: side, above: side }), [], []],
    [
      'past a limit beyond the target',
      { comparator: '>=', value: '90%' },
      steps({ from: { low: '90%', high: '98%' }, below: side, above: side }),
      [],
      [],
    ],
  ])('%s', async (_, target, scoring, expected, labels) => {
    const scheme = schemeOf([leafOf('a', '10', { actual: '满意度', target, scoring })])
    expect(await told(scheme)).toEqual(expected)
    for (const each of await issuesOf(scheme)) {
      expect(each.mends?.map(({ label }) => label.zh)).toEqual(labels)
      expect(await uncured(scheme, each)).toEqual([])
    }
  })
})

describe('a template of another kind of department', () => {
  const about = (...names: string[]) =>
    branchOf(
      '履职',
      '10',
      names.map((name, index) => leafOf(`a${index}`, '2.5', { name })),
    )
  const copied = about('落实党管机构编制原则', '编制资源统筹', '加强事业单位登记管理', '单位获奖情况')
  it.each<[string, Indicator, string[] | undefined, number]>([
    ['most of it speaks of others', copied, ['人力资源和社会保障'], 1],
    ['of a department that the table does not know', copied, ['档案馆'], 1],
    ['its own', copied, ['机构编制委员会办公室'], 0],
    ['nobody said whom it is for', copied, undefined, 0],
    ['it is for everybody', copied, ['市直各部门'], 0],
    ['half of it is not most', about('机构编制管理', '编制资源统筹', '参保率', '结案率'), ['人社'], 0],
    ['words of both count as its own', about('教师职称评审', '教师养老保险', '学生参保', '教师劳动合同'), ['人社'], 0],
  ])('%s', async (_, branch, departmentTypes, issues) => {
    const scheme = schemeOf([branch], departmentTypes === undefined ? {} : { departmentTypes })
    const found = await told(scheme)
    const words = ['机构编制', '编制资源', '事业单位登记']
    expect(found).toEqual(
      issues === 0 ? [] : [['SCHEME_OTHER_DEPARTMENT', '/indicators/0', departmentTypes, { type: '机构编制', words }]],
    )
  })
})

describe("the scheme's own cases", () => {
  const example = (expected: object) =>
    schemeOf(
      [
        leafOf('a', '10', {
          actual: '满意度',
          target: { comparator: '>=', value: '95%' },
          scoring: { method: 'ratio' },
        }),
      ],
      {
        grades: [{ name: '优', from: '9' }, { name: '良' }],
        cases: [
          {
            name: '满意度 90%',
            submission: { subject: { department: '某局' }, period: '2024', items: { 满意度: '90%' } },
            expected,
          },
        ],
      },
    )
  it.each<[string, object, unknown[]]>([
    ['what it gives', { total: '9.470', grade: '优', scores: { a: '9.47' } }, []],
    [
      'something else',
      { total: '9.5', grade: '良', scores: { a: null } },
      [
        ['SCHEME_CASE', '/cases/0/expected/total', '9.5', { case: '满意度 90%', value: '9.47' }],
        ['SCHEME_CASE', '/cases/0/expected/grade', '良', { case: '满意度 90%', value: '优' }],
        ['SCHEME_CASE', '/cases/0/expected/scores/a', null, { case: '满意度 90%', value: '9.47' }],
      ],
    ],
    [
      'an indicator there is not',
      { scores: { b: '1' } },
      [['SCHEME_INDICATOR_UNKNOWN', '/cases/0/expected/scores/b', null, 'b']],
    ],
  ])('expect %s', async (_, expected, issues) => {
    const scheme = example(expected)
    expect(await told(scheme)).toEqual(issues)
    for (const each of await issuesOf(scheme, 'SCHEME_CASE')) expect(await uncured(scheme, each)).toEqual([])
  })

  it('do not run where the scheme does not compile', async () => {
    const scheme = edited(example({ total: '1' }), { type: 'set-indicator', id: 'a', fields: { actual: '满意庋' } })
    expect((await issuesOf(scheme)).map((each) => each.code)).toEqual(['FORMULA_UNKNOWN_NAME'])
  })
})
