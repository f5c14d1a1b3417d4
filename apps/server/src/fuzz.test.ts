import { catalogue } from '@yardstick/model'
import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { roles } from './access/rights.ts'
import { module } from './access/rights-table.testing.ts'
import { begin, city, county, region, scheme } from './campaigns.testing.ts'
import { fromSchema, type Known, oddTexts } from './from-schema.testing.ts'
import { type Operation, operationsOf } from './operations.testing.ts'
import { testServer } from './server.testing.ts'
import { publisherOf, signed, takenIn, trust } from './templates.testing.ts'

/**
 * Whatever is sent to whatever route: it is answered, by a document or in the one form of issues, and never by a fault of
 * ours. A failure prints its seed; it can be run again with YARDSTICK_SEED.
 */
const isLong = process.env['YARDSTICK_LONG'] !== undefined
const seed = Number(process.env['YARDSTICK_SEED'] ?? Date.now() % 1_000_000)
/** All routes together, in seconds. */
const TIME = isLong ? 300 : 15
/** Requests to one route at once, and at least. */
const LEAST = 4

describe('on a server with something in it', () => {
  let log = ''
  const server = testServer('embedded', { log: { level: 'error', stream: { write: (line) => (log = line) } } })
  let operations: Operation[] = []
  let known: Known
  /** Ids by the resource they are of. */
  let ids: Record<string, readonly string[]> = {}
  beforeAll(async () => {
    const people = await city(server(), ['甲校', '乙校'])
    const { campaign, submissions } = await begin(server(), people)
    const designer = await server().as({ role: 'designer' })
    const draft: string = (await designer('POST', '/api/schemes', { region, scheme })).body.id
    const account = { name: 'wang', title: '王', password: 'correct horse battery', grants: [] }
    const { body } = await people.administrator('POST', '/api/accounts', account)
    const entry = await designer('POST', '/api/library', { module, region })
    const ministry = publisherOf('财政部')
    await trust(await server().as({ role: 'administrator' }), ministry)
    const template = await takenIn(designer, signed(ministry, { id: 'fuzzed' }, [scheme]))
    const adopted = await designer('POST', `/api/templates/${template}/adoption`, {
      scheme: scheme.id,
      mode: 'reference',
    })
    const { versions } = (await designer('GET', '/api/versions')).body
    const run: string = (await people.evaluator('POST', `/api/campaigns/${campaign}/runs`)).body.id ?? '1'
    ids = {
      ...{
        campaigns: [campaign],
        submissions,
        departments: people.departments,
        schemes: [draft, adopted.body.id],
        accounts: [body.id],
      },
      ...{ versions: versions.map(({ hash }: { hash: string }) => hash), runs: [run], evaluations: [run] },
      library: [entry.body.id],
      ...{ templates: [template], 'trusted-keys': [ministry.key], keys: [ministry.key] },
    }
    const words = ['预算数', '执行率', '管理', '甲', 'report', 'draft', 'reported', 'judged', '5', '95%', '1', '2']
    const { submission } = (await people.evaluator('GET', `/api/submissions/${submissions[0]}`)).body
    const described = await operationsOf(server().app)
    // What removes things comes last.
    operations = described.sort((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'))
    known = {
      texts: [...Object.values(ids).flat(), region, county, ...words],
      documents: { scheme, submission, module, key: ministry.document, mapping: { yardstick: 'mapping/1', items: {} } },
    }
  })

  it(
    'every route answers every request, and never by a fault of ours',
    async () => {
      const share = (TIME * 1000) / operations.length
      for (const operation of operations) {
        const cookie = await server().cookieOf(...roles.map((role) => ({ role })))
        const until = performance.now() + share
        for (let sent = 0; sent < LEAST || performance.now() < until; sent += LEAST) {
          const own = seed + sent
          for (const request of fc.sample(requestOf(operation, known, ids), { seed: own, numRuns: LEAST })) {
            const answer = await server().app.inject({ ...request, headers: { ...request.headers, cookie } })
            const isForm =
              answer.statusCode < 400 ? operation.answers.includes(answer.statusCode) : isInTheOneForm(answer.body)
            const about = { seed: own, request, answer: answer.body.slice(0, 300), log }
            if (answer.statusCode >= 500 || !isForm) expect.fail(JSON.stringify(about, null, 2))
          }
        }
      }
      expect((await server().nobody('GET', '/api/health')).status).toBe(200)
    },
    (TIME + 240) * 1000,
  )
})

function requestOf(
  { method, path, params, query, body }: Operation,
  known: Known,
  ids: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<InjectOptions> {
  const texts = oddTexts(known.texts)
  const own = ids[path.split('/')[2] ?? ''] ?? known.texts
  const param = (name: string) =>
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...(name === 'number' ? ['1', '2'] : own)) },
      { weight: 1, arbitrary: texts },
    )
  return fc
    .record({
      params: fc.tuple(...params.map(param)),
      asked: fromSchema(query, known),
      sent: body === undefined ? fc.constant(undefined) : fromSchema(body, known),
      revision: fc.constantFrom('"1"', '"1"', '"1"', '"2"', 'W/"3"', '*', '"x"', ''),
    })
    .map(({ params, asked, sent, revision }) => {
      const left = [...params]
      const url = path.replace(/\{[^}]*\}/g, () => encoded(left.shift() ?? ''))
      const search = Object.entries({ ...(asked as object | null) }).map(
        ([name, value]) =>
          `${encoded(name)}=${encoded(typeof value === 'string' ? value : String(JSON.stringify(value)))}`,
      )
      const headers = { host: 'localhost', 'if-match': revision }
      return {
        method,
        url: search.length === 0 ? url : `${url}?${search.join('&')}`,
        ...(sent === undefined
          ? { headers }
          : { headers: { ...headers, 'content-type': 'application/json' }, payload: JSON.stringify(sent) }),
      }
    })
}

const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?'))

function isInTheOneForm(body: string): boolean {
  const { issues } = JSON.parse(body) as { issues?: { code?: string }[] }
  return Array.isArray(issues) && issues.length > 0 && issues.every(({ code }) => Object.hasOwn(catalogue, code ?? ''))
}
