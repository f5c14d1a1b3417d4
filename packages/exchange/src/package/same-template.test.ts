import { expect, it } from 'vitest'
import { isSameTemplate, type TemplateName } from './same-template.ts'

const name: TemplateName = { id: 'framework', publisher: '县财政局', key: 'a', region: '360121' }

it.each<[string, Partial<TemplateName>, boolean]>([
  ['the same', {}, true],
  ['a new key of the same region', { key: 'b' }, true],
  ['the same region, written longer', { key: 'b', region: '360121000000' }, true],
  ['the same key, after the region was given', { region: '' }, true],
  ['a publisher of that name in another county', { key: 'b', region: '360122' }, false],
  ['another id', { id: 'other' }, false],
  ['another publisher', { publisher: '省财政厅' }, false],
])('%s', (_, other, isSame) => {
  expect(isSameTemplate(name, { ...name, ...other })).toBe(isSame)
})
