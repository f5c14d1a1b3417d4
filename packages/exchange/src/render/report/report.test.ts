import { type Evaluation, type Json, type Scheme, validate } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import type { DocumentBlock, TextDocument } from '../document.ts'
import { report } from './report.ts'

const scheme = (() => {
  const judgement = { method: 'judgement' }
  const read = validate('scheme', {
    yardstick: 'scheme/1',
    id: 's',
    name: '示例部门整体支出指标体系',
    version: '2',
    fullScore: '30',
    basis: ['甲办法', '乙办法'],
    items: [{ id: '满意度', type: 'rate', source: '问卷' }],
    indicators: [
      {
        id: 'a',
        name: '产出',
        points: '20',
        children: [
          {
            id: 'a1',
            name: '满意',
            points: '12',
            actual: '满意度',
            target: { comparator: '>=', value: '95%' },
            scoring: { method: 'ratio' },
          },
          { id: 'a2', name: '制度', points: '8', scoring: judgement },
        ],
      },
      { id: 'b', name: '创新', points: '10', scoring: judgement },
    ],
    grades: [{ name: '优', from: '27' }, { name: '差' }],
  } as Json)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value as Scheme
})()

const leaf = (id: string, name: string, points: string, score: string | null, more: object = {}) => ({
  ...{ id, name, path: [name], points, score, method: 'judgement', sentence: `${name}的说明。`, address: id },
  ...{ state: score === null ? 'missing' : 'present', trace: { inputs: [] } },
  ...more,
})

function evaluation(more: object = {}): Evaluation {
  const input = {
    name: '满意度',
    state: 'present',
    shown: '90.65%',
    layer: 'verified',
    who: '甲所',
    why: '回收 28 份。',
  }
  return {
    scheme: { id: 's', name: scheme.name, version: '2', hash: 'a'.repeat(64) },
    submission: { subject: { department: '甲局' }, period: '2024', hash: 'b'.repeat(64) },
    engine: '0.1.0',
    language: 'zh',
    state: 'final',
    fullScore: '30',
    total: '28.95',
    grade: '优',
    sentence: '总分 28.95 分。',
    lines: [{ line: 'indicators', label: '指标得分合计', amount: '28.95' }],
    events: [],
    indicators: [
      {
        id: 'a',
        name: '产出',
        path: ['产出'],
        points: '20',
        score: '18.95',
        state: 'present',
        sentence: '',
        address: 'a',
      },
      leaf('a1', '满意', '12', '11.45', {
        trace: {
          inputs: [input],
          formula: { text: '满意度', withValues: '（29 ÷ 32）× 100% ≈ 90.63%' },
          shownActual: '90.65%',
        },
      }),
      leaf('a2', '制度', '8', '7.5', { trace: { inputs: [], reason: '缺一项制度。' } }),
      leaf('b', '创新', '10', '10'),
    ],
    lost: [
      { id: 'a1', path: ['产出', '满意'], lost: '0.55', sentence: '满意的说明。' },
      { id: 'a2', path: ['产出', '制度'], lost: '0.5', sentence: '制度的说明。' },
    ],
    missing: [],
    findings: [],
    ...more,
  } as unknown as Evaluation
}

const made = (more: object = {}, input: object = {}) => report({ scheme, evaluation: evaluation(more), ...input })

const blocks = ({ parts }: TextDocument) => parts.flatMap((part) => part.blocks)
const said = (document: TextDocument) =>
  blocks(document).map((block) => ('text' in block ? block.text : `<${block.kind}>`))
const tables = (document: TextDocument) =>
  blocks(document).flatMap((block) => (block.kind === 'table' ? [rows(block)] : []))
const rows = ({ table }: Extract<DocumentBlock, { kind: 'table' }>) =>
  table.rows.map((row) => row.flatMap((cell) => (cell === null ? [] : Object.values(cell.content))))
/** From this heading to the next of its kind. */
function under(document: TextDocument, heading: string): string[] {
  const all = said(document)
  const from = all.findIndex((text) => text.includes(heading))
  return all.slice(from + 1, from + 6)
}

