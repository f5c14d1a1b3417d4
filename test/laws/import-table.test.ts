import { createHash } from 'node:crypto'
import { compile, evaluate } from '@yardstick/engine'
import {
  type ImportAnswers,
  type ImportQuestion,
  importTable,
  underName,
  wordImportQuestion,
} from '@yardstick/exchange/import-table'
import { readIndicatorTable } from '@yardstick/exchange/indicator-table'
import { readTextTable } from '@yardstick/exchange/table'
import { type Leaf, leaves, type Scheme, type Submission, validate, walk } from '@yardstick/model'
import { describe, expect, it } from 'vitest'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function made(lines: readonly string[], answers: ImportAnswers = {}, name = '试点项目') {
  const reading = readIndicatorTable(readTextTable(lines.join('\n'))!)
  const table = importTable(reading, { name, language: 'zh', answers })!
  const valid = validate('scheme', table.scheme)
  expect(valid.ok ? [] : valid.issues).toEqual([])
  return table
}

async function scored(scheme: Scheme, index = 0) {
  const compiled = compile(scheme, { sha256 })
  expect(compiled.ok ? [] : compiled.issues).toEqual([])
  if (!compiled.ok) throw new Error()
  const submission: Submission = { yardstick: 'submission/1', ...scheme.cases![index]!.submission }
  return evaluate(compiled.value, submission, { sha256, language: 'zh' })
}

const HEAD = '一级指标\t二级指标\t分值\t目标值\t评分标准'
const short = ({ id, answer, rows }: ImportQuestion) =>
  `${id}${rows.length > 1 ? `×${rows.length}` : ''}${answer === undefined ? '' : `=${answer}`}`

describe('what is asked of a table', () => {
  const rows: [string, string[], string[]][] = [
    ['nothing, where all is said', ['产出\t培训人次\t100\t≥50人次\t按实际完成数与目标值的比例计分'], []],
    ['nothing of rows without 评分标准', ['产出\t培训人次\t100\t≥50人次\t'], []],
    [
      'how a part of a step counts, once',
      ['产出\t甲\t50\t≥95%\t每降低1%扣1分，扣完为止', '\t乙\t50\t≥90%\t每低1个百分点扣0.5分，扣完为止'],
      ['step-count×2'],
    ],
    [
      'which way a target goes that says it neither itself nor in the standard',
      ['产出\t甲\t50\t3天\t', '\t乙\t50\t95%\t每低1个百分点扣0.5分，扣完为止'],
      ['comparator', 'step-count'],
    ],
    ['whether = is meant', ['产出\t甲\t100\t=100%\t'], ['equals']],
    ['a target without a number', ['产出\t甲\t100\t≤\t'], ['target-unread']],
    ['a standard that was not read', ['产出\t甲\t100\t≥50人\t视群众反映情况而定'], ['standard-unread']],
    ['the full score', ['产出\t甲\t57.5\t\t', '效益\t乙\t40\t\t'], ['full-score']],
    ['nothing, where the total is printed too', ['产出\t甲\t60\t\t', '合计\t\t60\t\t'], []],
    ['points that nobody wrote', ['产出\t甲\t60\t\t', '\t乙\t\t\t', '\t丙\t\t\t'], ['points-missing×2']],
    ['points that are no number', ['产出\t甲\t60\t\t', '\t乙\t视情况\t\t', '效益\t丙\t40\t\t'], ['产出/乙#points']],
  ]
  it.each(rows)('is %s', (_, body, expected) => {
    expect(made([HEAD, ...body]).questions.map(short)).toEqual(expected)
  })

  it('has words in both languages for every answer', () => {
    const lines = [
      HEAD,
      '产出\t甲\t57.5\t3天\t视群众反映情况而定',
      '\t乙\t40\t=95%\t每低1个百分点扣0.5分，扣完为止',
      '\t丙\t\t≤\t',
    ]
    for (const question of made(lines).questions) {
      for (const language of ['zh', 'en'] as const) {
        const { ask, answers } = wordImportQuestion(question, language)
        expect([ask.length > 5, answers.every(({ value, label }) => label !== '' && label !== value)]).toEqual([
          true,
          true,
        ])
      }
    }
  })
})

