import { issue } from '@yardstick/model'
import { expect, it } from 'vitest'
import { inDocumentOrder } from './document-order.ts'

it('puts issues in the order of the document, what is not there after what is', () => {
  const document = { items: [{ id: 'a' }, { id: 'b' }], indicators: [{ name: 'x', scoring: {}, children: [1, 2] }] }
  const sorted = [
    '',
    '/items/0',
    '/items/1/id',
    '/indicators',
    '/indicators/0/name',
    '/indicators/0/scoring',
    '/indicators/0/scoring/start',
    '/indicators/0/children/1',
    '/indicators/0/target',
    '/rules',
  ]
  const mixed = [...sorted].reverse().map((pointer) => issue('SCHEME_UNUSED', { pointer }))
  expect(inDocumentOrder(mixed, document).map((each) => each.pointer)).toEqual(sorted)
})
