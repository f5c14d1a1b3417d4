import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { smallSubmission } from '../io.testing.ts'
import { done, shared, twoLevels } from '../keys/levels.testing.ts'

const { cwd, province, county } = await twoLevels()
const json = (file: string) => JSON.parse(readFileSync(join(cwd, file), 'utf8'))
const write = (file: string, document: object) => writeFileSync(join(cwd, file), JSON.stringify(document))
type Node = { readonly [field: string]: unknown }
/** The scheme with fields of its indicators changed, and more of them behind. */
const withFields = (scheme: { indicators: readonly Node[] }, fields: readonly object[], ...more: Node[]) => ({
  ...scheme,
  indicators: [...scheme.indicators.map((node, at) => ({ ...node, ...fields[at] })), ...more],
})

const judged = (id: string, name: string, points: string) => ({ id, name, points, scoring: { method: 'judgement' } })
const merge = (...more: string[]) => ['merge', 'c.json', 'p2.yardstick', '--base', 'p1.yardstick', ...more]

beforeAll(async () => {
  await done(
    county(['adopt', 'p1.yardstick', '-o', 'adopted.json', '--region', '南昌县:360121', '--set', 'target=85%']),
  )
  // Above: another name and other points for both, and one more.
  const above = [
    { name: '群众满意度', points: '4' },
    { name: '治安秩序', points: '4' },
  ]
  write('s2.json', { ...withFields(shared, above, judged('speed', '办结时限', '2')), version: '2' })
  await done(province(['pack', 's2.json', '-o', 'p2.yardstick', '--key', '省厅', '--previous', 'p1.yardstick']))
  // Here: the same name and points otherwise, what is locked too, and one of our own.
  const here = [{ name: '企业满意度', points: '5' }, { name: '秩序良好' }]
  write('c.json', withFields(json('adopted.json'), here, judged('own', '本地特色', '1')))
})

describe('an update from above', () => {
  test('is told in three groups; here stays, what is locked does not, and nothing is left out', async () => {
    const { stdout, stderr, code } = await county(merge('-o', 'm.json'))
    expect(stdout.split('\n').filter((line) => !line.startsWith('    '))).toEqual([
      '小方案：模板 1 → 2',
      '上级改了（1）',
      '  · 办结时限：新增',
      '本地改了（1）',
      '  · 本地特色：新增',
      '双方都改了（3）',
      expect.stringMatching(/^ {2}· 企业满意度：名称原为“满意度”，上级“群众满意度”，本地“企业满意度”；保留本地的/),
      expect.stringMatching(/^ {2}· 企业满意度：分值原为 6，上级 4，本地 5；保留本地的/),
      expect.stringMatching(/^ {2}· 治安秩序：名称原为“秩序”，上级“治安秩序”，本地“秩序良好”；已由“江西省财政厅”锁定/),
      '',
    ])
    expect(stderr).toContain('SCHEME_POINTS_SUM')
    expect(stderr).toContain('已写出 m.json')
    expect(code).toBe(1)
    const merged = json('m.json')
    const told = merged.indicators.map(({ id, name, points }: Node) => [id, name, points])
    expect(told).toHaveLength(4)
    expect(told).toEqual(
      expect.arrayContaining([
        ['satisfaction', '企业满意度', '5'],
        ['order', '治安秩序', '4'],
        ['own', '本地特色', '1'],
        ['speed', '办结时限', '2'],
      ]),
    )
    expect(merged.indicators[0].target.value).toBe('85%')
    expect(merged.lineage).toMatchObject({ template: { version: '2' }, parameters: { target: '85%' } })
    expect(merged.region).toEqual({ name: '南昌县', code: '360121' })
  })

  test('the other side is chosen for a thing, or for one of its fields', async () => {
    const take = ['--take', 'upstream:satisfaction/points', '--take', 'local:satisfaction/name', '-o', 'm.json']
    const { stdout } = await county(merge(...take))
    expect(stdout).toMatch(/分值原为 6，上级 4，本地 5；取上级的（--take/)
    expect(json('m.json').indicators[0]).toMatchObject({ name: '企业满意度', points: '4' })
    await county(merge('--take', 'upstream:satisfaction', '-o', 'm.json'))
    expect(json('m.json').indicators[0]).toMatchObject({ name: '群众满意度', points: '4' })
  })

  test('its effect on submissions is told, and without -o nothing is written', async () => {
    write('all.json', [smallSubmission])
    const { stdout, stderr } = await county(merge('--data', 'all.json', '--take', 'upstream:satisfaction'))
    expect(stdout).toContain('1 份填报数据')
    expect(stderr).toContain('什么也没有写')
    const { stdout: data } = await county(merge('--data', 'all.json', '--json'))
    expect(JSON.parse(data)).toMatchObject({ from: '1', to: '2', out: null, impact: { subjects: 1 } })
    expect(
      JSON.parse(data)
        .rows.map(({ id }: { id: string }) => id)
        .sort(),
    ).toEqual(['order', 'own', 'satisfaction', 'speed'])
  })

  test('a parameter is set anew with it', async () => {
    await county(merge('--set', '满意度目标=88%', '-o', 'm.json'))
    expect(json('m.json').lineage.parameters).toEqual({ target: '88%' })
  })

  test.each(['zh', 'en'])('as printed in %s', async (language) => {
    write('all.json', [smallSubmission])
    const { stdout } = await county(merge('--data', 'all.json'), language)
    await expect(stdout).toMatchFileSnapshot(`../golden/merge.${language}.txt`)
  })

  test('in English', async () => {
    const { stdout } = await county(merge(), 'en')
    expect(stdout).toContain('Changed by both (3)')
    expect(stdout).toMatch(/name was "秩序"; above "治安秩序"; here "秩序良好"; locked\s+by "江西省财政厅"/)
  })

  it.each<[string, readonly string[], number, RegExp]>([
    ['an older version', ['merge', 'm2.json', 'p1.yardstick', '--base', 'p2.yardstick'], 1, /TEMPLATE_OLDER/],
    ['another base', ['merge', 'c.json', 'p2.yardstick', '--base', 'p2.yardstick'], 2, /采用时用的不是这个文件/],
    ['a scheme that was not adopted', ['merge', 's.json', 'p2.yardstick', '--base', 'p1.yardstick'], 2, /没有来源/],
    ['no base', ['merge', 'c.json', 'p2.yardstick'], 2, /缺少 --base FILE/],
    ['a side that is none', merge('--take', 'mine:order'), 2, /--take 应写成/],
    ['a change that is none', merge('--take', 'local:nothing'), 2, /没有这一项改动；有：/],
    ['the local one of what is locked', merge('--take', 'local:order'), 2, /由上级锁定（江西省财政厅），不能取本地的/],
  ])('%s is told', async (_, argv, code, words) => {
    if (!existsSync(join(cwd, 'm2.json'))) await county(merge('-o', 'm2.json'))
    const ran = await county(argv)
    expect({ code: ran.code, said: ran.stderr }).toEqual({ code, said: expect.stringMatching(words) })
  })
})

