import { describe, expect, it } from 'vitest'
import type { Edit } from '../edit/edit.ts'
import type { Indicator } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import { adopted, brief, done, national, reference, sha256 } from './example.testing.ts'
import { limitIssues } from './limit-issues.ts'
import { limitsOf } from './limits.ts'
import { updateScheme } from './update-scheme.ts'

const always = { fact: '预算数', operator: 'greaterThan', value: -1 } as const
const instead: Indicator = { id: 'instead', name: '另一', points: '30', scoring: { method: 'judgement' } }
const branch = (id: string, more: object = {}): Indicator => ({
  id,
  name: id,
  points: '30',
  children: [instead],
  ...more,
})

/** 满意度 alone is locked; 效果指标, in which it stands, is free. */
const { sharing: _, ...plain } = national
const template: Scheme = { ...plain, sharing: { boundaries: [{ indicator: 'content', mayChange: false }] } }
const scheme = adopted(template)
const set = (fields: object): Edit => ({ type: 'set-indicator', id: 'effect', fields })

describe('whether a locked indicator counts', () => {
  it.each<[string, Edit[], string[]]>([
    ['the best of several', [set({ combine: 'best-of' })], ['LIMIT_LOCKED 效果指标 changed']],
    [
      'alternatives that never choose it',
      [set({ combine: { alternatives: { when: { use: always } } } })],
      ['LIMIT_LOCKED 效果指标 changed'],
    ],
    ['a branch of extra points', [set({ kind: 'bonus' })], ['LIMIT_LOCKED 效果指标 changed']],
    [
      'moved with its parent to where it is not chosen',
      [
        { type: 'add-indicator', parent: null, index: 0, indicator: branch('n', { combine: 'best-of' }) },
        { type: 'move-indicator', id: 'effect', parent: 'n', index: 0 },
      ],
      ['LIMIT_LOCKED n / 效果指标 moved'],
    ],
    [
      'moved with its parent into a sum',
      [
        { type: 'add-indicator', parent: null, index: 0, indicator: branch('n') },
        { type: 'move-indicator', id: 'effect', parent: 'n', index: 0 },
      ],
      [],
    ],
    ['its parent named otherwise', [set({ name: '效益' })], []],
    ['where nothing is locked', [{ type: 'set-indicator', id: 'own', fields: { combine: 'minimum' } }], []],
  ])('%s', (_, edits, expected) => {
    expect(limitIssues(scheme, done(scheme, ...edits)).map(brief)).toEqual(expected)
  })

  it('what chooses between alternatives is locked with what may be chosen', () => {
    const chosen = done(template, {
      type: 'set-indicator',
      id: 'effect',
      fields: { combine: { alternatives: { when: { content: { condition: '守法' }, use: always } } } },
    })
    const local = adopted(chosen)
    expect(limitsOf(local).isLocked('condition', '守法')).toBe(true)
    expect(limitsOf(local).isLocked('item', '预算数')).toBe(true)
    expect(limitsOf(local).isLocked('indicator', 'effect', 'combine')).toBe(true)
    expect(limitsOf(local).isLocked('indicator', 'effect')).toBe(false)
  })

  it('a newer version that locks one takes back what was done above it, and tells it', () => {
    const { sharing: __, ...free } = template
    const local = done(adopted(free), set({ combine: 'best-of' }))
    const update = updateScheme({ base: free, local, upstream: template, template: reference('国家', '2') }, sha256)
    const [row] = update.rows.filter(({ id }) => id === 'effect')
    expect(row?.fields).toMatchObject([{ field: 'combine', local: 'best-of', taken: 'upstream', isLocked: true }])
  })
})
