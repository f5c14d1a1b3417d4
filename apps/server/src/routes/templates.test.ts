import { describe, expect, it } from 'vitest'
import { testScheme } from '../schemes.testing.ts'
import { stores, testServer } from '../server.testing.ts'
import { publisherOf, signed, takenIn, trust } from '../templates.testing.ts'

const province = publisherOf('江西省财政厅', '360000')
const city = publisherOf('南昌市财政局', '360100')
const jiangxi = { name: '江西省', code: '360000' }
const nanchang = { name: '南昌市', code: '360100' }

describe.each(stores)('on %s, the library of templates', (kind) => {
  const server = testServer(kind)
  const designer = (region = '360100') => server().as({ role: 'designer', region })
  const administrator = () => server().as({ role: 'administrator' })

  it('reads a file before it is taken in, and stores nothing by that', async () => {
    const ask = await designer()
    const { file, hash } = signed(province, { region: jiangxi, id: 'reading' })
    const read = await ask('POST', '/api/templates/reading', { file })
    expect(read).toMatchObject({
      status: 200,
      body: {
        head: {
          ...{ hash, id: 'reading', name: '示例模板', version: '1', publisher: '江西省财政厅' },
          ...{ level: 'province', source: 'file', kind: 'template', trust: 'unknown-key' },
          schemes: [{ id: 'demo', name: '示例指标体系', leaves: 2, fullScore: '100', year: null }],
        },
        ...{ isKnown: false, newest: null, isOlder: false },
        issues: [{ code: 'TEMPLATE_UNTRUSTED', severity: 'warning' }],
      },
    })
    expect(read.body.head.key).toMatch(/^(\d{5} ){5}\d{5}$/)
    expect(await ask('GET', `/api/templates/${hash}`)).toMatchObject({ status: 404 })
    await takenIn(ask, { file, hash })
    expect((await ask('POST', '/api/templates/reading', { file })).body).toMatchObject({ isKnown: true, newest: '1' })
    expect(await ask('POST', '/api/templates', { file })).toMatchObject({ status: 409, codes: ['REQUEST_EXISTS'] })
  })

  it('gives a file back to the letter, with what is in it', async () => {
    const ask = await designer()
    const template = signed(province, { region: jiangxi, id: 'whole', basis: ['财预〔2020〕10号'] })
    await takenIn(ask, template)
    const one = await ask('GET', `/api/templates/${template.hash}`)
    expect(one.body).toMatchObject({ hash: template.hash, readme: null, provenance: [], isNewest: true })
    expect(one.body.package).toEqual(template.package)
    const file = await ask('GET', `/api/templates/${template.hash}/file`)
    expect(file.bytes.toString('utf8')).toBe(template.file)
    expect(file.headers['content-disposition']).toBe("attachment; filename*=UTF-8''whole-1.yardstick")
  })

  it('is searched by name, initials, id and form code, and narrowed', async () => {
    const ask = await designer()
    const codes = { formCode: '财绩01', departmentTypes: ['教育'], id: 'search.a' }
    await takenIn(ask, signed(province, { ...codes, name: '义务教育补助', region: jiangxi }))
    await takenIn(ask, signed(city, { id: 'search.b', name: '公路养护', region: nanchang }))
    const names = async (query: string) =>
      (await ask('GET', `/api/templates?${query}`)).body.templates.map((each: { name: string }) => each.name)
    const found = ['义务教育补助']
    for (const query of ['search=ywjybz', 'search=search.a', `search=${encodeURIComponent('财绩01')}`]) {
      expect(await names(query)).toEqual(found)
    }
    expect(await names(`departmentType=${encodeURIComponent('教育')}`)).toEqual(found)
    expect(await names('level=city&search=glyh')).toEqual(['公路养护'])
    expect(await names('level=nation')).toEqual([])
    expect(await names('region=360100')).toEqual(['公路养护'])
    expect(await names(`publisher=${encodeURIComponent('南昌市财政局')}&source=file&kind=template`)).toEqual([
      '公路养护',
    ])
    expect(await names('kind=proposal')).toEqual([])
    const all = await names('')
    const first = await ask('GET', '/api/templates?limit=1')
    expect(await names(`after=${first.body.templates[0].hash}`)).toEqual(all.slice(1))
  })

  it('tells of versions: the newest, and that an older one came after it', async () => {
    const ask = await designer()
    const at = (version: string) => signed(province, { region: jiangxi, id: 'versions', version })
    await takenIn(ask, at('1.9'))
    await takenIn(ask, at('1.10'))
    const older = at('1.2')
    expect((await ask('POST', '/api/templates/reading', { file: older.file })).body).toMatchObject({
      ...{ newest: '1.10', isOlder: true, head: { isNewest: false } },
      issues: [{ code: 'TEMPLATE_OLDER', expected: '1.10', found: '1.2' }, { code: 'TEMPLATE_UNTRUSTED' }],
    })
    // It may be kept, for what was adopted from it.
    await takenIn(ask, older)
    const { templates } = (await ask('GET', '/api/templates?search=versions')).body
    expect(
      templates.map(({ version, isNewest }: { version: string; isNewest: boolean }) => [version, isNewest]),
    ).toEqual([
      ['1.10', true],
      ['1.9', false],
      ['1.2', false],
    ])
  })

  it('believes a seal by key, publisher and region, until the key is revoked', async () => {
    const ask = await designer()
    const admin = await administrator()
    const own = publisherOf('抚州市财政局', '361000')
    const trustOf = async (template: { file: string }) =>
      (await ask('POST', '/api/templates/reading', { file: template.file })).body.head.trust
    const good = signed(own, { region: { name: '抚州市', code: '361002' }, id: 'trust' })
    expect(await trustOf(good)).toBe('unknown-key')
    await trust(admin, own)
    expect(await trustOf(good)).toBe('trusted')
    expect(await trustOf(signed(own, { region: jiangxi, id: 'trust' }))).toBe('other-region')
    expect(await trustOf(signed({ ...own, publisher: '别人' }, { region: nanchang, id: 'trust' }))).toBe(
      'other-publisher',
    )
    expect((await admin('DELETE', `/api/trusted-keys/${own.key}`)).status).toBe(204)
    expect(await trustOf(good)).toBe('revoked')
    const { keys } = (await ask('GET', '/api/trusted-keys')).body
    const [row] = keys.filter(({ key }: { key: string }) => key === own.key)
    expect(row).toMatchObject({ name: '抚州市财政局', region: '361000', isOwn: false, revokedBy: 'administrator' })
    expect(await admin('DELETE', `/api/trusted-keys/${own.key}`)).toMatchObject({ codes: ['REQUEST_STATE'] })
  })

  it('is not kept from the real one by who has signed the same', async () => {
    const ask = await designer()
    const own = publisherOf('赣州市财政局', '360700')
    const place = { region: { name: '赣州市', code: '360700' }, id: 'resealed' }
    const [real, forged] = [signed(own, place), signed({ ...publisherOf('冒名者'), publisher: own.publisher }, place)]
    expect(forged.hash).toBe(real.hash)
    await takenIn(ask, forged)
    expect(await ask('POST', '/api/templates', { file: real.file })).toMatchObject({ codes: ['REQUEST_EXISTS'] })
    await trust(await administrator(), own)
    expect((await ask('POST', '/api/templates/reading', { file: real.file })).body).toMatchObject({
      ...{ isKnown: false, head: { trust: 'trusted' } },
    })
    await takenIn(ask, real)
    expect((await ask('GET', `/api/templates/${real.hash}`)).body).toMatchObject({ trust: 'trusted' })
    const file = await ask('GET', `/api/templates/${real.hash}/file`)
    expect(file.bytes.toString('utf8')).toBe(real.file)
    expect(await ask('POST', '/api/templates', { file: forged.file })).toMatchObject({ codes: ['REQUEST_EXISTS'] })
  })

  it('lets out what nobody should find any more, and keeps it', async () => {
    const ask = await designer()
    const template = signed(province, { region: jiangxi, id: 'removed' })
    const url = `/api/templates/${await takenIn(ask, template)}`
    expect(await (await designer())('DELETE', url)).toMatchObject({ status: 403, codes: ['REQUEST_FORBIDDEN'] })
    expect((await ask('DELETE', url)).status).toBe(204)
    expect(await ask('DELETE', url)).toMatchObject({ status: 404 })
    expect((await ask('GET', '/api/templates?search=removed')).body.templates).toEqual([])
    expect((await ask('GET', url)).body).toMatchObject({ isRemoved: true })
    await takenIn(ask, template)
    expect((await ask('GET', url)).body).toMatchObject({ isRemoved: false })
  })

  it.each<[string, (file: string) => string, string]>([
    ['one letter of a scheme is another', (file) => file.replace('数量', '质量'), 'PACKAGE_PART_CHANGED'],
    ['one letter of the manifest is another', (file) => file.replace('示例模板', '示例範本'), 'PACKAGE_SIGNATURE'],
    ['the end is cut off', (file) => file.slice(0, -10), 'PACKAGE_DAMAGED'],
    ['it ends with a line', (file) => `${file}\n`, 'PACKAGE_NOT_CANONICAL'],
    ['a key stands twice', (file) => file.replace('{', '{"manifest":{},'), 'JSON_DUPLICATE_KEY'],
    ['it is nested without end', () => '['.repeat(100_000), 'PACKAGE_DAMAGED'],
    ['it is nested without end, whole', () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'DOCUMENT_TOO_DEEP'],
    ['it is no package', () => '{}', 'DOCUMENT_KIND'],
    ['nobody signed it', (file) => file.replace(/,"signature":\{[^}]*\}/, ''), 'PACKAGE_UNSIGNED'],
  ])('refuses a file where %s', async (_, spoiled, code) => {
    const ask = await designer()
    const { file } = signed(province, { region: jiangxi, id: 'hostile' }, [testScheme()])
    for (const url of ['/api/templates/reading', '/api/templates']) {
      expect(await ask('POST', url, { file: spoiled(file) })).toMatchObject({ status: 422, codes: [code] })
    }
  })

  it('refuses what is too large before it is read', async () => {
    const ask = await designer()
    const huge = await ask('POST', '/api/templates', { file: 'x'.repeat(11_000_000) })
    expect(huge).toMatchObject({ status: 413, codes: ['FILE_TOO_LARGE'] })
  })
})

