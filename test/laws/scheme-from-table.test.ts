import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { check, compile, evaluate } from '@yardstick/engine'
import { readIndicatorTable } from '@yardstick/exchange/indicator-table'
import { named, schemeFromTable, type TableChoices } from '@yardstick/exchange/scheme-from-table'
import { readTextTable } from '@yardstick/exchange/table'
import { type Leaf, leaves, type Submission, validate } from '@yardstick/model'
import { describe, expect, it } from 'vitest'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const choices: TableChoices = { name: '试点项目', language: 'zh', comparators: new Map() }

function made(lines: readonly string[], more: Partial<TableChoices> = {}) {
  const reading = readIndicatorTable(readTextTable(lines.join('\n'))!)
  const table = schemeFromTable(reading, { ...choices, ...more })!
  const valid = validate('scheme', table.scheme)
  expect(valid.ok ? [] : valid.issues).toEqual([])
  return table
}

async function scored(scheme: ReturnType<typeof made>['scheme'], index = 0) {
  const compiled = compile(scheme, { sha256 })
  expect(compiled.ok ? [] : compiled.issues).toEqual([])
  if (!compiled.ok) throw new Error()
  const submission: Submission = { yardstick: 'submission/1', ...scheme.cases![index]!.submission }
  return evaluate(compiled.value, submission, { sha256, language: 'zh' })
}

const HEAD = '一级指标\t二级指标\t分值\t目标值\t评分标准'

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
    ['得分率', '≥95', '每低1%扣0.5分', { scoring: { method: 'ratio' }, scoringBasis: 'assumed' }],
    ['人均成本', '≤90万元', '', { scoring: { method: 'ratio' } }],
    ['责任事故', '≤0起', '', { scoring: { method: 'pass' } }],
    ['机构数', '=3个', '', { scoring: { method: 'pass' } }],
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
  ]
  it.each(rows)('%s %s %s', (name, target, standard, expected) => {
    const { scheme } = made([HEAD, `产出\t${name}\t10\t${target}\t${standard}`, '效益\t其他\t90\t\t'])
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

  it('goes the way that was chosen for a bare target', () => {
    const { scheme } = made([HEAD, '产出\t平均用时\t10\t5天\t'], { comparators: new Map([[1, '<=']]) })
    expect(leaves(scheme)[0]!.node.target).toMatchObject({ comparator: '<=', value: '5' })
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
    const { scheme } = made([HEAD, `产出\t${name}\t10\t${target}\t${standard}`], { fullScore: '10' })
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

describe('what is still to be looked at', () => {
  const lines = [HEAD, '产出\t甲\t50\t≥95%\t每低1个百分点扣0.5分，扣完为止', '\t乙\t50\t≥95%\t视群众反映情况扣分']
  const codes = async (more: Partial<TableChoices>) => {
    const { scheme } = made(lines, more)
    const issues = await check(scheme, { sha256 })
    return issues.flatMap(({ code, pointer }) => (code === 'SCORING_ASSUMED' ? [pointer] : []))
  }

  it('stands among the problems', async () =>
    expect(await codes({})).toEqual(['/indicators/0/children/0/scoring', '/indicators/0/children/1/scoring']))
  it('is settled for all by saying how a part of a step counts', async () => {
    expect(await codes({ stepCount: 'prorata' })).toEqual(['/indicators/0/children/1/scoring'])
    expect(made(lines, { stepCount: 'prorata' }).scheme.stepCount).toBe('prorata')
  })
  it('is settled by confirming the row', async () => expect(await codes({ confirmed: new Set([1, 2]) })).toEqual([]))
  it('may be left to people', () =>
    expect(made(lines, { unread: 'judgement' }).scheme.indicators[0]).toMatchObject({
      children: [{}, { scoring: { method: 'judgement' }, scoringBasis: 'assumed' }],
    }))
})

it('the 评分标准 of a row with rows below it is kept in its note', () => {
  const { scheme } = made(['指标名称\t分值\t评分标准', '1 产出\t100\t按下级相加', '1.1 甲\t100\t酌情评分'])
  expect(scheme.indicators[0]).toMatchObject({ note: '按下级相加' })
})

describe('points', () => {
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
    expect(table.sum).toBe('100')
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

const published = new URL('../../rules/seeds/', import.meta.url)

it.each(['zhengning-2023', 'shaoguan-2019', 'nanchang-2021-sysops-project'])(
  'the published sheet %s becomes a scheme that scores',
  async (name) => {
    const sheet = JSON.parse(readFileSync(new URL(`${name}/sheet.json`, published), 'utf8'))
    const lines: string[] = [`${HEAD.replace('二级指标', '二级指标\t三级指标')}`]
    const cell = (text: unknown) => `"${String(text ?? '').replaceAll('"', '""')}"`
    const write = (node: SheetNode, path: string[]) => {
      const names = [...path, node.name]
      if (node.children.length === 0) {
        const cells = [...names, '', '', ''].slice(0, 3)
        lines.push([...cells, node.weight, node.data?.['target'], node.standard].map(cell).join('\t'))
      } else for (const child of node.children) write(child, names)
    }
    for (const node of sheet.tree as SheetNode[]) write(node, [])
    const { scheme } = made(lines)
    const index = scheme.cases!.findIndex(({ name: each }) => each === '全部达标')
    const { total, state } = await scored(scheme, index)
    const issues = await check(scheme, { sha256 })
    expect(issues.filter(({ code }) => !MATTERS_OF_THE_SHEET.test(code)).map(({ code }) => code)).toEqual([])
    expect({ state, isScored: total !== null }).toEqual({ state: 'final', isScored: true })
  },
)

/** Slips of the published tables, which are to be found and not to be covered up. */
const MATTERS_OF_THE_SHEET = /^SCORING_ASSUMED|^SCHEME_(POINTS_SUM|ELEMENTS|TARGET|INDICATOR_SIMILAR|SCORE)/

interface SheetNode {
  name: string
  weight: number | null
  standard: string | null
  data?: { [name: string]: unknown }
  children: SheetNode[]
}

it('under another name is what the table makes under that name', () => {
  const lines = [HEAD, '产出\t培训人次\t100\t≥50人次\t']
  expect(named(made(lines).scheme, '另一项目 2')).toEqual(made(lines, { name: '另一项目 2' }).scheme)
  expect(made(lines).scheme).toMatchObject({
    id: '试点项目',
    cases: [{ submission: { subject: { department: '试点项目' } } }],
  })
})