describe('a proposal to those above', () => {
  const propose = [
    '--proposal-to',
    'p1.yardstick',
    '--note',
    '请看',
    '--reason',
    'satisfaction=企业更有感受',
    '--with-errors',
  ]
  const accept = (...ids: string[]) => [
    ...['merge', 's.json', 'prop.yardstick', '--base', 'p1.yardstick', '-o', 'mine.json'],
    ...ids.flatMap((id) => ['--accept', id]),
  ]

  beforeAll(async () => {
    await done(county(['keys', 'export', '县局', '-o', '县局.json']))
    await done(province(['keys', 'trust', '县局.json']))
    write(
      'changed.json',
      withFields(json('adopted.json'), [{ name: '企业满意度', points: '5' }], judged('own', '本地特色', '1')),
    )
    await done(
      county(['pack', 'changed.json', '-o', 'prop.yardstick', '--key', '县局', '--name', '县里的建议', ...propose]),
    )
  })

  test('is listed with its reasons, and accepted part by part', async () => {
    const listed = await province(['merge', 's.json', 'prop.yardstick', '--base', 'p1.yardstick'])
    expect(listed.stdout).toContain('“南昌县财政局”对模板 small 1 的贡献\n  请看\n')
    expect(listed.stdout).toMatch(/未接受 指标“满意度”改名为“企业满意度”（satisfaction）\n +理由：企业更有感受/)
    expect(listed.stdout).toContain('接受 0 项；用 --accept 编号 逐项接受')
    const { stdout } = await province(accept('satisfaction'))
    expect(stdout).toMatch(/✓ 接受 指标“满意度”改名为“企业满意度”/)
    const names = (file: string) => json(file).indicators.map(({ name }: Node) => name)
    expect(names('mine.json')).toEqual(['企业满意度', '秩序'])
    await done(province(accept('all')))
    expect(names('mine.json')).toEqual(['企业满意度', '秩序', '本地特色'])
    // What was only set is the proposer's own, and the owner's scheme stays the owner's.
    expect(json('mine.json')).toMatchObject({
      indicators: [{ target: { value: '90%' } }, {}, {}],
      region: shared.region,
      sharing: shared.sharing,
    })
    expect(json('mine.json')).not.toHaveProperty('lineage')
  })

  test('is no template to adopt, and what is no part of it is told', async () => {
    expect(await province(['adopt', 'prop.yardstick', '--dry-run'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('TEMPLATE_PROPOSAL'),
    })
    expect(await province(accept('nothing'))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/没有这一项；有：.*satisfaction/),
    })
    expect(await province(['merge', 's.json', 'prop.yardstick', '--base', 'p2.yardstick'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('请给出 1 版'),
    })
  })
})
