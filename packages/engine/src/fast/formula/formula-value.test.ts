import type { Entry, Measure, Submission } from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bothWays, ITEMS, measuresOf } from './formulas.testing.ts'

const submissionOf = (items: Submission['items']): Submission => ({
  yardstick: 'submission/1',
  subject: { department: '甲' },
  period: '2024',
  items,
})

const NONE: Entry = { layers: [{ layer: 'reported', state: 'not-applicable', why: '无此项' }] }
const WRONG: Entry = 'x'
const unverified = (value: string | number | boolean): Entry => ({
  layers: [{ layer: 'reported', value, state: 'to-be-verified' }],
})

describe('a formula', () => {
  const ROWS: [formula: string, items: Submission['items'], expected: string, type?: Measure['type']][] = [
    ['a + b − c', { a: '1.25', b: '0.0001', c: 3 }, '-1.7499'],
    ['a ÷ b', { a: '1', b: '3' }, '1/3'],
    ['a ÷ b', { a: '1', b: '-3' }, '-1/3'],
    ['a ÷ b', { a: '0', b: '-3' }, '0'],
    ['a ÷ b', { a: '1', b: '0' }, 'error'],
    ['a ÷ b', { b: '0' }, 'missing'],
    ['a ÷ b', { a: NONE, b: '0' }, 'not-applicable'],
    ['a ÷ b ÷ c', { a: '1', b: '0' }, 'error'],
    ['a × c ÷ b', { a: '1', b: '0' }, 'missing'],
    ['a × 0', { a: '5' }, '0'],
    ['a × 0', {}, 'missing'],
    ['a ÷ (b − b)', { a: '1', b: '7' }, 'error'],
    ['a ÷ (b − b)', { b: '7' }, 'missing'],
    ['6 ÷ a', { a: '4' }, '1.5'],
    ['−a', { a: '0' }, '0'],
    ['(a ÷ b + c ÷ d) ÷ 2', { a: '1', b: '3', c: 1, d: 6 }, '0.25'],
    ['a ÷ b + 1', { a: '1', b: '3' }, '4/3'],
    ['a ÷ b − a ÷ b', { a: '1', b: '3' }, '0'],
    ['(a − b) ÷ b', { a: '110', b: '100' }, '0.1'],
    ['a + b', { a: unverified('1'), b: '2' }, '3 待核'],
    ['a + b', { a: unverified('1') }, 'missing'],
    ['a + b', { a: WRONG, b: NONE }, 'error'],
    ['a + b', { a: NONE }, 'not-applicable'],
    ['a > b', { a: '0.3', b: '0.3' }, 'false', 'boolean'],
    ['a ÷ b ≥ c ÷ d', { a: '1', b: '3', c: 2, d: 6 }, 'true', 'boolean'],
    ['3 < a', { a: '3.01' }, 'true', 'boolean'],
    ['a = 0', { a: '0' }, 'true', 'boolean'],
    ['a <> −0.5', { a: '-0.5' }, 'false', 'boolean'],
    ['s = "x y"', { s: 'x y' }, 'true', 'boolean'],
    ['s = "优"', { s: '良' }, 'false', 'boolean'],
    ['t <> "优"', { t: '良' }, 'true', 'boolean'],
    ['p = q', { p: true, q: true }, 'true', 'boolean'],
    ['u <= v', { u: '2024-02-29', v: '2024-03-01' }, 'true', 'boolean'],
    ['u < "2024-03-01"', { u: '2024-02-29' }, 'true', 'boolean'],
    ['DAYS(v, u)', { u: '2024-02-28', v: '2024-03-01' }, '2'],
    ['DAYS("2024-03-01", u)', { u: '2024-02-28' }, '2'],
    ['p 且 q', { p: false }, 'false', 'boolean'],
    ['p 且 q', { p: false, q: WRONG }, 'false', 'boolean'],
    ['p 且 q', { p: unverified(false), q: WRONG }, 'false 待核', 'boolean'],
    ['p 且 q', { p: unverified(false), q: false }, 'false', 'boolean'],
    ['p 且 q', { p: true }, 'missing', 'boolean'],
    ['p 且 q', { p: unverified(true), q: true }, 'true 待核', 'boolean'],
    ['p 或 q', { p: NONE, q: true }, 'true', 'boolean'],
    ['p 或 非 q', { p: NONE, q: true }, 'not-applicable', 'boolean'],
    ['IF(p, a, b)', { p: true, a: '1' }, '1'],
    ['IF(p, a, b)', { p: false, a: '1' }, 'missing'],
    ['IF(p, a, b ÷ a)', { p: false, a: '3', b: '1' }, '1/3'],
    ['IF(p, a, b)', { p: unverified(true), a: '1' }, '1 待核'],
    ['IF(p, a, b)', { p: unverified(true) }, 'missing'],
    ['IF(p, a, b)', { p: NONE, a: '1', b: '1' }, 'not-applicable'],
    ['IF(a > 5, 1, −0.5)', { a: '5' }, '-0.5'],
    ['IF(p, s, "无")', { p: false }, '无', 'text'],
    ['IF(p, u, "2024-01-31")', { p: false }, 'day 19753', 'date'],
    ['COALESCE(a, b, 7)', {}, '7'],
    ['COALESCE(a, b)', { b: unverified('2') }, '2 待核'],
    ['COALESCE(a, b)', { a: WRONG, b: '2' }, 'error'],
    ['COALESCE(a, b)', { a: NONE }, 'not-applicable'],
    ['COALESCE(a, b, c)', { b: NONE }, 'not-applicable'],
    ['COALESCE(p, q)', { q: true }, 'true', 'boolean'],
    ['SUM(a, b, c)', { a: '1', b: '2', c: 3 }, '6'],
    ['SUM(a, b)', { a: '1' }, 'missing'],
    ['SUM(a, b)', { a: '1', b: NONE }, '1'],
    ['SUM(a, b)', { a: NONE, b: NONE }, 'not-applicable'],
    ['SUM(a, b, c)', { a: NONE, b: '1' }, 'missing'],
    ['SUM(a)', { a: NONE }, 'not-applicable'],
    ['SUM(a, ABS(0))', { a: NONE }, '0'],
    ['SUM(a ÷ c, b ÷ c, 1)', { a: '1', b: '2', c: 3 }, '2'],
    ['AVERAGE(a, b)', { a: '1', b: '2' }, '1.5'],
    ['AVERAGE(a, b)', { a: '1', b: NONE }, '1'],
    ['AVERAGE(a ÷ b, c ÷ d)', { a: '1', b: '3', c: 1, d: 6 }, '0.25'],
    ['MAX(a, b, 0)', { a: '-1', b: '-2' }, '0'],
    ['MIN(a ÷ b, c)', { a: '1', b: '3', c: 1 }, '1/3'],
    ['MAX(u, v)', { u: '2024-02-28', v: '2024-03-01' }, 'day 19783', 'date'],
    ['MIN(a, b)', { a: unverified('1'), b: '0' }, '0 待核'],
    ['COUNT(a, p)', { a: '1', p: true }, '2'],
    ['COUNT(a, p)', { a: '1', p: NONE }, '1'],
    ['COUNT(a)', { a: NONE }, '0'],
    ['ROUND(a ÷ b, 2)', { a: '2', b: '3' }, '0.67'],
    ['ROUND(a, 1)', { a: '-0.25' }, '-0.3'],
    ['ROUND(a, −2)', { a: '150' }, '200'],
    ['ROUND(a, 5)', { a: '1.25' }, '1.25'],
    ['ROUND(a, c)', { a: '1.25', c: 1 }, '1.3'],
    ['ROUNDUP(a, 0)', { a: '-1.01' }, '-2'],
    ['ROUNDUP(a, 0)', { a: '0' }, '0'],
    ['ROUNDDOWN(a, 0)', { a: '-1.99' }, '-1'],
    ['ROUND(a, d ÷ 2)', { a: '1', d: 1 }, 'error'],
    ['ABS(a − b)', { a: '1', b: '3' }, '2'],
    ['a^2', { a: '-1.5' }, '2.25'],
    ['a^(0 − 1)', { a: '0' }, 'error'],
    ['SUM(list.n)', { list: [{ n: '1' }, { n: '2.5' }] }, '3.5'],
    ['COUNTIF(list, n > a) × 2', { list: [{ n: '1' }, { n: '2.5' }], a: '2' }, '2'],
    ['DATE(c, 2, 1)', { c: 2024 }, 'day 19754', 'date'],
    ['MAX(a, b)^2 + SUM(list.n)', { a: '1', b: '2' }, 'missing'],
  ]
  const typed = ROWS.map(([formula, items, expected, type = 'number']) => [formula, items, expected, type] as const)
  it.each(typed)('%s of %j is %s', (formula, items, expected, type) => {
    const compiled = measuresOf([{ formula, type }])
    const measure = compiled.measureByName.get('m0')!
    expect('broken' in measure.formula ? measure.formula.broken : undefined).toBeUndefined()
    // In the middle of rows of other states, and alone.
    const other = submissionOf({
      a: '2',
      b: '2',
      c: 2,
      d: 2,
      p: true,
      q: true,
      s: 's',
      t: '优',
      u: '2024-01-01',
      v: '2024-01-01',
    })
    for (const rows of [[submissionOf(items)], [other, submissionOf(items), submissionOf({})]]) {
      const found = bothWays(compiled, ['m0'], rows)
      for (const { fast, reference } of found) if (fast !== 'UNSURE') expect(fast).toBe(reference)
      const own = found[rows.length === 1 ? 0 : 1]!
      expect(own.reference).toBe(expected)
      // What functions over many values leave out is left to the reference.
      const isLeftOut = Object.values(items).includes(NONE) && /SUM|AVERAGE|MAX|MIN|COUNT/.test(formula)
      if (!isLeftOut) expect(own.fast).toBe(expected)
    }
  })
})

