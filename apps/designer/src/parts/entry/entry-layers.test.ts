import { describe, expect, it } from 'vitest'
import { withState, withValue } from './entry-layers.ts'

describe('another value for an entry', () => {
  it.each([
    ['a bare value', 145, '150', '150'],
    ['nothing', undefined, '150', '150'],
    [
      'the layer that is read, without who gave the old one',
      { layers: [{ layer: 'verified' as const, value: '91%', who: '某机构', why: '问卷' }] },
      '95%',
      { layers: [{ layer: 'verified', value: '95%' }] },
    ],
    [
      'the layer that is read, those below staying',
      {
        layers: [
          { layer: 'reported' as const, value: '97%' },
          { layer: 'verified' as const, value: '91%' },
        ],
      },
      '95%',
      {
        layers: [
          { layer: 'reported', value: '97%' },
          { layer: 'verified', value: '95%' },
        ],
      },
    ],
    [
      'a judged score, with its reason',
      { layers: [{ layer: 'judged' as const, value: 8, who: '专家', why: '材料不全' }] },
      '9',
      { layers: [{ layer: 'judged', value: '9', who: '专家', why: '材料不全' }] },
    ],
  ])('replaces %s', (_, entry, value, expected) => {
    expect(withValue(entry, value)).toEqual(expected)
  })
})

describe('another state for an entry', () => {
  it('keeps the value that is to be verified', () => {
    expect(withState(5, 'to-be-verified')).toEqual({
      layers: [{ layer: 'reported', value: 5, state: 'to-be-verified' }],
    })
  })

  it('gives the reason for what does not apply, and no value', () => {
    expect(withState(5, 'not-applicable', '无此业务')).toEqual({
      layers: [{ layer: 'reported', state: 'not-applicable', why: '无此业务' }],
    })
  })
})
