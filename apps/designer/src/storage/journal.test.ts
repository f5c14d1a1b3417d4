import 'fake-indexeddb/auto'
import { canonicalText } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { createDesigner, type DesignerStore } from '../store/designer-store.ts'
import { BrowserStorage } from './browser-storage.ts'
import { Saver } from './keep-saved.ts'
import { label, scheme } from './one-scheme.testing.ts'
import type { TabLock } from './tab.ts'

/** No other tab has any of the designs; `taken` is one that asks for this one all the same. */
const alone: TabLock = {
  isHeld: async () => false,
  hold: (design, onTaken) => {
    held.set(design, onTaken)
  },
  take: async () => {},
  release: () => {},
}
const held = new Map<string, () => Promise<void>>()
const taken = (design: string) => held.get(design)!()

let databases = 0

async function opened() {
  const name = `test-${databases++}`
  const store = createDesigner()
  const storage = new BrowserStorage('tab', name)
  const saver = new Saver(store, storage, alone)
  const id = await storage.create({ scheme, declarations: [] })
  await saver.open(id)
  return { name, id, store, saver, storage }
}

/** What another start of the browser finds. */
async function reopened(name: string, id: string): Promise<DesignerStore> {
  const store = createDesigner()
  await new Saver(store, new BrowserStorage('later', name), alone).open(id)
  return store
}

const rename = (store: DesignerStore, name: string, options = {}) =>
  store.edit(label, { type: 'set-scheme', fields: { name } }, options)
const settled = (store: DesignerStore) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (store.getState().sync.state === 'saved') resolve()
      else setTimeout(look, 1)
    }
    setTimeout(look, 1)
  })
const text = (store: DesignerStore) => canonicalText(store.getState().design)

