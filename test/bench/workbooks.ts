import { cpus, loadavg } from 'node:os'
import { claimsOf, entriesOf, identityIn, readEntryWorkbook } from '@yardstick/exchange/read/entry-workbook'
import { readSheets } from '@yardstick/exchange/read/xlsx'
import { entryWorkbook } from '@yardstick/exchange/render/entry-workbook'
import { writeWorkbook } from '@yardstick/exchange/write/xlsx'
import { type Item, type LayerEntry, type Scheme, type Submission, validate } from '@yardstick/model'
import { describe, test } from 'vitest'
import { type Client, listening, stores } from './listening-server.ts'

/**
 * What a bureau waits for when the workbooks of all its departments come back: 500 of them with 60 indicators each are read,
 * held against what is there, written, and scored. The files are read in one thread, as the page's worker does it.
 */
const DEPARTMENTS = 500
const LEAVES = 60
/** Submissions in one request, as the page writes them. */
const CHUNK = 25

describe.each(stores)('%s', (store) => {
  test('workbooks', async () => {
    const server = await listening(store)
    try {
      const { client } = server
      console.log(`\n${store}; load ${loadavg()[0]!.toFixed(1)} on ${cpus().length} processors`)
      const scheme = largeForm()
      const { version, campaigns } = await bureau(client, scheme)
      const [campaign, other] = campaigns as [string, string]
      const whole = await timed(`${DEPARTMENTS} submissions fetched`, () => documents(client, campaign))
      const files = await timed('workbooks made', () => Promise.all(whole.map((each) => filled(scheme, version, each))))
      const kilobytes = Math.round(files.reduce((sum, { length }) => sum + length, 0) / files.length / 1024)
      console.log(`  of ${kilobytes} KB each`)
      const started = performance.now()
      const read = await timed('workbooks read and compared', async () => {
        const readings = []
        for (const [index, bytes] of files.entries()) {
          readings.push({ ...whole[index]!, ...(await readOne(scheme, version, bytes, whole[index]!)) })
        }
        return readings
      })
      await timed('submissions written, 25 in a request', () => writeMany(client, campaign, read))
      await timed('campaign scored', () => score(client, campaign))
      console.log(`  in all ${seconds(started)}: reading, writing and scoring`)
      const again = await documents(client, other)
      const byName = new Map(again.map((each) => [each.submission.subject.department, each]))
      await timed('submissions written, each in its own request', async () => {
        for (const { entries, submission } of read) {
          const { id, revision } = byName.get(submission.subject.department)!
          await client.send('PUT', `/api/submissions/${id}/layers`, { entries }, { 'if-match': `"${revision}"` })
        }
      })
      console.log(`  ${server.memory()}`)
    } finally {
      await server.stop()
    }
  })
})

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const done = await work()
  console.log(`${what.padEnd(46)} ${seconds(started)}`)
  return done
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`.padStart(8)

/** Sixty leaves below ten indicators, each over an item of its own. */
function largeForm(): Scheme {
  const items = Array.from({ length: LEAVES }, (_, index): Item => {
    const id = `数据${index + 1}`
    if (index % 3 === 0) return { id, type: 'money', unit: '万元' }
    return index % 3 === 1 ? { id, type: 'rate' } : { id, type: 'count', unit: '个' }
  })
  const targets = { money: '100', rate: '95%', count: '50' }
  const leaf = (index: number) => ({
    id: `指标${index + 1}`,
    name: `指标 ${index + 1}`,
    points: '2',
    target: { comparator: '>=' as const, value: targets[items[index]!.type as keyof typeof targets] },
    actual: items[index]!.id,
    scoring: { method: 'ratio' as const },
  })
  const read = validate('scheme', {
    yardstick: 'scheme/1',
    id: 'large-form',
    name: '部门整体支出绩效',
    version: '1',
    fullScore: String(LEAVES * 2),
    items,
    indicators: Array.from({ length: 10 }, (_, at) => ({
      id: `一级${at + 1}`,
      name: `一级指标 ${at + 1}`,
      points: String((LEAVES / 10) * 2),
      children: Array.from({ length: LEAVES / 10 }, (_, index) => leaf(at * (LEAVES / 10) + index)),
    })),
  })
  if (!read.ok) throw new Error(JSON.stringify(read.issues[0]))
  return read.value
}

async function bureau(client: Client, scheme: Scheme): Promise<{ version: string; campaigns: string[] }> {
  const added = await client.send('POST', '/api/schemes', { scheme, region: '360100' })
  const at = `/api/schemes/${added.body.id}`
  await client.send('POST', `${at}/review`, { note: '' }, { 'if-match': '"1"' })
  await client.send('POST', `${at}/review/decision`, { decision: 'approved', note: '' })
  const version: string = (await client.send('POST', `${at}/versions`)).body.hash
  const rows = Array.from({ length: DEPARTMENTS }, (_, index) => ({
    name: `第 ${index + 1} 单位`,
    type: '机关',
    region: '360100',
  }))
  await client.send('POST', '/api/departments/import', { rows, apply: true })
  const campaigns: string[] = []
  for (const name of ['一次', '又一次']) {
    const about = { name, region: '360100', period: '2025', schemes: [{ version }], hasDeclarations: false }
    const { id } = (await client.send('POST', '/api/campaigns', about)).body
    await client.send('POST', `/api/campaigns/${id}/submissions`, { all: { region: '360100' } })
    campaigns.push(id)
  }
  return { version, campaigns }
}

interface Whole {
  readonly id: string
  readonly revision: number
  readonly submission: Submission
}

async function documents(client: Client, campaign: string): Promise<Whole[]> {
  const all: Whole[] = []
  for (;;) {
    const after = all.length === 0 ? '' : `&after=${all.at(-1)!.id}`
    const { body } = await client.send('GET', `/api/campaigns/${campaign}/documents?limit=50${after}`)
    all.push(...body.submissions)
    if (body.submissions.length < 50) return all
  }
}

/** A workbook with every value in it. */
function filled(scheme: Scheme, version: string, { submission }: Whole): Promise<Uint8Array> {
  const { subject, period } = submission
  const values = { money: '88.5', rate: '91.5%', count: '47' }
  const items = Object.fromEntries(scheme.items.map(({ id, type }) => [id, values[type as keyof typeof values]]))
  const present: Submission = { ...submission, items }
  return writeWorkbook(entryWorkbook({ scheme, schemeHash: version, subject, period, present, language: 'zh' }))
}

async function readOne(scheme: Scheme, version: string, bytes: Uint8Array, { submission }: Whole) {
  const sheets = await readSheets(bytes)
  if (!sheets.ok) throw new Error(sheets.issues[0]!.code)
  if (identityIn(sheets.value)?.subject.department !== submission.subject.department) throw new Error('another one')
  const { subject, period } = submission
  const reading = readEntryWorkbook(sheets.value, {
    ...{ scheme, schemeHash: version, subject, period, present: submission },
  })
  const entries = entriesOf(reading)
  if (entries.length !== LEAVES || reading.doubts.length > 0) throw new Error(JSON.stringify(reading.doubts[0]))
  return { entries, claims: claimsOf(reading, submission) }
}

async function writeMany(
  client: Client,
  campaign: string,
  all: readonly (Whole & { readonly entries: readonly LayerEntry[] })[],
): Promise<void> {
  for (let at = 0; at < all.length; at += CHUNK) {
    const submissions = all.slice(at, at + CHUNK).map(({ id, revision, entries }) => ({ id, revision, entries }))
    const { body } = await client.send('POST', `/api/campaigns/${campaign}/entries`, { submissions })
    const refused = body.submissions.find(({ status }: { status: number }) => status !== 200)
    if (refused !== undefined) throw new Error(JSON.stringify(refused))
  }
}

async function score(client: Client, campaign: string): Promise<void> {
  const run = (await client.send('POST', `/api/campaigns/${campaign}/runs`)).body.id
  for (;;) {
    const { state } = (await client.send('GET', `/api/runs/${run}`)).body
    if (state === 'done') return
    if (state !== 'running') throw new Error(`the run is ${state}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
