import { randomBytes } from 'node:crypto'
import { begin, city, county, goTo, region } from '../campaigns.testing.ts'
import { addedScheme, testScheme } from '../schemes.testing.ts'
import type { Asking, TestServer } from '../server.testing.ts'
import { addComplaint } from '../store/complaints.ts'
import { addSigningKey } from '../store/keys.ts'
import { publisherOf, signed, takenIn, trust } from '../templates.testing.ts'
import { type Grant, type Role, roles } from './rights.ts'

/** Of the city; trusted there. */
export const publisher = publisherOf('南昌市财政局', region)

/** Things of one city, its department in a county of it: what the requests of the table are about. */
export interface World {
  readonly scheme: string
  /** One that nobody has sent to review. */
  readonly draft: string
  readonly remark: string
  readonly version: string
  readonly entry: string
  readonly department: string
  readonly campaign: string
  readonly submission: string
  readonly evidence: string
  readonly run: string
  /** Raised when the result was settled, and looked at again since. */
  readonly complaint: string
  readonly account: string
  /** Hash of a template that a designer of everything took in. */
  readonly template: string
  /** A key that is signed with here. */
  readonly key: string
  /** Made anew where a request would use them up. */
  readonly make: {
    scheme(): Promise<string>
    removedScheme(): Promise<string>
    schemeUnderReview(): Promise<string>
    savePoint(): Promise<string>
    evidence(): Promise<string>
    key(): Promise<string>
  }
}

/** Where somebody has a role, as seen from the things of the world. */
export const places = ['here', 'above', 'below', 'elsewhere'] as const
export type Place = (typeof places)[number]
export type People = Readonly<Record<Role, Readonly<Record<Place, Asking>>>>

export async function worldOf(server: TestServer): Promise<{ world: World; people: People }> {
  const bureau = await city(server, ['甲校', '乙校'])
  const { campaign, submissions } = await begin(server, bureau)
  const other = await begin(server, await city(server, ['丙校', '丁校']))
  const designer = await server.as({ role: 'designer', region })
  const [reporter] = bureau.reporters
  const submission = submissions[0]
  const newEvidence = async (ask: Asking) => {
    const { body, headers } = file('a.txt')
    return idOf(await ask('POST', `/api/submissions/${submission}/evidence`, body, headers))
  }
  const evidence = await newEvidence(reporter)
  const underReview = async () => {
    const id = await addedScheme(designer)
    await designer('POST', `/api/schemes/${id}/review`, {})
    return id
  }
  const scheme = await underReview()
  const remark = idOf(await bureau.reviewer('POST', `/api/schemes/${scheme}/review/remarks`, { text: '偏低' }))
  const account = {
    name: 'somebody',
    title: '张三',
    password: 'correct horse battery',
    grants: [{ role: 'reader', region }],
  }
  const version: string = (await designer('GET', '/api/versions')).body.versions[0].hash
  await goTo(bureau, campaign, 'evaluate')
  const run = idOf(await bureau.evaluator('POST', `/api/campaigns/${campaign}/runs`))
  await finished(bureau.evaluator, run)
  const everywhere = await server.as({ role: 'administrator' })
  await trust(everywhere, publisher)
  const template = await takenIn(
    await server.as({ role: 'designer' }),
    signed(publisher, { id: 'world', region: { name: '南昌市', code: region } }, [testScheme()], [], [module]),
  )
  // Locking a secret takes a third of a second, which is what it is for.
  const newKey = async (): Promise<string> => {
    const key = randomBytes(32).toString('hex')
    const made = { created_by: 'test', created_at: server.context.now() }
    const fields = { key, name: '签印', publisher: '南昌市财政局', region, locked: '{}', ...made }
    await addSigningKey(server.context.database.db, fields)
    return key
  }
  const world: World = {
    draft: await addedScheme(designer),
    ...{
      scheme,
      remark,
      version,
      entry: idOf(await designer('POST', '/api/library', { module, tags: [], region })),
      department: bureau.departments[0],
    },
    ...{ campaign, submission, evidence, run, complaint: await complaintOn(server, submission, run) },
    account: idOf(await bureau.administrator('POST', '/api/accounts', account)),
    ...{ template, key: await newKey() },
    make: {
      scheme: () => addedScheme(designer),
      removedScheme: async () => {
        const id = await addedScheme(designer)
        await designer('DELETE', `/api/schemes/${id}`)
        return id
      },
      schemeUnderReview: underReview,
      savePoint: async () => {
        const id = await addedScheme(designer)
        await designer('POST', `/api/schemes/${id}/save-points`, { name: '初稿' })
        return id
      },
      evidence: () => newEvidence(bureau.evaluator),
      key: newKey,
    },
  }
  const elsewhere = idOf(
    await bureau.administrator('POST', '/api/departments', { name: '外地校', type: '学校', region: '110101' }),
  )
  const grantOf = (role: Role, place: Place): Partial<Grant> => {
    const at = { here: region, above: '360000', below: county, elsewhere: '110000' }[place]
    if (role === 'expert')
      return place === 'elsewhere' ? { role, region, campaign: other.campaign } : { role, region: at, campaign }
    if (role !== 'department') return { role, region: at }
    const department = {
      here: bureau.departments[0],
      above: bureau.departments[0],
      below: bureau.departments[1],
      elsewhere,
    }[place]
    return { role, region: place === 'here' ? county : at, department }
  }
  const people = Object.fromEntries(
    await Promise.all(
      roles.map(async (role) => [
        role,
        Object.fromEntries(
          await Promise.all(places.map(async (place) => [place, await server.as(grantOf(role, place))])),
        ),
      ]),
    ),
  ) as People
  return { world, people }
}

/** Put straight into the tables: the campaign is not settled. */
async function complaintOn({ context }: TestServer, submission: string, run: string): Promise<string> {
  const [id, at] = [context.newId(), context.now()]
  await addComplaint(context.database.db, {
    ...{ id, submission_id: submission, run_id: run, indicator_id: '管理', before: '{}', state: 'open' },
    ...{ raised_by: 'test', raised_at: at },
    ...{ outcome: null, reason: null, decided_by: null, decided_at: null, after_run_id: null },
  })
  return id
}

function idOf({ status, body }: { status: number; body: { id?: string } }): string {
  if (status >= 300 || body.id === undefined) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body.id
}

/** A module of the library, as it is sent. */
export const module = {
  id: 'm',
  name: '满意度',
  items: [{ id: '满意度', type: 'rate' }],
  indicators: [{ id: '满意', name: '满意度', points: '10', scoring: { method: 'judgement' } }],
}

/** A form with a file in it, of a kind that is not taken where its name says so. */
export function file(name: string): { body: Buffer; headers: Record<string, string> } {
  const part = (field: string, more = '') => `--x\r\ncontent-disposition: form-data; name="${field}"${more}\r\n\r\n`
  const fields = `${part('entry')}满意度\r\n${part('note')}原件\r\n`
  return {
    body: Buffer.from(`${fields}${part('file', `; filename="${name}"`)}${Math.random()}\r\n--x--\r\n`),
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  }
}

async function finished(ask: Asking, run: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { state } = (await ask('GET', `/api/runs/${run}`)).body
    if (state === 'done') return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the run does not end')
}
