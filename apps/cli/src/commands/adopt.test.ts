import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { smallSubmission } from '../io.testing.ts'
import { at, done, twoLevels } from '../keys/levels.testing.ts'

const { cwd, province, county } = await twoLevels()
const json = (file: string) => JSON.parse(readFileSync(join(cwd, file), 'utf8'))
const adopt = (...more: string[]) =>
  county(['adopt', 'p1.yardstick', '-o', 'c.json', '--region', '南昌县:360121', '--overwrite', ...more])

test('a scheme is adopted by reference, with its region, parameters and lineage', async () => {
  const { stdout, stderr } = await done(adopt('--set', '满意度目标=85%'))
  expect(stderr).toBe('已写出 c.json\n')
  expect(stdout).toContain('引用 小方案（1，江西省财政厅）\n  地区：南昌县 360121\n')
  expect(stdout).toContain('满意度目标（target）  85%（默认为 90%，可设 80% 至 95%）')
  expect(stdout).toContain('“秩序”及其下级：不能改（江西省财政厅）')
  expect(json('c.json')).toMatchObject({
    region: { name: '南昌县', code: '360121' },
    lineage: {
      mode: 'reference',
      template: { id: 'small', version: '1', publisher: '江西省财政厅' },
      parameters: { target: '85%' },
    },
  })
  expect(json('c.json')).not.toHaveProperty('sharing')
})

test('a dry run says the same and writes nothing', async () => {
  const ran = await done(county(['adopt', 'p1.yardstick', '--dry-run'], 'en'))
  expect(ran.stdout).toContain('By reference: 小方案 (1, 江西省财政厅)')
  expect(ran.stderr).toBe('Looked only; nothing was written\n')
  expect(existsSync(join(cwd, 'none.json'))).toBe(false)
  const data = JSON.parse((await done(county(['adopt', 'p1.yardstick', '--dry-run', '--json']))).stdout)
  expect(data).toMatchObject({
    out: null,
    brings: { leaves: 2 },
    needs: { items: [{ name: '满意度', local: null }], judged: ['秩序'] },
  })
})

test('what was changed afterwards is said, and what went beyond the limits', async () => {
  await done(adopt('--set', 'target=85%'))
  const scheme = json('c.json')
  const [first, second] = scheme.indicators
  const write = (indicators: object[]) =>
    writeFileSync(join(cwd, 'mine.json'), JSON.stringify({ ...scheme, indicators }))
  write([{ ...first, name: '群众满意度' }, second])
  const own = await done(county(['verify', 'p1.yardstick', '--scheme', 'mine.json']))
  expect(own.stdout).toContain('小方案（引用）\n  1 个指标与签名时相同，1 个改了\n')
  expect(own.stdout).toMatch(/满意度目标 +85%（签名时为 90%）/)
  expect(own.stdout).toContain('群众满意度')
  write([first, { ...second, name: '治安' }])
  const beyond = await county(['verify', 'p1.yardstick', '--scheme', 'mine.json'])
  expect(beyond).toMatchObject({ code: 1, stdout: expect.stringContaining('超出上级许可的改动') })
  const pack = ['pack', 'mine.json', '-o', 'x.yardstick', '--key', '县局', '--from', 'p1.yardstick']
  expect(await county(pack)).toMatchObject({ code: 1, stderr: expect.stringMatching(/LIMIT_LOCKED.*--with-errors/s) })
  const { stdout } = await county(['verify', 'p1.yardstick', '--scheme', 'mine.json', '--json'])
  expect(JSON.parse(stdout)[1]).toMatchObject({ scheme: 'mine.json', issues: [{ code: 'LIMIT_LOCKED' }] })
})

test('where a template comes from is said hop by hop', async () => {
  await done(adopt())
  await done(
    county([
      'pack',
      'c.json',
      '-o',
      'c1.yardstick',
      '--key',
      '县局',
      '--from',
      'p1.yardstick',
      '--version',
      '1.1',
      '--name',
      '县级方案',
    ]),
  )
  const { stdout } = await done(county(['verify', 'c1.yardstick']))
  expect(stdout).toMatch(
    /来源\n {2}小方案 1（江西省财政厅，江西省 360000，\d{4}-\d\d-\d\d）\n {2}✓ 签名有效，密钥受信任/,
  )
  const above = await province(['verify', 'c1.yardstick'])
  expect(above.code).toBe(1)
  expect(JSON.parse((await province(['verify', 'c1.yardstick', '--json'])).stdout)).toMatchObject([
    { trust: 'unknown-key', provenance: [{ publisher: '江西省财政厅', trust: 'trusted' }] },
  ])
  const without = await county(['pack', 'c.json', '-o', 'x.yardstick', '--key', '县局'])
  expect(without).toMatchObject({ code: 1, stderr: expect.stringContaining('缺“江西省财政厅”的模板“small” 1 版') })
})

