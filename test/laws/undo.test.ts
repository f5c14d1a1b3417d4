import { canonicalText } from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDesigner, type DesignerStore } from '../../apps/designer/src/store/designer-store.ts'
import { HISTORY_LENGTH } from '../../apps/designer/src/store/history.ts'
import { Chance, randomEdit, randomScheme } from '../../packages/model/src/edit/random-scheme.testing.ts'

const label = { zh: '修改', en: 'change' }

function opened(chance: Chance): DesignerStore {
  const store = createDesigner()
  store.load('one', { scheme: randomScheme(chance), declarations: [] })
  return store
}

const text = (store: DesignerStore) => canonicalText(store.getState().design)

/** Random edits, some in gestures, some typed into one field, some cancelled, some declarations. */
function play(store: DesignerStore, chance: Chance, count: number): void {
  for (let step = 0; step < count; step++) {
    const edit = () => store.edit(label, randomEdit(store.getState().design!.scheme, chance), { at: step * 100 })
    const kind = chance.whole(6)
    if (kind === 0) {
      store.mark()
      edit()
      edit()
      if (chance.flip()) store.commit()
      else store.cancel()
    } else if (kind === 1) {
      const { scheme } = store.getState().design!
      const subject = { department: `单位${step}` }
      store.declare(label, [{ yardstick: 'declaration/1', scheme: { id: scheme.id }, subject, period: '2024' }])
    } else if (kind === 2) {
      const at = { join: 'name', at: step * 1000 }
      const typed = (name: string) => store.edit(label, { type: 'set-scheme', fields: { name } }, at)
      typed(`名${step}`)
      typed(`名称${step}`)
    } else edit()
  }
}

describe('laws of undo', () => {
  it('[U1] undoing everything gives the design back, and redoing everything leads there again', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = new Chance(seed)
        const store = opened(chance)
        const before = text(store)
        play(store, chance, 30)
        const after = text(store)
        const steps = store.getState().history.position
        for (let step = 0; step < steps; step++) store.undo()
        expect(text(store)).toBe(before)
        for (let step = 0; step < steps; step++) store.redo()
        expect(text(store)).toBe(after)
      }),
      { numRuns: 60, seed: 20_261_121 },
    )
  })

  it('[U2] a cancelled gesture leaves the design and the history as they were', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = new Chance(seed)
        const store = opened(chance)
        play(store, chance, 5)
        const [before, entries] = [text(store), store.getState().history.position]
        store.mark()
        for (let step = 0; step < 5; step++) store.edit(label, randomEdit(store.getState().design!.scheme, chance))
        store.cancel()
        expect(text(store)).toBe(before)
        expect(store.getState().history.position).toBe(entries)
      }),
      { numRuns: 60, seed: 20_261_122 },
    )
  })

  it('[U3] one gesture is one entry, and so is typing in one field without a pause', () => {
    const store = opened(new Chance(1))
    const rename = (name: string, at: number) =>
      store.edit(label, { type: 'set-scheme', fields: { name } }, { join: 'name', at })
    rename('一', 0)
    rename('一二', 400)
    rename('一二三', 900)
    expect(store.getState().history.position).toBe(1)
    rename('一二三四', 1401)
    expect(store.getState().history.position).toBe(2)
    store.mark()
    rename('五', 5000)
    rename('六', 9000)
    store.commit()
    expect(store.getState().history.position).toBe(3)
    store.undo()
    expect(store.getState().design?.scheme.name).toBe('一二三四')
  })

  it('[U4] 200 steps are kept, and undo puts the selection back', () => {
    const store = opened(new Chance(2))
    for (let step = 0; step < HISTORY_LENGTH + 20; step++) {
      store.setView({ selection: { active: `row${step}`, column: 'name', ids: [] } })
      store.edit(label, { type: 'set-scheme', fields: { name: `第${step}次` } })
    }
    expect(store.getState().history.position).toBe(HISTORY_LENGTH)
    store.undo()
    expect(store.getState().view.selection.active).toBe(`row${HISTORY_LENGTH + 19}`)
    for (let step = 1; step < HISTORY_LENGTH; step++) store.undo()
    expect(store.getState().design?.scheme.name).toBe('第19次')
    store.undo()
    expect(store.getState().design?.scheme.name).toBe('第19次')
  })

  it('[U5] a refused edit changes nothing and says why', () => {
    const store = opened(new Chance(3))
    const before = text(store)
    const issues = store.edit(label, { type: 'remove-indicator', id: '不存在' })
    expect(issues.length).toBeGreaterThan(0)
    expect(store.getState().refused).toBe(issues)
    expect(text(store)).toBe(before)
    expect(store.getState().history.position).toBe(0)
  })
})
