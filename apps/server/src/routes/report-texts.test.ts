import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Begun, begin, type City, city, goTo } from '../campaigns.testing.ts'
import { type Asking, stores, testServer } from '../server.testing.ts'

const kind = 'report-texts/1'
const texts = (more: object = {}) => ({ yardstick: kind, sections: { advice: '加强预算约束。' }, ...more })

describe.each(stores)('on %s, the words of a report', (store) => {
  const server = testServer(store, { settings: { jobs: { atOnce: 1, pollMs: 50 } } })
  let bureau: City
  let begun: Begun
  let url: string
  const write = (ask: Asking, body: object, revision: number) => ask('PUT', url, body, { 'if-match': `"${revision}"` })

  beforeAll(async () => {
    bureau = await city(server(), ['甲校', '乙校'])
    begun = await begin(server(), bureau)
    url = `/api/submissions/${begun.submissions[0]}/report-texts`
  })

  it('are nothing at first, then what was written last, and each writing is in the log', async () => {
    const { evaluator, reviewer } = bureau
    expect((await evaluator('GET', url)).body).toEqual({ revision: 0, texts: { yardstick: kind }, by: null, at: null })
    expect(await evaluator('PUT', url, texts())).toMatchObject({ status: 428, codes: ['REQUEST_NO_REVISION'] })
    expect(await write(evaluator, texts(), 0)).toMatchObject({ status: 200, body: { revision: 1 } })
    expect(await write(reviewer, texts({ evaluator: '市财政局' }), 1)).toMatchObject({ body: { revision: 2 } })
    // The same again is no writing.
    expect(await write(reviewer, texts({ evaluator: '市财政局' }), 2)).toMatchObject({ body: { revision: 2 } })
    const read = await evaluator('GET', url)
    expect(read.headers.etag).toBe('"2"')
    expect(read.body).toMatchObject({ revision: 2, texts: texts({ evaluator: '市财政局' }) })
    const { body } = await (await server().as({ role: 'administrator' }))('GET', '/api/audit-log')
    const lines = body.entries.filter(({ action }: { action: string }) => action === 'report.write')
    expect(lines.map(({ detail }: { detail: { revision: number } }) => detail.revision).sort()).toEqual([1, 2])
  })

  it('that others wrote meanwhile are not written over, but handed out', async () => {
    const stale = await write(bureau.evaluator, texts({ date: '2026年3月' }), 1)
    expect(stale).toMatchObject({
      status: 412,
      codes: ['REQUEST_STALE'],
      body: { current: { revision: 2, texts: { evaluator: '市财政局' } } },
    })
  })

  it.each([
    ['of another kind', { yardstick: 'submission/1' }, 'DOCUMENT_KIND'],
    ['of a section there is not', texts({ sections: { epilogue: '完' } }), 'SHAPE_UNKNOWN_KEY'],
    ['that are too long', texts({ sections: { advice: '长'.repeat(20_001) } }), 'SHAPE_SIZE'],
  ])('%s are refused', async (_, body, code) => {
    expect(await write(bureau.evaluator, body, 2)).toMatchObject({ status: 422, codes: [code] })
  })

  it('keep a submission from being taken out of its campaign', async () => {
    const taken = await bureau.evaluator('DELETE', `/api/submissions/${begun.submissions[0]}`)
    expect(taken).toMatchObject({ status: 409, codes: ['REQUEST_IN_USE'] })
  })

  it('are written until the result is public, and read by the department from then on', async () => {
    const { evaluator, reporters } = bureau
    const [own, neighbour] = reporters
    expect(await own('GET', url)).toMatchObject({ status: 403 })
    await goTo(bureau, begun.campaign, 'final')
    expect(await own('GET', url)).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
    expect(await write(evaluator, texts(), 2)).toMatchObject({ body: { revision: 3 } })
    expect(await write(own, texts(), 3)).toMatchObject({ status: 403 })
    await goTo(bureau, begun.campaign, 'public')
    expect(await write(evaluator, texts({ date: '2026年3月' }), 3)).toMatchObject({
      status: 409,
      codes: ['REQUEST_STATE'],
    })
    expect((await own('GET', url)).body).toMatchObject({ revision: 3, texts: texts() })
    expect(await neighbour('GET', url)).toMatchObject({ status: 404 })
  })

  it('stand around what was scored, which is read as it was then', async () => {
    const { evaluator, reporters } = bureau
    const { campaign, submissions } = await begin(server(), bureau)
    const layers = `/api/submissions/${submissions[0]}/layers`
    const report = (value: number, revision: number) => {
      const entries = [{ of: 'items', id: '预算数', layer: 'reported', value }]
      return reporters[0]('PUT', layers, { entries }, { 'if-match': `"${revision}"` })
    }
    await report(100, 1)
    const { body: run } = await evaluator('POST', `/api/campaigns/${campaign}/runs`)
    while ((await evaluator('GET', `/api/runs/${run.id}`)).body.state === 'running') await sleep(20)
    await report(200, 2)
    const basis = `/api/evaluations/${run.id}/${submissions[0]}/basis`
    const read = await evaluator('GET', basis)
    expect(read).toMatchObject({
      status: 200,
      body: { version: expect.stringMatching(/^[0-9a-f]{64}$/), declaration: null, group: null },
    })
    expect(JSON.stringify(read.body.submission.items)).toContain('"value":100')
    expect(await reporters[0]('GET', basis)).toMatchObject({ status: 403 })
  })
})
