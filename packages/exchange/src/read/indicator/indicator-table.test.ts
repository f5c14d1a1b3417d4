import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Exact, type Indicator, isBranch, type Scheme } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { type HtmlCell, writeHtmlTable } from '../../write/clipboard.ts'
import { readHtmlTable, readTextTable, type Table, textsOf, writeTsv } from '../table/table.ts'
import { roleOf } from './column-roles.ts'
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

const cell = (text: string, rowSpan = 1, columnSpan = 1): HtmlCell => ({ text, rowSpan, columnSpan })
const merged = (...rows: (string | HtmlCell)[][]) => readHtmlTable(writeHtmlTable(rows))!

describe('headers as bureaus write them', () => {
  test.each<[string, string]>([
    ['一级指标', 'level'],
    ['三级指标名称', 'level'],
    ['三级指标及分值', 'level'],
    ['末级指标', 'name'],
    ['评价指标', 'name'],
    ['考核内容', 'name'],
    ['指标编码', 'code'],
    ['分值（100分）', 'points'],
    ['权 重（%）', 'points'],
    ['标准分', 'points'],
    ['满分值', 'points'],
    ['年度指标值（A）', 'target'],
    ['指标值及单位', 'target'],
    ['绩效标准', 'target'],
    ['年度绩效目标', 'target'],
    ['评分标准', 'standard'],
    ['评 分 细 则', 'standard'],
    ['考核标准', 'standard'],
    ['评分标准及得分', 'standard'],
    ['计分方法', 'standard'],
    ['评价要点', 'aspects'],
    ['考核要点', 'aspects'],
    ['计分公式', 'formula'],
    ['计算方法', 'formula'],
    ['实际完成值（B）', 'actual'],
    ['全年完成情况', 'actual'],
    ['得分', 'score'],
    ['复核得分', 'score'],
    ['自评得分', 'self-score'],
    ['扣分原因', 'reason'],
    ['偏差原因分析及改进措施', 'reason'],
    ['评分依据', 'reason'],
    ['指标解释', 'definition'],
    ['指标说明', 'definition'],
    ['指标类型', 'kind'],
    ['指标性质', 'kind'],
    ['数据来源', 'source'],
    ['佐证材料', 'evidence'],
    ['历史值', 'history'],
    ['上年完成值', 'history'],
    ['完成时限', 'due'],
    ['责任科室', 'owner'],
    ['备注', 'note'],
  ])('%s is %s', (header, role) => {
    expect(roleOf(header)).toBe(role)
  })

  test.each([
    '产出指标',
    '数量指标',
    '质量指标达标',
    '培训人次',
    '预算执行率',
    '满意度',
    '项目负责人培训',
    '单位：万元',
  ])('%s is none', (text) => {
    expect(roleOf(text)).toBeUndefined()
  })

  test('columns mean something beside each other', () => {
    const rolesOf = (...headers: string[]) =>
      readIndicatorTable(lines(headers.join('|'), headers.map((_, at) => `${at}a`).join('|'))).columns?.roles
    expect(rolesOf('指标名称', '评价要点', '评分标准')).toEqual(['name', 'aspects', 'standard'])
    expect(rolesOf('指标名称', '分值', '评价要点')).toEqual(['name', 'points', 'standard'])
    expect(rolesOf('指标名称', '计分公式', '分值')).toEqual(['name', 'standard', 'points'])
    expect(rolesOf('指标名称', '分值', '自评得分')).toEqual(['name', 'points', 'score'])
    expect(rolesOf('指标名称', '自评得分', '复核得分')).toEqual(['name', 'self-score', 'score'])
    expect(rolesOf('指标名称', '权重', '分值')).toEqual(['name', undefined, 'points'])
  })

  test('groups over columns, merged or not; what stands below says most', () => {
    const expected = ['level', 'level', 'level', 'points', 'self-score', 'score']
    const rows: [string[], string[]] = [
      ['评价指标', '', '', '分值', '得分', ''],
      ['一级指标', '二级指标', '三级指标', '', '自评', '复核得分'],
    ]
    expect(
      readIndicatorTable(lines(...rows.map((row) => row.join('|')), '产出|数量|人次|10|9|8')).columns?.roles,
    ).toEqual(expected)
    const table = merged(
      [cell('评价指标', 1, 3), cell('分值', 2), cell('得分', 1, 2)],
      ['一级指标', '二级指标', '三级指标', '自评', '复核得分'],
      ['产出', '数量', '人次', '10', '9', '8'],
    )
    expect(readIndicatorTable(table).columns).toMatchObject({
      roles: expected,
      headerTop: 0,
      headerRow: 1,
      firstRow: 2,
    })
  })

  test('a label down the side and the fields of a form are no header', () => {
    const table = merged(
      [cell('项目支出绩效自评表', 1, 6)],
      ['项目名称', cell('某项目', 1, 2), '主管部门', cell('某局', 1, 2)],
      [cell('绩效指标', 5), '一级指标', '二级指标', '三级指标', '年度指标值', '分值'],
      [cell('产出', 2), '数量', '人次', '≥50', '50'],
      ['质量', '合格率', '≥95%', '20'],
      [cell('效益', 2), '社会', '知晓率', '≥80%', '20'],
      ['满意度', '满意率', '≥90%', '10'],
      [cell('总分', 1, 5), '100'],
    )
    expect(brief(table).filter((line) => line.startsWith('    '))).toEqual([
      '    人次 50',
      '    合格率 20',
      '    知晓率 20',
      '    满意率 10',
    ])
    expect(doubts(table)).toEqual([
      { kind: 'row-left-out', row: 0, as: 'title', text: '项目支出绩效自评表' },
      { kind: 'row-left-out', row: 1, as: 'title', text: '项目名称 某项目 主管部门 某局' },
      { kind: 'row-left-out', row: 7, as: 'total', text: '总分 100' },
    ])
  })
})

