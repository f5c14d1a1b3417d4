import 'fake-indexeddb/auto'
import { issue, type Scheme } from '@yardstick/model'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as schemes from '../server/schemes.ts'
import { createDesigner } from '../store/designer-store.ts'
import { BrowserStorage } from './browser-storage.ts'
import { ServerKeeper } from './keep-on-server.ts'
import { Saver } from './keep-saved.ts'
import { label, scheme } from './one-scheme.testing.ts'
import { ServerDesigns } from './server-designs.ts'
import type { TabLock } from './tab.ts'

const alone: TabLock = { isHeld: async () => false, hold: () => {}, take: async () => {}, release: () => {} }

/** One scheme on a server that can be away. */
const server = { isAway: false, isGone: false, revision: 0, scheme: undefined as Scheme | undefined }

async function answer(url: string, { method, body }: { method: string; body: string | null }): Promise<Response> {
  if (server.isAway) throw new TypeError('away')
  const json = (status: number, value: unknown) =>
    new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } })
  const { pathname } = new URL(url)
  if (server.isGone) return json(404, { issues: [issue('REQUEST_NOT_FOUND', { found: 's1' })] })
  if (method === 'POST' && pathname === '/api/schemes') {
    Object.assign(server, { revision: 1, scheme: JSON.parse(body!).scheme })
    return json(201, { id: 's1', revision: 1 })
  }
  if (method === 'PUT') {
    Object.assign(server, { revision: server.revision + 1, scheme: JSON.parse(body!) })
    return json(200, { revision: server.revision })
  }
  const saved = { savedBy: '乙', savedAt: '2026-01-01T00:00:00Z' }
  if (pathname.endsWith('/draft'))
    return json(200, { id: 's1', revision: server.revision, ...saved, scheme: server.scheme })
  if (pathname.endsWith('/reviews')) return json(200, { reviews: [] })
  const head = {
    id: 's1',
    name: '',
    region: '',
    regionName: null,
    state: 'draft',
    revision: server.revision,
    latest: null,
  }
  return json(200, head)
}

let databases = 0

function browser(name = `designs-${databases++}`) {
  const store = createDesigner()
  const storage = new BrowserStorage('tab', name)
  const saver = new Saver(store, storage, alone)
  const bases = { keepBase: storage.keepBase.bind(storage), replace: saver.replace.bind(saver) }
  const keeper = new ServerKeeper(store, bases, { ...schemes, mayWrite: () => true })
  const as = (person: string) => new ServerDesigns(store, storage, saver, keeper, () => person)
  const rename = (to: string) => store.edit(label, { type: 'set-scheme', fields: { name: to } })
  const nameOf = () => store.getState().design?.scheme.name
  const close = async () => {
    store.close()
    await keeper.sentOff()
  }
  return { store, storage, as, rename, nameOf, close }
}

beforeEach(() => {
  Object.assign(server, { isAway: false, isGone: false, revision: 0, scheme: undefined })
  vi.stubGlobal('fetch', answer)
  vi.stubGlobal('document', { baseURI: 'http://server/' })
})
afterEach(() => vi.unstubAllGlobals())

describe('designs on a server', () => {
  it('begin there, and in this browser alone while it is away', async () => {
    const { as, store, close } = browser()
    expect(await as('wang').create({ scheme, declarations: [] })).toBe('s1')
    expect([server.scheme?.name, store.getState().server?.saving]).toEqual(['测试', 'saved'])
    await close()
    server.isAway = true
    const id = await as('wang').create({ scheme: { ...scheme, name: '离线' }, declarations: [] })
    expect((await as('wang').alone()).map((each) => each.id)).toEqual([id])
    expect(store.getState().server).toBeNull()
  })

  it('move there with their undo steps', async () => {
    const { as, rename, store, nameOf } = browser()
    server.isAway = true
    const id = await as('wang').create({ scheme, declarations: [] })
    rename('改过')
    server.isAway = false
    expect(await as('wang').move(id)).toBe('s1')
    expect([server.scheme?.name, store.getState().designId, nameOf()]).toEqual(['改过', 's1', '改过'])
    store.undo()
    expect(nameOf()).toBe('测试')
    expect(await as('wang').alone()).toEqual([])
  })

  it('are sent later what was changed while it was away, by whoever changed it', async () => {
    const { as, rename, close } = browser()
    await as('wang').create({ scheme, declarations: [] })
    server.isAway = true
    rename('没送出')
    await close()
    server.isAway = false
    expect(await as('li').sendUnsent()).toEqual([])
    expect(server.scheme?.name).toBe('测试')
    expect(await as('wang').sendUnsent()).toEqual([])
    expect(server.scheme?.name).toBe('没送出')
  })

  it('that others removed are told by name, and what was unsent is set aside in this browser', async () => {
    const { as, store, rename, nameOf, close } = browser()
    const designs = as('wang')
    await designs.create({ scheme, declarations: [] })
    server.isGone = true
    rename('删后改的')
    await vi.waitFor(() => expect(store.getState().server?.saving).toBe('refused'), 3000)
    expect(store.getState().server?.issues[0]?.found).toBe('删后改的')
    await close()
    expect(await designs.sendUnsent()).toEqual([])
    const [aside] = await designs.alone()
    expect(aside?.name).toBe('删后改的')
    await designs.open(aside!.id)
    expect([nameOf(), store.getState().server]).toEqual(['删后改的', null])
  })

  it('of somebody else, unsent, are set aside when another opens the scheme', async () => {
    const { as, rename, close, nameOf } = browser()
    await as('wang').create({ scheme, declarations: [] })
    server.isAway = true
    rename('王没送出的')
    await close()
    server.isAway = false
    expect(await as('li').open('s1')).toBe(true)
    expect([nameOf(), server.scheme?.name]).toEqual(['测试', '测试'])
    expect((await as('li').alone()).map((each) => each.name)).toEqual(['王没送出的'])
  })
})
