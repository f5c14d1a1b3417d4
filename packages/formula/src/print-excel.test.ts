import { describe, expect, test } from 'vitest'
import { formulaOf } from './bureau.testing.ts'
import { printExcel } from './print-excel.ts'
import { measureInfo, scopeOf } from './scope.ts'

const cells: Record<string, string> = {
  实际支出: 'A1',
  预算数: 'B1',
  计划数: 'C1',
  实际数: 'D1',
  人数: 'E1',
  等级: 'F1',
  上年等级: 'G1',
  已公开: 'H1',
  完成日: 'I1',
  期限: 'J1',
  完成率: 'K1',
  满意度: 'L1',
}
const excel = (text: string) => printExcel(formulaOf(text), (name) => cells[name] ?? '#')

describe('printExcel', () => {
  test.each([
    ['实际数 / 计划数 × 100%', 'D1/C1*100%'],
    ['(实际数 - 计划数) / 计划数', '(D1-C1)/C1'],
    ['1 - (2 - 实际数)', '1-(2-D1)'],
    // signs and powers
    ['-(实际数 ^ 2)', '-(D1^2)'],
    ['(-实际数) ^ 2', '(-D1)^2'],
    ['实际数 ^ -2', 'D1^(-2)'],
    ['(实际数 ^ 2) ^ 3', '(D1^2)^3'],
    ['--实际数', '-(-D1)'],
    // conversions are written out
    ['实际支出 + 预算数', 'A1+B1/10000'],
    ['预算数 + 实际支出', 'B1+A1*10000'],
    ['实际支出 / 预算数', 'A1/B1*10000'],
    ['(实际支出 + 1) = 预算数', 'ROUND(A1+1,9)=ROUND(B1/10000,9)'],
    ['满意度 >= 90%', 'ROUND(L1,9)>=ROUND(90%*100,9)'],
    ['MAX(预算数, 实际支出 + 1)', 'MAX(B1,(A1+1)*10000)'],
    // conditions
    ['实际数 >= 1 且 非 已公开', 'AND(D1>=1,NOT(H1))'],
    ['实际数 <> 1 或 已公开 = 是', 'OR(D1<>1,H1=TRUE)'],
    // results of arithmetic are rounded before they are compared, what was typed in is not
    ['完成率 > 10%', 'K1>10%'],
    ['IF(已公开, 实际数, 计划数) < 计划数', 'IF(H1,D1,C1)<C1'],
    ['ABS(实际数 - 1) >= 计划数', 'ROUND(ABS(D1-1),9)>=ROUND(C1,9)'],
    ['等级 = "优"', 'EXACT(F1,"优")'],
    ['等级 <> 上年等级', 'NOT(EXACT(F1,G1))'],
    ['(等级 = "优") = 已公开', 'EXACT(F1,"优")=H1'],
    ['IF(计划数 = 0, 0, 实际数 / 计划数)', 'IF(C1=0,0,D1/C1)'],
    // one operand that can fail is asked last
    ['计划数 > 0 且 实际数 / 计划数 > 1', 'IF(C1>0,ROUND(D1/C1,9)>1,FALSE)'],
    ['实际数 / 计划数 > 1 且 计划数 > 0 且 已公开', 'IF(AND(C1>0,H1),ROUND(D1/C1,9)>1,FALSE)'],
    ['计划数 = 0 或 实际数 / 计划数 > 1', 'IF(C1=0,TRUE,ROUND(D1/C1,9)>1)'],
    // functions
    ['ROUND(实际数, 2) + ROUNDUP(1.21, 1) + 向下取(3, -1)', 'ROUND(D1,2)+ROUNDUP(1.21,1)+ROUNDDOWN(3,-1)'],
    ['SUM(实际数, 1) / AVERAGE(实际数, 2)', 'SUM(D1,1)/AVERAGE(D1,2)'],
    ['COUNT(实际数, 等级)', 'COUNTA(D1,F1)'],
    ['MIN(完成日, "2021-12-31")', 'MIN(I1,DATE(2021,12,31))'],
    ['DAYS(期限, 完成日) * 2', '(J1-I1)*2'],
    ['完成日 <= DATE(2021, 12, 31)', 'I1<=DATE(2021,12,31)'],
    ['IF(已公开, "a ""b""", "c") = "c"', 'EXACT(IF(H1,"a ""b""","c"),"c")'],
  ])('%s', (text, expected) => {
    expect(excel(text)).toBe(expected)
  })

  test('a measure is a result of arithmetic', () => {
    const scope = scopeOf([measureInfo({ id: '执行率', formula: '实际数 / 计划数', type: 'rate' })])
    expect(printExcel(formulaOf('IF(执行率 > 10%, 1, 0)', scope), () => 'K1')).toBe('IF(ROUND(K1,9)>10%,1,0)')
  })

  test.each([
    ['COALESCE(实际数, 0)'],
    ['COUNTIF(项目, 金额 > 1)'],
    ['SUMIF(项目, 金额 > 1, 金额)'],
    ['SUM(项目.金额)'],
    ['COUNT(项目)'],
    ['完成日 < "1899-12-31"'],
    ['完成日 < DATE(实际数, 1, 1)'],
    ['实际数 + 1234567890.1234567'],
    ['1 / 计划数 > 1 且 2 / 计划数 > 1'],
    [`备注 = "${'长'.repeat(256)}"`],
  ])('%s has no equal in Excel', (text) => {
    expect(excel(text)).toBeUndefined()
  })
})
