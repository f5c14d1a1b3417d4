import { describe, expect, it } from 'vitest'
import { may, mayOpenSchemes, roomsOf } from './may.ts'
import type { Session } from './session.ts'

const session = (actions: Session['actions']): Session => ({
  mode: 'accounts',
  person: { id: 'a', title: '甲', grants: [] },
  ...(actions === undefined ? {} : { actions }),
})
const grant = (region: string, campaign: string | null = null) => ({ region, campaign, department: null })

describe('a right', () => {
  it.each([
    ['reaches the regions below', '360100', null, { region: '360102' }, true],
    ['does not reach the neighbour', '360100', null, { region: '360200' }, false],
    ['of everywhere reaches all', '', null, { region: '110000' }, true],
    ['of one campaign reaches that one', '', 'c', { region: '360100', campaign: 'c' }, true],
    ['of one campaign does not reach another', '', 'c', { region: '360100', campaign: 'd' }, false],
  ])('%s', (_, region, campaign, place, expected) => {
    expect(may(session({ 'campaign.manage': [grant(region, campaign)] }), 'campaign.manage', place)).toBe(expected)
  })

  it('that is left out is had nowhere', () => {
    expect(may(session({}), 'account.manage')).toBe(false)
    expect(may(session(undefined), 'account.manage')).toBe(false)
  })

  it('to read the log of one region alone opens no page', () => {
    expect(roomsOf(session({ 'audit.read': [grant('360100')] }))).toEqual([])
  })

  it.each([
    ['a designer', ['scheme.read'], true],
    ['a department', ['campaign.read', 'submission.report'], false],
    ['somebody without any right', [], true],
  ])('the page of schemes is for %s or not', (_, actions, expected) => {
    const granted = Object.fromEntries(actions.map((action) => [action, [grant('')]]))
    expect(mayOpenSchemes(session(granted))).toBe(expected)
  })

  it('opens its page', () => {
    expect(roomsOf(session({ 'audit.read': [grant('')], 'department.read': [grant('36')] }))).toEqual([
      'departments',
      'audit-log',
    ])
  })
})
