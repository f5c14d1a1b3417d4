import { describe, expect, it } from 'vitest'
import { Exact } from '../exact.ts'
import type { Item } from '../schema/item.ts'
import type { Entry, InputValue, Layer } from '../schema/submission.ts'
import { CivilDate, RecordList } from '../value.ts'
import { readItem } from './read-item.ts'

const item = (type: Item['type'], more: Partial<Item> = {}): Item => ({ id: '数', type, ...more })

/** A value, or the codes of what is wrong with it. */
function outcome(of: Item, entry: Entry | undefined): string {
  const { reading, issues } = readItem(of, entry)
  const codes = issues.map((each) => each.code).join(' ')
  if (reading.state !== 'present') return [reading.state, codes].filter(Boolean).join(' ')
  const { value } = reading
  const shown = value instanceof Exact ? value.toText() : value instanceof CivilDate ? value.text : String(value)
  return [shown, codes].filter(Boolean).join(' ')
}

describe('one value by its type', () => {
  it.each([
    // numbers: JSON numbers and decimal text, exactly
    [item('number'), 12.5, '12.5'],
    [item('number'), '12.50', '12.5'],
    [item('number'), ' -3 ', '-3'],
    [item('number', { digits: 12 }), 0.1, '0.1'],
    [item('number'), 0.1 + 0.2, 'error SUBMISSION_NUMBER_DIGITS'],
    [item('number'), 1e300, 'error SUBMISSION_NUMBER_DIGITS'],
    [item('number'), '1e5', 'error SUBMISSION_TYPE'],
    [item('number'), '1,200', 'error SUBMISSION_TYPE'],
    [item('number'), '95%', 'error SUBMISSION_TYPE'],
    [item('number'), true, 'error SUBMISSION_TYPE'],
    [item('number'), [], 'error SUBMISSION_TYPE'],
    [item('number'), { level: '优' }, 'error SUBMISSION_TYPE'],
    [item('number'), '1234567890123456789012345678901', 'error SUBMISSION_TYPE'],
    [item('money', { unit: '万元' }), 145.6, '145.6'],
    // rates: a percent text or the ratio; a number above 1.5 is a rate of more than 150 % in JSON
    [item('rate'), '95%', '0.95'],
    [item('rate'), 0.95, '0.95'],
    [item('rate'), '0.95', '0.95'],
    [item('rate'), 95, '95'],
    // counts are whole and not negative
    [item('count'), 3, '3'],
    [item('count'), '3.0', '3'],
    [item('count'), 2.5, 'error SUBMISSION_TYPE'],
    [item('count'), -1, 'error SUBMISSION_TYPE'],
    // dates exist
    [item('date'), '2024-02-29', '2024-02-29'],
    [item('date'), '2023-02-29', 'error SUBMISSION_TYPE'],
    [item('date'), '2023-2-9', 'error SUBMISSION_TYPE'],
    [item('date'), 20240229, 'error SUBMISSION_TYPE'],
    // text, choices, truth
    [item('text'), '已公开', '已公开'],
    [item('text'), 5, 'error SUBMISSION_TYPE'],
    [item('choice', { choices: ['是', '否'] }), '是', '是'],
    [item('choice', { choices: ['是', '否'] }), '不详', 'error SUBMISSION_CHOICE'],
    [item('choice', { choices: ['1', '2'] }), 1, 'error SUBMISSION_TYPE'],
    [item('boolean'), true, 'true'],
    [item('boolean'), '是', 'error SUBMISSION_TYPE'],
    // range, both ends included
    [item('rate', { range: { min: '0%', max: '100%' } }), '100%', '1'],
    [item('rate', { range: { min: '0%', max: '100%' } }), 1.0001, 'error SUBMISSION_RANGE'],
    [item('number', { range: { min: '0' } }), -0.01, 'error SUBMISSION_RANGE'],
    // more digits than the item states: said, and used exactly
    [item('money'), '145.605', '145.605 SUBMISSION_DIGITS'],
    [item('money'), '145.600', '145.6'],
    [item('rate'), '95.255%', '0.95255 SUBMISSION_DIGITS'],
    // nothing there
    [item('number'), undefined, 'missing'],
    [item('number'), null, 'missing'],
    [item('number', { required: true }), '', 'missing'],
    [item('text'), '  ', 'missing'],
  ] as [Item, Entry | undefined, string][])('%j reads %j as %s', (of, entry, expected) => {
    expect(outcome(of, entry)).toBe(expected)
  })
})

