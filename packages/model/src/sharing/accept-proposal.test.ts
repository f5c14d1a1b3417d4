import { describe, expect, it } from 'vitest'
import { canonicalText } from '../canonical.ts'
import { indicatorById } from '../scheme.ts'
import { acceptProposal, proposalFor } from './accept-proposal.ts'
import { adopted, done, national } from './example.testing.ts'

const proposed = done(
  adopted(national, { target: '85%' }),
  { type: 'rename-indicator', from: 'use', to: '效益' },
  { type: 'set-points', points: { 效益: '12', content: '18' } },
  {
    type: 'add-indicator',
    parent: 'effect',
    index: 1,
    indicator: {
      id: 'green',
      name: '生态效益',
      points: '5',
      children: [{ id: 'air', name: '空气', points: '5', scoring: { method: 'judgement' } }],
    },
  },
  { type: 'remove-rule', id: 'veto' },
)
const mine = done(national, { type: 'set-points', points: { content: '21' } })
const accept = (...ids: string[]) =>
  acceptProposal({ base: national, mine, proposed, accepted: (_, id) => ids.includes(id) })

describe('a proposal', () => {
  it('is seen under the owner’s ids, without the proposer’s own fields and parameters', () => {
    const seen = proposalFor(national, proposed)
    expect(seen.lineage).toBeUndefined()
    expect(seen.region).toBeUndefined()
    expect(seen.sharing).toEqual(national.sharing)
    expect(indicatorById(seen).get('use')?.node.points).toBe('12')
    expect(indicatorById(seen).get('content')?.node).toMatchObject({ target: { value: '90%' }, points: '18' })
    expect(canonicalText(proposalFor(national, seen))).toBe(canonicalText(seen))
  })

  it('keeps apart what has been given an id that another one had', () => {
    const traded = done(
      adopted(),
      { type: 'rename-indicator', from: 'use', to: '效益' },
      {
        type: 'add-indicator',
        parent: 'effect',
        index: 0,
        indicator: { id: 'use', name: '新的', points: '1', scoring: { method: 'judgement' } },
      },
    )
    const seen = indicatorById(proposalFor(national, traded))
    expect([seen.get('use')?.node.name, seen.get('use-2')?.node.name]).toEqual(['社会效益', '新的'])
  })

  it('of which nothing is accepted gives mine', () => {
    expect(accept()).toEqual({ scheme: mine, conflicts: [] })
  })

  it('is taken thing by thing', () => {
    const { scheme, conflicts } = accept('use', 'veto')
    expect(conflicts).toEqual([])
    expect(indicatorById(scheme).get('use')?.node.points).toBe('12')
    expect(indicatorById(scheme).has('green')).toBe(false)
    expect(scheme.rules?.map(({ id }) => id)).toEqual(['late'])
  })

  it('brings what is new with all below it, in its place', () => {
    const { scheme } = accept('green')
    expect(scheme.indicators[2]).toMatchObject({
      children: [{ id: 'content', points: '21' }, { id: 'green', children: [{ id: 'air' }] }, { id: 'use' }],
    })
  })

  it('stands where the owner has changed the same since, and the conflict says what was there', () => {
    const { scheme, conflicts } = accept('content')
    expect(indicatorById(scheme).get('content')?.node.points).toBe('18')
    expect(conflicts).toMatchObject([{ id: 'content', field: 'points', base: '20', mine: '21', theirs: '18' }])
  })
})