test('a template that comes with the product is adopted from its folder', async () => {
  const built = new URL('../../../../rules/national/project-evaluation', import.meta.url).pathname
  const { stdout } = await done(county(['adopt', built, '--dry-run']))
  expect(stdout).toContain('标尺 Yardstick')
  expect(await county(['adopt', '.', '--dry-run'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('文件夹'),
  })
})

test('a way that begins at one of them is held to the one that this program has', async () => {
  const built = new URL('../../../../rules/national/project-evaluation', import.meta.url).pathname
  await done(county(['adopt', built, '-o', 'b.json', '--region', '南昌县:360121']))
  await done(county(['pack', 'b.json', '-o', 'b.yardstick', '--key', '县局']))
  const { stdout } = await done(county(['verify', 'b.yardstick']))
  expect(stdout).toMatch(
    /来源\n {2}随标尺提供的模板 national\.project-evaluation 1\.0\.0\n {2}✓ 与本程序所带的完全相同/,
  )
  const scheme = json('b.json')
  scheme.lineage.template.hash = 'a'.repeat(64)
  writeFileSync(join(cwd, 'b2.json'), JSON.stringify(scheme))
  await done(county(['pack', 'b2.json', '-o', 'b2.yardstick', '--key', '县局']))
  expect((await county(['verify', 'b2.yardstick'], 'en')).stdout).toContain('✗ not the one in this program')
})

test('local names are held to the data items and leave the scheme as it is', async () => {
  await done(adopt())
  const before = readFileSync(join(cwd, 'c.json'))
  const mapping = (items: object) =>
    writeFileSync(join(cwd, 'm.json'), JSON.stringify({ yardstick: 'mapping/1', items }))
  mapping({ 满意度: { name: '群众满意率' } })
  const { stdout } = await done(adopt('--mapping', 'm.json'))
  expect(stdout).toContain('满意度（群众满意率）')
  expect(readFileSync(join(cwd, 'c.json'))).toEqual(before)
  mapping({ 不满意度: { name: '群众满意率' } })
  expect(await adopt('--mapping', 'm.json')).toMatchObject({ code: 1, stderr: expect.stringContaining('MAPPING_ITEM') })
  expect(smallSubmission.items).toHaveProperty('满意度')
})

it.each<[string, readonly string[], number, RegExp]>([
  ['a file that is there', ['adopt', 'p1.yardstick', '-o', 's.json'], 2, /这个文件已有，其中的本地改动会丢失/],
  ['no file to write', ['adopt', 'p1.yardstick'], 2, /缺少 -o SCHEME/],
  ['a parameter that is not offered', ['adopt', 'p1.yardstick', '--dry-run', '--set', 'x=1'], 1, /PARAMETER_UNKNOWN/],
  [
    'a parameter out of its limits',
    ['adopt', 'p1.yardstick', '--dry-run', '--set', 'target=99%'],
    1,
    /PARAMETER_RANGE/,
  ],
  ['a parameter without a value', ['adopt', 'p1.yardstick', '--dry-run', '--set', 'target'], 2, /应写成 名称=内容/],
  ['another mode', ['adopt', 'p1.yardstick', '--dry-run', '--mode', 'link'], 2, /--mode 应为/],
  [
    'another scheme',
    ['adopt', 'p1.yardstick', '--dry-run', '--scheme', 'x'],
    2,
    /请用 --scheme 指明采用哪一份：small 小方案/,
  ],
  ['a scheme beside no package', ['verify', 'p1.yardstick', '--scheme', 's.json'], 2, /不是采用自/],
])('%s is told', async (_, argv, code, words) => {
  const ran = await county(argv)
  expect({ code: ran.code, said: ran.stderr }).toEqual({ code, said: expect.stringMatching(words) })
})

test('who is not trusted, or no longer, is not adopted from', async () => {
  const stranger = await at(cwd, '别人')(['adopt', 'p1.yardstick', '--dry-run'])
  expect(stranger).toMatchObject({ code: 1, stderr: expect.stringMatching(/TEMPLATE_UNTRUSTED/) })
  await done(county(['keys', 'revoke', '省厅']))
  expect(await county(['adopt', 'p1.yardstick', '--dry-run'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('撤销'),
  })
})