describe.each(stores)('on %s, keys', (kind) => {
  const server = testServer(kind)
  const administrator = (region = '') => server().as({ role: 'administrator', region })
  const fields = { name: '省厅签印', publisher: '江西省财政厅', region: '360000', passphrase: 'correct horse battery' }

  it('are made here, their public half given out, their secret never', async () => {
    const admin = await administrator()
    const made = await admin('POST', '/api/keys', fields)
    expect(made).toMatchObject({ status: 201, body: { name: '省厅签印', publisher: '江西省财政厅', region: '360000' } })
    const { key } = made.body
    expect(JSON.stringify((await admin('GET', '/api/keys')).body)).not.toMatch(/locked|secret|salt/)
    const file = await admin('GET', `/api/keys/${key}/file`)
    const document = { yardstick: 'key/1', name: '省厅签印', publisher: '江西省财政厅', region: '360000', key }
    expect(JSON.parse(file.bytes.toString('utf8'))).toEqual(document)
    const trusted = (await admin('GET', '/api/trusted-keys')).body.keys
    expect(trusted).toMatchObject([{ key, isOwn: true, revokedAt: null }])
    expect(await admin('POST', '/api/trusted-keys', { document })).toMatchObject({ codes: ['REQUEST_EXISTS'] })
    expect((await admin('DELETE', `/api/keys/${key}`)).status).toBe(204)
    expect(await admin('DELETE', `/api/keys/${key}`)).toMatchObject({ status: 404 })
    expect((await admin('GET', '/api/trusted-keys')).body.keys).toMatchObject([{ key, isOwn: false }])
  })

  it('are managed by administrators of their region', async () => {
    const province = await administrator('360000')
    expect(await province('POST', '/api/keys', { ...fields, region: '110000' })).toMatchObject({ status: 403 })
    const { region: _, ...everywhere } = fields
    expect(await province('POST', '/api/keys', everywhere)).toMatchObject({ status: 403 })
    const { document, key } = publisherOf('吉安市财政局', '360800')
    expect((await province('POST', '/api/trusted-keys', { document })).status).toBe(201)
    const beside = await administrator('360900')
    expect(await beside('DELETE', `/api/trusted-keys/${key}`)).toMatchObject({ status: 403 })
    const wrong = { document: { ...document, key: 'x' } }
    expect(await province('POST', '/api/trusted-keys', wrong)).toMatchObject({ status: 422, codes: ['SHAPE_FORMAT'] })
    expect(await province('POST', '/api/keys', { ...fields, passphrase: 'short' })).toMatchObject({ status: 422 })
  })
})