describe('a list of records', () => {
  const tasks = item('list', {
    fields: [
      { id: '任务', type: 'text' },
      { id: '完成率', type: 'rate', range: { max: '100%' } },
    ],
  })

  it('reads each field as a reading of its own and names the place of what is wrong', () => {
    const { reading, issues } = readItem(tasks, [
      { 任务: '培训', 完成率: '80%' },
      { 任务: '采购', 完成律: 1 },
      { 任务: '验收', 完成率: 1.2 },
    ])
    expect(issues.map(({ code, pointer, expected, found }) => [code, pointer, expected, found])).toEqual([
      ['SUBMISSION_UNKNOWN_FIELD', '/items/数/1/完成律', '完成率', '完成律'],
      ['SUBMISSION_RANGE', '/items/数/2/完成率', { min: null, max: '100%' }, 1.2],
    ])
    const list = reading.state === 'present' && reading.value instanceof RecordList ? reading.value.rows : []
    expect(list.map((row) => row.get('完成率')?.state)).toEqual(['present', 'missing', 'error'])
  })

  it('is present when it is empty, and refuses what is no list', () => {
    expect(readItem(tasks, []).reading.state).toBe('present')
    expect(outcome(tasks, 'none')).toBe('error SUBMISSION_TYPE')
  })

  it('does not find a field in the prototype of a record', () => {
    const odd = item('list', { fields: [{ id: 'toString', type: 'text' }] })
    const { reading } = readItem(odd, [{}])
    const rows = reading.state === 'present' && reading.value instanceof RecordList ? reading.value.rows : []
    expect(rows[0]?.get('toString')?.state).toBe('missing')
  })
})

describe('layers', () => {
  const layered = (...layers: Layer[]): Entry => ({ layers })

  it('the highest layer is read and the others stay below, from the top down', () => {
    const { reading, top, below } = readItem(
      item('number'),
      layered(
        { layer: 'verified', value: 90, who: '乙' },
        { layer: 'reported', value: 95, who: '甲' },
        { layer: 'overridden', value: 91, who: '丙', why: '复核' },
        { layer: 'judged', value: 92 },
      ),
    )
    expect(reading).toEqual({ state: 'present', value: Exact.of('91') })
    expect(top?.who).toBe('丙')
    expect(below.map((layer) => layer.value)).toEqual([92, 90, 95])
  })

  it('within one name the later layer wins', () => {
    const entry = layered({ layer: 'verified', value: 1 }, { layer: 'verified', value: 2 })
    expect(outcome(item('number'), entry)).toBe('2')
  })

  it('points at the layer that is wrong', () => {
    const entry = layered({ layer: 'verified', value: 'x' }, { layer: 'reported', value: 2 })
    expect(readItem(item('number'), entry).issues[0]?.pointer).toBe('/items/数/layers/0/value')
  })

  const permitted = item('number', { mayBeNotApplicable: true })
  it.each([
    [item('number'), { value: 5, state: 'to-be-verified' }, '5'],
    [item('number'), { state: 'missing' }, 'missing'],
    [item('number'), {}, 'missing'],
    [permitted, { state: 'not-applicable', why: '无此类项目' }, 'not-applicable'],
    [permitted, { state: 'not-applicable', why: ' ' }, 'error SUBMISSION_NOT_APPLICABLE_REASON'],
    [permitted, { state: 'not-applicable' }, 'error SUBMISSION_NOT_APPLICABLE_REASON'],
    [item('number'), { state: 'not-applicable', why: '无' }, 'error SUBMISSION_NOT_APPLICABLE_REFUSED'],
    // where state and value disagree the state is read, and that is said
    [item('number'), { state: 'present' }, 'missing SUBMISSION_STATE'],
    [item('number'), { state: 'to-be-verified', value: null }, 'missing SUBMISSION_STATE'],
    [item('number'), { state: 'missing', value: 5 }, 'missing SUBMISSION_STATE'],
    [permitted, { state: 'not-applicable', value: 5, why: '无' }, 'not-applicable SUBMISSION_STATE'],
  ] as [Item, { value?: InputValue; state?: Layer['state']; why?: string }, string][])(
    '%j with %j is %s',
    (of, layer, expected) => {
      expect(outcome(of, layered({ layer: 'reported', ...layer } as Layer))).toBe(expected)
    },
  )

  it('to be verified computes as present and says that it is provisional', () => {
    const entry = layered({ layer: 'reported', value: 5, state: 'to-be-verified' })
    expect(readItem(item('number'), entry).reading).toEqual({
      state: 'present',
      value: Exact.of('5'),
      provisional: true,
    })
  })
})

describe('evidence', () => {
  const backed = item('number', { evidence: '验收报告' })
  it('is asked for where there is a value and no file', () => {
    expect(readItem(backed, 5).issues.map((each) => each.code)).toEqual(['SUBMISSION_EVIDENCE'])
    expect(readItem(backed, 5, [{ name: '报告.pdf' }]).issues).toEqual([])
    expect(readItem(backed, null).issues).toEqual([])
  })
})
