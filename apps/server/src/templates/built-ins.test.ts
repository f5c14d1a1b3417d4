import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { stores, testServer } from '../server.testing.ts'
import { builtInsOf, keepBuiltIns } from './built-ins.ts'

const rules = fileURLToPath(new URL('../../../../rules', import.meta.url))

describe.each(stores)('on %s, the templates that come with the product', (kind) => {
  const server = testServer(kind)
  const folder = mkdtempSync(join(tmpdir(), 'yardstick-rules-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const begin = async () => keepBuiltIns(server().context, await builtInsOf(folder))
  const list = async () => {
    const ask = await server().as({ role: 'designer', region: '360100' })
    return { ask, templates: (await ask('GET', '/api/templates?source=built-in')).body.templates as { hash: string }[] }
  }

  it('are in the library as soon as a server begins, each once', async () => {
    cpSync(rules, folder, { recursive: true })
    await Promise.all([begin(), begin()])
    await begin()
    const { ask, templates } = await list()
    expect(templates.length).toBeGreaterThan(10)
    expect(templates).toContainEqual(
      expect.objectContaining({
        ...{ id: 'national.department-overall', publisher: '标尺 Yardstick', level: 'nation' },
        ...{ source: 'built-in', trust: 'built-in', key: null, isNewest: true },
      }),
    )
    const [{ hash }] = templates as [{ hash: string }]
    expect((await ask('GET', `/api/templates/${hash}`)).body).toMatchObject({
      hash,
      package: { yardstick: 'package/1' },
    })
    const admin = await server().as({ role: 'designer' })
    expect(await admin('DELETE', `/api/templates/${hash}`)).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
  })

  it('change with the product; what was adopted before is still known', async () => {
    const path = join(folder, 'national/project-selfeval/scheme.json')
    const scheme = readFileSync(path, 'utf8')
    const find = async () =>
      (await list()).templates.find((each) => (each as { id?: string }).id === 'national.project-selfeval')!
    const { ask } = await list()
    const before = await find()
    const body = { scheme: 'national.project-selfeval', mode: 'copy' }
    const { id } = (await ask('POST', `/api/templates/${before.hash}/adoption`, body)).body
    writeFileSync(path, scheme.replace('"name": "', '"name": "新'))
    await begin()
    const after = await find()
    expect(after.hash).not.toBe(before.hash)
    expect((await ask('GET', `/api/templates/${before.hash}`)).body).toMatchObject({
      isRemoved: true,
      trust: 'built-in',
    })
    expect((await ask('GET', `/api/schemes/${id}/upstream`)).body).toMatchObject({
      ...{ current: { hash: before.hash }, newer: [{ hash: after.hash }] },
    })
    writeFileSync(path, scheme)
    await begin()
    expect(await find()).toMatchObject({ hash: before.hash })
  })
})