/** Formulas of every shape, as text, by the type of what they give. */
const trees = fc.letrec<{ number: string; truth: string; date: string; text: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'formula' },
    fc.constantFrom('a', 'b', 'c', 'd', '2', '0.5', '3', '0', '100', '7%'),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number'))
      .map(([x, by, y]) => `(${x} ${by} ${y})`),
    fc.tuple(tie('number'), fc.constantFrom('/', '*'), tie('number')).map(([x, by, y]) => `(${x} ${by} ${y} - 1)`),
    tie('number').map((x) => `(-${x})`),
    fc
      .tuple(fc.constantFrom('SUM', 'AVERAGE', 'MIN', 'MAX', 'COALESCE', 'COUNT'), tie('number'), tie('number'))
      .map(([name, x, y]) => `${name}(${x}, ${y}, c)`),
    fc.tuple(tie('truth'), tie('number'), tie('number')).map((all) => `IF(${all.join(', ')})`),
    fc
      .tuple(fc.constantFrom('ROUND', 'ROUNDUP', 'ROUNDDOWN'), tie('number'), fc.integer({ min: -3, max: 4 }))
      .map(([name, x, digits]) => `${name}(${x}, ${digits})`),
    tie('number').map((x) => `ABS(${x})`),
    tie('number').map((x) => `${x}^2`),
    fc.tuple(tie('date'), tie('date')).map((all) => `DAYS(${all.join(', ')})`),
  ),
  truth: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'formula' },
    fc.constantFrom('p', 'q', 's = "优"', 't <> "优"'),
    fc
      .tuple(tie('number'), fc.constantFrom('=', '<>', '<', '<=', '>', '>='), tie('number'))
      .map(([x, by, y]) => `(${x} ${by} ${y})`),
    fc.tuple(tie('date'), fc.constantFrom('<', '>=', '='), tie('date')).map(([x, by, y]) => `(${x} ${by} ${y})`),
    fc.tuple(tie('truth'), fc.constantFrom('且', '或'), tie('truth')).map(([x, by, y]) => `(${x} ${by} ${y})`),
    tie('truth').map((x) => `(非 ${x})`),
  ),
  date: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'formula' },
    fc.constantFrom('u', 'v', 'DATE(2024, 2, 29)'),
    fc.tuple(tie('truth'), tie('date'), tie('date')).map((all) => `IF(${all.join(', ')})`),
    fc.tuple(fc.constantFrom('MIN', 'MAX'), tie('date'), tie('date')).map(([name, x, y]) => `${name}(${x}, ${y})`),
  ),
  text: fc.constantFrom('s', 't', '"优"'),
}))