describe('points that contradict each other', () => {
  const lines = ['一级指标\t分值\t二级指标\t分值', '产出\t50\t甲\t30', '\t\t乙\t18', '效益\t50\t丙\t50']
  const points = (answers: ImportAnswers) =>
    walk(made(lines, answers).scheme).map(({ node }) => `${node.name} ${node.points}`)

  it('stay as they are printed until somebody answers', () => {
    expect(points({})).toEqual(['产出 50', '甲 30', '乙 18', '效益 50', '丙 50'])
    expect(made(lines).questions.map(short)).toEqual(['产出#points-sum'])
  })
  it('follow those below', () =>
    expect(points({ '产出#points-sum': 'below' })).toEqual(['产出 48', '甲 30', '乙 18', '效益 50', '丙 50']))
  it('are filled up by proportion', () =>
    expect(points({ '产出#points-sum': 'above' })).toEqual(['产出 50', '甲 31.25', '乙 18.75', '效益 50', '丙 50']))
  it('of the top level are filled up by proportion', () => {
    const answers = { '产出#points-sum': 'below', 'full-score': 'scale' }
    expect(points(answers)[0]).toBe('产出 48.98')
    expect(made(lines, answers).scheme.fullScore).toBe('100')
  })
})

describe('answers', () => {
  const lines = [HEAD, '产出\t甲\t50\t≥95%\t每降低1%扣1分，扣完为止', '\t乙\t50\t≥90%\t每低1个百分点扣0.5分，扣完为止']
  const counts = (answers: ImportAnswers) => {
    const { scheme } = made(lines, answers)
    return [scheme.stepCount, ...leaves(scheme).map(({ node }) => (node.scoring as { count?: string }).count)]
  }
  it('to all make the way of the scheme', () =>
    expect(counts({ 'step-count': 'prorata' })).toEqual(['prorata', undefined, undefined]))
  it('to one row count for it', () =>
    expect(counts({ 'step-count': 'prorata', '产出/乙#step-count': 'started' })).toEqual([
      'prorata',
      undefined,
      'started',
    ]))
  it('that are none leave the question open, and are told', () => {
    const { questions, unused } = made(lines, { 'step-count': '随便', 甲: '1' })
    expect([questions.map(short), unused]).toEqual([['step-count×2'], ['step-count', '甲']])
  })
  it('settle what was to be looked at', () => {
    const bases = (answers: ImportAnswers) => leaves(made(lines, answers).scheme).map(({ node }) => node.scoringBasis)
    expect(bases({})).toEqual(['assumed', 'assumed'])
    expect(bases({ '产出/甲#step-count': 'whole' })).toEqual([undefined, 'assumed'])
    expect(bases({ 'step-count': 'whole' })).toEqual([undefined, undefined])
  })
  it('to a target that was not read are its target', () => {
    const { scheme } = made([HEAD, '产出\t甲\t100\t≤\t'], { '产出/甲#target': '≤3天' })
    expect(leaves(scheme)[0]!.node).toMatchObject({
      target: { comparator: '<=', value: '3' },
      scoring: { method: 'ratio' },
    })
  })
  it('tell the way of a target', () => {
    const leaf = (answer: string) =>
      leaves(made([HEAD, '产出\t甲\t100\t3天\t'], { comparator: answer }).scheme)[0]!.node
    expect(leaf('by-name').target).toMatchObject({ comparator: '>=' })
    expect(leaf('<=').target).toMatchObject({ comparator: '<=' })
  })
})

it('scores at once, whatever is open', async () => {
  const lines = [
    HEAD,
    '产出\t甲\t30\t≥95%\t每降低1%扣1分，扣完为止',
    '\t乙\t20\t=95%\t',
    '\t丙\t20\t2021年12月31日前\t',
    '效益\t丁\t20\t有所提高\t',
    '\t戊\t10\t\t视群众反映情况而定',
  ]
  expect((await scored(made(lines).scheme)).total).toBe('100')
})

