import { setTimeout as sleep } from 'node:timers/promises'
import type { Scheme, Submission } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { addTestCampaign, type CampaignOptions, region, rule } from '../evaluations.testing.ts'
import { newId } from '../new-id.ts'
import { type Answer, type Asking, stores, testServer } from '../server.testing.ts'
import { changeCampaign } from '../store/campaigns.ts'
import { closeChunk, endRunWhereDone, takeChunk } from '../store/run-chunks.ts'
import { cutIntoChunks } from '../store/runs.ts'

const seed = 'seeds/yangquan-2021'
const scheme = rule<Scheme>(seed, 'scheme.json')
const one = rule(seed)

/** Those of `count` departments, the first of which has given nothing. */
function submissions(count: number): Submission[] {
  return Array.from({ length: count }, (_, index) => {
    const own = { ...one, subject: { ...one.subject, department: `单位${index}` } }
    if (index > 0) return own
    return { ...own, items: {}, judgements: {} }
  })
}

describe.each(stores)('on %s, runs', (kind) => {
  const server = testServer(kind, { settings: { jobs: { atOnce: 2, chunk: 10, pollMs: 50, progressMs: 20 } } })
  const campaignOf = (options: Partial<CampaignOptions> = {}) =>
    addTestCampaign(server().context.database.db, { scheme, submissions: submissions(25), ...options })
  const ended = (ask: Asking, run: string) =>
    expect.poll(async () => (await ask('GET', `/api/runs/${run}`)).body.state).toBe('done')

  it('score all submissions of a campaign, and say what was blocked', async () => {
    const ask = await server().as({ role: 'evaluator' })
    const campaign = await campaignOf()
    const begun = await ask('POST', `/api/campaigns/${campaign.id}/runs`)
    expect(begun.status).toBe(202)
    const { id } = begun.body
    await ended(ask, id)
    expect((await ask('GET', `/api/runs/${id}`)).body).toMatchObject({
      campaign: campaign.id,
      submissions: 25,
      done: 25,
      failed: 0,
      results: { blocked: 1, final: 24 },
    })
    const { body } = await ask('GET', `/api/runs/${id}/evaluations`)
    expect(body.evaluations.map((each: { submission: string }) => each.submission)).toEqual(campaign.submissions)
    expect(body.evaluations[0]).toMatchObject({ state: 'blocked', total: null, grade: null })
    expect(body.evaluations[1]).toMatchObject({ state: 'final', total: '85.73', fullScore: '100' })
    const blocked = await ask('GET', `/api/runs/${id}/evaluations?state=blocked`)
    expect(blocked.body.evaluations).toHaveLength(1)
    const stored = await ask('GET', `/api/evaluations/${id}/${campaign.submissions[0]}`)
    expect(stored.body.evaluation).toMatchObject({ yardstick: 'evaluation/1', state: 'blocked' })
    expect(stored.body.evaluation.missing).not.toEqual([])
    expect((await ask('GET', `/api/campaigns/${campaign.id}/runs`)).body.runs).toMatchObject([
      { id, state: 'done', createdBy: 'evaluator' },
    ])
    const { db } = server().context.database
    const log = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('target', '=', `run ${id}`)
      .orderBy('number')
      .execute()
    expect(log.map(({ action }) => action)).toEqual(['run.start', 'run.end'])
    expect(log[1]).toMatchObject({ who: 'worker', detail: expect.stringContaining('"count":24,"state":"final"') })
  })

  it('of no submissions are done at once', async () => {
    const ask = await server().as({ role: 'evaluator' })
    const campaign = await campaignOf({ submissions: [] })
    const { body } = await ask('POST', `/api/campaigns/${campaign.id}/runs`)
    await ended(ask, body.id)
  })

  it('are begun by those who evaluate, one at a time, and not when all is published', async () => {
    const { db } = server().context.database
    const campaign = await campaignOf()
    const url = `/api/campaigns/${campaign.id}/runs`
    expect(await server().nobody('POST', url)).toMatchObject({ status: 401 })
    expect(await (await server().as({ role: 'reader' }))('POST', url)).toMatchObject({ status: 403 })
    expect(await (await server().as({ role: 'evaluator', region: '110000' }))('POST', url)).toMatchObject({
      status: 404,
    })
    const ask = await server().as({ role: 'evaluator', region })
    await db
      .insertInto('run')
      .values({
        id: newId(),
        campaign_id: campaign.id,
        state: 'running',
        submissions: 25,
        chunks: 1,
        error: null,
        created_by: 'test',
        created_at: new Date(),
        finished_at: null,
      })
      .execute()
    expect(await ask('POST', url)).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
    const published = await campaignOf({ stage: 'public' })
    expect(await ask('POST', `/api/campaigns/${published.id}/runs`)).toMatchObject({ status: 409 })
  })

  it('are cancelled, after which they can begin anew', async () => {
    const ask = await server().as({ role: 'evaluator' })
    const campaign = await campaignOf({ submissions: submissions(300) })
    const { body } = await ask('POST', `/api/campaigns/${campaign.id}/runs`)
    const cancelled = await ask('POST', `/api/runs/${body.id}/cancel`)
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } })
    expect(await ask('POST', `/api/runs/${body.id}/cancel`)).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
    const again = await ask('POST', `/api/campaigns/${campaign.id}/runs`)
    await ended(ask, again.body.id)
    const after = await ask('GET', `/api/runs/${body.id}`)
    expect(after.body.state).toBe('cancelled')
    expect(after.body.done).toBe(Object.values(after.body.results as Record<string, number>).reduce((a, b) => a + b, 0))
  })

  it('of which a chunk failed say so, and try it again', async () => {
    const { db } = server().context.database
    const ask = await server().as({ role: 'evaluator' })
    const campaign = await campaignOf()
    const { body } = await ask('POST', `/api/campaigns/${campaign.id}/runs`)
    await ended(ask, body.id)
    // As after workers that died in the second chunk, one after the other.
    const second = campaign.submissions.slice(10, 20)
    await db.deleteFrom('evaluation').where('submission_id', 'in', second).execute()
    await db
      .updateTable('run_chunk')
      .set({ state: 'failed', error: 'no worker came to the end of it' })
      .where('run_id', '=', body.id)
      .where('number', '=', 2)
      .execute()
    await db.updateTable('run').set({ state: 'failed' }).where('id', '=', body.id).execute()
    expect((await ask('GET', `/api/runs/${body.id}`)).body).toMatchObject({
      state: 'failed',
      done: 15,
      failed: 10,
      failedChunks: [{ number: 2, submissions: 10, error: 'no worker came to the end of it' }],
    })
    expect((await ask('POST', `/api/runs/${body.id}/retry`)).status).toBe(202)
    await ended(ask, body.id)
    expect((await ask('GET', `/api/runs/${body.id}`)).body).toMatchObject({ done: 25, failed: 0 })
    expect(await ask('POST', `/api/runs/${body.id}/retry`)).toMatchObject({ status: 409 })
  })

  it('tell their progress, each event once, to whoever comes back too', async () => {
    const ask = await server().as({ role: 'evaluator' })
    const campaign = await campaignOf({ submissions: submissions(100) })
    const { body } = await ask('POST', `/api/campaigns/${campaign.id}/runs`)
    const url = `/api/runs/${body.id}/progress`
    const answers = await Promise.all([ask('GET', url), ask('GET', url), ask('GET', url)])
    for (const answer of answers) {
      expect(answer.headers).toMatchObject({
        'content-type': 'text/event-stream; charset=utf-8',
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
      })
      const events = eventsOf(answer.body)
      const done = events.map(({ data }) => data.done)
      expect(done).toEqual([...done].sort((a, b) => a - b))
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
      expect(events.at(-1)!.data).toEqual({ state: 'done', total: 100, done: 100, failed: 0, secondsLeft: 0 })
    }
    const last = eventsOf(answers[0]!.body).at(-1)!.id
    expect((await ask('GET', url, undefined, { 'last-event-id': last })).status).toBe(204)
    const missed = await ask('GET', url, undefined, { 'last-event-id': 'running-10-0-100' })
    expect(eventsOf(missed.body).map(({ id }) => id)).toEqual([last])
    expect(await (await server().as({ role: 'department' }))('GET', url)).toMatchObject({ status: 403 })
    expect(await (await server().as({ role: 'reader', region: '110000' }))('GET', url)).toMatchObject({ status: 404 })
  })

  it('are explained from what was scored then, whatever has changed since', async () => {
    const { db } = server().context.database
    const ask = await server().as({ role: 'evaluator' })
    const campaign = await campaignOf()
    const { body } = await ask('POST', `/api/campaigns/${campaign.id}/runs`)
    await ended(ask, body.id)
    const [, second, third] = campaign.submissions
    await db.updateTable('submission').set({ document: '{}' }).where('id', '=', second!).execute()
    const url = `/api/evaluations/${body.id}/${second}/explanation`
    const explained = await ask('GET', `${url}?language=en`)
    const standing = { state: 'final', total: '85.73' }
    expect(explained.body).toMatchObject({ same: true, stored: standing, recomputed: standing, differences: [] })
    expect(explained.body.evaluation.language).toBe('en')
    expect(explained.body.evaluation.indicators.at(-1).trace).toBeDefined()
    expect((await ask('GET', `/api/runs/${body.id}/recomputation`)).body).toEqual({
      checked: 25,
      differing: [],
      after: null,
    })

    // A result of another engine: it stands, and is listed.
    await db.updateTable('evaluation').set({ total: '90' }).where('submission_id', '=', third!).execute()
    const other = await ask('GET', `/api/evaluations/${body.id}/${third}/explanation`)
    expect(other.body).toMatchObject({ same: false, stored: { total: '90' }, recomputed: { total: '85.73' } })
    const first = await ask('GET', `/api/runs/${body.id}/recomputation?limit=20`)
    expect(first.body).toMatchObject({ checked: 20, differing: [{ submission: third, same: false }] })
    const rest = await ask('GET', `/api/runs/${body.id}/recomputation?limit=20&after=${first.body.after}`)
    expect(rest.body).toEqual({ checked: 5, differing: [], after: null })
  })
})