describe('report', () => {
  test('stands in the usual outline', () => {
    const headings = blocks(made()).flatMap((each) => (each.kind === 'heading' && each.level === 1 ? [each.text] : []))
    expect(headings).toEqual([
      '摘要',
      '一、基本情况',
      '二、评价工作开展情况',
      '三、综合评价情况及结论',
      '四、评价指标分析',
      '五、主要经验及做法',
      '六、存在的问题',
      '七、有关建议',
      '附件1　绩效评价评分表',
      '附件2　评价所用数据及来源',
      '附件3　核验信息',
    ])
    expect(made().title).toBe('甲局2024年度部门整体支出绩效评价报告')
  })

  test('gives level 1 with points, score and rate, the total and the grade', () => {
    expect(tables(made())).toContainEqual([
      ['指标', '分值', '得分', '得分率'],
      ['产出', '20', '18.95', '94.75%'],
      ['创新', '10', '10', '100%'],
      ['合计', '30', '28.95', '96.5%'],
      ['评价等级', '优'],
    ])
  })

  test('goes leaf by leaf: what was confirmed, how it was computed, the sentence, the points', () => {
    const document = made()
    expect(said(document)).toContain('1. 满意（12 分）')
    expect(under(document, '1. 满意（12 分）')[0]).toBe(
      '满意度 90.65%，由甲所核实：回收 28 份。满意：（29 ÷ 32）× 100% ≈ 90.63%。满意的说明。本项分值 12 分，得 11.45 分。',
    )
    expect(under(document, '2. 制度（8 分）')[0]).toBe('缺一项制度。制度的说明。本项分值 8 分，得 7.5 分。')
    // A leaf at the top of the tree has its place among the branches.
    expect(under(document, '（二）创新（10 分）')[0]).toBe('创新的说明。本项分值 10 分，得 10 分。')
  })

  test('ranks lost points as facts and makes nothing up', () => {
    const document = made()
    expect(under(document, '六、存在的问题').slice(0, 2)).toEqual([
      '共 2 项指标失分，合计失 1.05 分，由多到少列于下表。',
      '表2　失分情况（由多到少）',
    ])
    expect(tables(document)).toContainEqual([
      ['序号', '指标', '分值', '得分', '失分', '评分说明'],
      ['1', '产出 / 满意', '12', '11.45', '0.55', '满意的说明。'],
      ['2', '产出 / 制度', '8', '7.5', '0.5', '制度的说明。'],
    ])
    expect(under(document, '七、有关建议')[0]).toBe('【待填写：有关建议】')
    const clean = made({ lost: [] })
    expect(under(clean, '六、存在的问题')[0]).toBe('各项指标均未失分，核对中没有发现矛盾。')
  })

  test('what people wrote takes the place of the marks; the rest is listed', () => {
    expect(made().toFill).toEqual([
      ...['评价机构', '报告日期', '评价对象概况', '评价目的', '评价方法', '评价工作过程', '评价结论'],
      ...['主要经验及做法', '有关建议'],
    ])
    const texts = { background: '概况', purpose: '目的', method: '方法', process: '过程', conclusion: '结论' }
    const more = { experience: '经验', problems: '问题一\n问题二', advice: '建议', summary: '摘要文字', other: '其他' }
    const sections = { ...texts, ...more }
    const document = made({}, { texts: { sections, evaluator: '乙所', date: '2025年3月', title: '甲局评价报告' } })
    expect(document.toFill).toEqual([])
    expect(under(made({}, { texts: { sections: { basis: '丙办法。' } } }), '评价依据').slice(0, 3)).toEqual([
      ...['1. 甲办法；', '2. 乙办法。', '丙办法。'],
    ])
    expect(document.title).toBe('甲局评价报告')
    expect(said(document)).toContain('评价机构（盖章）：乙所\n2025年3月')
    expect(said(document)).toEqual(
      expect.arrayContaining(['评价机构：乙所', '建议', '问题一\n问题二', '八、其他需要说明的问题']),
    )
    expect(made({}, { texts: { sections: { advice: '  \n' } } }).toFill).toContain('有关建议')
  })

  test('what is not final is said plainly', () => {
    const provisional = said(made({ state: 'provisional' }))
    expect(provisional.filter((text) => text.includes('本结果为暂定：部分数据尚待核实'))).toHaveLength(3)
    const missing = [
      { name: '满意度', indicator: 'a1', path: ['产出', '满意'] },
      { name: '满意度', indicator: 'a1', path: ['产出', '满意'] },
    ]
    const indicators = evaluation().indicators.map((each) => {
      return each.id === 'a' || each.id === 'a1' ? { ...each, score: null, state: 'missing' as const } : each
    })
    const none = { state: 'blocked', total: null, grade: null, sentence: '缺 1 项，没有总分。', lines: [], lost: [] }
    const document = made({ ...none, missing, indicators })
    expect(said(document)).toContain('缺 1 项，没有总分。尚不能得出总分：还缺 1 项（满意度），补齐后才有总分和等级。')
    expect(said(document).join()).toContain('（一）产出（20 分）（空缺）')
    expect(said(document)).toContain('产出（20 分）（空缺）；创新 10 分，得 10 分，得分率 100%。')
    expect(under(document, '1. 满意（12 分）')[0]).toMatch(/本项分值 12 分，所需数据空缺，暂无得分。$/)
    expect(tables(document)).toContainEqual(expect.arrayContaining([['合计', '30', '未出总分', '—']]))
    expect(said(document)).not.toContain('各项指标均未失分，核对中没有发现矛盾。')
  })

  test('what else makes up the total stands in its table; what limits the grade in its text', () => {
    const lines = [
      { line: 'indicators', label: '指标得分合计', amount: '28.95' },
      { line: 'deduction', id: 'late', label: '迟报扣分', amount: '-0.5' },
    ]
    const events = [
      { rule: 'cap', name: '封顶', effect: 'cap-grade', reason: '发生事故' },
      { rule: 'flag', name: '提示', effect: 'flag', reason: '请复核' },
    ]
    const document = made({ lines, events, total: '28.45' })
    expect(tables(document)).toContainEqual(expect.arrayContaining([['迟报扣分', '—', '-0.5', '—']]))
    expect(said(document)).toContain('等级封顶：发生事故')
    expect(said(document)).toContain('核对数据与结果时发现：\n提示：请复核')
  })

  test('what was voided or taken off is a problem, also where no indicator lost points', () => {
    const of = (effect: string) => {
      const event = { rule: 'r', name: '事故', effect, reason: '发生重大事故' }
      return under(made({ lost: [], events: [event] }), '六、存在的问题')[0]
    }
    expect(of('veto')).toBe('一票否决：发生重大事故')
    expect(of('deduct')).not.toBe('各项指标均未失分，核对中没有发现矛盾。')
    expect(of('bonus')).toBe('各项指标均未失分，核对中没有发现矛盾。')
  })

  test('the chart of level 1 has the rows of its table: no bonus', () => {
    const [first, second] = scheme.indicators
    const more = { ...second!, id: 'c', name: '加分', kind: 'bonus' as const }
    const given = evaluation()
    const indicators = [...given.indicators, leaf('c', '加分', '10', '2')] as Evaluation['indicators']
    const of = { scheme: { ...scheme, indicators: [first!, second!, more] }, evaluation: { ...given, indicators } }
    const charts = blocks(report(of)).flatMap((each) => (each.kind === 'chart' ? [each.chart.bars] : []))
    expect(charts.map((bars) => bars.map(({ name }) => name))).toEqual([['产出', '创新']])
  })

  test('an evaluation without traces has no table of data, and no figure less', () => {
    const indicators = evaluation().indicators.map(({ trace: _, ...each }) => each)
    const document = made({ indicators })
    expect(said(document)).toContain('附件2　核验信息')
    expect(under(document, '1. 满意（12 分）')[0]).toBe('满意的说明。本项分值 12 分，得 11.45 分。')
  })

  test('the foot tells the documents apart, the last annex has their whole hashes', () => {
    const document = made()
    expect(document.foot).toEqual([`指标体系 ${'a'.repeat(16)}　填报数据 ${'b'.repeat(16)}　计分引擎 0.1.0`])
    expect(tables(document).at(-1)).toContainEqual(['指标体系哈希', 'a'.repeat(64)])
  })

  test('speaks English where the evaluation does', () => {
    const document = made({ language: 'en' })
    expect(document.title).toBe('Performance evaluation report, 2024: 甲局')
    expect(said(document)).toContain('4.1  产出 (18.95 of 20)')
    // But for what was handed in.
    const own = said(document).join('\n').replaceAll('的说明。', '').replace('（29 ÷ 32）', '')
    expect(own).not.toMatch(/[，。：（）【】]/)
  })

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(made()))).toEqual(made())
  })
})
