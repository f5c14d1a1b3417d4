import { describe, expect, it } from 'vitest'
import { type Claims, mergeClaims, withClaim } from './claims.ts'

const of = (scores: { [leaf: string]: string }, total?: string): Claims => ({
  ...(total === undefined ? {} : { total }),
  scores,
})

type Row = [
  title: string,
  before: Claims | undefined,
  mine: Claims | null,
  theirs: Claims | undefined,
  claims: Claims | null,
  clashes: unknown[],
]

describe('自评分 of two people', () => {
  it.each<Row>([
    ['in other leaves stand both', of({}), of({ 甲: '5' }), of({ 乙: '4' }), of({ 甲: '5', 乙: '4' }), []],
    ['of one leaf, the same, are no clash', of({}), of({ 甲: '5' }), of({ 甲: '5' }), of({ 甲: '5' }), []],
    [
      'of one leaf, not the same, are told; theirs stands',
      of({ 甲: '3' }),
      of({ 甲: '5', 乙: '4' }),
      of({ 甲: '4' }),
      of({ 甲: '4', 乙: '4' }),
      [{ leaf: '甲', mine: '5', theirs: '4' }],
    ],
    [
      'not touched here are theirs',
      of({ 甲: '3' }),
      of({ 甲: '3', 乙: '4' }),
      of({ 甲: '4' }),
      of({ 甲: '4', 乙: '4' }),
      [],
    ],
    [
      'not touched there are mine',
      of({ 甲: '3' }),
      of({ 甲: '4' }),
      of({ 甲: '3', 乙: '1' }),
      of({ 甲: '4', 乙: '1' }),
      [],
    ],
    ['taken away here, not touched there', of({ 甲: '3' }), null, of({ 甲: '3' }), null, []],
    [
      'taken away here, changed there',
      of({ 甲: '3' }),
      null,
      of({ 甲: '4' }),
      of({ 甲: '4' }),
      [{ leaf: '甲', mine: undefined, theirs: '4' }],
    ],
    [
      'of the total',
      of({}, '90'),
      of({}, '91'),
      of({}, '92'),
      { total: '92' },
      [{ leaf: null, mine: '91', theirs: '92' }],
    ],
  ])('%s', (_, before, mine, theirs, claims, clashes) => {
    expect(mergeClaims({ claims: before }, mine, theirs)).toEqual({ claims, clashes })
  })

  it('where it is not known any more what was there, whatever differs is told', () => {
    expect(mergeClaims(undefined, of({ 甲: '5', 乙: '4' }), of({ 甲: '4', 丙: '1' }))).toEqual({
      claims: of({ 甲: '4', 丙: '1', 乙: '4' }),
      clashes: [{ leaf: '甲', mine: '5', theirs: '4' }],
    })
  })

  it('are settled one by one', () => {
    expect(withClaim(of({ 甲: '4', 乙: '1' }), { leaf: '甲', mine: '5', theirs: '4' })).toEqual(
      of({ 甲: '5', 乙: '1' }),
    )
    expect(withClaim(of({ 甲: '4' }), { leaf: '甲', mine: undefined, theirs: '4' })).toBeNull()
    expect(withClaim(of({ 甲: '4' }, '90'), { leaf: null, mine: '91', theirs: '90' })).toEqual(of({ 甲: '4' }, '91'))
  })
})