describe.each(stores)('on %s, the progress of a run', (kind) => {
  const server = testServer(kind, { settings: { jobs: { atOnce: 0, progressMs: 20, beatMs: 50 } } })

  it('is told no longer to whoever may not read it any more', async () => {
    const { db } = server().context.database
    const campaign = await addTestCampaign(db, { scheme, submissions: submissions(5) })
    const ask = await server().as({ role: 'evaluator', region })
    const { body } = await ask('POST', `/api/campaigns/${campaign.id}/runs`)
    const watch = (asking: Asking) => asking('GET', `/api/runs/${body.id}/progress`)
    const [out, disabled, moved, still] = await Promise.all(
      [0, 1, 2, 3].map(() => server().as({ role: 'reader', region })),
    )
    const own = async (asking: Asking) => (await asking('GET', '/api/session')).body.person.id as string
    const people = { disabled: await own(disabled!), moved: await own(moved!) }
    const heard: string[] = []
    const all = { out: watch(out!), disabled: watch(disabled!), moved: watch(moved!), still: watch(still!) }
    const ends = Object.entries(all).map(([name, answer]) => answer.then(() => heard.push(name)))
    await sleep(200)
    expect(heard).toEqual([])
    await out!('DELETE', '/api/session')
    await expect.poll(() => heard).toEqual(['out'])
    await db.updateTable('account').set({ disabled_at: new Date() }).where('id', '=', people.disabled).execute()
    await expect.poll(() => heard).toEqual(['out', 'disabled'])
    await db.updateTable('grant').set({ region: '110000' }).where('account_id', '=', people.moved).execute()
    await expect.poll(() => heard).toEqual(['out', 'disabled', 'moved'])
    await ask('POST', `/api/runs/${body.id}/cancel`)
    await Promise.all(ends)
    expect(eventsOf((await all.out).body).map(({ id }) => id)).toEqual(['running-0-0-5'])
    expect(eventsOf((await all.still).body).map(({ id }) => id)).toEqual(['running-0-0-5', 'cancelled-0-0-5'])
  })

  it('keeps no session alive by itself', async () => {
    const { db } = server().context.database
    const campaign = await addTestCampaign(db, { scheme, submissions: submissions(5) })
    const ask = await server().as({ role: 'evaluator', region })
    const { body } = await ask('POST', `/api/campaigns/${campaign.id}/runs`)
    const reader = await server().as({ role: 'reader', region })
    const { id } = (await reader('GET', '/api/session')).body.person
    const watched = reader('GET', `/api/runs/${body.id}/progress`)
    await sleep(100)
    const earlier = new Date(Date.now() - 3600_000)
    await db.updateTable('session').set({ seen_at: earlier }).where('account_id', '=', id).execute()
    await sleep(200)
    const seen = await db.selectFrom('session').select('seen_at').where('account_id', '=', id).executeTakeFirst()
    expect(seen?.seen_at).toEqual(earlier)
    await ask('POST', `/api/runs/${body.id}/cancel`)
    expect((await watched).status).toBe(200)
  })

  it('comes as it happens, and keeps no server from stopping', async () => {
    const { app, context } = server()
    const campaign = await addTestCampaign(context.database.db, { scheme, submissions: submissions(25) })
    const ask = await server().as({ role: 'evaluator', region })
    const { body } = await ask('POST', `/api/campaigns/${campaign.id}/runs`)
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    const cookie = await server().cookieOf({ role: 'reader', region })
    const answer = await fetch(`${address}/api/runs/${body.id}/progress`, { headers: { cookie } })
    expect(answer.status).toBe(200)
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    const heard = async (what: string) => {
      while (!text.includes(what)) text += (await reader.read()).value ?? ''
    }
    await heard('id: running-0-0-25\n')
    const chunk = { run_id: body.id, number: 1, submissions: [], size: 20, state: 'done' as const, attempt: 1 }
    await context.database.db
      .insertInto('run_chunk')
      .values({ ...chunk, worker: null, error: null })
      .execute()
    await heard('id: running-20-0-25\n')
    await app.close()
    while (!(await reader.read()).done);
  })
})

