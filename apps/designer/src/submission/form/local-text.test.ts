import type { Mapping } from '@yardstick/model'
import { expect, test } from 'vitest'
import { localText } from './local-text.ts'
import { formPartWords } from './words.ts'

const money = { id: '年初预算', type: 'money', unit: '万元' } as const
const rate = { id: '执行率', type: 'rate' } as const
type Local = Mapping['items'][string]

test.each<[string, Parameters<typeof localText>[0], Local | undefined, string | undefined]>([
  ['another name', money, { name: '年初安排数' }, '本地：年初安排数'],
  ['another name and unit', money, { name: '年初安排数', unit: '元' }, '本地：年初安排数（元）；此处填万元'],
  ['a name that says its unit', money, { name: '年初安排数(元)', unit: '元' }, '本地：年初安排数(元)；此处填万元'],
  ['a name that says it in wide brackets', money, { name: '预算（元）', unit: '元' }, '本地：预算（元）；此处填万元'],
  ['its own name in another unit', money, { name: '年初预算', unit: '元' }, '本地单位：元；此处填万元'],
  ['its own name for people', { ...money, label: '预算数' }, { name: '预算数' }, undefined],
  ['its own name and unit', money, { name: '年初预算', unit: '万元' }, undefined],
  ['other words for choices only', money, { name: '年初预算', choices: { 是: '有' } }, undefined],
  ['a rate in percent', rate, { name: '执行进度', unit: '%' }, '本地：执行进度'],
  ['an item that is not named', money, undefined, undefined],
])('%s', (_, item, local, expected) => {
  const mapping: Mapping = { yardstick: 'mapping/1', items: local === undefined ? {} : { [item.id]: local } }
  expect(localText(item, mapping, formPartWords.zh)).toBe(expected)
})

test('a scheme without local names says nothing', () => {
  expect(localText(money, null, formPartWords.zh)).toBeUndefined()
  expect(localText({ ...money, id: 'constructor' }, { yardstick: 'mapping/1', items: {} }, formPartWords.zh)).toBe(
    undefined,
  )
})