test('预算执行率 stands among the funds above the indicators', () => {
  const table = merged(
    ['项目名称', cell('某项目', 1, 6)],
    [cell('项目资金（万元）', 3), '', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', '100', '95', '10', '95%', '9.5'],
    ['其中：财政拨款', '100', '95', '—', '95%', '—'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出', '数量', '人次', '≥50', '60', '90', '90'],
    [cell('总分', 1, 5), '100', '99.5'],
  )
  const { rows, totals } = readIndicatorTable(table)
  expect(rows[0]).toEqual({ level: 1, name: '预算执行率', points: '10', actual: '95%', score: '9.5', sourceRow: 2 })
  expect(brief(table).slice(1)).toEqual(['产出 -', '  数量 -', '    人次 90'])
  expect(totals.map(({ score }) => score)).toEqual(['99.5'])
  expect(doubts(table).map((each) => each.kind)).not.toContain('total-differs')
})

test('rows of a table turned into text that stand a column beside their place are moved, and said to be', () => {
  const table = lines(
    '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|备注',
    '部门管理|人员管理|在职人员控制率|达90%以上|95%|3|3|',
    '重点工作管理|重点工作管理制度健全性|达到100%|100%|3|3||',
    '|能力建设|人力资源建设|机制健全性|机制健全|100%|2|2',
    '||档案管理完备性|达到100%|100%|2|2|',
  )
  const { rows } = readIndicatorTable(table)
  expect(
    rows.filter(({ points }) => points).map(({ name, target, points, score }) => [name, target, points, score]),
  ).toEqual([
    ['在职人员控制率', '达90%以上', '3', '3'],
    ['重点工作管理制度健全性', '达到100%', '3', '3'],
    ['机制健全性', '机制健全', '2', '2'],
    ['档案管理完备性', '达到100%', '2', '2'],
  ])
  expect(doubts(table).map((each) => [each.kind, 'row' in each ? each.row : -1])).toEqual([
    ['row-moved', 2],
    ['row-moved', 3],
  ])
})

test('a unit in the header is that of the numbers below it', () => {
  const table = lines(
    '指标|分值（分）|目标值（%）|完成值（万元）',
    '合格率|10|≥95|12.5',
    '满意度|10|≥90%|/',
    '其他|5|良好|3万',
  )
  expect(readIndicatorTable(table).rows.map(({ points, target, actual }) => [points, target, actual])).toEqual([
    ['10', '≥95%', '12.5万元'],
    ['10', '≥90%', undefined],
    ['5', '良好', '3万'],
  ])
})

describe('several tables in one sheet', () => {
  test('the same columns under another header go on; the levels too', () => {
    const table = lines(
      '一级指标|二级指标|分值',
      '产出|数量|40',
      '一级指标|二级指标|分值',
      '|质量|20',
      '二、效益部分||',
      '一级指标|二级指标|权重分值',
      '效益|满意度|40',
    )
    expect(brief(table)).toContain('  质量 20')
    expect(brief(table).at(-1)).toBe('  满意度 40')
  })

  test('each with its own header', () => {
    const table = lines(
      '一级指标|二级指标|分值|评分标准',
      '产出|数量|60|按比例',
      '加分项|||',
      '序号|指标名称|评分标准|分值',
      '1|获得表彰|每次加1分|5',
    )
    const { rows, parts } = readIndicatorTable(table)
    expect(parts.map(({ columns, endRow }) => [columns.firstRow, endRow])).toEqual([
      [1, 3],
      [4, 5],
    ])
    expect(rows.at(-1)).toMatchObject({ name: '获得表彰', points: '5', standard: '每次加1分' })
  })
})

describe('totals, notes and rows without a name', () => {
  test('what follows a note is one too, and nothing is dropped unsaid', () => {
    const table = lines(
      '指标|分值|备注',
      '产出|60|',
      '效益|40|',
      '总 分|100分|',
      '注：1.本表由单位填报；||',
      '2.得分保留两位小数。||',
      '填表人：张三||',
      '评价等级||优',
    )
    expect(brief(table)).toEqual(['产出 60', '效益 40'])
    expect(doubts(table).map((each) => ('as' in each ? [each.as, each.row] : each.kind))).toEqual([
      ['total', 3],
      ['note', 4],
      ['note', 5],
      ['note', 6],
      ['note', 7],
    ])
  })

  test('a row before any indicator is told', () => {
    expect(doubts(lines('一级指标|二级指标|分值|备注', '|||见附件', '产出|数量|60|'))).toEqual([
      { kind: 'row-left-out', row: 1, as: 'unnamed', text: '见附件' },
    ])
  })

  test('a name over the whole width stands above a list', () => {
    const table = merged(
      ['指标', '分值', '评分标准'],
      [cell('一、产出指标（60分）', 1, 3)],
      ['培训人次', '40', 'a'],
      ['合格率', '20', 'b'],
      [cell('二、效益指标（40分）', 1, 3)],
      ['满意度', '40', 'c'],
    )
    expect(brief(table)).toEqual(['产出指标 60', '  培训人次 40', '  合格率 20', '效益指标 40', '  满意度 40'])
    expect(doubts(table)).toEqual([])
  })
})

describe('points as they are written', () => {
  test.each<[string, string | undefined]>([
    ['10', '10'],
    ['１０', '10'],
    ['10分', '10'],
    ['（10）', '10'],
    ['(10分)', '10'],
    ['10.50', '10.5'],
    ['10%', '10'],
    ['10％', '10'],
    ['/', undefined],
    ['—', undefined],
    ['六十', undefined],
  ])('%s', (text, points) => {
    expect(readIndicatorTable(lines('指标|分值', `产出|${text}`)).rows[0]!.points).toBe(points)
  })

  test.each<[string, string, string, string | undefined]>([
    ['三级指标', '培训人次（10分）', '培训人次', '10'],
    ['三级指标', '培训人次(权重10%)', '培训人次', '10'],
    ['三级指标', '培训人次【10分】', '培训人次', '10'],
    ['三级指标', '培训人次（10）', '培训人次（10）', undefined],
    ['三级指标及分值', '培训人次（10）', '培训人次', '10'],
    ['三级指标及分值', '培训人次 10分', '培训人次', '10'],
    ['三级指标及分值', '培训人次10', '培训人次', '10'],
    ['三级指标及分值', '培训人次\n10分', '培训人次', '10'],
  ])('%s: %s', (header, text, name, points) => {
    const table = merged(['一级指标', header], ['产出', text])
    expect(readIndicatorTable(table).rows[1]).toMatchObject({ name, ...(points === undefined ? {} : { points }) })
  })

  test('a row for each ①②③ with points of its own: they are added, and said behind their lines', () => {
    const table = merged(
      ['一级指标', '二级指标', '评分标准', '分值'],
      [cell('决策', 3), cell('立项', 3), '①有依据', '2'],
      ['②有程序', '1.5'],
      ['③有论证（1分）', '1'],
    )
    expect(readIndicatorTable(table).rows[1]).toMatchObject({
      points: '4.5',
      standard: '①有依据（2分）\n②有程序（1.5分）\n③有论证（1分）',
    })
    expect(doubts(table)).toEqual([{ kind: 'points-added', row: 1, text: '2、1.5、1', found: '4.5' }])
  })

  test('indicators of which one counts share one cell of points', () => {
    const table = merged(
      ['一级指标', '二级指标', '三级指标', '分值'],
      [cell('产出', 3), cell('数量', 3), '培训人次', '10'],
      ['印发资料（可选项）', cell('40', 2)],
      ['举办展览（可选项）'],
      [cell('效益', 1), '满意度', '满意率', '50'],
      [cell('合计', 1, 3), '100'],
    )
    const { rows } = readIndicatorTable(table)
    expect(rows.filter(({ shared }) => shared).map(({ name, shared, points }) => [name, shared, points])).toEqual([
      ['印发资料（可选项）', { row: 2, points: '40' }, undefined],
      ['举办展览（可选项）', { row: 2, points: '40' }, undefined],
    ])
    expect(doubts(table)).toEqual([
      { kind: 'points-shared', row: 2, rows: 2, text: '40' },
      { kind: 'row-left-out', row: 5, as: 'total', text: '合计 100' },
    ])
  })

  test('a merged cell of points is the branch’s, also where its name is not merged', () => {
    const table = merged(
      ['一级指标', '二级指标', '分值'],
      ['产出', '数量', cell('60', 2)],
      ['', '质量'],
      ['效益', '满意度', '40'],
    )
    expect(brief(table)).toEqual(['产出 60', '  数量 -', '  质量 -', '效益 -', '  满意度 40'])
  })
})

describe('levels', () => {
  test('by letters and digits before the names', () => {
    expect(brief(lines('指标|分值', 'A决策|20', 'A1立项|20', 'A11立项依据|10', 'A12立项程序|10', 'B过程|80'))).toEqual([
      '决策 20',
      '  立项 20',
      '    立项依据 10',
      '    立项程序 10',
      '过程 80',
    ])
    expect(brief(lines('指标|分值', 'A股上市公司数|60', '合格率|40', '满意度|1', '覆盖率|2'))[0]).toBe(
      'A股上市公司数 60',
    )
  })
})

test('the columns of a full table, each where it belongs', () => {
  const table = lines(
    '序号|一级指标|指标名称|指标性质|计算符号|指标值|计量单位|分值|评价要点|评分标准|计算公式|历史值|完成时限|责任科室|数据来源|佐证材料|自评得分|复核得分|扣分原因',
    '1|产出|合格率|定量|≥|95|%|10|①全检|每低1%扣1分|合格数/总数|93%|12月|业务科|台账|检测报告|10|9|少检一批',
  )
  expect(readIndicatorTable(table).rows.at(-1)).toEqual({
    level: 2,
    name: '合格率',
    code: '1',
    points: '10',
    target: '≥95%',
    kind: '定量',
    aspects: '①全检',
    standard: '每低1%扣1分',
    formula: '合格数/总数',
    history: '93%',
    due: '12月',
    owner: '业务科',
    source: '台账',
    evidence: '检测报告',
    selfScore: '10',
    score: '9',
    reason: '少检一批',
    sourceRow: 1,
  })
  expect(doubts(table)).toEqual([])
})

test('no cell, however long, takes more than a moment', () => {
  const long = ['（', ' ', '1', '一、', '1.', '①', '分', '\n ', '—', '('].map((piece) =>
    piece.repeat(30_000 / piece.length),
  )
  const rows = long.map((text) => [`${text}x`, text, text, text])
  const table = merged(['一级指标及分值', '指标名称', '分值', '评分标准'], ...rows)
  expect(readIndicatorTable(table)).toBeDefined()
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
