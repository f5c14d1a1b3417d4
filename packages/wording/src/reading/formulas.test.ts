import { describe, expect, test } from 'vitest'
import { explanationsAt, findFormulas } from './formulas.ts'
import { Source } from './source.ts'

describe('formulas in a longer text', () => {
  test('behind a rule, with the words they are made of', () => {
    const text = '资金到位率=（实际到位资金/预算资金）*100%，未达到 100%按资金实际到位率*指标权重得分。'
    const { formulas } = findFormulas(text)
    expect(formulas.map(({ name, formula }) => [name, formula])).toEqual([
      ['资金到位率', '（实际到位资金 ÷ 预算资金）× 100%'],
    ])
    const [first] = formulas
    expect(text.slice(first!.from, first!.to)).toBe('资金到位率=（实际到位资金/预算资金）*100%')
    expect(first!.operands.map(({ span }) => text.slice(span.from, span.to))).toEqual(['实际到位资金', '预算资金'])
  })

  test('explanations of figures become their notes', () => {
    const text =
      '资金到位率=（实际到位资金/计划投入资金）×100%。实际到位资金：一定时期（本年度或项目期）内实际落实到具体项目的资金。计划投入资金：一定时期（本年度或项目期）内计划投入到具体项目的资金。'
    const { formulas, notes } = findFormulas(text)
    expect(formulas[0]?.operands.map(({ name, note }) => [name, note])).toEqual([
      ['实际到位资金', '一定时期（本年度或项目期）内实际落实到具体项目的资金'],
      ['计划投入资金', '一定时期（本年度或项目期）内计划投入到具体项目的资金'],
    ])
    expect(notes.map(({ from, to }) => text.slice(from, to).slice(0, 7))).toEqual(['实际到位资金：', '计划投入资金：'])
  })

  test('其中： and 是指 explain as well', () => {
    const text = '计算公式：执行率＝执行数÷预算数×100%\n其中：执行数是指当年实际支付的资金；预算数为年初批复数。'
    expect(findFormulas(text).formulas[0]?.operands.map(({ note }) => note)).toEqual([
      '当年实际支付的资金',
      '年初批复数',
    ])
  })

  test('letters are explained', () => {
    const text = '得分=分值×C÷D，其中：C为按时办结件数，D为受理件数。'
    const [found] = findFormulas(text).formulas
    expect(found?.formula).toBe('分值 × 按时办结件数 ÷ 受理件数')
    const source = new Source(text)
    const [note] = explanationsAt(source, source.folded.indexOf('其中'))
    expect(note && text.slice(note.from, note.to)).toBe('其中：C为按时办结件数')
  })

  test('a part of a name may be explained', () => {
    const text =
      '“三公经费”控制率=“三公经费”支出数/“三公经费”预算数×100%。“三公经费”包括公务接待费（含外宾）；超出不得分'
    const source = new Source(text)
    const [note] = explanationsAt(source, source.folded.indexOf('“三公经费”包括'))
    expect(note && source.folded.slice(note.from, note.to)).toBe('“三公经费”包括公务接待费(含外宾)')
  })

  test('several formulas in one text', () => {
    const text = '签订率=实际签订数/应签订数×100%；结案率=审结案件数/受理案件数×100%、调解率=调解案件数/受理案件数×100%'
    expect(findFormulas(text).formulas.map(({ name }) => name)).toEqual(['签订率', '结案率', '调解率'])
  })

  test('what cannot be read is told with its place', () => {
    const text = '评分标准：变动率=（本年数-上年数/上年数×100%，小于0得满分'
    const { formulas, broken } = findFormulas(text)
    expect(formulas).toEqual([])
    expect(broken.map(({ reason, from, to }) => [reason, text.slice(from, to)])).toEqual([
      ['brackets', '变动率=（本年数-上年数/上年数×100%'],
    ])
  })

  describe('in words', () => {
    const rows: readonly [string, string | undefined, string | undefined][] = [
      [
        '部门（单位）本年度实际在职人员数与编制数的比率，用以反映和考核部门（单位）对人员成本的控制程度。',
        '在职人员控制率',
        '在职人员控制率 = [部门（单位）本年度实际在职人员数] ÷ 编制数 × 100%',
      ],
      ['实际到位资金与计划投入资金的比率，用以反映资金落实情况。', undefined, ' = 实际到位资金 ÷ 计划投入资金 × 100%'],
      [
        '重点支出安排率是指重点项目支出占项目总支出的比重',
        undefined,
        '重点支出安排率 = 重点项目支出 ÷ 项目总支出 × 100%',
      ],
      [
        '本年度“三公经费”预算数与上年度“三公经费”预算数的变动比率',
        undefined,
        ' = （本年度“三公经费”预算数 − 上年度“三公经费”预算数）÷ 上年度“三公经费”预算数 × 100%',
      ],
      ['项目绩效目标与实际工作内容具有相关性', undefined, undefined],
      ['城市与农村的比例适当', undefined, undefined],
    ]
    for (const [text, name, expected] of rows) {
      test(text, () => {
        const [found] = findFormulas(text, { name }).formulas
        expect(found && `${found.name ?? ''} = ${found.formula}`).toBe(expected)
      })
    }
  })
})
