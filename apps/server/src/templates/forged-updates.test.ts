import type { Scheme } from '@yardstick/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { based, testScheme } from '../schemes.testing.ts'
import { type Asking, stores, testServer } from '../server.testing.ts'
import { publisherOf, signed, takenIn, trust } from '../templates.testing.ts'

/** Two bureaus of one name, each with a key for its own region; and who passes on more than was allowed. */
const here = publisherOf('县财政局', '360121')
const elsewhere = { ...publisherOf('县财政局（另一）', '410100'), publisher: '县财政局' }
const ministry = publisherOf('财政部')
const province = publisherOf('江西省财政厅', '360000')

const template = testScheme({
  id: 'county.demo',
  cases: [],
  sharing: { boundaries: [{ indicator: '产出', mayChange: false }] },
})

describe.each(stores)('on %s, who is not whom it goes by', (kind) => {
  const server = testServer(kind)
  const designer = (region = '360121') => server().as({ role: 'designer', region })
  beforeAll(async () => {
    const administrator = await server().as({ role: 'administrator' })
    await trust(administrator, here, ministry, province)
    const document = { ...elsewhere.document, publisher: '县财政局' }
    expect((await administrator('POST', '/api/trusted-keys', { document })).status).toBe(201)
  })
  const adopt = async (ask: Asking, hash: string, scheme = 'county.demo') => {
    const made = await ask('POST', `/api/templates/${hash}/adoption`, { scheme, mode: 'reference' })
    expect(made).toMatchObject({ status: 201 })
    return made.body.id as string
  }

  it('a bureau of the same name elsewhere publishes no newer version', async () => {
    const ask = await designer()
    const region = { name: '某县', code: '360121' }
    const first = await takenIn(ask, signed(here, { id: 'county.demo', region }, [template]))
    const { sharing: _, ...open } = template
    const there = { name: '他县', code: '410100' }
    const forged = await takenIn(
      ask,
      signed(elsewhere, { id: 'county.demo', version: '9', region: there }, [{ ...open, name: '放开' } as Scheme]),
    )
    const stranger = { ...publisherOf('冒名者'), publisher: '县财政局' }
    await takenIn(ask, signed(stranger, { id: 'county.demo', version: '99', region }, [template]))
    // The real one is no older for it, and the forged ones are no updates.
    const id = await adopt(ask, first)
    expect((await ask('GET', `/api/schemes/${id}/upstream`)).body.newer).toEqual([])
    const made = await ask('POST', `/api/templates/${forged}/adoption/trial`, {
      ...{ scheme: 'county.demo', mode: 'reference' },
    })
    const { lineage } = made.body.scheme as Scheme
    const { scheme } = (await ask('GET', `/api/schemes/${id}/draft`)).body
    const saved = await ask('PUT', `/api/schemes/${id}/draft`, { ...scheme, lineage }, based(1))
    expect(saved).toMatchObject({ status: 422, codes: ['LIMIT_LINEAGE'] })
    const second = await takenIn(ask, signed(here, { id: 'county.demo', version: '2', region }, [template]))
    expect((await ask('GET', `/api/schemes/${id}/upstream`)).body.newer).toMatchObject([{ hash: second }])
  })

  it('who passes on what it adopted does not widen it', async () => {
    const ask = await designer()
    const above = signed(ministry, { id: 'above', region: { name: '全国' } }, [{ ...template, id: 'above' }])
    const hash = await takenIn(ask, above)
    const id = await adopt(ask, hash, 'above')
    const { scheme } = (await ask('GET', `/api/schemes/${id}/draft`)).body as { scheme: Scheme }
    const region = { name: '江西省', code: '360000' }
    const { nodes = {} } = scheme.lineage!
    const free = Object.fromEntries(Object.entries(nodes).map(([key, { limits: _, ...origin }]) => [key, origin]))
    const { boundaries: _, ...lineage } = scheme.lineage!
    const [output, ...others] = scheme.indicators
    const widened: [string, Scheme][] = [
      ['limits left out', { ...scheme, lineage: { ...lineage, nodes: free } }],
      ['a lock not kept', { ...scheme, indicators: [{ ...output!, name: '改了' }, ...others] }],
    ]
    for (const [what, each] of widened) {
      const passed = signed(province, { id: 'passed', name: what, region }, [each], [above.seal])
      const url = `/api/templates/${await takenIn(ask, passed)}/adoption`
      const asked = { scheme: 'above', mode: 'reference' }
      const refused = await ask('POST', url, asked)
      expect(refused.status, what).toBe(422)
      expect(refused.codes![0], what).toMatch(/^LIMIT_/)
      expect((await ask('POST', `${url}/trial`, asked)).body.issues[0].code, what).toMatch(/^LIMIT_/)
    }
  })

  it('a key that was revoked above is trusted anew by nobody below', async () => {
    const administrator = await server().as({ role: 'administrator' })
    const own = publisherOf('吉安市财政局', '360800')
    await trust(administrator, own)
    expect((await administrator('DELETE', `/api/trusted-keys/${own.key}`)).status).toBe(204)
    const other = await server().as({ role: 'administrator', region: '410000' })
    const document = { ...own.document, region: '410100' }
    expect(await other('POST', '/api/trusted-keys', { document })).toMatchObject({ status: 403 })
    expect((await administrator('POST', '/api/trusted-keys', { document: own.document })).status).toBe(201)
  })
})
