import { expect, it } from 'vitest'
import { schemeOf, sha256 } from '../check/check.testing.ts'
import { compile } from '../compile/compile.ts'
import { groupFacts } from './group.ts'

it('ranks nobody by a leaf whose formula is wrong, and everybody by the others', async () => {
  const leaf = (id: string, actual: string) => ({
    id,
    name: id,
    points: '10',
    actual,
    scoring: { method: 'rank' as const, rule: { by: 'best' as const } },
  })
  const scheme = {
    ...schemeOf([leaf('a', '完成率 +'), leaf('b', '完成率')]),
    items: [{ id: '完成率', type: 'number' as const }],
  }
  const compiled = compile(scheme, { sha256 })
  if (!compiled.ok) throw new Error('no scheme')
  const member = {
    yardstick: 'submission/1' as const,
    subject: { department: '甲局' },
    period: '2024',
    items: { 完成率: '0.5' },
  }
  const { members } = await groupFacts(compiled.value, [member])
  expect(members.map(({ values }) => values)).toEqual([{ b: '0.5' }])
})
