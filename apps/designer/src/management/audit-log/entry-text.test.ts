import { describe, expect, it } from 'vitest'
import { detailText, type Entry, targetText } from './entry-text.ts'

const id = '01a1ffe3-a760-7450-97c2-118f53d24f1d'
const entry = (target: string, detail: unknown, who = 'x', action = ''): Entry => {
  return { number: 1, at: '', who, title: '王设计', action, target, detail, hash: '' }
}

describe('what was done', () => {
  it.each([
    ['by the name it says', entry(`department ${id}`, { name: '教育局', region: '360100' }), '单位 教育局'],
    [
      'by the name it has since',
      entry(`campaign ${id}`, { before: { name: '甲' }, after: { name: '乙' } }),
      '评价项目 乙',
    ],
    ['by the person it is', entry(`account ${id}`, {}, id), '账户 王设计'],
    ['by the end of its id', entry(`scheme ${id}`, { revision: 2 }), '方案 …53d24f1d'],
    ['not by its save point', entry(`scheme ${id}`, { name: '送审稿' }, 'x', 'scheme.save-point'), '方案 …53d24f1d'],
    ['without an id', entry('region', { count: 3 }), '地区名称'],
  ])('was done to something, told %s', (_, line, expected) => {
    expect(targetText(line, 'zh')).toBe(expected)
  })

  it.each([
    [{ from: 'report', to: 'self', why: '' }, '从 填报；到 自评', 'from Reporting; to Self-rating'],
    [{ review: id, revision: 3, decision: 'approved' }, '稿次 3；结论 通过', 'revision 3; decision approved'],
    [
      { before: { name: '甲', region: '1' }, after: { name: '乙', region: '1', unknown: 2 } },
      '修改了名称',
      'changed name',
    ],
    [{ hash: 'abc' }, '', ''],
    [null, '', ''],
  ])('%j is said in words', (detail, zh, en) => {
    expect([detailText(detail, 'zh'), detailText(detail, 'en')]).toEqual([zh, en])
  })
})
