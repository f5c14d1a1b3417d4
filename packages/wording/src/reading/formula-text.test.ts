import { parseFormula, printFormula } from '@yardstick/formula'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFormulaText } from './formula-text.ts'

/** What is given, in one line: 名称 = formula [type]; roles of what is no item in brackets. */
function shown(text: string, name?: string, points?: string, hasTarget = false): string {
  const read = readFormulaText(text, { name, points, hasTarget })
  if (!read.ok) return `${read.reason} ${read.at}`
  const { formula, operands, type, isMended, isScore } = read.formula
  const roles = operands.flatMap(({ name: each, role, type: of, unit }) =>
    role === 'item' ? `${each}:${of}${unit === undefined ? '' : `(${unit})`}` : `${each}=${role}`,
  )
  return `${isScore ? '得分' : (read.formula.name ?? '')} = ${formula} | ${type} | ${roles.join(' ')}${isMended ? ' | mended' : ''}`
}

describe('a written formula is read into the language of formulas', () => {
  const rows: readonly (readonly [text: string, expected: string, name?: string | undefined, points?: string])[] = [
    // Rates of figures.
    [
      '预算执行率＝（实际支出资金/实际到位资金）*100%',
      '预算执行率 = （实际支出资金 ÷ 实际到位资金）× 100% | rate | 实际支出资金:money 实际到位资金:money',
    ],
    [
      '资金到位率=（实际到位资金/预算资金）*100%，',
      '资金到位率 = （实际到位资金 ÷ 预算资金）× 100% | rate | 实际到位资金:money 预算资金:money',
    ],
    [
      '在职人员控制率=(在职人员数／编制数)×100％',
      '在职人员控制率 = （在职人员数 ÷ 编制数）× 100% | rate | 在职人员数:count 编制数:count',
    ],
    [
      '预算执行率（%）=支出数(万元)÷预算数（单位：万元）×100%',
      '预算执行率 = 支出数 ÷ 预算数 × 100% | rate | 支出数:money(万元) 预算数:money(万元)',
    ],
    [
      '计算公式：签订率=实际签订的/应该签订的×100%',
      '签订率 = 实际签订的 ÷ 应该签订的 × 100% | rate | 实际签订的:number 应该签订的:number',
    ],
    [
      '满意度=满意人数∕调查总人数·100%',
      '满意度 = 满意人数 ÷ 调查总人数 × 100% | rate | 满意人数:count 调查总人数:count',
    ],
    ['完成率=完成数 X 100% / 计划数', '完成率 = 完成数 × 100% ÷ 计划数 | rate | 完成数:count 计划数:count'],
    [
      '及时率=及时办结件数/受理件数×100',
      '及时率 = 及时办结件数 ÷ 受理件数 × 100% | rate | 及时办结件数:count 受理件数:count',
    ],
    [
      '孕产妇死亡率=孕产妇死亡人数/活产数×100000',
      '孕产妇死亡率 = 孕产妇死亡人数 ÷ 活产数 × 100000 | number | 孕产妇死亡人数:count 活产数:count',
    ],
    ['发生率=事故起数/车辆数×1000‰', '发生率 = 事故起数 ÷ 车辆数 × 100% | rate | 事故起数:count 车辆数:count'],
    // Differences and sums.
    [
      '“三公经费”变动率=[(本年度三公经费预算数-上年度三公经费预算数)/上年度三公经费预算数]×100%',
      '“三公经费”变动率 = （（本年度三公经费预算数 − 上年度三公经费预算数）÷ 上年度三公经费预算数）× 100% | rate | 本年度三公经费预算数:money 上年度三公经费预算数:money',
    ],
    [
      '"三公经费"变动率=（本年度“三公经费”总额－上年度“三公经费”总额）/上年度“三公经费”总额×100％',
      '“三公经费”变动率 = （本年度“三公经费”总额 − 上年度“三公经费”总额）÷ 上年度“三公经费”总额 × 100% | rate | 本年度“三公经费”总额:money 上年度“三公经费”总额:money',
    ],
    [
      '结案率=当期审结案件数/（上期未累计未结争议案件数+当期立案受理案件数）×100%',
      '结案率 = 当期审结案件数 ÷（上期未累计未结争议案件数 + 当期立案受理案件数）× 100% | rate | 当期审结案件数:count 上期未累计未结争议案件数:count 当期立案受理案件数:count',
    ],
    [
      '降幅=（2019年查处工资类违法案件数量/2018年查处工资类违法案件-1）×100%',
      '降幅 = （[2019年查处工资类违法案件数量] ÷ [2018年查处工资类违法案件] − 1）× 100% | rate | 2019年查处工资类违法案件数量:count 2018年查处工资类违法案件:number',
    ],
    [
      '预算调整率=|预算调整数|/预算数×100%',
      '预算调整率 = 绝对值（预算调整数）÷ 预算数 × 100% | rate | 预算调整数:money 预算数:money',
    ],
    [
      '偏差率=（决算数-预算数）的绝对值/预算数×100%',
      '偏差率 = 绝对值（决算数 − 预算数）÷ 预算数 × 100% | rate | 决算数:money 预算数:money',
    ],
    ['支出合计=基本支出+项目支出', '支出合计 = 基本支出 + 项目支出 | money | 基本支出:money 项目支出:money'],
    [
      '可用资金=上年结转资金与本年收入之和-本年支出',
      '可用资金 = （上年结转资金 + 本年收入）− 本年支出 | money | 上年结转资金:money 本年收入:money 本年支出:money',
    ],
    [
      '到位率=到位资金/养老和医疗之和×100%',
      '到位率 = 到位资金 ÷ 养老和医疗之和 × 100% | rate | 到位资金:money 养老和医疗之和:number',
    ],
    // Names with brackets of their own, in words, broken over lines.
    [
      '执行率=执行数（全年）/预算数（全年）×100%',
      '执行率 = [执行数（全年）] ÷ [预算数（全年）] × 100% | rate | 执行数（全年）:money 预算数（全年）:money',
    ],
    [
      '占比=因公出国（境）费/“三公”经费总额×100%',
      '占比 = [因公出国（境）费] ÷ “三公”经费总额 × 100% | rate | 因公出国（境）费:money “三公”经费总额:money',
    ],
    [
      '预算执行率＝（实际支出资金/实\n际到位资金）*100%',
      '预算执行率 = （实际支出资金 ÷ 实际到位资金）× 100% | rate | 实际支出资金:money 实际到位资金:money',
    ],
    [
      '完成率=实际完成数除以计划完成数再乘以100%',
      '完成率 = 实际完成数 ÷ 计划完成数 × 100% | rate | 实际完成数:count 计划完成数:count',
    ],
    [
      '完成率=实际完成数除以计划完成数乘以100%',
      '完成率 = 实际完成数 ÷ 计划完成数 × 100% | rate | 实际完成数:count 计划完成数:count',
    ],
    // The row's own figures.
    ['得分=实际值÷目标值×分值', '得分 = 实际值 ÷ 目标值 × 分值 | number | 实际值=actual 目标值=target 分值=points'],
    [
      '得分=实际完成数/计划完成数×指标权重',
      '得分 = 实际值 ÷ 目标值 × 分值 | number | 实际值=actual 目标值=target 分值=points',
    ],
    ['完成率=实际完成值/年度指标值×100%', '完成率 = 实际值 ÷ 目标值 × 100% | rate | 实际值=actual 目标值=target'],
    [
      '指标得分＝全年实际值（B）/年度指标值（A）*该指标分值',
      '得分 = 实际值 ÷ 目标值 × 分值 | number | 实际值=actual 目标值=target 分值=points',
    ],
    ['按资金实际到位率*指标权重得分', '得分 = 资金到位率 × 分值 | number | 资金到位率=self 分值=points', '资金到位率'],
    ['得分=70×实际达标率-63', '得分 = 70 × 空气质量达标率 − 63 | number | 空气质量达标率=self', '空气质量达标率'],
    [
      '得分=（1-10×部门全年预算调剂金额/年初部门预算数）*指标分值',
      '得分 = （1 − 10 × 部门全年预算调剂金额 ÷ 年初部门预算数）× 分值 | number | 部门全年预算调剂金额:money 年初部门预算数:money 分值=points',
    ],
    [
      '分值×(1-10×部门全年预算调剂金额/年初部门预算数)',
      '得分 = 分值 ×（1 − 10 × 部门全年预算调剂金额 ÷ 年初部门预算数） | number | 分值=points 部门全年预算调剂金额:money 年初部门预算数:money',
    ],
    [
      'I=10-(实际排放量-年度控制目标排放量)×100/年度控制目标排放量',
      '得分 = 10 −（实际排放量 − 年度控制目标排放量）× 100 ÷ 年度控制目标排放量 | number | 实际排放量:number 年度控制目标排放量:number',
      undefined,
      '10',
    ],
    [
      '扣分=（1-资金到位率）×分值',
      '得分 = 分值 −（1 − 资金到位率）× 分值 | number | 资金到位率=self 分值=points',
      '资金到位率',
    ],
    ['得分=完成率×10分', '得分 = 完成率 × 10 | number | 完成率=self', '完成率'],
    ['按合格率乘以分值计算得分', '得分 = 合格率 × 分值 | number | 合格率=self 分值=points', '合格率'],
    ['得分=实际支出率*权重分值', '得分 = 预算执行率 × 分值 | number | 预算执行率=self 分值=points', '预算执行率'],
    ['执行率×10分', '得分 = 执行率 × 10 | number | 执行率=self', '执行率', '10'],
    ['得分=80×余额增速', '得分 = 80 × 贷款余额增速 | number | 贷款余额增速=self', '贷款余额增速', '10'],
    ['得分=完成率×100', 'operand 0', '完成率', '5'],
    // Letters.
    ['得分=B/A×分值', '得分 = 实际值 ÷ 目标值 × 分值 | number | 实际值=actual 目标值=target 分值=points | mended'],
    ['比例=C/D×100%', 'letter 3'],
    // Brackets that are missing.
    ['预算执行率=（实际支出/预算数×100%', '预算执行率 = 实际支出 ÷ 预算数 × 100% | rate | 实际支出:money 预算数:money'],
    ['执行率=实际支出/预算数）×100%', '执行率 = （实际支出 ÷ 预算数）× 100% | rate | 实际支出:money 预算数:money'],
    ['变动率=（本年数-上年数/上年数×100%', 'brackets 4'],
    [
      '得分=1-10×部门全年预算调剂金额/年初部门预算数))*指标分值',
      '得分 = （1 − 10 × 部门全年预算调剂金额 ÷ 年初部门预算数）× 分值 | number | 部门全年预算调剂金额:money 年初部门预算数:money 分值=points | mended',
    ],
    // What is none.
    ['预算控制率=0', 'operand 0'],
    ['得分=', 'operand 0'],
    ['得分=分值×', 'operand 6'],
    ['密度=人数/1000平方米', 'unit 6'],
    ['当完成率=100%', 'operand 0'],
  ]
  for (const [text, expected, name, points] of rows) {
    test(text, () => expect(shown(text, name, points)).toBe(expected))
  }
  test('a pair of 目标… and 实际… is the row’s own where the row has a target', () => {
    const text = '得分=10-（目标天数-实际天数）×0.5'
    expect(shown(text)).toBe('得分 = 10 −（目标天数 − 实际天数）× 0.5 | number | 目标天数:count 实际天数:count')
    expect(shown(text, undefined, '10', true)).toBe(
      '得分 = 10 −（目标值 − 实际值）× 0.5 | number | 目标值=target 实际值=actual',
    )
  })
  test('every formula that is given parses', () => {
    for (const [text, , name, points] of rows) {
      const read = readFormulaText(text, { name, points })
      if (read.ok) expect(parseFormula(read.formula.formula).ok).toBe(true)
    }
  })
})

