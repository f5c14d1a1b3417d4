import { expertName, type Layer, type Leaf, type Panel } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { panelScores, panelText, readPanelText } from './panel.ts'

const leaf: Leaf = { id: 'a', name: '甲', points: '10', scoring: { method: 'judgement' } }
const mean: Panel = { rule: 'mean', quorum: 2 }
const trimmed: Panel = { rule: 'trimmed-mean', quorum: 2 }
const judged = (scores: Record<string, string>, why?: string): Layer => ({
  layer: 'judged',
  value: { experts: Object.entries(scores).map(([who, score]) => ({ who, score })) },
  ...(why === undefined ? {} : { why }),
})

describe('the scores of a panel', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['more than a fifth of the points from the median', { 张: '9', 李: '8.5', 王: '6' }, ['王']],
    ['a fifth of them is not far yet', { 张: '9', 李: '8', 王: '6' }, []],
    ['two alone have no middle to be far from', { 张: '10', 李: '0' }, []],
    ['of four the middle lies between two', { 张: '9', 李: '8', 王: '8', 赵: '5.9' }, ['赵']],
  ])('are marked where one is far off: %s', (_, scores, marked) => {
    const { experts } = panelScores(leaf, mean, judged(scores), undefined)
    expect(experts.filter(({ isOutlier }) => isOutlier).map(({ who }) => who)).toEqual(marked)
  })

  it('say which ones the rule leaves out, one highest and one lowest', () => {
    const scores = panelScores(leaf, trimmed, judged({ 张: '9', 李: '10', 王: '10', 赵: '7' }), undefined)
    expect(scores.experts.map(({ isLeftOut }) => isLeftOut)).toEqual([false, false, true, true])
  })

  it('know how many are still wanted', () => {
    expect(panelScores(leaf, mean, undefined, undefined).wanted).toBe(2)
    expect(panelScores(leaf, trimmed, judged({ 张: '9', 李: '8' }), undefined).wanted).toBe(1)
    expect(panelScores(leaf, mean, judged({ 张: '9', 李: '8', 王: '8' }), undefined).wanted).toBe(0)
  })

  it('have a reason each, and know whose is whose', () => {
    const who = expertName({ title: '张专家', id: 'account-00c0ffee' })
    const layer = judged({ [who]: '8', 李: '9' }, `${who}：材料不全\n会议记录附后\n李：进度慢`)
    const { experts, remark } = panelScores(leaf, mean, layer, who)
    expect(experts.map(({ why, isOwn }) => [why, isOwn])).toEqual([
      ['材料不全', true],
      ['进度慢', false],
    ])
    expect(remark).toBe('会议记录附后')
  })
})

describe('a panel typed as a line', () => {
  it.each([
    ['张三 8；李四 9.5', ['张三 8', '李四 9.5']],
    ['张三：８分，李四:9', ['张三 8', '李四 9']],
    ['王 专家 7。5', ['王 专家 7.5']],
  ])('%s', (text, expected) => {
    expect(readPanelText(text)?.map(({ who, score }) => `${who} ${score}`)).toEqual(expected)
  })

  it.each(['8；9', '张三', ''])('%j names nobody, or scores nothing', (text) => {
    expect(readPanelText(text)).toBeUndefined()
  })

  it('finds whoever is there already by the name that is shown, and two of one name by the whole', () => {
    const layer = judged({ 张三·0ffee1: '8', 李四·aaaaaa: '9', 李四·bbbbbb: '7' })
    expect(panelText(layer, '；')).toBe('张三 8；李四·aaaaaa 9；李四·bbbbbb 7')
    const known = ['张三·0ffee1', '李四·aaaaaa', '李四·bbbbbb']
    expect(readPanelText('张三 8.5；李四·bbbbbb 7；王五 6', known)?.map(({ who }) => who)).toEqual([
      '张三·0ffee1',
      '李四·bbbbbb',
      '王五',
    ])
  })

  it('is shown as it is typed', () => {
    expect(panelText(judged({ 张三: '8', 李四: '9.5' }), '；')).toBe('张三 8；李四 9.5')
  })
})
