import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Scheme, validate } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { compile } from '../compile/compile.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { sha256 } from './check.testing.ts'
import { fullMarks } from './full-marks.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

function schemeAt(path: string): Scheme {
  const read = validate('scheme', JSON.parse(readFileSync(`${root}rules/${path}/scheme.json`, 'utf8')))
  if (!read.ok) throw new Error(path)
  return read.value
}

describe('values for full marks', () => {
  it.each<[string, string[]]>([
    ['seeds/nanchang-2021-sysops-project', []],
    ['seeds/nanchang-2021-archives-project', []],
    ['seeds/nanchang-2022', []],
    ['seeds/yangquan-2021', []],
    ['seeds/zhengning-2023', []],
    ['national/department-overall', []],
    ['national/project-evaluation', []],
    ['national/cost-output-benefit-satisfaction', []],
    ['departments/human-resources', []],
    // Lists of records, ranks in a group of nobody, leaves that ask for opposite things of one item.
    ['seeds/shaoguan-2019', ['预算调整率', '就业创业服务成效', '社会保障服务成效', '劳动关系协调服务成效']],
    ['departments/education', ['供餐企业食品抽检合格率']],
    ['departments/health', ['次均住院费用增幅（与全市平均比较）', '市级考核名次']],
    ['departments/transport', ['养护里程完成', 'PQI（与同类最高值比较）']],
  ])('of %s leave short: %j', async (path, expected) => {
    const compiled = compile(schemeAt(path), { sha256 })
    if (!compiled.ok) throw new Error('does not compile')
    const { entries, short } = await fullMarks(compiled.value)
    const submission = { yardstick: 'submission/1' as const, subject: { department: '甲' }, period: '2024', ...entries }
    const { lost, missing } = await evaluate(compiled.value, submission, { sha256 })
    expect(short.map((each) => each.path.at(-1))).toEqual(expected)
    const named = new Set(short.map((each) => each.indicator))
    expect(
      [...lost.map(({ id }) => id), ...missing.map(({ indicator }) => indicator)].filter((id) => !named.has(id!)),
    ).toEqual([])
  })
})
