import type { Conflict } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { conflict } from './conflict.testing.ts'
import { wordConflict } from './word-conflict.ts'

describe('the words of a conflict', () => {
  it.each<[Partial<Conflict>, string, string]>([
    [
      { field: 'points', base: '10', mine: '8', theirs: '9' },
      '数量：分值您改为 8，他人已改为 9（原为 10），保留他人的',
      '数量: you changed points to 8, somebody else to 9 (was 10); theirs is kept',
    ],
    [
      { field: 'code', mine: '1.1', theirs: null },
      '数量：编号您改为 1.1，他人已改为 空，保留他人的',
      '数量: you changed number to 1.1, somebody else to nothing; theirs is kept',
    ],
    [
      { field: 'scoring', base: {}, mine: { method: 'judgement' }, theirs: { method: 'formula', formula: '甲' } },
      '数量：您和他人都改了评分标准，保留他人的',
      '数量: you and somebody else both changed standard; theirs is kept',
    ],
    [
      { of: 'case', name: '一例', where: ['一例'], field: 'expected/total', base: '90', mine: '91', theirs: '92' },
      '示例“一例”：应得结果 / 总分您改为 91，他人已改为 92（原为 90），保留他人的',
      'Sample "一例": you changed expected result / total to 91, somebody else to 92 (was 90); theirs is kept',
    ],
    [
      { kind: 'added' },
      '数量：您和他人各自新增，内容不同，保留他人的',
      '数量: added by you and by somebody else with different contents; theirs is kept',
    ],
    [
      { kind: 'taken', of: 'item' },
      '数据项“数量”：他人已用此名新增另一类内容，您的没有加入',
      'Data item "数量": somebody else has given this name to something of another kind; yours was not added',
    ],
    [
      { kind: 'removed-mine' },
      '数量：您已删去，他人又有修改或引用，予以保留',
      '数量: you removed it, somebody else has changed or used it; it stays',
    ],
    [
      { kind: 'removed-theirs' },
      '数量：他人已删去，您的修改没有加入，引用它的地方需要改写',
      '数量: somebody else has removed it; your changes of it were not taken over, and what refers to it has to be mended',
    ],
    [
      { kind: 'shape' },
      '数量：一方改了层级（末级与上级互换），另一方改了原来的内容，保留他人的',
      '数量: one of you made a leaf of a branch or a branch of a leaf, the other changed what it was; theirs is kept',
    ],
    [
      { kind: 'moved', theirs: '产出' },
      '数量：您移动的位置与他人的修改不合，留在“产出”之下',
      '数量: where you moved it does not go with somebody else\'s changes; it stays under "产出"',
    ],
    [
      { kind: 'no-place' },
      '数量：您新增在他人已改为末级的指标之下，没有加入',
      '数量: you added it below an indicator that is now a leaf; it was not added',
    ],
    [
      { kind: 'order', of: 'scheme', name: '', field: 'indicators', theirs: ['乙', '甲'] },
      '方案：您和他人都调整了指标的次序，保留他人的：乙、甲',
      'Scheme: you and somebody else both put indicators into another order; theirs is kept: 乙, 甲',
    ],
  ])('%o', (part, zh, en) => {
    expect(wordConflict(conflict(part), 'zh')).toBe(zh)
    expect(wordConflict(conflict(part), 'en')).toBe(en)
  })
})