const amount = (most: number, digits: number) =>
  fc.integer({ min: -most, max: most }).map((each) => (each / 10 ** digits).toFixed(digits))

/** Small amounts meet each other and 0; large ones pass the bound of what is whole. */
const someItems = (most: number): fc.Arbitrary<Submission['items']> => {
  const byName: { [name: string]: fc.Arbitrary<string | number | boolean> } = {
    a: fc.oneof(amount(300, 2), amount(most, 2)),
    b: fc.oneof(amount(300, 2), amount(most, 2)),
    c: fc.oneof(fc.nat(5), fc.nat(most)),
    d: fc.oneof(fc.integer({ min: -3, max: 3 }).map(String), amount(most, 0)),
    p: fc.boolean(),
    q: fc.boolean(),
    s: fc.constantFrom('优', 'x', '很长的文字'),
    t: fc.constantFrom('优', '良'),
    u: fc.constantFrom('2024-02-29', '2023-01-01', '0001-01-01'),
    v: fc.constantFrom('2024-02-29', '2024-03-01', '9999-12-31'),
  }
  const entries = Object.entries(byName).map(([name, value]) =>
    fc
      .oneof(
        { weight: 12, arbitrary: value as fc.Arbitrary<Entry> },
        { weight: 2, arbitrary: value.map(unverified) },
        fc.constantFrom<Entry | undefined>(undefined, NONE, WRONG),
      )
      .map((entry) => [name, entry] as const),
  )
  return fc
    .tuple(...entries)
    .map((all) => Object.fromEntries(all.filter(([, entry]) => entry !== undefined)) as Submission['items'])
}

