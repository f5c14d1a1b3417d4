import type { Submission } from '@yardstick/model'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ClerkDesk } from '../../../parts/workbook/clerk-desk.ts'
import type { WholeSubmission } from '../../../server/campaigns.ts'
import type { CampaignDocuments } from './documents.ts'
import { ReturnDesk } from './return-desk.ts'

const submissionOf = (department: string): Submission => ({
  yardstick: 'submission/1',
  subject: { department },
  period: '2024',
  items: {},
})
const whole = (id: string) =>
  ({
    ...{ id, department: id, project: '', revision: 1, version: 'v', state: 'open', stage: 'report' },
    ...{ declaration: null, declarationState: 'none', submission: submissionOf(id) },
  }) as unknown as WholeSubmission

/** Something that is waited for until it is let go. */
function gate() {
  let open: () => void = () => undefined
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open }
}

/** A clerk whose files are called as whom they are of, and say one new value; `held` keeps one of its answers back. */
function deskOf(ids: readonly string[], held?: { readonly name: string; readonly until: Promise<void> }) {
  let last = ''
  const clerk = {
    open: async (name: string) => {
      last = name
      if (held?.name === name) await held.until
      return { identity: { scheme: 's', subject: { department: name }, period: '2024' }, isOurs: true }
    },
    compare: async () => {
      const entry = { of: 'items', id: '人数', layer: 'reported', value: '5' } as const
      const change = { kind: 'new', entry, before: undefined, label: '人数', at: 'E2' } as const
      return { identity: undefined, changes: [change], claims: [], doubts: [], isHeld: false }
    },
    unpack: async () => {
      await held?.until
      return { ok: true, value: [{ name: '甲', bytes: new Uint8Array() }] }
    },
  }
  const clerks = {
    ask: (_: unknown, work: (clerk: unknown) => Promise<unknown>) => work(clerk),
  } as unknown as ClerkDesk
  const byId = new Map<string, WholeSubmission>()
  const documents = {
    byId,
    load: async () => {
      byId.clear()
      for (const id of ids) byId.set(id, whole(id))
    },
    loadLast: async () => undefined,
    basisOf: ({ submission }: WholeSubmission) => ({ present: submission }),
    put: (each: WholeSubmission) => byId.set(each.id, each),
  } as unknown as CampaignDocuments
  const desk = new ReturnDesk(documents, clerks, 'c', () => true)
  const files = () => desk.store.getState().files.map(({ name, submission, step }) => [name, submission, step])
  return { desk, files, lastOpened: () => last }
}

const file = (name: string) => ({ name, content: new Uint8Array() })
const settled = async (desk: ReturnDesk) => {
  await vi.waitFor(() => {
    const { files, reading, fetching } = desk.store.getState()
    if (reading !== null || fetching !== null || files.some(({ step }) => step === 'waiting')) throw new Error('busy')
  })
}

describe('files that came back', () => {
  it('are held against the submissions again, also when that is asked for while they are read', async () => {
    const { passed, open } = gate()
    const { desk, files, lastOpened } = deskOf(['甲', '乙'], { name: '甲', until: passed })
    desk.add([file('甲'), file('乙')])
    await vi.waitFor(() => expect(lastOpened()).toBe('甲'))
    desk.refresh()
    open()
    await settled(desk)
    expect(files()).toEqual([
      ['甲', '甲', 'read'],
      ['乙', '乙', 'read'],
    ])
  })

  it('are of whom somebody said last', async () => {
    const { passed, open } = gate()
    const { desk, files, lastOpened } = deskOf(['甲', '乙'], { name: '甲', until: passed })
    desk.add([file('甲')])
    await vi.waitFor(() => expect(lastOpened()).toBe('甲'))
    desk.assign(0, '乙')
    open()
    await settled(desk)
    expect(files()).toEqual([['甲', '乙', 'read']])
  })

  it('do not come back out of a zip that was removed', async () => {
    const { passed, open } = gate()
    const { desk, files } = deskOf(['甲'], { name: '', until: passed })
    desk.add([file('一.zip')])
    await vi.waitFor(() => expect(desk.store.getState().reading).not.toBeNull())
    desk.clear()
    open()
    await settled(desk)
    expect(files()).toEqual([])
  })
})

describe('what is written', () => {
  const asked: string[] = []
  let others: readonly unknown[] = []
  beforeEach(() => {
    asked.length = 0
    others = []
    vi.stubGlobal('document', { baseURI: 'http://server/' })
    vi.stubGlobal('fetch', async (address: string, { method, body }: { method: string; body: string }) => {
      asked.push(`${method} ${decodeURI(new URL(address).pathname)}`)
      if (method === 'GET') throw new Error('away')
      const { submissions } = JSON.parse(body) as { submissions: readonly { id: string }[] }
      const answers = submissions.map(({ id }) => ({ id, status: 200, revision: 2, others }))
      return Response.json({ submissions: answers })
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('counts as written where what others wrote cannot be asked for', async () => {
    others = [{}]
    const { desk, files } = deskOf(['甲', '乙'])
    desk.add([file('甲'), file('乙')])
    await settled(desk)
    await desk.apply((name) => name)
    expect(asked).toEqual(['POST /api/campaigns/c/entries', 'GET /api/submissions/甲', 'GET /api/submissions/乙'])
    expect(files().map(([, , step]) => step)).toEqual(['written', 'written'])
  })

  it('reads nothing more once the page was left', async () => {
    const { desk, lastOpened } = deskOf(['甲', '乙'])
    desk.add([file('甲')])
    await settled(desk)
    desk.end()
    desk.add([file('乙')])
    desk.refresh()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(lastOpened()).toBe('甲')
  })
})
