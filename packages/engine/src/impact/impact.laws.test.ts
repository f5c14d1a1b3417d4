import { type Entry, hashDocument, type Rule, type Scheme, type Submission } from '@yardstick/model'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { read, sha256 } from '../check/check.testing.ts'
import { randomDesign } from '../check/random-design.testing.ts'
import { compileAll } from '../compile/compile.ts'
import { groupFacts } from '../evaluate/group.ts'
import { impactBy } from './impact.ts'
import { fastSide, referenceSide } from './side.ts'

const compiledOf = (scheme: Scheme) => compileAll(scheme, () => hashDocument(scheme, sha256)).value

/** What happens to the total and the grade where enough is done. */
const onTotal: Rule[] = [
  { type: 'veto', params: { reason: '否决', total: 'zero' } } as const,
  { type: 'cap-grade', params: { reason: '封顶', grade: '良' } } as const,
  { type: 'deduct', params: { reason: '扣分', points: '1.5' } } as const,
].map((event, index) => ({
  id: `total-${index}`,
  name: `规则${index}`,
  conditions: { fact: '完成数', operator: 'greaterThan', value: 8 + index },
  event,
}))

const scheme = fc
  .record({
    design: randomDesign,
    policy: fc.constantFrom<object>({}, { notApplicable: 'full' }, { notApplicable: 'siblings' }, { missing: 'zero' }),
    rules: fc.subarray(onTotal),
  })
  .map(({ design, policy, rules }) => {
    const fitting = rules.filter(({ event }) => event.type !== 'cap-grade' || design.grades?.[1]?.name === '良')
    return read({ ...design, ...policy, rules: [...(design.rules ?? []), ...fitting] })
  })

const often = <T>(usual: fc.Arbitrary<T>, ...odd: fc.Arbitrary<T>[]) =>
  fc.oneof({ arbitrary: usual, weight: 6 }, ...odd.map((arbitrary) => ({ arbitrary, weight: 1 })))

const absent = fc.constantFrom<Entry>(
  null,
  { layers: [{ layer: 'reported', state: 'not-applicable', why: '无此项' }] },
  { layers: [{ layer: 'reported', value: '90%', state: 'to-be-verified' }] },
)

const submission = fc
  .record({
    rate: often(fc.constantFrom<Entry>('95%', '90%', '60%', '89.99%', '94.996%', '0%', '100%'), absent),
    done: fc.integer({ min: 0, max: 12 }),
    judged: fc.array(often(fc.constantFrom<Entry>('2', '2.5', '3', '0', { level: '好' }), fc.constant<Entry>(null)), {
      minLength: 12,
      maxLength: 12,
    }),
  })
  .map(
    ({ rate, done, judged }): Submission => ({
      yardstick: 'submission/1',
      subject: { department: '某局' },
      period: '2024',
      items: { 满意度: rate, 完成数: done },
      judgements: Object.fromEntries(judged.map((entry, index) => [`n${index + 1}`, entry])),
    }),
  )

it('[C3] what the fast path tells of a change is what the reference tells, to the letter', async () => {
  const seen = { rows: 0, plain: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(scheme, scheme),
      fc.array(submission, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async ([one, other], drawn, isGrouped) => {
        const submissions = drawn.map((each, index) => ({ ...each, subject: { department: `${index}局` } }))
        const [before, after] = [compiledOf(one), compiledOf(other)]
        const groups = isGrouped
          ? { groups: { before: await groupFacts(before, submissions), after: await groupFacts(after, submissions) } }
          : {}
        const fast = await impactBy(fastSide, before, after, submissions, groups)
        expect(fast).toEqual(await impactBy(referenceSide, before, after, submissions, groups))
        for (const row of fast.rows) {
          seen.rows++
          if (row.before.total !== null && row.after.total !== null) seen.plain++
        }
      },
    ),
    { numRuns: 300, seed: 20_241_122 },
  )
  // Enough of them have totals to be told apart at all.
  expect(seen.plain).toBeGreaterThan(seen.rows / 10)
})