describe('on postgres, a run', () => {
  const server = testServer('postgres', { settings: { jobs: { atOnce: 0 } } })

  /** A run of two chunks, the first in the hands of a worker. */
  const begun = async (ask: Asking) => {
    const { db } = server().context.database
    const campaign = await addTestCampaign(db, { scheme, submissions: submissions(20) })
    const { id } = (await ask('POST', `/api/campaigns/${campaign.id}/runs`)).body
    await cutIntoChunks(db, id, campaign.id, 10)
    return { db, campaign, id, chunk: (await takeChunk(db, id, 1, 'worker'))! }
  }

  it('is cancelled while results come in: neither keeps the other from its end', async () => {
    const ask = await server().as({ role: 'evaluator' })
    const { db, id, chunk } = await begun(ask)
    let cancelling: Promise<Answer> | undefined
    await db.transaction().execute(async (tx) => {
      expect(await closeChunk(tx, chunk, { state: 'done' })).toBe(true)
      cancelling = ask('POST', `/api/runs/${id}/cancel`)
      await sleep(300)
      await endRunWhereDone(tx, id, new Date())
    })
    expect(await cancelling).toMatchObject({ status: 200, body: { state: 'cancelled' } })
    expect(await takeChunk(db, id, 2, 'worker')).toBeUndefined()
    const states = await db.selectFrom('run_chunk').select('state').where('run_id', '=', id).orderBy('number').execute()
    expect(states).toEqual([{ state: 'done' }, { state: 'cancelled' }])
  })

  it('is not published half-way, and cannot be begun or tried again when its campaign is published', async () => {
    const ask = await server().as({ role: 'evaluator' })
    const { db, campaign, id } = await begun(ask)
    await db.updateTable('campaign').set({ stage: 'final' }).where('id', '=', campaign.id).execute()
    const manage = await server().as({ role: 'administrator' }, { role: 'reviewer' })
    const publishing = await manage('POST', `/api/campaigns/${campaign.id}/stage`, { stage: 'public' })
    expect(publishing).toMatchObject({ status: 409, body: { issues: [{ found: 'running' }] } })
    await db.updateTable('run').set({ state: 'failed' }).where('id', '=', id).execute()
    await db.updateTable('campaign').set({ stage: 'public' }).where('id', '=', campaign.id).execute()
    expect(await ask('POST', `/api/runs/${id}/retry`)).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
    await db.updateTable('campaign').set({ stage: 'final' }).where('id', '=', campaign.id).execute()
    let beginning: Promise<Answer> | undefined
    await db.transaction().execute(async (tx) => {
      await changeCampaign(tx, { id: campaign.id, revision: 1 }, { stage: 'public' })
      beginning = ask('POST', `/api/campaigns/${campaign.id}/runs`)
      await sleep(300)
    })
    expect(await beginning).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
  })
})

function eventsOf(text: string): { id: string; data: { state: string; done: number } }[] {
  return [...text.matchAll(/event: progress\nid: (.*)\ndata: (.*)\n\n/g)].map(([, id, data]) => {
    return { id: id!, data: JSON.parse(data!) }
  })
}
