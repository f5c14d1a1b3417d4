import { readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { describe, test } from 'vitest'
import { largeScheme } from '../e2e/large-scheme.ts'
import { type Client, type ListeningServer, listening, stores } from './listening-server.ts'

/**
 * What a server carries that listens in a process of its own, asked by eight clients at once on the same machine: each row
 * is requests answered a second and how long one waits. Saving waits for the disk on both stores.
 */
const CLIENTS = 8
const SECONDS = 5

const seed = (name: string) =>
  JSON.parse(
    readFileSync(
      fileURLToPath(new URL(`../../rules/seeds/nanchang-2021-sysops-project/${name}`, import.meta.url)),
      'utf8',
    ),
  )

describe.each(stores)('%s', (store) => {
  test('load', async () => {
    const server = await listening(store)
    try {
      console.log(`\n${store}, ${CLIENTS} clients; load ${loadavg()[0]!.toFixed(1)} on ${cpus().length} processors`)
      console.log(`start to first answer ${server.startMs.toFixed(0)} ms with an existing database, ${server.memory()}`)
      await measureSchemes(server, 'seed of 23 leaves', seed('scheme.json'))
      await measureSchemes(server, '2,000 leaves', largeScheme())
      await measureScoring(server)
      console.log(`afterwards ${server.memory()}`)
    } finally {
      await server.stop()
    }
  })
})

async function measureSchemes({ client }: ListeningServer, what: string, scheme: object): Promise<void> {
  const added = await Promise.all(
    Array.from({ length: CLIENTS }, () => client.send('POST', '/api/schemes', { scheme, region: '360100' })),
  )
  const drafts = added.map(({ body }) => ({ id: body.id as string, revision: body.revision as number }))
  await measure(`opening a scheme, ${what}`, async (at) => {
    await client.send('GET', `/api/schemes/${drafts[at]!.id}/draft`)
  })
  await measure(`saving a draft, ${what}`, async (at, count) => {
    const draft = drafts[at]!
    const body = { ...scheme, name: `草稿 ${at}-${count}` }
    const saved = await client.send('PUT', `/api/schemes/${draft.id}/draft`, body, {
      'if-match': `"${draft.revision}"`,
    })
    draft.revision = saved.body.revision as number
  })
}

async function measureScoring({ client }: ListeningServer): Promise<void> {
  const submission = await evaluated(client)
  await measure('scoring one submission, with its trace', async () => {
    await client.send('GET', `/api/submissions/${submission}/evaluation`)
  })
}

/** A campaign with one submission, filled in as the seed's report has it. */
async function evaluated(client: Client): Promise<string> {
  const scheme = await client.send('POST', '/api/schemes', { scheme: seed('scheme.json'), region: '360100' })
  const at = `/api/schemes/${scheme.body.id}`
  await client.send('POST', `${at}/review`, { note: '' }, { 'if-match': '"1"' })
  await client.send('POST', `${at}/review/decision`, { decision: 'approved', note: '' })
  const version = (await client.send('POST', `${at}/versions`)).body.hash
  const fields = { name: '市人社局', type: '人力资源和社会保障', region: '360100' }
  const department = (await client.send('POST', '/api/departments', fields)).body.id
  const about = { name: '2021 年度', region: '360100', period: '2021', schemes: [{ version }], hasDeclarations: false }
  const campaign = `/api/campaigns/${(await client.send('POST', '/api/campaigns', about)).body.id}`
  await client.send('POST', `${campaign}/submissions`, { departments: [department] })
  const { submissions } = (await client.send('GET', `${campaign}/submissions`)).body
  const id = submissions[0].id as string
  const { items, judgements } = seed('submission.json')
  const write = async (of: string, layer: string, values: Record<string, unknown>) => {
    const { revision } = (await client.send('GET', `/api/submissions/${id}`)).body
    const entries = Object.entries(values).map(([entry, value]) => ({ of, id: entry, layer, ...layered(value) }))
    await client.send('PUT', `/api/submissions/${id}/layers`, { entries }, { 'if-match': `"${revision}"` })
  }
  await write('items', 'reported', items)
  for (const stage of ['self', 'evaluate']) await client.send('POST', `${campaign}/stage`, { stage })
  await write('judgements', 'judged', judgements ?? {})
  return id
}

/** A bare value, or the last of its layers. */
function layered(given: unknown): object {
  const { layers } = (given ?? {}) as { layers?: { value?: unknown; state?: string; why?: string }[] }
  const top = layers?.at(-1)
  if (top === undefined) return { value: given }
  const { value, state, why } = top
  return { ...(value === undefined ? {} : { value }), ...(state ? { state } : {}), ...(why ? { why } : {}) }
}

async function measure(what: string, request: (client: number, count: number) => Promise<void>): Promise<void> {
  for (let at = 0; at < CLIENTS; at++) await request(at, -1)
  const times: number[] = []
  const started = performance.now()
  const until = started + SECONDS * 1_000
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, at) => {
      for (let count = 0; performance.now() < until; count++) {
        const before = performance.now()
        await request(at, count)
        times.push(performance.now() - before)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1_000
  times.sort((a, b) => a - b)
  const share = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))]!.toFixed(1)
  const rate = (times.length / seconds).toFixed(0)
  console.log(
    `${what.padEnd(42)} ${rate.padStart(6)}/s   p50 ${share(0.5).padStart(6)} ms   p99 ${share(0.99).padStart(6)} ms`,
  )
}
