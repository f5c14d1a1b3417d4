import { createHash } from 'node:crypto'
import { compile, evaluate } from '@yardstick/engine'
import {
  type ImportAnswers,
  type ImportQuestion,
  importTable,
  wordImportQuestion,
} from '@yardstick/exchange/import-table'
import { readIndicatorTable } from '@yardstick/exchange/indicator-table'
import { readTextTable } from '@yardstick/exchange/table'
import { type Leaf, leaves, type Submission, validate, walk } from '@yardstick/model'
import { describe, expect, it } from 'vitest'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function made(lines: readonly string[], answers: ImportAnswers = {}) {
  const reading = readIndicatorTable(readTextTable(lines.join('\n'))!)
  const table = importTable(reading, { name: '试点项目', language: 'zh', answers })!
  const valid = validate('scheme', table.scheme)
  expect(valid.ok ? [] : valid.issues).toEqual([])
  return table
}

async function totalOf(lines: readonly string[], answers: ImportAnswers = {}) {
  const { scheme } = made(lines, answers)
  const compiled = compile(scheme, { sha256 })
  expect(compiled.ok ? [] : compiled.issues).toEqual([])
  if (!compiled.ok) throw new Error()
  const submission: Submission = { yardstick: 'submission/1', ...scheme.cases![0]!.submission }
  const { total } = await evaluate(compiled.value, submission, { sha256, language: 'zh' })
  return total
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
  expect(await totalOf(lines)).toBe('100')
})

describe('the rule of a row', () => {
  const rows: [string, string, string, Partial<Leaf>][] = [
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
})
