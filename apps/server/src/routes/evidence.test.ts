import { createHash, randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { begin, type City, city, goTo, newest } from '../campaigns.testing.ts'
import { newContext } from '../new-context.ts'
import { type Answer, type Asking, stores, testServer } from '../server.testing.ts'
import { buildServer } from '../server.ts'
import { defaultLimits } from '../settings.ts'

const pdf = (bytes = randomBytes(100)) => Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes])
const limits = { ...defaultLimits, requestsPerMinute: 1_000_000, evidence: 3_000_000, evidencePerSubmission: 5_000_000 }

describe.each(stores)('on %s, evidence', (kind) => {
  const server = testServer(kind, { settings: { limits } })

  it('comes back to the byte under its Chinese name, to be saved and never shown', async () => {
    const { people, id, url } = await begun('甲校', '乙校')
    const [ask] = people.reporters
    const file = pdf(randomBytes(2_500_000))
    const name = '满意度调查问卷（2025年度）.pdf'
    const sent = await upload(ask, url, { entry: '满意度', note: '原件存档', name, file })
    expect(sent).toMatchObject({ status: 201, body: { entry: '满意度', name, size: file.length, revision: 2 } })
    const got = await ask('GET', `/api/evidence/${sent.body.id}`)
    expect({ status: got.status, headers: got.headers }).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(file.length),
        'content-disposition': `attachment; filename="________2025___.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'x-content-type-options': 'nosniff',
      },
    })
    expect(got.headers.etag).toBe(`"${createHash('sha256').update(file).digest('hex')}"`)
    expect(
      createHash('sha256')
        .update(await bytes(ask, sent.body.id))
        .digest('hex'),
    ).toBe(sent.body.hash)
    const { body } = await ask('GET', `/api/submissions/${id}`)
    expect(body.submission.evidence).toEqual({ 满意度: [{ name, hash: sent.body.hash, note: '原件存档' }] })
    // A note too long is cut between two characters, and the document stays one that can be saved.
    const note = `${'长'.repeat(1_999)}😀😀`
    const more = await upload(ask, url, { entry: '满意度', note, name: '附件.pdf', file: pdf() })
    expect(more.body.revision).toBe(3)
    const entries = [{ of: 'items', id: '满意度', layer: 'reported', value: '96%' }]
    const written = await ask('PUT', `/api/submissions/${id}/layers`, { entries }, { 'if-match': '"3"' })
    expect(written).toMatchObject({ status: 200, codes: [] })
  })

  it('is refused by ending, by its first bytes, by size, and where it belongs nowhere', async () => {
    const { people, url } = await begun('丙校', '丁校')
    const [ask] = people.reporters
    const html = Buffer.from('<!doctype html><script>alert(1)</script>')
    const refused: readonly [string, Buffer, number, string][] = [
      ['页面.html', html, 415, 'REQUEST_MEDIA'],
      ['图.svg', Buffer.from('<svg/>'), 415, 'REQUEST_MEDIA'],
      ['脚本.js', Buffer.from('alert(1)'), 415, 'REQUEST_MEDIA'],
      ['程序.exe', Buffer.from('MZ'), 415, 'REQUEST_MEDIA'],
      ['宏.docm', Buffer.from('PK\u0003\u0004'), 415, 'REQUEST_MEDIA'],
      ['报告.pdf.html', html, 415, 'REQUEST_MEDIA'],
      ['无后缀', pdf(), 415, 'REQUEST_MEDIA'],
      ['报告.pdf', html, 415, 'REQUEST_MEDIA'],
      ['照片.png', pdf(), 415, 'REQUEST_MEDIA'],
      ['说明.txt', html, 415, 'REQUEST_MEDIA'],
      ['说明.txt', Buffer.from('\ufeff  <svg onload=x>'), 415, 'REQUEST_MEDIA'],
      ['名单.csv', Buffer.from([0x4d, 0x5a, 0, 0, 1]), 415, 'REQUEST_MEDIA'],
      ['大.pdf', pdf(randomBytes(3_000_000)), 413, 'FILE_TOO_LARGE'],
      ['空.pdf', Buffer.alloc(0), 422, 'SHAPE_SIZE'],
      ['..', pdf(), 422, 'SHAPE_FORMAT'],
    ]
    for (const [name, file, status, code] of refused) {
      const answer = await upload(ask, url, { entry: '满意度', name, file })
      expect([name, answer.status, answer.codes]).toEqual([name, status, [code]])
    }
    const nowhere = await upload(ask, url, { entry: '不存在', name: 'a.pdf', file: pdf() })
    expect(nowhere).toMatchObject({ status: 422, codes: ['SUBMISSION_UNKNOWN_EVIDENCE'] })
    expect((await upload(ask, url, { name: 'a.pdf', file: pdf() })).codes).toEqual(['SHAPE_REQUIRED'])
    expect((await ask('POST', url, { entry: '满意度' })).codes).toEqual(['REQUEST_MEDIA'])
    expect((await ask('GET', url)).body.evidence).toEqual([])
  })

  it('keeps of a path the last part only', async () => {
    const { people, url } = await begun('龙校', '凤校')
    const names: readonly [string, string][] = [
      ['../../etc/问卷.pdf', '问卷.pdf'],
      ['C:\\Windows\\..\\报告.pdf', '报告.pdf'],
      ['附件\u202efdp.pdf', '附件fdp.pdf'],
      ['a:b|c?.pdf', 'a_b_c_.pdf'],
      ['%2e%2e%2fx.pdf', '%2e%2e%2fx.pdf'],
    ]
    for (const [given, kept] of names) {
      const sent = await upload(people.reporters[0], url, { entry: '满意度', name: given, file: pdf() })
      expect([given, sent.body.name]).toEqual([given, kept])
    }
  })

  it('is of the submission: seen by who may read it, attached by who writes to it at this stage', async () => {
    const { people, campaign, url } = await begun('庚校', '辛校')
    const [ask, other] = people.reporters
    const send = (as: Asking, name = 'a.pdf') => upload(as, url, { entry: '满意度', name, file: pdf() })
    const own = await send(ask)
    const file = `/api/evidence/${own.body.id}`
    for (const [as, status] of [
      [people.evaluator, 409],
      [people.reviewer, 403],
      [people.reader, 403],
      [people.expert, 403],
      [people.countyEvaluator, 403],
      [other, 404],
      [people.elsewhere, 404],
      [server().nobody, 401],
    ] as const) {
      expect((await send(as)).status).toBe(status)
      // The department's is never the evaluator's to take away.
      expect((await as('DELETE', file)).status).toBe(status === 409 ? 403 : status)
      const seen = status === 404 || status === 401 ? status : 200
      expect([(await as('GET', file)).status, (await as('GET', url)).status]).toEqual([seen, seen])
    }
    await goTo(people, campaign, 'evaluate')
    expect((await send(ask)).status).toBe(409)
    expect((await ask('DELETE', file)).status).toBe(409)
    expect((await send(people.evaluator, '现场核查.pdf')).status).toBe(201)
    await goTo(people, campaign, 'verify')
    expect((await send(people.evaluator)).status).toBe(409)
  })

  it('is taken away by the side that attached it, and what evaluators attached is not shown to the department yet', async () => {
    const { people, campaign, id, url } = await begun('午校', '未校')
    const [ask] = people.reporters
    const entry = '满意度'
    const reported = await upload(ask, url, { entry, name: '问卷.pdf', file: pdf() })
    await goTo(people, campaign, 'self')
    await ask('POST', `/api/submissions/${id}/submit`)
    await goTo(people, campaign, 'evaluate')
    const verified = await upload(people.evaluator, url, { entry, name: '现场核查.pdf', file: pdf() })
    expect(await people.evaluator('DELETE', `/api/evidence/${reported.body.id}`)).toMatchObject({
      status: 403,
      codes: ['REQUEST_FORBIDDEN'],
    })
    await people.evaluator('POST', `/api/submissions/${id}/return`, { note: '问卷缺页' })
    const hidden = `/api/evidence/${verified.body.id}`
    expect([(await ask('GET', hidden)).status, (await ask('DELETE', hidden)).status]).toEqual([404, 404])
    const told = async (as: Asking) =>
      JSON.stringify(
        await Promise.all(
          [url, `/api/submissions/${id}`, `/api/submissions/${id}/history`].map(
            async (each) => (await as('GET', each)).body,
          ),
        ),
      )
    expect(await told(ask)).toContain('问卷.pdf')
    expect(await told(ask)).not.toContain('现场核查')
    expect(await told(people.reader)).toContain('现场核查')
    expect((await ask('DELETE', `/api/evidence/${reported.body.id}`)).status).toBe(204)
    expect((await upload(ask, url, { entry, name: '问卷全.pdf', file: pdf() })).status).toBe(201)
    await goTo(people, campaign, 'final')
    expect(await told(ask)).toContain('现场核查')
    expect((await ask('GET', hidden)).status).toBe(200)
  })

  it('that is refused for want of room takes none', async () => {
    const { people, url } = await begun('申校', '酉校')
    const [ask] = people.reporters
    for (const name of ['a.pdf', 'b.pdf'])
      await upload(ask, url, { entry: '满意度', name, file: pdf(randomBytes(2_400_000)) })
    const stored = async () => {
      const { db } = server().context.database
      return (await db.selectFrom('evidence').select('hash').execute()).map(({ hash }) => hash).sort()
    }
    const before = await stored()
    const full = await upload(ask, url, { entry: '满意度', name: 'c.pdf', file: pdf(randomBytes(2_400_000)) })
    expect(full).toMatchObject({ status: 413, codes: ['FILE_TOO_LARGE'] })
    expect(await stored()).toEqual(before)
  })

  it('is kept once, counted for each submission, and goes with its last use', async () => {
    const { people, submissions } = await begun('壬校', '癸校')
    const file = pdf(randomBytes(1_500_000))
    const urls = submissions.map((id) => `/api/submissions/${id}/evidence`)
    const [one, two] = people.reporters
    const first = await upload(one, urls[0]!, { entry: '满意度', name: 'a.pdf', file })
    const again = await upload(one, urls[0]!, { entry: '满意度', name: 'b.pdf', file })
    expect(again).toMatchObject({ status: 409, codes: ['REQUEST_EXISTS'] })
    await upload(one, urls[0]!, { entry: '管理', name: 'a.pdf', file })
    await upload(one, urls[0]!, { entry: '创新', name: 'a.pdf', file })
    const full = await upload(one, urls[0]!, { entry: '执行率', name: 'a.pdf', file })
    expect(full).toMatchObject({ status: 413, codes: ['FILE_TOO_LARGE'] })
    const second = await upload(two, urls[1]!, { entry: '满意度', name: 'c.pdf', file })
    const kept = async () => {
      const { db } = server().context.database
      return (await db.selectFrom('evidence_part').select('number').where('hash', '=', first.body.hash).execute())
        .length
    }
    expect(await kept()).toBe(2)
    for (const { id } of (await one('GET', urls[0]!)).body.evidence) {
      expect((await one('DELETE', `/api/evidence/${id}`)).status).toBe(204)
    }
    expect((await one('GET', `/api/submissions/${submissions[0]}`)).body.submission.evidence).toBeUndefined()
    expect((await bytes(two, second.body.id)).equals(file)).toBe(true)
    await two('DELETE', `/api/evidence/${second.body.id}`)
    expect(await kept()).toBe(0)
    expect((await two('GET', `/api/evidence/${second.body.id}`)).status).toBe(404)
  })

  it('that a server which died left unused is taken away when one starts', async () => {
    const { people, submissions } = await begun('麟校', '鹤校')
    const url = `/api/submissions/${submissions[0]}/evidence`
    const used = await upload(people.reporters[0], url, { entry: '满意度', name: 'a.pdf', file: pdf() })
    const { database, settings, now, newId } = server().context
    const { db } = database
    const old = { size: 1, created_at: new Date(now().getTime() - 7_200_000) }
    const left = ['a', 'b'].map((each) => each.repeat(64))
    await db
      .insertInto('evidence')
      .values([
        { ...old, hash: left[0]! },
        { hash: left[1]!, size: 1, created_at: now() },
      ])
      .execute()
    await db.updateTable('evidence').set(old).where('hash', '=', used.body.hash).execute()
    const context = newContext({ database, settings, now, newId })
    const app = await buildServer(context, { startToken: () => undefined })
    await app.ready()
    const kept = () =>
      db
        .selectFrom('evidence')
        .select('hash')
        .where('hash', 'in', [...left, used.body.hash])
        .execute()
    // One that is just coming in is used by nobody yet.
    await expect
      .poll(async () => (await kept()).map(({ hash }) => hash).sort())
      .toEqual([left[1], used.body.hash].sort())
    await app.close()
  })

  it('comes in several at once, none of them lost', async () => {
    const { people, id, url } = await begun('子校', '丑校')
    const names = ['一', '二', '三', '四', '五'].map((each) => `${each}.pdf`)
    const sent = await Promise.all(
      names.map((name) => upload(people.reporters[0], url, { entry: '满意度', name, file: pdf() })),
    )
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    const { body } = await people.evaluator('GET', `/api/submissions/${id}`)
    expect(body.submission.evidence.满意度.map(({ name }: { name: string }) => name).sort()).toEqual([...names].sort())
    expect((await newest(people.evaluator, id))['if-match']).toBe('"6"')
  })

  const uploads = () => readdirSync(tmpdir()).filter((name) => name.startsWith('yardstick-upload-'))

  it('in a body that cannot be read is refused, and nothing of it is left', async () => {
    const { people, url } = await begun('寅校', '卯校')
    const before = new Set(uploads())
    const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7'
    const bodies: readonly [string, string][] = [
      ['multipart/form-data', part],
      ['multipart/form-data; boundary=b', ''],
      ['multipart/form-data; boundary=b', 'nothing'],
      ['multipart/form-data; boundary=b', '--b\r\n'],
      ['multipart/form-data; boundary=b', part],
      ['multipart/form-data; boundary=b', part.replace('file', '__proto__')],
      ['multipart/form-data; boundary=b', `${part}\r\n${part}\r\n--b--`],
      [`multipart/form-data; boundary=${'b'.repeat(300)}`, part],
    ]
    for (const [type, body] of bodies) {
      const { status, codes } = await people.reporters[0]('POST', url, body, { 'content-type': type })
      expect([type, body, status >= 400 && status < 500]).toEqual([type, body, true])
      if (type.endsWith('boundary=b') && body === part) expect(codes).toEqual(['REQUEST_BROKEN'])
    }
    expect((await people.reporters[0]('GET', url)).body.evidence).toEqual([])
    await expect.poll(() => uploads().filter((name) => !before.has(name))).toEqual([])
  })

  it('is refused whoever loses the right to it while it comes in', async () => {
    const { people, url } = await begun('戌校', '亥校')
    const cookie = await server().cookieOf({ role: 'department', department: people.departments[0] })
    const { body } = await server().nobody('GET', '/api/session', undefined, { cookie })
    const part = (field: string) => `--b\r\ncontent-disposition: form-data; name="${field}"`
    async function* slowly() {
      yield Buffer.from(`${part('entry')}\r\n\r\n满意度\r\n${part('file')}; filename="a.pdf"\r\n\r\n%PDF-1.7`)
      const { db } = server().context.database
      await db.deleteFrom('grant').where('account_id', '=', body.person.id).execute()
      yield Buffer.from('\r\n--b--\r\n')
    }
    const type = 'multipart/form-data; boundary=b'
    const headers = { host: 'localhost', cookie, 'content-type': type }
    const answer = await server().app.inject({ method: 'POST', url, headers, payload: Readable.from(slowly()) })
    expect([answer.statusCode, answer.json().issues?.[0].code]).toEqual([403, 'REQUEST_FORBIDDEN'])
    expect((await people.reporters[0]('GET', url)).body.evidence).toEqual([])
  })

  it('that breaks off half-way leaves nothing behind', async () => {
    const { people, url } = await begun('辰校', '巳校')
    const before = new Set(uploads())
    const { app } = server()
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    const cookie = await server().cookieOf({ role: 'department', department: people.departments[0] })
    const socket = connect(port, '127.0.0.1')
    const type = 'content-type: multipart/form-data; boundary=b'
    socket.write(
      `POST ${url} HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\n${type}\r\ncontent-length: 2000000\r\n\r\n`,
    )
    socket.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7')
    socket.write(Buffer.alloc(500_000))
    const own = () => uploads().filter((name) => !before.has(name))
    await expect.poll(own).toHaveLength(1)
    socket.destroy()
    await expect.poll(own).toEqual([])
    expect((await people.reporters[0]('GET', url)).status).toBe(200)
  })

  async function begun(...names: [string, string]) {
    const people: City = await city(server(), names)
    const { campaign, submissions } = await begin(server(), people)
    return { people, campaign, submissions, id: submissions[0], url: `/api/submissions/${submissions[0]}/evidence` }
  }

  async function bytes(ask: Asking, id: string): Promise<Buffer> {
    return (await ask('GET', `/api/evidence/${id}`)).bytes
  }
})

interface Upload {
  readonly entry?: string
  readonly note?: string
  readonly name: string
  readonly file: Buffer
}

function upload(ask: Asking, url: string, { name, file, ...fields }: Upload): Promise<Answer> {
  const boundary = 'yardstick-boundary'
  const head = Object.entries(fields).map(
    ([field, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  )
  const own = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name.replace(/\\/g, '\\\\')}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head.join('') + own), file, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return ask('POST', url, payload, { 'content-type': `multipart/form-data; boundary=${boundary}` })
}