describe('the journal', () => {
  it('gives back what was on the screen, with its undo steps, after any sequence of edits, undo, redo and gestures', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { name, id, store, saver } = await opened()
      let state = seed
      const chance = (below: number) => {
        state = (state * 1103515245 + 12345) & 0x7fffffff
        return (state >> 8) % below
      }
      for (let step = 0; step < 60; step++) {
        const kind = chance(8)
        if (kind < 3) rename(store, `名${step}`, { at: step * 1000 })
        else if (kind === 3) rename(store, `续${step}`, { join: 'name', at: 0 })
        else if (kind === 4) store.undo()
        else if (kind === 5) store.redo()
        else if (kind === 6) {
          store.mark()
          rename(store, `拖${step}`)
          rename(store, `拖完${step}`)
          if (chance(2) === 0) store.commit()
          else store.cancel()
        } else store.declare(label, [])
        // Snapshots fall at any moment.
        if (chance(6) === 0) await (saver as unknown as { flush(snapshot: boolean): Promise<void> }).flush(true)
        if (chance(4) === 0) await settled(store)
      }
      await settled(store)
      const again = await reopened(name, id)
      expect({ seed, text: text(again) }).toEqual({ seed, text: text(store) })
      const [now, then] = [again.getState().history, store.getState().history]
      expect({ seed, position: now.position, labels: now.entries.length }).toEqual({
        seed,
        position: then.position,
        labels: then.entries.length,
      })
      while (again.getState().history.position > 0) again.undo()
      while (store.getState().history.position > 0) store.undo()
      expect(text(again)).toBe(text(store))
    }
  })

  it('keeps 200 steps that survive a reload', async () => {
    const { name, id, store } = await opened()
    for (let step = 0; step < 230; step++) rename(store, `第${step}次`)
    await settled(store)
    const again = await reopened(name, id)
    expect(again.getState().history.position).toBe(200)
    for (let step = 0; step < 200; step++) again.undo()
    expect(again.getState().design?.scheme.name).toBe('第29次')
  })

  it('says that it could not write, keeps the changes and writes them when it can again', async () => {
    const { name, id, store, storage } = await opened()
    const database = await (storage as unknown as { database(): Promise<IDBDatabase> }).database()
    database.transaction = () => {
      throw new DOMException('满了', 'QuotaExceededError')
    }
    rename(store, '一')
    rename(store, '二')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(store.getState().sync).toMatchObject({ state: 'failed', trouble: 'full' })
    expect((await reopened(name, id)).getState().design?.scheme.name).toBe('测试')
    Reflect.deleteProperty(database, 'transaction')
    // The other start has taken the design; give it back.
    await storage.open(id)
    rename(store, '三')
    await settled(store)
    const again = await reopened(name, id)
    expect(again.getState().design?.scheme.name).toBe('三')
    expect(again.getState().history.position).toBe(3)
  })

  it('opens what it cannot store, and stores it with its steps once it can', async () => {
    const name = `test-${databases++}`
    const store = createDesigner()
    const storage = new BrowserStorage('tab', name)
    const { open } = indexedDB
    indexedDB.open = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    const id = await new Saver(store, storage, alone).create({ scheme, declarations: [] })
    expect(store.getState().sync).toMatchObject({ state: 'failed', trouble: 'refused' })
    rename(store, '一')
    rename(store, '二')
    indexedDB.open = open
    rename(store, '三')
    await settled(store)
    const again = await reopened(name, id)
    expect(again.getState().design?.scheme.name).toBe('三')
    for (let step = 0; step < 3; step++) again.undo()
    expect(again.getState().design?.scheme.name).toBe('测试')
  })

  it('stores the design anew where the browser has thrown its data away', async () => {
    const { name, id, store } = await opened()
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name)
      request.onsuccess = resolve
      request.onerror = reject
    })
    rename(store, '还在')
    await expect.poll(() => store.getState().designId).not.toBe(id)
    await settled(store)
    const again = await reopened(name, store.getState().designId!)
    expect(again.getState().design?.scheme.name).toBe('还在')
  })

  it('never writes over another tab: what was changed here becomes a copy', async () => {
    const { name, id, store, storage } = await opened()
    const other = await reopened(name, id)
    rename(other, '那边')
    await settled(other)
    rename(store, '这边')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(store.getState().design?.scheme.name).toBe('这边（副本）')
    expect((await reopened(name, id)).getState().design?.scheme.name).toBe('那边')
    expect((await storage.designs()).map((each) => each.name).sort()).toEqual(['这边（副本）', '那边'])
  })

  it('keeps what could not be stored when another tab takes the design over, and stores it as a copy', async () => {
    const { name, id, store, storage } = await opened()
    const database = await (storage as unknown as { database(): Promise<IDBDatabase> }).database()
    database.transaction = () => {
      throw new DOMException('满了', 'QuotaExceededError')
    }
    rename(store, '这边')
    await taken(id)
    expect(store.getState().design?.scheme.name).toBe('这边（副本）')
    await expect.poll(() => store.getState().sync).toMatchObject({ state: 'failed', trouble: 'full' })
    const other = await reopened(name, id)
    rename(other, '那边')
    await settled(other)
    Reflect.deleteProperty(database, 'transaction')
    rename(store, '这边又改')
    await settled(store)
    expect((await storage.designs()).map((each) => each.name).sort()).toEqual(['这边又改', '那边'])
  })

  it('writes what is under way before it lets another tab have the design', async () => {
    const { name, id, store } = await opened()
    rename(store, '一')
    rename(store, '二')
    await taken(id)
    expect(store.getState().sync.state).toBe('elsewhere')
    expect((await reopened(name, id)).getState().design?.scheme.name).toBe('二')
  })

  it('brings a removed design back', async () => {
    const { id, storage } = await opened()
    await storage.remove(id)
    expect(await storage.designs()).toEqual([])
    await storage.restore(id)
    expect((await storage.designs()).map((each) => each.id)).toEqual([id])
  })

  it('numbers save points and gives their scheme back', async () => {
    const { id, storage } = await opened()
    await storage.addSavePoint(id, '初稿', scheme)
    await storage.addSavePoint(id, '送审', { ...scheme, name: '送审稿' })
    expect((await storage.savePoints(id)).map(({ number, name }) => [number, name])).toEqual([
      [2, '送审'],
      [1, '初稿'],
    ])
    expect((await storage.savePoint(id, 2))?.name).toBe('送审稿')
    await storage.removeSavePoint(id, 2)
    expect((await storage.savePoints(id)).length).toBe(1)
  })
})