describe('the rule of a row', () => {
  const rows: [string, string, string, Partial<Leaf>][] = [
    // A standard that reads fully is the rule.
    [
      '服务满意度',
      '≥95%',
      '达到目标值得满分，每降低1个百分点扣1分，扣完为止',
      { scoring: { method: 'steps', below: { size: '1%', per: 'percentage-point', deduct: '1' } } },
    ],
    // Else the form of the target suggests it.
    ['培训人次', '≥50人次', '', { scoring: { method: 'ratio' }, actual: '培训人次' }],
    [
      '培训人次',
      '≥50人次',
      '根据完成情况酌情计分',
      { scoring: { method: 'judgement' }, standard: '根据完成情况酌情计分' },
    ],
    // What is not read is kept, told and asked; never silently another rule.
    [
      '培训人次',
      '≥50人次',
      '视群众反映情况扣分',
      { scoring: { method: 'ratio' }, standard: '视群众反映情况扣分', scoringBasis: 'assumed' },
    ],
    ['培训人次', '', '视群众反映情况扣分', { scoring: { method: 'judgement' }, scoringBasis: 'assumed' }],
    // The standard tells which way a bare target goes where the name does not.
    [
      '控制率',
      '100%',
      '每超过1个百分点扣0.5分，扣完为止',
      {
        target: { comparator: '<=', value: '100%', written: '100%' },
        scoring: { method: 'steps', above: { size: '1%', per: 'percentage-point', deduct: '0.5' } },
      },
    ],
    // 1% of a number without a unit: of the target, or a point?
    ['得分率', '≥95', '每低1%扣0.5分', { scoring: { method: 'steps' }, scoringBasis: 'assumed' }],
    ['人均成本', '≤90万元', '', { scoring: { method: 'ratio' } }],
    ['责任事故', '≤0起', '', { scoring: { method: 'pass' } }],
    ['机构数', '=3个', '', { scoring: { method: 'ratio' }, scoringBasis: 'assumed' }],
    ['完成时间', '2021年12月31日前', '', { scoring: { method: 'pass' }, actual: '完成时间' }],
    // Without a comparator the name says which way is better.
    ['验收合格率', '100%', '', { target: { comparator: '>=', value: '100%', written: '100%' } }],
    ['投诉率', '2%', '', { target: { comparator: '<=', value: '2%', written: '2%' } }],
    // A name that formulas cannot write bare stands in brackets.
    ['2021年新增（人）', '≥5人', '', { actual: '[2021年新增（人）]' }],
    // What is not understood stays as it was written.
    ['“三公经费”控制率', '≤', '', { target: { text: '≤' }, scoring: { method: 'judgement' } }],
    // Without a target it is judged.
    ['制度健全性', '', '', { scoring: { method: 'judgement' } }],
    [
      '控制率',
      '100%',
      '每超过1个百分点扣0.5分，扣完为止',
      { target: { comparator: '<=', value: '100%', written: '100%' } },
    ],
    ['人均成本', '=90万元', '', { target: { comparator: '<=', value: '90', unit: '万元', written: '=90万元' } }],
    ['2021年新增（人）', '≥5人', '', { actual: '[2021年新增（人）]' }],
  ]
  it.each(rows)('%s %s %s', (name, target, standard, expected) => {
    const { scheme } = made([HEAD, `产出\t${name}\t100\t${target}\t${standard}`])
    expect(leaves(scheme)[0]!.node).toMatchObject(expected)
  })

  it('is three levels where the target is said in words', () => {
    const { scheme } = made([HEAD, '效益\t社会影响\t10\t有所提高\t', '产出\t其他\t90\t\t'])
    const { scoring } = leaves(scheme)[0]!.node
    expect(scoring.method === 'levels' && scoring.levels.map(({ from, to }) => `${from}–${to}`)).toEqual([
      '80%–100%',
      '60%–80%',
      '0%–60%',
    ])
  })
})

describe('scores at the edges of what a standard says', () => {
  const rows: [string, string, string, [string, string][]][] = [
    [
      '合格率',
      '≥95%',
      '每低1个百分点扣0.5分，扣完为止',
      [
        ['95%', '10'],
        ['94.99%', '10'],
        ['94%', '9.5'],
        ['75%', '0'],
        ['10%', '0'],
      ],
    ],
    [
      '合格率',
      '≥95%',
      '达标得满分，不达标不得分',
      [
        ['95%', '10'],
        ['94.99%', '0'],
      ],
    ],
    [
      '培训人次',
      '≥50人次',
      '实际÷目标×分值，最高得满分',
      [
        ['60', '10'],
        ['50', '10'],
        ['49', '9.8'],
        ['0', '0'],
      ],
    ],
    [
      '满意度',
      '',
      '90%以上得10分，80%（含）-90%得8分，80%以下不得分',
      [
        ['100%', '10'],
        ['90%', '10'],
        ['89.99%', '8'],
        ['80%', '8'],
        ['79.99%', '0'],
      ],
    ],
    [
      '控制率',
      '≤100%',
      '每超过1个百分点扣2分，扣完为止',
      [
        ['99%', '10'],
        ['100%', '10'],
        ['101%', '8'],
        ['106%', '0'],
      ],
    ],
  ]
  it.each(rows)('%s %s %s', async (name, target, standard, edges) => {
    const { scheme } = made([HEAD, `产出\t${name}\t10\t${target}\t${standard}`], { 'step-count': 'whole' })
    const [sample] = scheme.cases!
    const compiled = compile(scheme, { sha256 })
    if (!compiled.ok) throw new Error(compiled.issues[0]!.code)
    for (const [value, total] of edges) {
      const submission: Submission = {
        yardstick: 'submission/1',
        ...sample!.submission,
        items: { [scheme.items[0]!.id]: value },
      }
      const evaluation = await evaluate(compiled.value, submission, { sha256, language: 'zh' })
      expect([value, evaluation.total]).toEqual([value, total])
    }
  })
})

