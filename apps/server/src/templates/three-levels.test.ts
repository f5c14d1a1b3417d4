import { acceptProposal, type Scheme, type TemplatePackage, type TemplateRef, updateScheme } from '@yardstick/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { based, testScheme } from '../schemes.testing.ts'
import { sha256 } from '../scoring/score.ts'
import { type Asking, stores, type TestServer, testServer } from '../server.testing.ts'
import { publisherOf, signed, takenIn, trust } from '../templates.testing.ts'

/**
 * 国家 → 省 → 县, each with a server of its own: what one signs the next takes in as a file, adopts, changes within its limits
 * and signs again. In the end a county's proposal comes back to its province.
 */
const ministry = publisherOf('财政部')
const passphrase = 'correct horse battery'
const judged = (id: string, name: string, points: string) => ({
  ...{ id, name, points },
  scoring: { method: 'judgement' as const },
})

const national = testScheme({
  ...{ id: 'national.demo', cases: [] },
  sharing: { boundaries: [{ indicator: '产出', mayChange: false, points: { plusMinus: '5' } }] },
})

interface Level {
  readonly server: TestServer
  readonly designer: Asking
  readonly reviewer: Asking
  readonly administrator: Asking
}

describe.each(stores)('on %s, three levels', (kind) => {
  const [servers, regions] = [
    { province: testServer(kind), county: testServer(kind) },
    { province: '360000', county: '360121' },
  ]
  const levels = {} as Record<'province' | 'county', Level>
  beforeAll(async () => {
    for (const level of ['province', 'county'] as const) {
      const server = servers[level]()
      const region = regions[level]
      levels[level] = {
        server,
        designer: await server.as({ role: 'designer', region }),
        reviewer: await server.as({ role: 'reviewer', region }),
        administrator: await server.as({ role: 'administrator' }),
      }
    }
  })

  const done = <T extends { status: number; body: unknown }>(answer: T): T => {
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
    return answer
  }
  const draftOf = async ({ designer }: Level, id: string): Promise<Scheme> =>
    done(await designer('GET', `/api/schemes/${id}/draft`)).body.scheme
  const revisionOf = async ({ designer }: Level, id: string): Promise<number> =>
    done(await designer('GET', `/api/schemes/${id}`)).body.revision
  const save = async (level: Level, id: string, scheme: Scheme) =>
    level.designer('PUT', `/api/schemes/${id}/draft`, scheme, based(await revisionOf(level, id)))
  const newKey = async ({ administrator }: Level, publisher: string, region: string): Promise<string> =>
    done(await administrator('POST', '/api/keys', { name: publisher, publisher, region, passphrase })).body.key
  /** Signs what was adopted, and gives the file to another server, which trusts the key. */
  const publish = async ({ designer, reviewer }: Level, id: string) => {
    done(await designer('POST', `/api/schemes/${id}/review`, {}))
    done(await reviewer('POST', `/api/schemes/${id}/review/decision`, { decision: 'approved' }))
    done(await reviewer('POST', `/api/schemes/${id}/versions`))
  }
  const sign = async ({ reviewer }: Level, id: string, fields: object): Promise<string> =>
    done(await reviewer('POST', `/api/schemes/${id}/package`, { passphrase, ...fields })).body.hash
  const fileOf = async ({ reviewer }: Level, hash: string) => {
    const file = done(await reviewer('GET', `/api/templates/${hash}/file`)).bytes.toString('utf8')
    return { file, hash }
  }
  const adopt = async ({ designer }: Level, hash: string, scheme: string, more: object = {}): Promise<string> =>
    done(await designer('POST', `/api/templates/${hash}/adoption`, { scheme, mode: 'reference', ...more })).body.id
  const packageOf = async ({ designer }: Level, hash: string): Promise<TemplatePackage> =>
    done(await designer('GET', `/api/templates/${hash}`)).body.package

  let [provincial, key, firstHash, secondHash, local] = ['', '', '', '', '']

  it('a province adopts, adds its own within the limits, and signs', async () => {
    const { province } = levels
    await trust(province.administrator, ministry)
    const template = signed(ministry, { id: 'national.demo', region: { name: '全国' } }, [national])
    provincial = await adopt(province, await takenIn(province.designer, template), 'national.demo', {
      name: '省指标体系',
    })
    const scheme = await draftOf(province, provincial)
    const [output, satisfied] = scheme.indicators as [Scheme['indicators'][0], Scheme['indicators'][0]]
    const own = { ...scheme, indicators: [output, { ...satisfied, points: '30' }, judged('个性', '省级重点', '10')] }
    const sharing = {
      boundaries: [
        { indicator: '个性', mayChange: false },
        { indicator: '满意', points: { plusMinus: '3' } },
      ],
    }
    done(await save(province, provincial, { ...own, sharing } as Scheme))
    const fields = { name: '省模板', id: 'jiangxi.demo', licence: 'CC-BY-4.0', readme: '说明' }
    key = await newKey(province, '江西省财政厅', '360000')
    expect(
      await province.reviewer('POST', `/api/schemes/${provincial}/package`, { key, passphrase, ...fields }),
    ).toMatchObject({
      ...{ status: 409, codes: ['REQUEST_STATE'] },
    })
    await publish(province, provincial)
    const wrong = { key, passphrase: 'wrong horse battery', ...fields }
    expect(await province.reviewer('POST', `/api/schemes/${provincial}/package`, wrong)).toMatchObject({
      ...{ status: 422, codes: ['KEY_PASSPHRASE'] },
    })
    const elsewhere = { ...fields, key: await newKey(province, '北京市财政局', '110000') }
    expect(
      await province.reviewer('POST', `/api/schemes/${provincial}/package`, { passphrase, ...elsewhere }),
    ).toMatchObject({
      ...{ status: 422, codes: ['KEY_SPEAKS'] },
    })
    firstHash = await sign(province, provincial, { key, ...fields })
    expect((await province.designer('GET', `/api/templates/${firstHash}`)).body).toMatchObject({
      ...{
        publisher: '江西省财政厅',
        version: '1',
        source: 'own',
        trust: 'trusted',
        level: 'province',
        scheme: provincial,
      },
      ...{ readme: '说明', provenance: [{ publisher: '财政部', trust: 'trusted', isKnown: true }] },
    })
    const again = await province.reviewer('POST', `/api/schemes/${provincial}/package`, {
      key,
      passphrase,
      ...fields,
      version: '1',
    })
    expect(again).toMatchObject({ status: 409, codes: ['REQUEST_EXISTS'] })
  })

  it('a county takes the file in, trusts the key, and is held to both levels above', async () => {
    const { province, county } = levels
    const { bytes } = await province.designer('GET', `/api/keys/${key}/file`)
    const document = JSON.parse(bytes.toString('utf8'))
    const template = await fileOf(province, firstHash)
    expect((await county.designer('POST', '/api/templates/reading', { file: template.file })).body).toMatchObject({
      head: { trust: 'unknown-key' },
    })
    done(await county.administrator('POST', '/api/trusted-keys', { document }))
    await takenIn(county.designer, template)
    expect((await county.designer('GET', `/api/templates/${firstHash}`)).body).toMatchObject({
      ...{ trust: 'trusted', provenance: [{ publisher: '财政部', trust: 'unknown-key', isKnown: false }] },
    })
    local = await adopt(county, firstHash, 'national.demo')
    const scheme = await draftOf(county, local)
    const at = (index: number, fields: object): Scheme =>
      ({
        ...scheme,
        indicators: scheme.indicators.map((each, at) => (at === index ? { ...each, ...fields } : each)),
      }) as Scheme
    expect(await save(county, local, at(0, { name: '别的' }))).toMatchObject({ codes: ['LIMIT_LOCKED'] })
    expect(await save(county, local, at(2, { name: '别的' }))).toMatchObject({ codes: ['LIMIT_LOCKED'] })
    expect(await save(county, local, at(1, { points: '34' }))).toMatchObject({ codes: ['LIMIT_POINTS'] })
    done(await save(county, local, at(1, { points: '28', name: '群众满意度' })))
  })

  it('an update of the province is merged with what the county has changed', async () => {
    const { province, county } = levels
    const scheme = await draftOf(province, provincial)
    const indicators = scheme.indicators.map((each) => (each.id === '个性' ? { ...each, name: '省级重点任务' } : each))
    done(await save(province, provincial, { ...scheme, indicators } as Scheme))
    await publish(province, provincial)
    secondHash = await sign(province, provincial, { key, name: '省模板', id: 'jiangxi.demo' })
    const template = await fileOf(province, secondHash)
    await takenIn(county.designer, template)
    const { current, newer } = (await county.designer('GET', `/api/schemes/${local}/upstream`)).body
    expect([current, newer]).toMatchObject([{ version: '1' }, [{ version: '2', hash: secondHash, trust: 'trusted' }]])
    const content = await packageOf(county, secondHash)
    expect(content.manifest.previous).toBe(firstHash)
    const before = await draftOf(county, local)
    const { id, version, publisher } = content.manifest
    const ref: TemplateRef = { id, version, publisher, hash: secondHash, scheme: 'national.demo' }
    const [base] = (await packageOf(county, firstHash)).schemes as [Scheme]
    const [upstream] = content.schemes as [Scheme]
    const update = updateScheme({ base, local: before, upstream, template: ref }, sha256)
    done(await save(county, local, update.scheme))
    const after = await draftOf(county, local)
    expect(after.indicators.map(({ name, points }) => [name, points])).toEqual([
      ['产出', '60'],
      ['群众满意度', '28'],
      ['省级重点任务', '10'],
    ])
    expect(after.lineage?.template).toEqual(ref)
    expect((await county.designer('GET', `/api/schemes/${local}/upstream`)).body.newer).toEqual([])
  })

  it('a proposal of the county comes back to the province, which accepts of it what it likes', async () => {
    const { province, county } = levels
    const countyKey = await newKey(county, '南昌县财政局', regions.county)
    const proposal = { note: '名称更清楚', reasons: { 满意: '按本县口径' } }
    const hash = await sign(county, local, { key: countyKey, proposal, name: '南昌县的贡献' })
    const { bytes } = await county.designer('GET', `/api/keys/${countyKey}/file`)
    done(await province.administrator('POST', '/api/trusted-keys', { document: JSON.parse(bytes.toString('utf8')) }))
    await takenIn(province.designer, await fileOf(county, hash))
    const { templates } = (await province.designer('GET', `/api/schemes/${provincial}/proposals`)).body
    expect(templates).toMatchObject([
      {
        ...{ hash, kind: 'proposal', publisher: '南昌县财政局', trust: 'trusted', isNewest: false },
        proposal: { to: { hash: secondHash }, note: '名称更清楚', isKnown: true },
      },
    ])
    const listed = await province.designer('GET', `/api/templates?kind=proposal&to=${firstHash}`)
    expect(listed.body.templates.map((each: { hash: string }) => each.hash)).toEqual([hash])
    expect((await province.designer('GET', `/api/templates/${hash}`)).body.provenance).toMatchObject([
      ...[
        { publisher: '江西省财政厅', trust: 'trusted' },
        { publisher: '财政部', trust: 'trusted' },
      ],
    ])
    // Nobody adopts a proposal.
    const adoption = { scheme: 'national.demo', mode: 'copy' }
    expect(await province.designer('POST', `/api/templates/${hash}/adoption`, adoption)).toMatchObject({
      ...{ status: 422, codes: ['TEMPLATE_PROPOSAL'] },
    })
    const [base] = (await packageOf(province, secondHash)).schemes as [Scheme]
    const [proposed] = (await packageOf(province, hash)).schemes as [Scheme]
    const mine = await draftOf(province, provincial)
    const { scheme } = acceptProposal({
      base,
      mine,
      proposed,
      accepted: (of, id) => of === 'indicator' && id === '满意',
    })
    done(await save(province, provincial, scheme))
    const [, satisfied] = (await draftOf(province, provincial)).indicators
    expect(satisfied).toMatchObject({ name: '群众满意度', points: '28' })
  })

  it('who signs at the same time signs no second version of the same number', async () => {
    const { province } = levels
    const url = `/api/schemes/${provincial}/package`
    const [one, other] = await Promise.all(
      ['甲', '乙'].map((readme) =>
        province.reviewer('POST', url, { key, passphrase, readme, name: '省模板', id: 'jiangxi.demo' }),
      ),
    )
    const answers = [one!, other!]
    const signed = answers.filter(({ status }) => status === 201).map(({ body }) => body.version)
    // Either one waits for the other to be done, or it is told that it is too late.
    expect(signed.toSorted()).toEqual(['3', '4'].slice(0, signed.length))
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expect(answer).toMatchObject({ status: 409, codes: ['REQUEST_EXISTS'] })
    }
    expect(signed.length).toBeGreaterThan(0)
  })

  it('nothing is signed without the seals of what it comes from, nor with a key that was revoked', async () => {
    const { county } = levels
    const scheme = await draftOf(county, local)
    const template = { ...scheme.lineage!.template, hash: 'e'.repeat(64) }
    const copy = { ...scheme, lineage: { template, mode: 'copy' as const } }
    const id = done(await county.designer('POST', '/api/schemes', { region: regions.county, scheme: copy })).body.id
    const { keys } = (await county.designer('GET', '/api/keys')).body
    const fields = { key: keys[0].key, passphrase, proposal: {} }
    const refused = await county.reviewer('POST', `/api/schemes/${id}/package`, fields)
    expect(refused).toMatchObject({ status: 422, codes: ['PACKAGE_SEAL_MISSING'] })
    done(await county.administrator('DELETE', `/api/trusted-keys/${keys[0].key}`))
    const revoked = await county.reviewer('POST', `/api/schemes/${local}/package`, fields)
    expect(revoked).toMatchObject({ status: 422, codes: ['TEMPLATE_UNTRUSTED'] })
    const own = done(await county.designer('POST', '/api/schemes', { region: regions.county, scheme: testScheme() }))
      .body.id
    expect(await county.reviewer('POST', `/api/schemes/${own}/package`, fields)).toMatchObject({
      codes: ['REQUEST_STATE'],
    })
  })
})
