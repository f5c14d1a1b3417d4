import { adopt, type Edit, type Indicator, type Issue, type Scheme, schemeEdits } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../evaluation/sha256.ts'
import { createDesigner } from './designer-store.ts'

const leaf = (id: string, points: string): Indicator => ({
  id,
  name: id,
  points,
  actual: '执行率',
  target: { comparator: '>=', value: '95%' },
  scoring: { method: 'ratio' },
})

const template: Scheme = {
  yardstick: 'scheme/1',
  id: 'national',
  name: '部门整体支出',
  version: '2024',
  fullScore: '100',
  items: [{ id: '执行率', type: 'rate' }],
  indicators: [
    { id: '共性', name: '共性', points: '60', children: [leaf('a', '20'), leaf('b', '40')] },
    { id: '个性', name: '个性', points: '40', children: [leaf('c', '40')] },
  ],
  sharing: {
    boundaries: [
      { indicator: '共性', mayChange: false, mayAdd: false },
      { indicator: '个性', points: { plusMinus: '2' } },
    ],
  },
}
const ref = { id: 'national', version: '2024', hash: '0'.repeat(64), publisher: '财政部', scheme: 'national' }

function opened(mode: 'reference' | 'copy' = 'reference', of: Scheme = template) {
  const adopted = adopt({ template: ref, scheme: of }, { mode }, sha256)
  if (!adopted.ok) throw new Error('not adopted')
  const store = createDesigner()
  store.load('d', { scheme: adopted.value, declarations: [] })
  return store
}

const label = { zh: '改', en: 'change' }
const codes = (issues: readonly Issue[]) => issues.map(({ code }) => code)

describe('an adopted scheme', () => {
  it.each<[string, Edit, string[]]>([
    ['a locked name', { type: 'set-indicator', id: 'a', fields: { name: '改' } }, ['LIMIT_LOCKED']],
    ['locked points', { type: 'set-points', points: { a: '21' } }, ['LIMIT_POINTS']],
    ['points too far away', { type: 'set-points', points: { c: '43' } }, ['LIMIT_POINTS']],
    ['points near enough', { type: 'set-points', points: { c: '42' } }, []],
    ['the place of a locked one', { type: 'move-indicator', id: 'a', parent: '个性', index: 0 }, ['LIMIT_LOCKED']],
    ['a removal', { type: 'remove-indicator', id: 'a' }, ['LIMIT_LOCKED']],
    ['an addition', { type: 'add-indicator', parent: '共性', index: 0, indicator: leaf('d', '0') }, ['LIMIT_ADD']],
    ['an addition elsewhere', { type: 'add-indicator', parent: '个性', index: 0, indicator: leaf('d', '0') }, []],
    ['what a locked one reads', { type: 'set-item', id: '执行率', fields: { digits: 1 } }, ['LIMIT_LOCKED']],
    ['the lineage', { type: 'set-scheme', fields: { lineage: null } }, ['LIMIT_LINEAGE']],
    [
      'one of many in a batch',
      {
        type: 'batch',
        edits: [
          { type: 'set-points', points: { c: '41' } },
          { type: 'set-indicator', id: 'b', fields: { note: '略' } },
        ],
      },
      ['LIMIT_LOCKED'],
    ],
  ])('%s', (_, edit, refusedFor) => {
    const store = opened()
    const before = store.getState().design
    expect(codes(store.edit(label, edit))).toEqual(refusedFor)
    expect(codes(store.getState().refused)).toEqual(refusedFor)
    if (refusedFor.length > 0) expect(store.getState().design).toBe(before)
    expect(store.getState().history.entries.length).toBe(refusedFor.length > 0 ? 0 : 1)
  })

  it('that is a copy is one’s own', () => {
    expect(opened('copy').edit(label, { type: 'remove-indicator', id: 'a' })).toEqual([])
  })

  it('takes an update of its template over as one step, which can be undone', () => {
    const store = opened()
    const before = store.getState().design!.scheme
    const lineage = { ...before.lineage!, template: { ...ref, version: '2025' } }
    const after: Scheme = { ...before, lineage }
    expect(codes(store.edit(label, schemeEdits(before, after)))).toEqual(['LIMIT_LINEAGE'])
    expect(store.edit(label, schemeEdits(before, after), { limitsOf: null })).toEqual([])
    expect(store.getState().design!.scheme.lineage!.template.version).toBe('2025')
    store.undo()
    expect(store.getState().design!.scheme).toEqual(before)
  })

  it('of 2,000 leaves is typed into as fast as any other', () => {
    const branches = Array.from({ length: 100 }, (_, branch): Indicator => {
      const children = Array.from({ length: 20 }, (_, at) => leaf(`${branch}-${at}`, '1'))
      return { id: `b${branch}`, name: `b${branch}`, points: '20', children }
    })
    const boundaries = [{ points: { plusMinus: '5' } }, { indicator: 'b0', mayChange: false }]
    const store = opened('reference', { ...template, indicators: branches, sharing: { boundaries } })
    const own = opened('copy', { ...template, indicators: branches, sharing: { boundaries } })
    const time = (of: typeof store) => {
      const all = Array.from({ length: 40 }, (_, round) => {
        const started = performance.now()
        expect(of.edit(label, { type: 'set-points', points: { '50-3': `${1 + (round % 2)}` } })).toEqual([])
        return performance.now() - started
      })
      return all.sort((a, b) => a - b)[20]!
    }
    const [free, limited] = [time(own), time(store)]
    console.log(`an edit at 2,000 leaves: ${free.toFixed(2)} ms, within limits ${limited.toFixed(2)} ms`)
    expect(limited - free).toBeLessThan(5)
  })
})
