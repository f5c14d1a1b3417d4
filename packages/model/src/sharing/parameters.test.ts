import { describe, expect, it } from 'vitest'
import { adopted, national } from './example.testing.ts'
import { parameterValue, setFittingParameters, setParameters } from './parameters.ts'

const [target, line] = national.sharing!.parameters!

const set = (values: { [id: string]: string }, scheme = national) => {
  const outcome = setParameters(scheme, values)
  if (!outcome.ok) return outcome.issues.map(({ code }) => code).join()
  return (scheme.sharing?.parameters ?? []).map((each) => parameterValue(outcome.value, each)).join()
}

describe('parameters', () => {
  it('what stands there is the default', () => {
    expect(parameterValue(national, target!)).toBe('90%')
    expect(parameterValue(national, line!)).toBe('0.6')
    expect(setParameters(national, {})).toEqual({ ok: true, value: national })
  })

  it.each<[string, { [id: string]: string }, string]>([
    ['one that is set', { target: '85%' }, '85%,0.6'],
    ['a decimal for a percentage', { target: '0.850' }, '0.85,0.6'],
    ['a number of a condition stays a number', { line: '70%' }, '90%,0.7'],
    ['both', { target: '95%', line: '0.5' }, '95%,0.5'],
    ['at the limits', { target: '80%' }, '80%,0.6'],
    ['above', { target: '95.01%' }, 'PARAMETER_RANGE'],
    ['below', { line: '0.4' }, 'PARAMETER_RANGE'],
    ['no number', { target: '很高' }, 'PARAMETER_RANGE'],
    ['one that is not there', { aim: '1' }, 'PARAMETER_UNKNOWN'],
    ['every fault is told', { aim: '1', target: '0' }, 'PARAMETER_UNKNOWN,PARAMETER_RANGE'],
  ])('%s', (_, values, expected) => {
    expect(set(values)).toBe(expected)
  })

  it.each([
    ['a thing that is gone', { of: 'item', in: '无', field: 'digits' }],
    ['a field that holds no number', { of: 'indicator', in: 'content', field: 'name' }],
    ['a path that leads nowhere', { of: 'indicator', in: 'content', field: 'target/low' }],
    ['what another thing has', { of: 'indicator', in: 'effect', field: 'children/0/points' }],
    ['a list of the scheme', { of: 'scheme', field: 'indicators/0/points' }],
    ['what every object has', { of: 'indicator', in: 'content', field: 'toString/length' }],
  ] as const)('%s is no place', (_, place) => {
    const scheme = { ...national, sharing: { parameters: [{ id: 'p', name: '甲', ...place }] } }
    expect(set({ p: '1' }, scheme)).toBe('PARAMETER_PLACE')
  })

  it.each([
    [{ of: 'scheme', field: 'fullScore' }, '90', '90'],
    [{ of: 'grade', in: '优', field: 'from' }, '85', '85'],
    [{ of: 'indicator', in: 'use', field: 'points' }, '12.50', '12.5'],
    [{ of: 'indicator', in: 'use', field: 'points' }, '-1', 'SHAPE_FORMAT'],
    [{ of: 'rule', in: 'late', field: 'event/params/points' }, '2', '2'],
  ] as const)('%j set to %s gives %s', (place, value, expected) => {
    const scheme = { ...national, sharing: { parameters: [{ id: 'p', name: '甲', ...place }] } }
    expect(set({ p: value }, scheme)).toBe(expected)
  })

  it('those that no longer fit are told and keep their default', () => {
    const { scheme, issues } = setFittingParameters(national, { target: '99%', line: '0.8', gone: '1' })
    expect(issues.map(({ code, where, expected, found }) => [code, where[0], expected, found])).toEqual([
      ['PARAMETER_DROPPED', '满意度目标', '90%', '99%'],
      ['PARAMETER_DROPPED', 'gone', null, '1'],
    ])
    expect(parameterValue(scheme, line!)).toBe('0.8')
  })

  it.each([
    ['what a level above has locked', { in: 'system', field: 'name' }, '1', 'LIMIT_LOCKED'],
    ['its points', { in: 'rate', field: 'points' }, '31', 'PARAMETER_RANGE'],
    ['points within the limits of a level above', { in: 'use', field: 'points' }, '15', 'fits'],
    ['points beyond', { in: 'use', field: 'points' }, '15.1', 'PARAMETER_RANGE'],
    ['what could be set here, as far as it could', { in: 'content', field: 'target/value' }, '80%', 'fits'],
    ['further than it could', { in: 'content', field: 'target/value' }, '79%', 'PARAMETER_RANGE'],
    ['what is free', { in: 'model', field: 'points' }, '1', 'fits'],
  ])('lets others set %s', (_, place, value, expected) => {
    const parameters = [{ id: 'p', name: '甲', of: 'indicator' as const, ...place }]
    const outcome = setParameters({ ...adopted(), sharing: { parameters } }, { p: value })
    expect(outcome.ok ? 'fits' : outcome.issues.map(({ code }) => code).join()).toBe(expected)
  })
})
