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
    ['每降低1%扣1分', 'none'],
    ['专家论证通过得2分', 'none'],
    ['专家组评分达到90分以上得满分', 'none'],
  ]
  for (const [text, expected] of rows) test(text, () => expect(shown(text)).toBe(expected))
})
