import type { Declaration, Scheme } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { begin, type City, city, goTo, newest, scheme } from '../campaigns.testing.ts'
import { stores, testServer } from '../server.testing.ts'

const declared: Scheme = {
  ...scheme,
  id: 'declared-2025',
  declarations: 'required',
  indicators: [scheme.indicators[0]!, { id: '个性', name: '个性指标', points: '60', individual: true, children: [] }],
}

const declaration: Declaration = {
  yardstick: 'declaration/1',
  scheme: { id: 'declared-2025' },
  subject: { department: '冒名单位' },
  period: '1999',
  targets: { 执行率: { comparator: '>=', value: '92%' } },
  indicators: {
    个性: [
      {
        id: '时限',
        name: '办理时限',
        points: '60',
        target: { comparator: '<=', value: '10' },
        actual: '办理天数',
        scoring: { method: 'ratio' },
      },
    ],
  },
  items: [{ id: '办理天数', type: 'number' }],
}

describe.each(stores)('on %s, declarations', (kind) => {
  const server = testServer(kind)

  it('are written, handed in, returned, mended, approved, and then hold their department to them', async () => {
    const { people, id, url, campaign } = await begun('甲校', '乙校')
    const [ask] = people.reporters
    const half = { ...declaration, indicators: {}, items: [] }
    expect(await ask('PUT', url, half, { 'if-match': '"1"' })).toMatchObject({ status: 200, body: { state: 'open' } })
    expect(await ask('POST', `${url}/submit`)).toMatchObject({ status: 422, codes: ['DECLARATION_INDIVIDUAL_EMPTY'] })
    await ask('PUT', url, declaration, { 'if-match': '"2"' })
    expect((await ask('POST', `${url}/submit`)).status).toBe(200)
    expect(await ask('PUT', url, declaration, { 'if-match': '"4"' })).toMatchObject({ codes: ['REQUEST_STATE'] })
    expect((await ask('POST', `${url}/decision`, { decision: 'approved' })).status).toBe(403)
    expect(await people.evaluator('POST', `${url}/decision`, { decision: 'returned' })).toMatchObject({
      status: 422,
      codes: ['SHAPE_REQUIRED'],
    })
    await people.evaluator('POST', `${url}/decision`, { decision: 'returned', note: '目标偏低' })
    const raised = { ...declaration, targets: { 执行率: { comparator: '>=', value: '95%' } } }
    await ask('PUT', url, raised, { 'if-match': '"5"' })
    await ask('POST', `${url}/submit`)
    const approved = await people.reviewer('POST', `${url}/decision`, { decision: 'approved' })
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved', revision: 8 } })
    const { body } = await ask('GET', url)
    expect(body.declaration).toMatchObject({
      subject: { department: '甲校' },
      period: '2025',
      targets: { 执行率: { value: '95%' } },
    })
    await goTo(people, campaign, 'report')
    const entries = [{ of: 'items', id: '办理天数', layer: 'reported', value: 8 }]
    const headers = await newest(ask, id)
    expect((await ask('PUT', `/api/submissions/${id}/layers`, { entries }, headers)).status).toBe(200)
    expect(await ask('PUT', url, declaration, await newest(ask, id))).toMatchObject({ status: 409 })
  })

  it('keep within the limits of the scheme and are wholly of the right form', async () => {
    const { people, url } = await begun('丙校', '丁校')
    const [ask, other] = people.reporters
    const low = { ...declaration, targets: { 执行率: { comparator: '>=', value: '80%' } } }
    expect(await ask('PUT', url, low, { 'if-match': '"1"' })).toMatchObject({
      status: 422,
      codes: ['DECLARATION_TARGET_LIMIT'],
    })
    const unnamed = { ...declaration, items: [] }
    const refused = await ask('PUT', url, unnamed, { 'if-match': '"1"' })
    expect([refused.status, refused.codes]).toEqual([422, ['FORMULA_UNKNOWN_NAME']])
    expect((await ask('PUT', url, { yardstick: 'declaration/1' }, { 'if-match': '"1"' })).codes).toContain(
      'SHAPE_REQUIRED',
    )
    expect((await ask('PUT', url, declaration)).codes).toEqual(['REQUEST_NO_REVISION'])
    expect((await other('GET', url)).status).toBe(404)
    expect((await people.evaluator('PUT', url, declaration, { 'if-match': '"1"' })).status).toBe(403)
  })

  async function begun(
    ...names: [string, string]
  ): Promise<{ people: City; campaign: string; id: string; url: string }> {
    const people = await city(server(), names)
    const { campaign, submissions } = await begin(server(), people, { of: declared, hasDeclarations: true })
    return { people, campaign, id: submissions[0], url: `/api/submissions/${submissions[0]}/declaration` }
  }
})
