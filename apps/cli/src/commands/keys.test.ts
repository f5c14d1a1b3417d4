import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { folderWith, yardstick } from '../io.testing.ts'
import { at, done } from '../keys/levels.testing.ts'

const make = ['keys', 'new', '--name', '省厅', '--publisher', '江西省财政厅', '--region', '360000']

test('a key is made, listed, exported, trusted by another and revoked there', async () => {
  const cwd = folderWith({})
  const [province, county] = [at(cwd, '省'), at(cwd, '县')]
  await done(province(make))
  const listed = JSON.parse((await done(province(['keys', 'list', '--json']))).stdout)
  expect(listed).toMatchObject([
    { name: '省厅', publisher: '江西省财政厅', region: '360000', isOwn: true, isRevoked: false },
  ])
  const [{ fingerprint }] = listed
  await done(province(['keys', 'export', '省厅', '-o', 'p.json']))
  expect((await done(county(['keys', 'trust', 'p.json']))).stdout).toContain(fingerprint)
  expect((await done(county(['keys', 'list']))).stdout).toContain('代表地区  360000')
  // By the fingerprint as it is read out.
  expect((await done(county(['keys', 'revoke', fingerprint]))).stdout).toContain('省厅（已撤销）')
  expect(await county(['keys', 'trust', 'p.json'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('已被撤销'),
  })
  expect((await county(['keys', 'list'], 'en')).stdout).toContain('省厅 (revoked)')
})

test('nothing of the private key can be read by others, or without the passphrase', async () => {
  const cwd = folderWith({})
  await done(at(cwd, '省')(make))
  const own = join(cwd, 'keys/省/own')
  const [file] = readdirSync(own)
  expect(statSync(own).mode & 0o777).toBe(0o700)
  expect(statSync(join(own, file!)).mode & 0o777).toBe(0o600)
  const { locked } = JSON.parse(readFileSync(join(own, file!), 'utf8'))
  expect(locked).toMatchObject({ algorithm: 'scrypt-AES-256-GCM' })
})

test('the passphrase is asked twice at the terminal', async () => {
  const cwd = folderWith({})
  const asked: string[] = []
  const typing = (...answers: string[]) => ({
    cwd,
    ask: async (question: string) => {
      asked.push(question)
      return answers.shift() ?? ''
    },
  })
  const argv = [...make, '--keys', 'k']
  expect(await yardstick(argv, typing('一二三四五六七八', '一二三四五六七九'))).toMatchObject({ code: 2 })
  expect(await yardstick(argv, typing('一二三四五六七'))).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('至少'),
  })
  expect(await yardstick(argv, typing('一二三四五六七八', '一二三四五六七八'))).toMatchObject({ code: 0 })
  expect(asked.slice(0, 2)).toEqual(['密钥“省厅”的口令：', '再输一遍口令：'])
})

it.each<[string, readonly string[], number, RegExp]>([
  ['no passphrase and nobody to ask', make, 2, /YARDSTICK_PASSPHRASE/],
  ['no publisher', ['keys', 'new', '--name', '省厅'], 2, /缺少 --publisher P/],
  ['a region that is none', [...make.slice(0, -1), '江西'], 1, /6 至 12 位数字/],
  ['no command behind keys', ['keys'], 2, /keys 之后应为 new、list、export、trust、revoke；/],
  ['a misspelt one', ['keys', 'trsut', 'x'], 2, /是否为 trust/],
  ['a key that is not there', ['keys', 'export', 'x', '-o', 'x.json'], 2, /没有这个密钥/],
  ['a file that is no key', ['keys', 'trust', 's.json'], 1, /DOCUMENT_KIND/],
  ['an argument too many', ['keys', 'list', 'x'], 2, /多余的参数 x/],
])('%s is told', async (_, argv, code, words) => {
  const cwd = folderWith({ 's.json': { yardstick: 'scheme/1' } })
  const ran = await yardstick([...argv, ...(argv.length > 1 ? ['--keys', 'k'] : [])], { cwd })
  expect({ code: ran.code, said: ran.stderr + ran.stdout }).toEqual({ code, said: expect.stringMatching(words) })
})

test('a ring with a broken file is not read past it', async () => {
  const cwd = folderWith({})
  await done(at(cwd, '省')(make))
  const folder = join(cwd, 'keys/省/trusted')
  writeFileSync(join(folder, readdirSync(folder)[0]!), '{}')
  expect(await at(cwd, '省')(['keys', 'list'])).toMatchObject({ code: 2, stderr: expect.stringContaining('已经损坏') })
})
