import { type Conflict, type Indicator, mergeSchemes, type Scheme } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { resolve } from './resolve.ts'

const leaf = (id: string, points: string, more = {}): Indicator =>
  ({ id, name: id, points, scoring: { method: 'judgement' }, ...more }) as Indicator
const branch = (id: string, points: string, ...children: Indicator[]): Indicator =>
  ({ id, name: id, points, children }) as Indicator
const scheme = (indicators: Indicator[], more: Partial<Scheme> = {}): Scheme => ({
  yardstick: 'scheme/1',
  id: 'test',
  name: '测试',
  version: '1',
  fullScore: '100',
  items: [],
  indicators,
  ...more,
})
const item = (id: string, unit: string) =>
  ({ id, name: id, type: 'number', unit }) as unknown as Scheme['items'][number]

const base = scheme([branch('甲', '60', leaf('a', '30'), leaf('b', '30')), branch('乙', '40', leaf('c', '40'))], {
  items: [item('数', '个')],
})

/** With mine in every conflict, and with theirs. */
function bothWays(mine: Scheme, theirs: Scheme): { conflicts: readonly Conflict[]; mine: Scheme; theirs: Scheme } {
  const three = { base, mine, theirs }
  const { conflicts } = mergeSchemes(base, mine, theirs)
  return { conflicts, mine: resolve(three, conflicts), theirs: resolve(three, []) }
}

describe('a conflict is resolved as it was chosen:', () => {
  it('a field of an indicator', () => {
    const mine = { ...base, indicators: [branch('甲', '60', leaf('a', '20'), leaf('b', '30')), base.indicators[1]!] }
    const theirs = { ...base, indicators: [branch('甲', '60', leaf('a', '25'), leaf('b', '35')), base.indicators[1]!] }
    const found = bothWays(mine, theirs)
    expect(found.conflicts.map(({ kind }) => kind)).toEqual(['field'])
    expect(found.mine.indicators[0]).toMatchObject({ children: [{ points: '20' }, { points: '35' }] })
    expect(found.theirs.indicators[0]).toMatchObject({ children: [{ points: '25' }, { points: '35' }] })
  })

  it('what I removed and they changed', () => {
    const mine = { ...base, indicators: [base.indicators[0]!] }
    const theirs = { ...base, indicators: [base.indicators[0]!, branch('乙', '40', leaf('c', '39'))] }
    const found = bothWays(mine, theirs)
    expect(found.conflicts.map(({ kind }) => kind)).toEqual(['removed-mine'])
    expect(found.mine.indicators.map(({ id }) => id)).toEqual(['甲'])
    expect(found.theirs.indicators.map(({ id }) => id)).toEqual(['甲', '乙'])
  })

  it('what they removed and I changed', () => {
    const mine = { ...base, indicators: [base.indicators[0]!, branch('乙', '40', leaf('c', '39'))] }
    const theirs = { ...base, indicators: [base.indicators[0]!] }
    const found = bothWays(mine, theirs)
    expect(found.conflicts.map(({ kind }) => kind)).toEqual(['removed-theirs'])
    expect(found.mine.indicators[1]).toMatchObject({ id: '乙', children: [{ id: 'c', points: '39' }] })
    expect(found.theirs.indicators.map(({ id }) => id)).toEqual(['甲'])
  })

  it('what both moved', () => {
    const [a, b, c] = [leaf('a', '30'), leaf('b', '30'), leaf('c', '40')]
    const mine = { ...base, indicators: [branch('甲', '60', b), branch('乙', '40', c, a)] }
    const theirs = { ...base, indicators: [branch('甲', '60', b), branch('乙', '40', c), a] }
    const found = bothWays(mine, theirs)
    expect(found.conflicts.map(({ kind }) => kind)).toContain('moved')
    expect(found.mine.indicators[1]).toMatchObject({ children: [{ id: 'c' }, { id: 'a' }] })
    expect(found.theirs.indicators.map(({ id }) => id)).toEqual(['甲', '乙', 'a'])
  })

  it('what both added under one id', () => {
    const mine = { ...base, indicators: [...base.indicators, leaf('d', '1')] }
    const theirs = { ...base, indicators: [...base.indicators, leaf('d', '2')] }
    const found = bothWays(mine, theirs)
    expect(found.mine.indicators[2]).toMatchObject({ points: '1' })
    expect(found.theirs.indicators[2]).toMatchObject({ points: '2' })
  })

  it('a field of an item, of the scheme, and an item that one removed', () => {
    const found = bothWays(
      { ...base, name: '我的', items: [item('数', '万')] },
      { ...base, name: '他的', items: [item('数', '百')] },
    )
    expect([found.mine.name, found.mine.items]).toMatchObject(['我的', [{ unit: '万' }]])
    expect([found.theirs.name, found.theirs.items]).toMatchObject(['他的', [{ unit: '百' }]])
    const removed = bothWays({ ...base, items: [] }, { ...base, items: [item('数', '百')] })
    expect([removed.mine.items.length, removed.theirs.items.length]).toEqual([0, 1])
  })

  it('the order of both', () => {
    const [one, two] = base.indicators as [Indicator, Indicator]
    const three = { ...base, indicators: [one, two, leaf('d', '1')] }
    const mine = { ...three, indicators: [two, one, leaf('d', '1')] }
    const theirs = { ...three, indicators: [leaf('d', '1'), two, one] }
    const { conflicts } = mergeSchemes(three, mine, theirs)
    if (conflicts.length === 0) return
    const ids = (wants: readonly Conflict[]) =>
      resolve({ base: three, mine, theirs }, wants).indicators.map(({ id }) => id)
    expect(ids([])).toEqual(['d', '乙', '甲'])
    expect(ids(conflicts)).toEqual(['乙', '甲', 'd'])
  })
})
