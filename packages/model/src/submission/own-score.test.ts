import { describe, expect, it } from 'vitest'
import type { Layer } from '../schema/submission.ts'
import { expertName, expertReason, remarkOf, withOwnScore, withRemark } from './own-score.ts'

const judged = (scores: Record<string, string>, why?: string): Layer => ({
  layer: 'judged',
  value: { experts: Object.entries(scores).map(([who, score]) => ({ who, score })) },
  ...(why === undefined ? {} : { why }),
})

it('two experts of one name are two', () => {
  expect(expertName({ title: '张三', id: 'account-00c0ffee' })).toBe('张三·c0ffee')
})

describe("an expert's own score", () => {
  const before = judged({ 李: '9', 张: '5' }, '李：进度慢\n张：旧理由')

  it('stands beside those of the others, with its reason', () => {
    expect(withOwnScore(before, '张', '8', '材料\n不全')).toEqual({
      value: {
        experts: [
          { who: '李', score: '9' },
          { who: '张', score: '8' },
        ],
      },
      why: '李：进度慢\n张：材料 不全',
    })
  })

  it('has a reason of one line however long it is, at once', () => {
    const { why } = withOwnScore(undefined, '张', '8', `${' '.repeat(80_000)}材料 \n\n 不全\n`)
    expect(why).toBe('张：材料 不全')
  })

  it('is the same one where the expert has another title by now', () => {
    const earlier = judged({ 张三·c0ffee: '5', 张三·c0ffe0: '9', 李四: '7' }, '张三·c0ffee：旧理由\n李四：进度慢')
    expect(withOwnScore(earlier, '张教授·c0ffee', '8', '材料不全')).toEqual({
      value: {
        experts: [
          { who: '张三·c0ffe0', score: '9' },
          { who: '李四', score: '7' },
          { who: '张教授·c0ffee', score: '8' },
        ],
      },
      why: '李四：进度慢\n张教授·c0ffee：材料不全',
    })
  })

  it('is taken away alone', () => {
    expect(withOwnScore(before, '张', undefined, undefined)).toEqual({
      value: { experts: [{ who: '李', score: '9' }] },
      why: '李：进度慢',
    })
    expect(withOwnScore(judged({ 张: '5' }), '张', undefined, undefined)).toEqual({})
  })
})

describe('the reasons of a panel', () => {
  const layer = judged({ 李: '9', 张: '8' }, '李：进度慢\n会议记录附后')

  it("are an expert's own, or of the whole", () => {
    expect(expertReason(layer, '李')).toBe('进度慢')
    expect(expertReason(layer, '张')).toBeUndefined()
    expect(remarkOf(layer)).toBe('会议记录附后')
  })

  it('keep those of the experts where the remark is another', () => {
    expect(withRemark(layer, '见附件')).toBe('李：进度慢\n见附件')
    expect(withRemark(layer, '')).toBe('李：进度慢')
    expect(withRemark(judged({ 李: '9' }, '旧说明'), '')).toBeUndefined()
  })
})
