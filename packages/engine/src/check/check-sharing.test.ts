import type { Boundary, Parameter } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { compileAll } from '../compile/compile.ts'
import { checkSharing } from './check-sharing.ts'

const parameter: Parameter = {
  id: 'p',
  name: '满意度的目标',
  of: 'indicator',
  in: 'a',
  field: 'target/value',
  least: '80%',
}

function found(parameters: Parameter[], boundaries: Boundary[] = []) {
  const { value } = compileAll(
    {
      yardstick: 'scheme/1',
      id: 'test',
      name: '测试',
      version: '1',
      fullScore: '10',
      items: [{ id: '满意度', type: 'rate' }],
      indicators: [
        {
          id: 'a',
          name: '满意度',
          points: '10',
          target: { comparator: '>=', value: '90%' },
          actual: '满意度',
          scoring: { method: 'ratio' },
        },
      ],
      sharing: { parameters, boundaries },
    },
    () => 'hash',
  )
  return checkSharing(value).map(({ code, pointer, mends = [] }) => [code, pointer, mends.length])
}

describe('what is given to those who adopt', () => {
  it('is fine where every number and indicator is there', () => {
    expect(found([parameter], [{ mayAdd: true }, { indicator: 'a', mayChange: false }])).toEqual([])
  })

  it.each<[string, Partial<Parameter>, string]>([
    ['an indicator that is gone', { in: 'b' }, 'PARAMETER_PLACE'],
    ['a field that is gone', { field: 'target/low' }, 'PARAMETER_PLACE'],
    ['what is no number', { field: 'name' }, 'PARAMETER_PLACE'],
    ['a default below its limit', { least: '95%' }, 'PARAMETER_RANGE'],
    ['a default above its limit', { most: '0.85' }, 'PARAMETER_RANGE'],
  ])('%s', (_, change, code) => {
    const mends = code === 'PARAMETER_PLACE' ? 1 : 0
    expect(found([{ ...parameter, ...change }])).toEqual([[code, '/sharing/parameters/0', mends]])
  })

  it('names a boundary of an indicator that is gone', () => {
    const code = 'SCHEME_INDICATOR_UNKNOWN'
    expect(found([], [{ indicator: 'b', mayAdd: true }])).toEqual([[code, '/sharing/boundaries/0/indicator', 1]])
  })
})
