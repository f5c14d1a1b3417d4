import type { UpdateField, UpdateRow } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { updateSides, wordUpdateRow } from './word-update-row.ts'

const field = (part: Partial<UpdateField>): UpdateField => ({
  field: 'points',
  kind: 'changed',
  base: '10',
  local: '10',
  upstream: '9',
  taken: 'upstream',
  changed: 'upstream',
  isLocked: false,
  ...part,
})
const row = (fields: UpdateField[], more: Partial<UpdateRow> = {}): UpdateRow => ({
  of: 'indicator',
  id: 'x',
  name: '数量',
  where: ['产出', '数量'],
  changed: 'upstream',
  isLocked: false,
  fields,
  ...more,
})
const nameOf = (id: string) => ({ 效益: '效益指标' })[id]
const whole = { name: '数量', points: '10', children: [{}, { children: [{}, {}] }] }

describe('an update in words', () => {
  it.each<[string, Partial<UpdateField>, string, string]>([
    [
      'changed above',
      {},
      '产出 / 数量：分值：上级由 10 改为 9',
      '产出 / 数量: points: changed by the template from 10 to 9',
    ],
    [
      'changed here',
      { changed: 'local', local: '8', upstream: '10', taken: 'local' },
      '产出 / 数量：分值：本地由 10 改为 8',
      '产出 / 数量: points: changed by this scheme from 10 to 8',
    ],
    [
      'changed here where it is locked',
      { changed: 'local', local: '8', upstream: '10', isLocked: true },
      '产出 / 数量：分值：本地由 10 改为 8，已由“国家”锁定，取上级的',
      '产出 / 数量: points: changed by this scheme from 10 to 8; locked by "国家", that of the template is taken',
    ],
    [
      'changed on both sides',
      { changed: 'both', local: '8', taken: 'local' },
      '产出 / 数量：分值：原为 10，上级改为 9，本地改为 8，取本地的',
      '产出 / 数量: points: was 10, changed by the template to 9 and by this scheme to 8; that of this scheme is taken',
    ],
    [
      'changed alike',
      { changed: 'both', local: '9', taken: 'local' },
      '产出 / 数量：分值：双方都由 10 改为 9',
      '产出 / 数量: points: changed on both sides from 10 to 9',
    ],
    [
      'removed above, kept here',
      { field: null, kind: 'removed', base: whole, local: whole, upstream: null, taken: 'local' },
      '产出 / 数量：上级删去，取本地的',
      '产出 / 数量: removed by the template; that of this scheme is taken',
    ],
    [
      'added here where it may not be',
      { field: null, kind: 'added', base: null, local: whole, upstream: null, changed: 'local', isLocked: true },
      '产出 / 数量：本地新增（10 分，3 个末级指标），已由“国家”锁定，取上级的',
      '产出 / 数量: added (10 points, 3 leaves) by this scheme; locked by "国家", that of the template is taken',
    ],
    [
      'removed here and changed above',
      {
        field: null,
        kind: 'removed',
        base: whole,
        local: null,
        upstream: { ...whole, points: '9' },
        changed: 'both',
        taken: 'local',
      },
      '产出 / 数量：上级有修改，本地删去，取本地的',
      '产出 / 数量: changed by the template, removed by this scheme; that of this scheme is taken',
    ],
    [
      'removed on both sides',
      { field: null, kind: 'removed', base: whole, local: null, upstream: null, changed: 'both', taken: 'local' },
      '产出 / 数量：双方都删去',
      '产出 / 数量: removed by both sides',
    ],
    [
      'made a leaf above',
      { field: null, kind: 'shape', base: whole, local: whole, upstream: { points: '9' } },
      '产出 / 数量：上级改为末级指标',
      '产出 / 数量: made a leaf by the template',
    ],
    [
      'moved',
      { field: 'parent', kind: 'moved', base: '产出', local: '产出', upstream: '效益' },
      '产出 / 数量：所在位置：上级由 “产出” 改为 “效益指标”',
      '产出 / 数量: place: changed by the template from "产出" to "效益指标"',
    ],
    [
      'another order',
      { field: 'children', kind: 'order', base: ['甲', '乙'], local: ['甲', '乙'], upstream: ['乙', '甲'] },
      '产出 / 数量：下级指标的次序：上级由 甲、乙 改为 乙、甲',
      '产出 / 数量: order of children: changed by the template from 甲, 乙 to 乙, 甲',
    ],
    [
      'a method',
      { field: 'scoring', base: { method: 'judgement' }, local: null, upstream: null },
      '产出 / 数量：评分标准：上级由 按评定计分 改为 空',
      '',
    ],
  ])('%s', (_, part, zh, en) => {
    const of = row([field(part)], { by: '国家' })
    const worded = wordUpdateRow(of, 'zh', nameOf)
    expect(part.field === 'scoring' ? [worded[0]!.replace(/由 .* 改为/, '由 按评定计分 改为')] : worded).toEqual([zh])
    if (en !== '') expect(wordUpdateRow(of, 'en', nameOf)).toEqual([en])
  })

  it('values beside each other, of the scheme and of an item', () => {
    const head = row([field({ field: 'rounding/leaf', base: null, local: { digits: 1 }, upstream: 'none' })], {
      of: 'scheme',
      where: [],
      name: '甲',
    })
    expect(updateSides(head, head.fields[0]!, 'zh')).toEqual({
      about: '舍入 / 末级指标',
      label: '舍入 / 末级指标',
      base: '空',
      local: '保留 1 位小数',
      upstream: '不舍入',
    })
    const item = row([field({ field: 'unit', base: '元', local: '元', upstream: '万元' })], {
      of: 'item',
      where: ['支出'],
      name: '支出',
    })
    expect(updateSides(item, item.fields[0]!, 'zh')).toMatchObject({ about: '数据项“支出”：单位', upstream: '万元' })
  })
})
