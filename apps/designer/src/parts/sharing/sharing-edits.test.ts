import type { Sharing } from '@yardstick/model'
import { expect, it } from 'vitest'
import {
  changedParameter,
  parameterAt,
  sharingEdit,
  withBoundary,
  withoutBoundary,
  withoutParameter,
  withParameter,
} from './sharing-edits.ts'

const place = { of: 'indicator', in: 'a', field: 'points', value: '10', label: '分值' } as const

it('a boundary that says nothing any more is gone, and with the last one the whole', () => {
  const locked = withBoundary(undefined, 'a', { mayChange: false })
  expect(sharingEdit(locked)).toEqual({
    type: 'set-scheme',
    fields: { sharing: { boundaries: [{ indicator: 'a', mayChange: false }] } },
  })
  const free = withBoundary(locked, 'a', { mayChange: undefined })
  expect(sharingEdit(free)).toEqual({ type: 'set-scheme', fields: { sharing: null } })
  expect(withoutBoundary(locked, 'a').boundaries).toEqual([])
})

it('that of the whole tree comes first, and other fields of one stay', () => {
  const one = withBoundary(withBoundary(undefined, 'a', { mayAdd: true }), undefined, { points: { plusMinus: '5' } })
  expect(withBoundary(one, 'a', { note: '财预〔2020〕10号' }).boundaries).toEqual([
    { points: { plusMinus: '5' } },
    { indicator: 'a', mayAdd: true, note: '财预〔2020〕10号' },
  ])
})

it('a number is a parameter once, with an id of its own, until it is taken away', () => {
  const before: Sharing = withParameter(undefined, place, '达标线')
  const after = withParameter(before, { ...place, field: 'target/value' }, '达标线')
  expect(after.parameters!.map(({ id }) => id)).toEqual(['达标线', '达标线-2'])
  expect(parameterAt(after, place)?.id).toBe('达标线')
  const limited = changedParameter(after, '达标线', { least: '8', most: undefined })
  expect(limited.parameters![0]).toEqual({
    id: '达标线',
    name: '达标线',
    of: 'indicator',
    in: 'a',
    field: 'points',
    least: '8',
  })
  expect(withoutParameter(limited, '达标线').parameters!.map(({ id }) => id)).toEqual(['达标线-2'])
})
