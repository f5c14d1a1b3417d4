import type { Scheme } from '@yardstick/model'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Refused } from '../server/client.ts'
import { createDesigner } from '../store/designer-store.ts'
import type { SchemeHead } from '../store/server-side.ts'
import type { Base } from './bases.ts'
import { type Drafts, ServerKeeper } from './keep-on-server.ts'
import { label, scheme } from './one-scheme.testing.ts'

/** A server with one scheme, which can be away, and whose answers can be lost. */
class Server implements Drafts {
  revision = 1
  scheme = scheme
  state: SchemeHead['state'] = 'draft'
  saves = 0
  refusal: number | undefined
  losesAnswer = false

  async readHead(id: string): Promise<SchemeHead> {
    this.demand()
    const { revision, state } = this
    const who = { updatedAt: '2026-01-01T00:00:00Z', updatedBy: '乙' }
    return { id, name: this.scheme.name, region: '', regionName: null, state, revision, ...who, latest: null }
  }

  async readDraft(id: string) {
    this.demand()
    return { id, revision: this.revision, savedBy: '乙', savedAt: '2026-01-01T00:00:00Z', scheme: this.scheme }
  }

  mayWrite() {
    return true
  }

  async readReview() {
    return null
  }

  async saveDraft(id: string, revision: number, document: Scheme) {
    this.demand()
    if (revision !== this.revision) throw new Refused(412, [], { current: await this.readDraft(id) })
    this.saves++
    this.save(document)
    if (this.losesAnswer) throw new Refused(0, [])
    return { revision: this.revision }
  }

  save(document: Scheme) {
    this.scheme = document
    this.revision++
  }

  private demand() {
    if (this.refusal !== undefined) throw new Refused(this.refusal, [])
  }
}

function opened() {
  const store = createDesigner()
  const server = new Server()
  const kept: Base[] = []
  const bases = { keepBase: async (base: Base) => void kept.push(base), replace: async () => undefined }
  const keeper = new ServerKeeper(store, bases, server)
  store.load('s', { scheme, declarations: [] })
  keeper.follow({ id: 's', person: 'me', revision: 1, scheme })
  const rename = (name: string) => store.edit(label, { type: 'set-scheme', fields: { name } })
  const saving = () => store.getState().server?.saving
  return { store, server, keeper, kept, rename, saving }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('the keeper on the server', () => {
  it('saves after a second of quiet, and says so', async () => {
    const { server, rename, saving, kept } = opened()
    rename('一')
    expect(saving()).toBe('saving')
    await pass(900)
    rename('二')
    await pass(900)
    expect(server.saves).toBe(0)
    await pass(200)
    expect([server.saves, server.scheme.name, saving(), kept.at(-1)?.revision]).toEqual([1, '二', 'saved', 2])
  })

  it('saves now and then while somebody goes on typing', async () => {
    const { server, rename } = opened()
    for (let at = 0; at < 24; at++) {
      rename(`第 ${at} 次`)
      await pass(500)
    }
    expect(server.saves).toBeGreaterThanOrEqual(2)
    expect(server.saves).toBeLessThanOrEqual(4)
  })

  it('sends nothing for what was taken back', async () => {
    const { server, rename, store, saving } = opened()
    rename('一')
    store.undo()
    await pass(2000)
    expect([server.saves, saving()]).toEqual([0, 'saved'])
  })

  it('says that the server is away, and goes on when it answers', async () => {
    const { server, rename, saving } = opened()
    server.refusal = 0
    rename('一')
    await pass(1500)
    expect(saving()).toBe('unreachable')
    rename('二')
    await pass(10_000)
    server.refusal = undefined
    await pass(15_000)
    expect([saving(), server.scheme.name]).toEqual(['saved', '二'])
  })

  it('knows its own save, of which the answer was lost', async () => {
    const { server, rename, saving } = opened()
    server.losesAnswer = true
    rename('一')
    await pass(1500)
    server.losesAnswer = false
    await pass(5000)
    expect([saving(), server.saves]).toEqual(['saved', 1])
  })

  it('overwrites nothing that others saved: it proposes a merge, and saves what was made of it as one step', async () => {
    const { server, rename, saving, store, keeper } = opened()
    server.save({ ...scheme, fullScore: '90' })
    rename('我的')
    await pass(1500)
    expect([saving(), server.saves]).toEqual(['merge', 0])
    rename('我的更新')
    await pass(10_000)
    expect(server.saves).toBe(0)
    const { proposal } = store.getState().server!
    expect(proposal).toMatchObject({ revision: 2, theirs: { fullScore: '90' }, base: { fullScore: '100' } })
    expect(await keeper.settle(proposal!, { ...scheme, name: '我的更新', fullScore: '90' })).toBe(true)
    expect([saving(), server.scheme.name, server.scheme.fullScore]).toEqual(['saved', '我的更新', '90'])
    store.undo()
    expect(store.getState().design?.scheme.fullScore).toBe('100')
  })

  it('takes over what others saved where nothing is unsent, as one step', async () => {
    const { server, keeper, store, saving } = opened()
    server.save({ ...scheme, name: '乙改的' })
    await keeper.catchUp()
    const { design, history } = store.getState()
    expect([saving(), design?.scheme.name, history.position]).toEqual(['saved', '乙改的', 1])
    await pass(5000)
    expect(server.saves).toBe(0)
  })

  it.each([
    [401, 'signed-out'],
    [403, 'refused'],
    [422, 'refused'],
    [503, 'unreachable'],
  ])('says what an answer of %d means: %s', async (status, expected) => {
    const { server, rename, saving } = opened()
    server.refusal = status
    rename('一')
    await pass(1500)
    expect(saving()).toBe(expected)
  })

  it('changes nothing while the scheme is under review', async () => {
    const { server, keeper, rename, store } = opened()
    server.state = 'review'
    await keeper.catchUp()
    rename('不该改')
    await pass(3000)
    expect([store.getState().design?.scheme.name, server.saves]).toEqual(['测试', 0])
  })

  it('changes what was approved once somebody goes on with it, which makes it a draft', async () => {
    const { server, keeper, rename, store } = opened()
    server.state = 'approved'
    await keeper.catchUp()
    rename('不该改')
    expect(store.getState().design?.scheme.name).toBe('测试')
    store.setServer({ isReopened: true })
    rename('接着改')
    await pass(1500)
    expect(server.scheme.name).toBe('接着改')
    expect(store.getState().server).toMatchObject({ head: { state: 'draft' }, isReopened: false })
  })

  it('sends what is unsent when the design is closed', async () => {
    const { server, keeper, rename, store } = opened()
    rename('最后一改')
    store.close()
    await keeper.sentOff()
    expect(server.scheme.name).toBe('最后一改')
  })
})
