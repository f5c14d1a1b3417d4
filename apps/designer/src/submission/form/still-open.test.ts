import type { Item, Submission } from '@yardstick/model'
import { expect, it } from 'vitest'
import type { FormSection } from './form-sections.ts'
import { stillOpen } from './still-open.ts'

const item = (id: string, more: Partial<Item> = {}): Item => ({ id, type: 'count', ...more })
const sections: FormSection[] = [
  {
    id: undefined,
    name: '其他',
    leaves: [],
    items: [
      item('有值'),
      item('没填'),
      item('评价方填', { filledBy: '评价机构' }),
      item('空缺而有原因'),
      item('空缺而无原因'),
      item('不适用', { mayBeNotApplicable: true }),
      item('填错'),
      item('缺材料', { evidence: '决算报表' }),
      item('有材料', { evidence: '决算报表' }),
    ],
  },
]
const layers = (layer: object) => ({ layers: [{ layer: 'reported' as const, ...layer }] })
const document: Submission = {
  yardstick: 'submission/1',
  subject: { department: '教育局' },
  period: '2025',
  items: {
    有值: 3,
    空缺而有原因: layers({ state: 'missing', why: '年中才设立' }),
    空缺而无原因: layers({ state: 'missing' }),
    不适用: layers({ state: 'not-applicable', why: '无此业务' }),
    填错: '三个',
    缺材料: 1,
    有材料: 1,
  },
  evidence: { 有材料: [{ name: '决算.pdf' }] },
}

it('what is wrong, not said, or without its evidence is still open', () => {
  const open = stillOpen(document, sections, true)
  const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id)
  expect(ids(open.wrong)).toEqual(['填错'])
  expect(ids(open.empty)).toEqual(['没填', '空缺而无原因'])
  expect(ids(open.evidence)).toEqual(['缺材料'])
})
