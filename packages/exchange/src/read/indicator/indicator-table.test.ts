import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Exact, type Indicator, isBranch, type Scheme } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { type HtmlCell, writeHtmlTable } from '../../write/clipboard.ts'
import { readHtmlTable, readTextTable, type Table, textsOf, writeTsv } from '../table/table.ts'
import { readIndicatorTable } from './indicator-table.ts'

const lines = (...rows: string[]) => readTextTable(rows.map((row) => row.replaceAll('|', '\t')).join('\n'))!
/** level name points, as one reads them */
const brief = (table: Table) =>
  readIndicatorTable(table).rows.map((row) => `${'  '.repeat(row.level - 1)}${row.name} ${row.points ?? '-'}`)
const doubts = (table: Table) => readIndicatorTable(table).doubts

describe('readIndicatorTable', () => {
  test('finds columns by the meaning of their headers, whatever their order and spelling', () => {
    const { rows, doubts } = readIndicatorTable(
      lines(
        '2023年度项目绩效自评表',
        '一级 指标|二级指标|三级指标|年度指标值（A）|实际完成值|分值（１００）|评分标准|自评得分|备注',
        '产出指标|数量指标|1.1 培训人次|≥50人次|60人次|２０|按比例得分|20|—',
        '||培训场次|≥5场|5场|20.0分|达标得分|20|',
        '|质量指标|合格率|≥95%|94%|10|每低1个百分点扣1分|9|偏低',
        '合计|||||50||49|',
        '注：本表由单位填报',
      ),
    )
    expect(rows).toEqual([
      { level: 1, name: '产出指标', sourceRow: 2 },
      { level: 2, name: '数量指标', sourceRow: 2 },
      {
        level: 3,
        name: '培训人次',
        code: '1.1',
        points: '20',
        target: '≥50人次',
        actual: '60人次',
        standard: '按比例得分',
        score: '20',
        sourceRow: 2,
      },
      {
        level: 3,
        name: '培训场次',
        points: '20',
        target: '≥5场',
        actual: '5场',
        standard: '达标得分',
        score: '20',
        sourceRow: 3,
      },
      { level: 2, name: '质量指标', sourceRow: 4 },
      {
        level: 3,
        name: '合格率',
        points: '10',
        target: '≥95%',
        actual: '94%',
        standard: '每低1个百分点扣1分',
        score: '9',
        note: '偏低',
        sourceRow: 4,
      },
    ])
    expect(doubts).toEqual([
      { kind: 'row-left-out', row: 0, as: 'title', text: '2023年度项目绩效自评表' },
      { kind: 'row-left-out', row: 5, as: 'total', text: '合计 50 49' },
      { kind: 'row-left-out', row: 6, as: 'note', text: '注：本表由单位填报' },
    ])
  })

  test('a header of two rows, points of every level, an indicator over all level columns', () => {
    const cell = (text: string, rowSpan = 1, columnSpan = 1): HtmlCell => ({ text, rowSpan, columnSpan })
    const table = readHtmlTable(
      writeHtmlTable([
        [cell('评价指标', 1, 4), cell('评分标准', 2)],
        ['一级指标', '分值', '二级指标', '分值'],
        [cell('产出', 2), cell('60', 2), '数量', '40', 'a'],
        ['质量', '20', 'b'],
        [cell('预算执行率', 1, 3), '10', 'c'],
      ]),
    )!
    expect(brief(table)).toEqual(['产出 60', '  数量 40', '  质量 20', '预算执行率 10'])
    expect(doubts(table)).toEqual([])
  })

  test('what somebody says a column holds counts, also that nothing in it is read', () => {
    const table = lines('指标|分值|甲列|乙列', '培训人次|10|≥50人次|按比例得分', '合格率|20|≥95%|达标得分')
    expect(readIndicatorTable(table).rows.map(({ target, standard }) => [target, standard])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
    const said = readIndicatorTable(
      table,
      new Map([
        [1, undefined],
        [2, 'target' as const],
        [3, 'standard' as const],
      ]),
    )
    expect(said.rows.map(({ points, target, standard }) => [points, target, standard])).toEqual([
      [undefined, '≥50人次', '按比例得分'],
      [undefined, '≥95%', '达标得分'],
    ])
    expect(said.doubts.map((each) => ('text' in each ? each.text : each.kind))).toEqual(['分值'])
  })

  test('one merged points cell is the branch’s, and a standard in several rows is one', () => {
    const cell = (text: string, rowSpan: number): HtmlCell => ({ text, rowSpan })
    const table = readHtmlTable(
      writeHtmlTable([
        ['一级指标', '二级指标', '分值', '评分标准'],
        [cell('决策', 3), cell('立项', 2), cell('15', 3), '①有依据'],
        ['②有程序'],
        ['目标', '③明确'],
      ]),
    )!
    expect(brief(table)).toEqual(['决策 15', '  立项 -', '  目标 -'])
    expect(readIndicatorTable(table).rows[1]!.standard).toBe('①有依据\n②有程序')
  })

  test('comparator and unit in columns of their own belong to the target', () => {
    const table = lines('指标名称|计算符号|目标值|度量单位|权重', '培训人次|≥|50|人次|10%', '合格率|≥|95%|%|20')
    expect(readIndicatorTable(table).rows.map((row) => [row.target, row.points])).toEqual([
      ['≥50人次', '10'],
      ['≥95%', '20'],
    ])
    expect(doubts(table)).toEqual([{ kind: 'points-in-percent', row: 1, text: '10%' }])
  })

  test.each<[string, string[], string[]]>([
    [
      'dotted numbers',
      ['指标|分值', '1 产出|60', '1.1 数量|40', '1.2 质量|20', '2 效益|40'],
      ['产出 60', '  数量 40', '  质量 20', '效益 40'],
    ],
    [
      'Chinese numbers',
      ['指标|分值', '一、产出|60', '（一）数量|40', '1.培训|40', '（二）质量|20', '二、效益|40'],
      ['产出 60', '  数量 40', '    培训 40', '  质量 20', '效益 40'],
    ],
    [
      'a column of numbers',
      ['序号|指标|分值', '1|产出|60', '1.1|数量|40', '2|效益|40'],
      ['产出 60', '  数量 40', '效益 40'],
    ],
    [
      'spaces',
      ['指标|分值', '产出|60', '　　数量|40', '　　　　培训|40', '　　质量|20', '效益|40'],
      ['产出 60', '  数量 40', '    培训 40', '  质量 20', '效益 40'],
    ],
    ['a running number is no level', ['序号|指标|分值', '1|产出|60', '2|效益|40'], ['产出 60', '效益 40']],
    [
      'names that begin with digits',
      ['指标|分值', '5G基站数|60', '12345热线办结率|40'],
      ['5G基站数 60', '12345热线办结率 40'],
    ],
    [
      'points in the name',
      ['一级指标|二级指标', '产出指标（60分）|数量指标(40 分)', '|质量指标（２０分）'],
      ['产出指标 60', '  数量指标 40', '  质量指标 20'],
    ],
    [
      'levels written again on each row',
      ['一级指标|二级指标|分值', '产出|数量|40', '产出|质量|20', '效益|质量|40'],
      ['产出 -', '  数量 40', '  质量 20', '效益 -', '  质量 40'],
    ],
    [
      'no header',
      ['产出|数量|40|≥50人次', '|质量|20|≥95%', '效益|满意度|40|不低于90%'],
      ['产出 -', '  数量 40', '  质量 20', '效益 -', '  满意度 40'],
    ],
    ['no header, one column', ['一、产出', '（一）数量', '二、效益'], ['产出 -', '  数量 -', '效益 -']],
    [
      'English headers',
      ['Level 1|Level 2|Points|Target|Scoring standard', 'Output|Quantity|40|≥ 50|pro rata'],
      ['Output -', '  Quantity 40'],
    ],
    ['a header repeated on the next page', ['指标|分值', '产出|60', '指标|分值', '效益|40'], ['产出 60', '效益 40']],
  ])('%s', (_name, rows, expected) => {
    expect(brief(lines(...rows))).toEqual(expected)
  })

  test.each<[string, string[], object[]]>([
    [
      'points that do not add up',
      ['一级指标|分值|二级指标|分值', '产出|60|数量|40', '||质量|15'],
      [{ kind: 'points-sum', row: 1, expected: '60', found: '55' }],
    ],
    [
      'a total that differs',
      ['指标|分值', '产出|60', '效益|30', '合 计|100'],
      [
        { kind: 'row-left-out', row: 3, as: 'total', text: '合 计 100' },
        { kind: 'total-differs', row: 3, expected: '100', found: '90' },
      ],
    ],
    [
      'points that are no number',
      ['指标|分值', '产出|六十', '效益|40'],
      [{ kind: 'points-unreadable', row: 1, text: '六十' }],
    ],
    [
      'a column nobody asked for',
      ['指标|颜色|分值', '产出|红|60'],
      [{ kind: 'column-left-out', column: 1, text: '颜色' }],
    ],
    ['no indicators', ['90|80', '70|60'], [{ kind: 'nothing-found' }]],
  ])('says %s', (_name, rows, expected) => {
    expect(doubts(lines(...rows))).toEqual(expected)
  })
})

interface Node {
  readonly name: string
  readonly points: string | undefined
  readonly children: readonly Node[]
}

/** A tree as reports print it: merged level cells, a leaf higher up reaching over the level columns below it. */
function printed(tree: readonly Node[]): (string | HtmlCell)[][] {
  const height = (nodes: readonly Node[]): number => Math.max(0, ...nodes.map((node) => 1 + height(node.children)))
  const depth = height(tree)
  const leafCount = (node: Node): number =>
    node.children.length === 0 ? 1 : node.children.reduce((total, child) => total + leafCount(child), 0)
  const rows: (string | HtmlCell)[][] = [[...['一级指标', '二级指标', '三级指标', '四级指标'].slice(0, depth), '分值']]
  const add = (node: Node, level: number, row: (string | HtmlCell)[]) => {
    const isLeaf = node.children.length === 0
    row.push({ text: node.name, rowSpan: leafCount(node), columnSpan: isLeaf ? depth - level : 1 })
    if (isLeaf) rows.push([...row, node.points ?? ''])
    for (const [index, child] of node.children.entries()) add(child, level + 1, index === 0 ? row : [])
  }
  for (const node of tree) add(node, 0, [])
  return rows
}

function flat(tree: readonly Node[], level = 1): string[] {
  return tree.flatMap((node) => [
    `${'  '.repeat(level - 1)}${node.name} ${node.children.length === 0 ? (node.points ?? '-') : '-'}`,
    ...flat(node.children, level + 1),
  ])
}

describe('the schemes of rules, printed as tables, are read back', () => {
  const root = fileURLToPath(new URL('../../../../../rules', import.meta.url))
  const schemes = ['seeds', 'national', 'departments'].flatMap((shelf) =>
    readdirSync(`${root}/${shelf}`, { withFileTypes: true }).flatMap((entry) => {
      const path = `${root}/${shelf}/${entry.name}`
      const files = entry.isDirectory()
        ? readdirSync(path).filter((name) => /^(printed\.)?scheme\.json$/.test(name))
        : []
      return files.map((file): [string, Scheme] => [
        `${shelf}/${entry.name}/${file}`,
        JSON.parse(readFileSync(`${path}/${file}`, 'utf8')),
      ])
    }),
  )
  const treeOf = (nodes: readonly Indicator[]): Node[] =>
    nodes.map((node) => ({
      name: node.name,
      points: Exact.of(node.points).toText(),
      children: isBranch(node) ? treeOf(node.children) : [],
    }))

  test.each(schemes)('%s', (_name, scheme) => {
    const tree = treeOf(scheme.indicators)
    const table = readHtmlTable(writeHtmlTable(printed(tree)))!
    expect(brief(table)).toEqual(flat(tree))
    expect(doubts(table)).toEqual([])
    // The same without merged cells, as plain text carries it.
    expect(brief(readTextTable(writeTsv(textsOf(table)))!)).toEqual(flat(tree))
  })
})
