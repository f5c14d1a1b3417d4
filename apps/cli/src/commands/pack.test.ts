import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { folderWith, smallScheme, yardstick } from '../io.testing.ts'
import { at, done, shared, twoLevels } from '../keys/levels.testing.ts'

const levels = await twoLevels()
const { cwd, province, county } = levels
const packed = (...more: string[]) => ['pack', 's.json', '-o', 'x.yardstick', '--key', '省厅', ...more]

test('a scheme is packed, verified by who trusts the key, and told by who does not', async () => {
  const verified = await done(county(['verify', 'p1.yardstick']))
  expect(verified.stdout).toContain('小方案 1\n')
  expect(verified.stdout).toContain('✓ 签名有效，密钥受信任（指纹 ')
  expect(verified.stdout).toMatch(/指标体系 +小方案（2 项指标，10 分，0 个用例，1 个参数，1 条可改范围）/)
  const stranger = await at(cwd, '别人')(['verify', 'p1.yardstick'], 'en')
  expect(stranger).toMatchObject({ code: 1, stdout: expect.stringContaining('not trusted here yet') })
})

test('the manifest is taken from the scheme and the key, and is said otherwise by options', async () => {
  const manifestOf = async (...more: string[]) =>
    JSON.parse((await done(province(packed('--json', ...more)))).stdout).manifest
  expect(await manifestOf()).toMatchObject({
    id: 'small',
    name: '小方案',
    version: '1',
    publisher: '江西省财政厅',
    region: shared.region,
    licence: '未注明 unspecified',
    minimumEngine: '0.1',
    date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  })
  writeFileSync(join(cwd, 'about.md'), '# 说明\n')
  const said = [
    '--id',
    'jx',
    '--name',
    '赣',
    '--version',
    '1.2',
    '--region',
    '南昌市:360100',
    '--licence',
    'L',
    '--readme',
    'about.md',
  ]
  const manifest = await manifestOf(...said)
  expect(manifest).toMatchObject({
    id: 'jx',
    name: '赣',
    version: '1.2',
    region: { name: '南昌市', code: '360100' },
    licence: 'L',
  })
  expect(manifest.contents.map((each: { kind: string }) => each.kind)).toEqual(['scheme', 'readme'])
})

test('the next version keeps id, name and licence, and names the one before', async () => {
  const next = ['--previous', 'p1.yardstick']
  expect(await province(packed(...next))).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('新的版本应比它大'),
  })
  const { stdout } = await done(province(packed(...next, '--version', '1.1', '--json')))
  expect(JSON.parse(stdout).manifest).toMatchObject({
    id: 'small',
    version: '1.1',
    licence: 'CC-BY-4.0',
    previous: expect.any(String),
  })
})

test('a downgrade is noticed, and what changed is said', async () => {
  const changed = {
    ...shared,
    version: '2',
    indicators: [{ ...shared.indicators[0], name: '群众满意度' }, shared.indicators[1]],
  }
  writeFileSync(join(cwd, 's2.json'), JSON.stringify(changed))
  await done(province(['pack', 's2.json', '-o', 'p2.yardstick', '--key', '省厅']))
  const up = await done(county(['verify', 'p2.yardstick', '--against', 'p1.yardstick']))
  expect(up.stdout).toContain('与 1 版相比，2 版：')
  expect(up.stdout).toContain('群众满意度')
  const down = await county(['verify', 'p1.yardstick', '--against', 'p2.yardstick'])
  expect(down).toMatchObject({ code: 1, stderr: '注意：这是较旧的 1 版，你已有经签名的 2 版\n' })
})

test('a changed file names the part that was changed', async () => {
  const whole = readFileSync(join(cwd, 'p1.yardstick'), 'utf8')
  writeFileSync(join(cwd, 'changed.yardstick'), whole.replace('秩序', '程序'))
  writeFileSync(join(cwd, 'cut.yardstick'), whole.slice(0, 500))
  expect(await county(['verify', 'changed.yardstick'])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/指标体系“small”应与清单所记一致，现不一致，已被改动/),
  })
  const { stdout, code } = await county(['verify', 'p1.yardstick', 'changed.yardstick', 'cut.yardstick', '--json'])
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject([
    { file: 'p1.yardstick', trust: 'trusted' },
    { file: 'changed.yardstick', issues: [{ code: 'PACKAGE_PART_CHANGED' }] },
    { file: 'cut.yardstick', issues: [{ code: 'PACKAGE_DAMAGED' }] },
  ])
})

test('a wrong passphrase signs nothing', async () => {
  const folder = folderWith({ 's.json': smallScheme })
  const wrong = at(folder, '省')
  await done(wrong(['keys', 'new', '--name', '省厅', '--publisher', '某厅']))
  const argv = [...packed(), '--keys', 'keys/省']
  const ran = await yardstick(argv, { cwd: folder, env: { YARDSTICK_PASSPHRASE: '别的口令别的口令' } })
  expect(ran).toMatchObject({ code: 2, stderr: '省厅：口令不对，密钥没有打开\n' })
})

it.each<[string, readonly string[], number, RegExp]>([
  [
    'a region the key does not speak for',
    packed('--region', '广东省:440000'),
    1,
    /代表“江西省财政厅”（360000），不能为/,
  ],
  ['another publisher', packed('--publisher', '某厅'), 1, /不能为“某厅”/],
  ['a region without a code', packed('--region', '江西省'), 2, /名称:代码/],
  ['a key that is not there', ['pack', 's.json', '-o', 'x.yardstick', '--key', 'x'], 2, /没有这个密钥/],
  ['a scheme with errors', ['pack', 'bad.json', '-o', 'x.yardstick', '--key', '省厅'], 1, /SCHEME_POINTS_SUM/],
  ['a proposal of what was not adopted', packed('--proposal-to', 'p1.yardstick'), 2, /不是采用自/],
])('%s is told', async (_, argv, code, words) => {
  writeFileSync(join(cwd, 'bad.json'), JSON.stringify({ ...shared, fullScore: '11' }))
  const ran = await province(argv)
  expect({ code: ran.code, said: ran.stderr }).toEqual({ code, said: expect.stringMatching(words) })
})

test('errors in the design are packed where that is said', async () => {
  await done(province(['pack', 'bad.json', '-o', 'bad.yardstick', '--key', '省厅', '--with-errors']))
})

test('a folder of packages becomes a catalogue; one that is refused is told', async () => {
  const made = await yardstick(['catalogue', '.', '--name', '江西省模板目录', '--json'], { cwd })
  expect(made).toMatchObject({ code: 1, stderr: expect.stringContaining('changed.yardstick') })
  expect(JSON.parse(made.stdout).name).toBe('江西省模板目录')
  const catalogue = JSON.parse(readFileSync(join(cwd, 'catalogue.json'), 'utf8'))
  const files = catalogue.packages.map((each: { file: string }) => each.file)
  expect(files).toEqual(expect.arrayContaining(['p1.yardstick', 'p2.yardstick']))
  expect(files).not.toContain('changed.yardstick')
  const [p1] = catalogue.packages.filter((each: { file: string }) => each.file === 'p1.yardstick')
  expect(p1.bytes).toBe(readFileSync(join(cwd, 'p1.yardstick')).length)
  expect(await yardstick(['catalogue', 'nowhere'], { cwd })).toMatchObject({
    code: 2,
    stderr: 'nowhere：没有这个文件夹\n',
  })
})

test('check goes on looking into packages', async () => {
  expect(await yardstick(['check', 'p1.yardstick'], { cwd })).toMatchObject({ code: 0 })
})
