import { describe, expect, it } from 'vitest'
import { type Grant, mayDo, regionPrefix } from './rights.ts'

describe('a region', () => {
  it.each([
    ['', ''],
    ['000000', ''],
    ['360000', '36'],
    ['360100', '3601'],
    ['360102', '360102'],
    ['360102001', '360102001'],
    ['360102001000', '360102001'],
    ['360102001003', '360102001003'],
    ['360000000000', '36'],
  ])('%j begins all codes in it with %j', (code, prefix) => {
    expect(regionPrefix(code)).toBe(prefix)
  })
})

describe('a grant', () => {
  const grant = (part: Partial<Grant>): Grant => ({
    role: 'evaluator',
    region: '360100',
    campaign: null,
    department: null,
    ...part,
  })

  it.each<[string, Partial<Grant>, Parameters<typeof mayDo>[2], boolean]>([
    ['reaches the regions below', {}, { region: '360102' }, true],
    ['does not reach the region above', {}, { region: '360000' }, false],
    ['does not reach the neighbour', {}, { region: '360200' }, false],
    ['of everywhere reaches all', { region: '' }, { region: '110000' }, true],
    ['of one campaign reaches that one', { campaign: 'a' }, { region: '360100', campaign: 'a' }, true],
    ['of one campaign does not reach another', { campaign: 'a' }, { region: '360100', campaign: 'b' }, false],
    ['of one campaign does not reach what has none', { campaign: 'a' }, { region: '360100' }, false],
    ['of one department does not reach another', { department: 'x' }, { region: '360100', department: 'y' }, false],
  ])('%s', (_, part, place, expected) => {
    expect(mayDo([grant(part)], 'submission.verify', place)).toBe(expected)
  })

  it('of another role does not carry the action', () => {
    expect(mayDo([grant({ role: 'reader' })], 'submission.verify', { region: '360100' })).toBe(false)
  })
})