describe('random formulas over random submissions', () => {
  it.each([
    ['small amounts', 30_000, 0.01],
    ['amounts up to 10^15', 1e15, 0.25],
  ])('come to what the reference says, with %s', (_, most, mostUnsure) => {
    let unsure = 0
    let all = 0
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            { weight: 3, arbitrary: trees.number.map((formula) => ({ formula, type: 'number' as const })) },
            trees.truth.map((formula) => ({ formula, type: 'boolean' as const })),
            trees.date.map((formula) => ({ formula, type: 'date' as const })),
          ),
          { minLength: 20, maxLength: 20 },
        ),
        fc.array(someItems(most).map(submissionOf), { minLength: 1, maxLength: 8 }),
        (formulas, submissions) => {
          const compiled = measuresOf(formulas)
          for (const { name, row, fast, reference } of bothWays(
            compiled,
            [...compiled.measureByName.keys()],
            submissions,
          )) {
            if (fast === 'UNSURE') {
              const isLeftOut = Object.values(submissions[row]!.items).includes(NONE)
              if (!isLeftOut) unsure++
            } else
              expect([formulas[Number(name.slice(1))]!.formula, fast]).toEqual([
                formulas[Number(name.slice(1))]!.formula,
                reference,
              ])
            all++
          }
        },
      ),
      { numRuns: 60 },
    )
    expect(unsure / all).toBeLessThan(mostUnsure)
  })
})

it('reads every item that examples are about', () => {
  expect(ITEMS.map(({ id }) => id).join('')).toBe('abcdpqstuvlist')
})
