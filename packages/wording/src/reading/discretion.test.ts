import { describe, expect, test } from 'vitest'
import { discretionAt } from './discretion.ts'
import { Source } from './source.ts'

function shown(text: string): string {
  const source = new Source(text)
  const [found] = discretionAt(source, 0)
  if (found?.kind !== 'discretion') return 'none'
  const rest = source.folded.slice(found.to).replace(/^[,;。]+/, '')
  const panel = found.panel === undefined ? 'somebody' : `${found.panel.rule} of ${found.panel.quorum}`
  return panel + (rest === '' ? '' : ` | ${rest}`)
}

describe('points that a person gives', () => {
  const rows: readonly [string, string][] = [
    ['酌情计分', 'somebody'],
    ['否则酌情扣分。', 'somebody'],
    ['根据完成情况酌情计分。', 'somebody'],
    ['视情况酌情扣分', 'somebody'],
    ['视情况扣分', 'somebody'],
    ['视情节轻重予以扣分', 'somebody'],
    ['根据实际完成情况酌情给分，扣完为止', 'somebody | 扣完为止'],
    ['酌情扣1-3分', 'somebody'],
    ['酌情扣2分', 'somebody'],
    ['否则，酌情扣分', 'somebody'],
    ['由评价人员根据佐证材料打分', 'somebody'],
    ['采用专家组评分', 'somebody'],
    ['专家打分', 'somebody'],
    ['由专家评分，取各专家平均分', 'mean of 1'],
    ['由5名专家独立打分，取平均分', 'mean of 5'],
    ['由专家组评分，去掉一个最高分和一个最低分后取平均分', 'trimmed-mean of 3'],
    ['由七位专家打分，去掉一个最高分、一个最低分，取平均值', 'trimmed-mean of 7'],
    ['取各位专家评分的中位数', 'none'],
    ['由专家评分，取中位数', 'median of 1'],
    ['能够保障参保市民利益得15分，否则酌情扣分。', 'somebody'],
    ['完成值明显高于年初指标值的，视偏离程度适当调减分值', 'none'],
    ['由专家组集体评议打分', 'somebody'],
    ['由不少于5名专家独立打分，取平均分', 'mean of 5'],
    ['由评审专家根据项目实施效果进行综合打分，取平均分', 'mean of 1'],
    ['作风明显改善得4分，其他情况酌情给分', 'somebody'],
    ['由考核组在分值范围内打分', 'somebody'],
    ['根据工作开展情况，由考核组在分值范围内打分', 'somebody'],
    ['由考核组综合评定', 'somebody'],
    ['由上级主管部门评分', 'somebody'],
    ['按实际情况打分', 'somebody'],
    ['视情扣分', 'somebody'],
    ['视问题严重程度扣1-5分', 'somebody'],
    ['采取专家打分法，取平均值', 'mean of 1'],
    ['主要根据项目可持续性进行综合评价打分', 'somebody'],
    ['效果显著得10分，否则根据实际情况酌情扣减相应分值', 'somebody'],
    ['目标明确得5分，存在一定差距的，酌情扣0.5-1分', 'somebody'],
    ['制度健全得5分，其他酌情扣分', 'somebody'],
    // What is reckoned, or gives other points than the row has.
    ['根据完成率综合打分', 'none'],
    ['酌情给予0-10分', 'none'],
    ['按完成率计分', 'none'],
    ['每降低1%扣1分', 'none'],
    ['专家论证通过得2分', 'none'],
    ['专家组评分达到90分以上得满分', 'none'],
  ]
  test('a range of all points leaves them to somebody', () => {
    const source = new Source('视情况给0-5分')
    expect(discretionAt(source, 0, { points: '5' })).toHaveLength(1)
    expect(discretionAt(source, 0, { points: '10' })).toHaveLength(0)
  })

  for (const [text, expected] of rows) test(text, () => expect(shown(text)).toBe(expected))
})
