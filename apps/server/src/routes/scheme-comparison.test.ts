import type { Submission } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { addTestCampaign } from '../evaluations.testing.ts'
import { addedScheme, testScheme } from '../schemes.testing.ts'
import { stores, testServer } from '../server.testing.ts'

const submitted = (department: string, rate: string, judged: number): Submission => ({
  yardstick: 'submission/1',
  subject: { department },
  period: '2024',
  items: { 满意度: rate },
  judgements: { 数量: judged },
})

describe.each(stores)('on %s, the impact of a draft', (kind) => {
  const server = testServer(kind)

  /** 40 points for full satisfaction, of which the draft asks more. */
  async function setUp() {
    const designer = await server().as({ role: 'designer', region: '360000' })
    const [judged, satisfied] = testScheme().indicators
    const stricter = { ...satisfied!, target: { comparator: '>=' as const, value: '100%' } }
    const id = await addedScheme(designer, testScheme({ indicators: [judged!, stricter], cases: [] }))
    const submissions = [submitted('甲局', '90%', 55), submitted('乙局', '100%', 60), submitted('丙局', '45%', 60)]
    const campaign = await addTestCampaign(server().context.database.db, { scheme: testScheme(), submissions })
    return { designer, id, campaign }
  }

  it('says whose score and grade it would have changed, and through what', async () => {
    const { designer, id, campaign } = await setUp()
    const { status, body } = await designer('GET', `/api/schemes/${id}/impact?campaign=${campaign.id}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      revision: 1,
      version: campaign.version,
      submissions: 3,
      subjects: 3,
      changed: { score: 2, grade: 0 },
      versions: [{ hash: campaign.version, submissions: 3 }],
    })
    const [first] = body.rows
    expect(first).toMatchObject({ before: { total: '95' }, after: { total: '91' }, through: [{ id: '满意' }] })
    expect(first.submission).toBe(campaign.submissions[first.index])
  })

  it('is for those who may look at the campaign so', async () => {
    const { designer, id, campaign } = await setUp()
    const url = `/api/schemes/${id}/impact`
    const here = await server().as({ role: 'reader', region: '360100' })
    expect(await here('GET', `${url}?campaign=${campaign.id}`)).toMatchObject({
      status: 404,
      codes: ['REQUEST_NOT_FOUND'],
    })
    expect(await designer('GET', `${url}?campaign=none`)).toMatchObject({ status: 404 })
    const none = await designer('GET', `${url}?campaign=${campaign.id}&version=${'0'.repeat(64)}`)
    expect(none).toMatchObject({ status: 404, codes: ['REQUEST_NOT_FOUND'] })
  })
})