describe('[W12] a formula in signs of any width and brackets of any kind is the formula in ours', () => {
  const name = fc.constantFrom('实际支出资金', '年初预算数', '在职人员数', '“三公经费”总额', '上年度结余')
  const number = fc.constantFrom('2', '0.5', '100%')
  const bracket = fc.constantFrom(['(', ')'], ['（', '）'], ['[', ']'], ['［', '］'], ['{', '}'])
  const sign = fc.constantFrom(['+', '＋'], ['-', '－', '−'], ['×', '*', '＊', '·'], ['÷', '/', '／', '∕'])
  /** The text as somebody writes it beside the text as we do. */
  type Both = { readonly theirs: string; readonly ours: string }
  const { formula } = fc.letrec<{ formula: Both; value: Both }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.oneof(name, number).map((text) => ({ theirs: text, ours: text })),
      fc.tuple(bracket, tie('formula')).map(([[open, close], { theirs, ours }]) => ({
        theirs: open + theirs + close,
        ours: `(${ours})`,
      })),
    ),
    formula: fc
      .tuple(
        tie('value'),
        fc.array(fc.tuple(sign, fc.nat(), fc.constantFrom('', ' ', '\n'), tie('value')), {
          minLength: 1,
          maxLength: 3,
        }),
      )
      .map(([first, rest]) =>
        rest.reduce(
          (text, [signs, which, blank, value]) => ({
            theirs: text.theirs + blank + signs[which % signs.length] + value.theirs,
            ours: `${text.ours} ${signs[0]} ${value.ours}`,
          }),
          first,
        ),
      ),
  }))
  test('read is what is printed of it', () => {
    fc.assert(
      fc.property(formula, ({ theirs, ours }) => {
        const parsed = parseFormula(ours)
        const read = readFormulaText(`某指标=${theirs}。`)
        // Without a name in it nothing is reckoned from figures, and nothing is read.
        if (!parsed.ok || !/\p{Script=Han}/u.test(ours)) return
        expect(read.ok && read.formula.formula).toBe(printFormula(parsed.value, 'zh'))
      }),
      { numRuns: 300, seed: 7 },
    )
  })
  test('what is cut anywhere throws nothing, and what is given parses', () => {
    const text =
      '得分=[1－（决算数－预算数）/预算数]×分值，其中：决算数：指全年支出（含结转）；X率=A/B*100%、|差额|÷（总额'
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (from, to) => {
        const read = readFormulaText(text.slice(Math.min(from, to), Math.max(from, to)))
        if (read.ok) expect(parseFormula(read.formula.formula).ok).toBe(true)
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})
