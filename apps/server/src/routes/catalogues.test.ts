import { makeCatalogue } from '@yardstick/exchange/package'
import { describe, expect, it } from 'vitest'
import { cataloguesIn } from '../commands/catalogues-in.ts'
import { stores, testServer } from '../server.testing.ts'
import { type Answers, fileServer } from '../templates/file-server.testing.ts'
import { publisherOf, signed } from '../templates.testing.ts'

const province = publisherOf('江西省财政厅', '360000')
const region = { name: '江西省', code: '360000' }
const [good, newer] = ['1', '2'].map((version) => signed(province, { id: 'catalogued', version, region })) as [
  ReturnType<typeof signed>,
  ReturnType<typeof signed>,
]
const tampered = good.file.replace('数量', '质量')
const listed = (file: string, of = good) => ({ file, bytes: Buffer.byteLength(of.file), read: of })
const catalogue = makeCatalogue([listed('模板-1.yardstick'), listed('模板-2.yardstick', newer)], '江西省模板目录')

const answers: Answers = {
  '/templates/catalogue.json': JSON.stringify(catalogue),
  '/templates/模板-1.yardstick': good.file,
  '/templates/模板-2.yardstick': newer.file,
}
const hostile: Answers = {
  '/templates/catalogue.json': JSON.stringify(makeCatalogue([listed('a.yardstick'), listed('b.yardstick', newer)])),
  '/templates/a.yardstick': tampered,
  '/templates/b.yardstick': good.file,
}
const broken: Answers = { '/templates/catalogue.json': JSON.stringify({ ...catalogue, packages: [{ file: '../x' }] }) }
const [entry] = catalogue.packages
const double: Answers = { '/templates/catalogue.json': JSON.stringify({ ...catalogue, packages: [entry, entry] }) }
const home = fileServer(answers)
const foe = fileServer(hostile)
const wreck = fileServer(broken)
const twin = fileServer(double)

describe.each(stores)('on %s, catalogues', (kind) => {
  // The addresses are known when the servers listen: what a server reads is this very list.
  const catalogues: string[] = []
  const server = testServer(kind, { settings: { catalogues } })
  const designer = async () => {
    catalogues.splice(0, catalogues.length, home(), foe(), wreck(), 'http://127.0.0.1:9/', twin())
    return server().as({ role: 'designer', region: '360100' })
  }
  const packages = (number: number, rest = '') => `/api/catalogues/${number}/packages${rest}`

  it('are those that the operator has listed, and say what they offer', async () => {
    const ask = await designer()
    const { body } = await ask('GET', '/api/catalogues')
    expect(body.catalogues[0]).toEqual({ number: 1, address: home(), name: null })
    const offered = await ask('GET', packages(1))
    expect(offered.body).toMatchObject({
      name: '江西省模板目录',
      packages: [
        { file: '模板-1.yardstick', hash: good.hash, version: '1', isKnown: false, newest: null },
        { hash: newer.hash, version: '2' },
      ],
    })
    expect(await ask('GET', packages(9))).toMatchObject({ status: 404 })
    const reader = await server().as({ role: 'reader' })
    expect(await reader('GET', packages(1))).toMatchObject({ status: 403 })
  })

  it('are fetched from by the server, read, and taken in', async () => {
    const ask = await designer()
    expect((await ask('POST', packages(1, `/${newer.hash}/reading`))).body).toMatchObject({
      head: { hash: newer.hash, source: 'catalogue', trust: 'unknown-key' },
      isKnown: false,
    })
    expect(await ask('POST', packages(1, `/${newer.hash}`))).toMatchObject({
      status: 201,
      body: { source: 'catalogue' },
    })
    expect((await ask('GET', packages(1))).body.packages).toMatchObject([
      { isKnown: false, newest: '2' },
      { isKnown: true },
    ])
    expect((await ask('POST', packages(1, `/${good.hash}/reading`))).body).toMatchObject({ isOlder: true, newest: '2' })
    const file = await ask('GET', `/api/templates/${newer.hash}/file`)
    expect(file.bytes.toString('utf8')).toBe(newer.file)
    expect(await ask('POST', packages(1, `/${'0'.repeat(64)}`))).toMatchObject({ status: 404 })
  })

  it.each<[string, number, string, string]>([
    ['a package that was changed', 2, `/${good.hash}`, 'PACKAGE_PART_CHANGED'],
    ['another package than it says', 2, `/${newer.hash}`, 'CATALOGUE_HASH'],
    ['a catalogue that is none', 3, `/${good.hash}`, 'SHAPE_FORMAT'],
    ['a catalogue that names a file twice', 5, `/${good.hash}`, 'CATALOGUE_FILE_TWICE'],
    ['a server that does not answer', 4, `/${good.hash}`, 'CATALOGUE_UNREACHABLE'],
  ])('are refused with %s', async (_, number, rest, code) => {
    const ask = await designer()
    for (const url of [packages(number, rest), packages(number, `${rest}/reading`)]) {
      const { status, codes } = await ask('POST', url)
      expect([status, codes]).toEqual([422, expect.arrayContaining([code])])
    }
  })
})

describe('addresses of catalogues', () => {
  it.each([
    ['', []],
    ['https://files.example/templates', ['https://files.example/templates/']],
    [' http://127.0.0.1:8000/catalogue.json , https://b.example ', ['http://127.0.0.1:8000/', 'https://b.example/']],
  ])('%j are %j', (text, expected) => {
    expect(cataloguesIn(text)).toEqual(expected)
  })

  it.each(['files.example', 'file:///srv', 'ftp://a.example/', 'https://a:b@c.example/', 'https://c.example/?x=1'])(
    '%s is refused',
    (text) => {
      expect(() => cataloguesIn(text)).toThrow()
    },
  )
})
