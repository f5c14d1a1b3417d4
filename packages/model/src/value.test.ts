import { describe, expect, it } from 'vitest'
import { Exact } from './exact.ts'
import { issue } from './issue.ts'
import { CivilDate, missing, present, type Reading, worstState } from './value.ts'

describe('civil dates', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2024-12-31', true],
    ['2024-13-01', false],
    ['2024-00-10', false],
    ['2024-04-31', false],
    ['2024-01-00', false],
    ['0001-01-01', true],
    ['0000-01-01', false],
    ['9999-12-31', true],
    ['2024-1-1', false],
    ['2024-01-01T00:00:00Z', false],
    ['', false],
  ])('%s exists: %s', (text, exists) => {
    expect(CivilDate.parse(text)?.text).toBe(exists ? text : undefined)
  })

  it.each([
    ['2024-03-01', '2024-02-28', 2],
    ['2023-03-01', '2023-02-28', 1],
    ['2025-01-01', '2024-01-01', 366],
    ['1970-01-02', '1970-01-01', 1],
    ['0099-01-01', '0001-01-01', 35_794],
  ])('from %s back to %s are %i days', (late, early, days) => {
    expect(CivilDate.parse(late)!.dayNumber - CivilDate.parse(early)!.dayNumber).toBe(days)
  })
})

describe('the state of several readings together', () => {
  const there = present(Exact.one)
  const none: Reading = { state: 'not-applicable', names: ['乙'] }
  const wrong: Reading = { state: 'error', issue: issue('JSON_SYNTAX', {}) }
  it.each<[string, Reading[], Reading['state'] | undefined]>([
    ['all present', [there, there], undefined],
    ['nothing at all', [], undefined],
    ['missing beats present', [there, missing('甲')], 'missing'],
    ['not applicable beats missing', [missing('甲'), none], 'not-applicable'],
    ['error beats all', [none, wrong, missing('甲')], 'error'],
  ])('%s', (_, readings, expected) => {
    expect(worstState(readings)?.state).toBe(expected)
  })

  it('equal states join their names, each once', () => {
    expect(worstState([missing('甲', '乙'), there, missing('乙', '丙')])).toEqual({
      state: 'missing',
      names: ['甲', '乙', '丙'],
    })
  })
})