it('the 评分标准 of a row with rows below it is kept in its note', () => {
  const { scheme } = made(['指标名称\t分值\t评分标准', '1 产出\t100\t按下级相加', '1.1 甲\t100\t酌情评分'])
  expect(scheme.indicators[0]).toMatchObject({ note: '按下级相加' })
})

describe('points that are whole', () => {
  const rows: [string, string[], string[], string][] = [
    [
      'stay as they are written',
      ['产出\t甲\t60\t\t', '效益\t乙\t40\t\t'],
      ['产出 60 below', '甲 60 table', '效益 40 below', '乙 40 table'],
      '100',
    ],
    [
      'that do not make 100 are still out of 100',
      ['产出\t甲\t57.5\t\t', '效益\t乙\t40\t\t'],
      ['产出 57.5 below', '甲 57.5 table', '效益 40 below', '乙 40 table'],
      '100',
    ],
    [
      'that make a round number are out of it',
      ['产出\t甲\t30\t\t', '\t乙\t30\t\t'],
      ['产出 60 below', '甲 30 table', '乙 30 table'],
      '60',
    ],
    [
      'that nobody wrote are shared',
      ['产出\t甲\t\t\t', '\t乙\t\t\t', '\t丙\t\t\t'],
      ['产出 100 shared', '甲 33.34 shared', '乙 33.33 shared', '丙 33.33 shared'],
      '100',
    ],
  ]
  it.each(rows)('%s', (_, body, expected, fullScore) => {
    const table = made([HEAD, ...body])
    expect(table.rows.map(({ row, points, pointsFrom }) => `${row.name} ${points} ${pointsFrom}`)).toEqual(expected)
    expect(table.scheme.fullScore).toBe(fullScore)
  })

  it('of the printed total are the full score', () => {
    expect(made([HEAD, '产出\t甲\t87.5\t\t', '合计\t\t90\t\t']).scheme.fullScore).toBe('90')
  })

  it('of 加分项 stand outside', () => {
    const table = made([HEAD, '产出\t甲\t100\t\t', '加分项\t获得表彰\t5\t\t'])
    expect(table.scheme.fullScore).toBe('100')
    expect(table.scheme.indicators[1]).toMatchObject({ kind: 'bonus', points: '5' })
  })
})

it('indicators of one name have ids and items of their own', () => {
  const { scheme } = made([HEAD, '产出\t合格率\t50\t≥95%\t', '效益\t合格率\t50\t≥90%\t'])
  expect(leaves(scheme).map(({ node }) => node.id)).toEqual(['合格率', '合格率-2'])
  expect(scheme.items.map(({ id, type }) => `${id} ${type}`)).toEqual(['合格率 rate', '效益·合格率 rate'])
})

describe('the samples', () => {
  const body = [
    '产出\t培训人次\t20\t≥50人次\t\t45人次\t18',
    '\t合格率\t20\t＞95%\t\t96%\t20',
    '\t完成时间\t10\t2021年12月31日前\t\t2021年12月1日\t10',
    '\t成本\t10\t≤90万元\t\t850000元\t10',
    '效益\t社会影响\t30\t有所提高\t\t达成预期指标\t27',
    '\t制度健全性\t10\t\t\t\t9',
  ]
  const head = `${HEAD}\t实际完成值\t得分`

  it('reach every target', async () => {
    const { scheme } = made([head, ...body])
    const index = scheme.cases!.findIndex(({ name }) => name === '全部达标')
    expect(await scored(scheme, index)).toMatchObject({ total: '100', grade: '优' })
  })

  it('hold what the table says was done, first when it says all', async () => {
    const { scheme } = made([head, ...body])
    expect(scheme.cases![0]!.name).toBe('表中实际完成值')
    expect(scheme.cases![0]!.submission.items['成本']).toBe('85')
    expect(scheme.cases![0]!.submission.claims!.scores).toEqual({
      培训人次: '18',
      合格率: '20',
      完成时间: '10',
      成本: '10',
      社会影响: '27',
      制度健全性: '9',
    })
    expect(await scored(scheme)).toMatchObject({ total: '94', grade: '优' })
  })

  it('are in the other order where a value is missing', () => {
    const { scheme } = made([head, ...body.map((line) => line.replace('45人次', ''))])
    expect(scheme.cases!.map(({ name }) => name)).toEqual(['全部达标', '表中实际完成值'])
  })
})

it('under another name is what the table makes under that name', () => {
  const lines = [HEAD, '产出\t培训人次\t100\t≥50人次\t']
  expect(underName(made(lines).scheme, '另一项目 2')).toEqual(made(lines, {}, '另一项目 2').scheme)
  expect(made(lines).scheme).toMatchObject({
    id: '试点项目',
    cases: [{ submission: { subject: { department: '试点项目' } } }],
  })
})
