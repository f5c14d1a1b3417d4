import { createHash } from 'node:crypto'
import { canonicalText } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { addedScheme, based, testScheme } from '../schemes.testing.ts'
import { type Asking, stores, testServer } from '../server.testing.ts'

describe.each(stores)('on %s, reviews', (kind) => {
  const server = testServer(kind)
  const designer = () => server().as({ role: 'designer', region: '360000' })
  const reviewer = () => server().as({ role: 'reviewer', region: '360000' })

  /** A scheme under review, and those who brought it there and who decide. */
  async function submitted(scheme = testScheme()) {
    const [author, judge] = [await designer(), await reviewer()]
    const id = await addedScheme(author, scheme)
    const answer = await author('POST', `/api/schemes/${id}/review`, { note: '请审核' })
    expect(answer).toMatchObject({ status: 201, body: { revision: 1 } })
    return { id, url: `/api/schemes/${id}`, author, judge }
  }
  const state = async (ask: Asking, url: string) => (await ask('GET', url)).body.state

  it('go from draft over remarks to a return, and again to approval', async () => {
    const { url, author, judge } = await submitted()
    expect(await state(author, url)).toBe('review')
    const remark = await judge('POST', `${url}/review/remarks`, { indicator: '满意', text: '目标值偏低' })
    expect(remark).toMatchObject({ status: 201, body: { indicator: '满意', writtenBy: 'reviewer', isResolved: false } })
    await author('POST', `${url}/review/remarks`, { text: '依据见附件' })
    expect(await judge('POST', `${url}/review/remarks`, { indicator: '没有', text: '？' })).toMatchObject({
      status: 404,
      codes: ['REQUEST_NOT_FOUND'],
    })
    const returned = await judge('POST', `${url}/review/decision`, { decision: 'returned', note: '请修改' })
    expect(returned).toMatchObject({ status: 200, body: { decision: 'returned', decidedBy: 'reviewer' } })
    expect(await state(author, url)).toBe('draft')
    const resolved = await author('PUT', `${url}/review/remarks/${remark.body.id}`, { resolved: true })
    expect(resolved).toMatchObject({ status: 200, body: { isResolved: true } })
    await author('PUT', `${url}/draft`, testScheme({ description: '已改' }), based(1))
    await author('POST', `${url}/review`, {}, based(2))
    await judge('POST', `${url}/review/decision`, { decision: 'approved' })
    expect(await state(author, url)).toBe('approved')
    const { reviews } = (await author('GET', `${url}/reviews`)).body
    expect(reviews).toMatchObject([
      { revision: 2, decision: 'approved', remarks: [], isOwn: true },
      {
        revision: 1,
        note: '请审核',
        decision: 'returned',
        decisionNote: '请修改',
        remarks: [
          { indicator: '满意', isResolved: true },
          { indicator: null, writtenBy: 'designer' },
        ],
      },
    ])
    const pages = [(await author('GET', `${url}/reviews?limit=1`)).body.reviews]
    pages.push((await author('GET', `${url}/reviews?limit=1&after=${pages[0][0].id}`)).body.reviews)
    expect(pages).toMatchObject([[{ revision: 2 }], [{ revision: 1 }]])
    expect(await author('PUT', `${url}/review/remarks/x`, { resolved: true })).toMatchObject({ status: 404 })
  })

  it('are not begun with errors, nor of what has changed meanwhile', async () => {
    const ask = await designer()
    const id = await addedScheme(ask, testScheme({ fullScore: '90' }))
    const url = `/api/schemes/${id}`
    const refused = await ask('POST', `${url}/review`, {})
    expect(refused.status).toBe(422)
    expect(refused.codes).toContain('SCHEME_POINTS_SUM')
    expect(await state(ask, url)).toBe('draft')
    await ask('PUT', `${url}/draft`, testScheme(), based(1))
    expect(await ask('POST', `${url}/review`, {}, based(1))).toMatchObject({ status: 412, codes: ['REQUEST_STALE'] })
    // A case of its own that does not come out is an error too.
    const [one] = testScheme().cases!
    const cases = [{ ...one!, expected: { total: '99' } }]
    await ask('PUT', `${url}/draft`, testScheme({ cases }), based(2))
    expect((await ask('POST', `${url}/review`, {})).codes).toContain('SCHEME_CASE')
  })

  it('are decided upon what was looked at, and nothing that was submitted since', async () => {
    const { url, author, judge } = await submitted()
    await author('DELETE', `${url}/review`)
    await author('PUT', `${url}/draft`, testScheme({ description: '另一稿' }), based(1))
    await author('POST', `${url}/review`, {})
    const decide = (revision: number) =>
      judge('POST', `${url}/review/decision`, { decision: 'approved' }, based(revision))
    expect(await decide(1)).toMatchObject({ status: 412, codes: ['REQUEST_STALE'] })
    expect(await state(author, url)).toBe('review')
    expect((await decide(2)).status).toBe(200)
  })

  it('leave what is under review as it is, until it is decided or withdrawn', async () => {
    const { url, author, judge } = await submitted()
    const save = (revision: number) => author('PUT', `${url}/draft`, testScheme({ name: '新' }), based(revision))
    expect(await save(1)).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
    expect(await author('POST', `${url}/review`, {})).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
    expect(await author('DELETE', url)).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
    expect((await author('DELETE', `${url}/review`)).status).toBe(204)
    expect(await judge('POST', `${url}/review/decision`, { decision: 'approved' })).toMatchObject({
      status: 409,
      codes: ['REQUEST_STATE'],
    })
    expect(await judge('POST', `${url}/review/remarks`, { text: '？' })).toMatchObject({ status: 409 })
    expect(await save(1)).toMatchObject({ status: 200 })
    expect((await author('GET', `${url}/reviews`)).body.reviews).toMatchObject([{ decision: 'withdrawn' }])
  })

  it('of what was approved and then changed begin anew', async () => {
    const { url, author, judge } = await submitted()
    await judge('POST', `${url}/review/decision`, { decision: 'approved' })
    await author('PUT', `${url}/draft`, testScheme({ name: '又改' }), based(1))
    expect(await state(author, url)).toBe('draft')
    expect(await judge('POST', `${url}/versions`)).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
  })

  it('are not decided by who submitted it', async () => {
    const both = await server().as({ role: 'designer' }, { role: 'reviewer' })
    const id = await addedScheme(both)
    const url = `/api/schemes/${id}/review`
    await both('POST', url, {})
    expect(await both('POST', `${url}/decision`, { decision: 'approved' })).toMatchObject({
      status: 403,
      codes: ['REVIEW_OWN'],
    })
    expect(await both('POST', `${url}/decision`, { decision: 'returned' })).toMatchObject({ status: 200 })
  })

  it('end in a version: named by its content, published once, never changed, retired', async () => {
    const scheme = testScheme({ name: `发布${kind}` })
    const { url, author, judge } = await submitted(scheme)
    await judge('POST', `${url}/review/decision`, { decision: 'approved' })
    expect(await author('POST', `${url}/versions`)).toMatchObject({ status: 403, codes: ['REQUEST_FORBIDDEN'] })
    const answers = await Promise.all([1, 2, 3].map(() => judge('POST', `${url}/versions`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    const hash = createHash('sha256').update(canonicalText(scheme)).digest('hex')
    expect(answers.find(({ status }) => status === 201)?.body).toEqual({ hash, number: 1 })
    const again = await judge('POST', `${url}/versions`)
    expect(again).toMatchObject({ status: 409, codes: ['VERSION_ELSEWHERE'] })
    expect(again.body.issues[0].found).toMatchObject({ hash, number: 1, name: `发布${kind}`, region: '360100' })
    expect((await author('GET', url)).body).toMatchObject({ state: 'draft', latest: { hash, number: 1 } })

    const elsewhere = await server().as({ role: 'department', region: '110000' })
    const read = await elsewhere('GET', `/api/versions/${hash}`)
    expect(read).toMatchObject({ status: 200, body: { hash, number: 1, publishedBy: 'reviewer', isRetired: false } })
    expect(read.body.scheme).toEqual(scheme)
    expect(await server().nobody('GET', `/api/versions/${hash}`)).toMatchObject({ status: 401 })
    const { versions } = (await elsewhere('GET', `/api/versions?search=${encodeURIComponent(`发布${kind}`)}`)).body
    expect(versions).toMatchObject([{ hash, name: `发布${kind}`, region: '360100' }])
    expect(versions[0].scheme).toBeUndefined()
    expect((await elsewhere('GET', `/api/versions?after=${hash}&search=${encodeURIComponent('发布')}`)).body).toEqual({
      versions: [],
    })

    expect((await author('GET', `${url}/comparison?from=${hash}`)).body.differences).toEqual([])
    const other = await server().as({ role: 'reviewer', region: '110000' })
    expect(await other('POST', `/api/versions/${hash}/retire`)).toMatchObject({ status: 403 })
    expect(await judge('POST', `/api/versions/${hash}/retire`)).toMatchObject({
      status: 200,
      body: { isRetired: true },
    })
    expect(await judge('POST', `/api/versions/${hash}/retire`)).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
    expect((await author('GET', url)).body.latest).toBeNull()
    expect(await judge('POST', `/api/versions/${'0'.repeat(64)}/retire`)).toMatchObject({ status: 404 })
  })
})

describe.each(stores)('on %s, without accounts', (kind) => {
  const server = testServer(kind, { startToken: 'geheim' })

  it('whoever sits at the computer reviews their own', async () => {
    const cookie = { cookie: 'yardstick-start-0=geheim' }
    const ask: Asking = (method, url, body, headers = {}) =>
      server().nobody(method, url, body, { ...cookie, ...headers })
    const added = await ask('POST', '/api/schemes', { scheme: testScheme() })
    const url = `/api/schemes/${added.body.id}`
    await ask('POST', `${url}/review`, {})
    const decided = await ask('POST', `${url}/review/decision`, { decision: 'approved' })
    expect(decided).toMatchObject({ status: 200, body: { submittedBy: '本机' } })
    expect(await ask('POST', `${url}/versions`)).toMatchObject({ status: 201 })
  })
})
