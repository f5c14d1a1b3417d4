import type { Leaf, Rule, Submission } from '@yardstick/model'
import { expect, test } from 'vitest'
import { schemeOf, sha256 } from '../check/check.testing.ts'
import { compile } from '../compile/compile.ts'
import { scoreNow } from '../evaluate/score.ts'
import { FastScheme } from './fast-scheme.ts'

const leaf = (id: string, fields: Partial<Leaf>) => ({ id, name: id, points: '10', ...fields }) as Leaf
const step = (count: 'whole' | 'prorata') => ({ size: '1%', per: 'percentage-point' as const, deduct: '0.5', count })

/** A leaf of each way to score, and what only some schemes have: a formula, a condition, a rule that may take points. */
const leaves = [
  leaf('line', { actual: '乙 / 甲', target: { comparator: '>=', value: '100%' }, scoring: { method: 'ratio' } }),
  leaf('difference', {
    actual: '(乙 - 甲) / 甲',
    target: { comparator: '<=', value: '0%' },
    scoring: { method: 'steps', above: step('whole') },
  }),
  leaf('peak', {
    actual: '乙 / 甲',
    target: { low: '95%', high: '105%' },
    scoring: { method: 'steps', below: step('prorata'), above: step('prorata') },
  }),
  leaf('levels', { actual: '乙 / 甲', target: { comparator: '>=', value: '90%' }, scoring: { method: 'pass' } }),
  leaf('elements', {
    scoring: { method: 'checklist', elements: [{ id: 'a', text: '有制度', score: '100%', met: 'judged' }] },
  }),
  leaf('points', { scoring: { method: 'judgement' } }),
  leaf('formula', { scoring: { method: 'formula', formula: 'MIN(甲, 乙) / 甲 * 10' } }),
]

const veto: Rule = {
  id: 'veto',
  name: '甲过大',
  conditions: { fact: '甲', operator: 'greaterThan', value: 1000 },
  event: { type: 'veto', params: { total: 'zero', reason: '过大' } },
}

function made(rules: readonly Rule[]): FastScheme {
  const items = ['甲', '乙'].map((id) => ({ id, type: 'number' as const, digits: 2, unit: '万元' }))
  const scheme = { ...schemeOf(leaves), items, ...(rules.length === 0 ? {} : { rules: [...rules] }) }
  const outcome = compile(scheme, { sha256 })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues[0]))
  return new FastScheme(outcome.value)
}

const plain: Submission = {
  yardstick: 'submission/1',
  subject: { department: '甲局' },
  period: '2024',
  items: { 甲: 100, 乙: 97.5 },
  judgements: { elements: { elements: { a: true } }, points: 8.5 },
}
const layered = (state: string) => ({ layers: [{ layer: 'judged', value: 8.5, why: '见报告', state }] })

const short: { readonly [what: string]: Partial<Submission> } = {
  'plain numbers': {},
  'numbers as text': { items: { 甲: '100', 乙: '97.50' } },
  'amounts beyond the integer bound of a curve': { items: { 甲: 9e11, 乙: 8.1e11 } },
  'what an evaluator entered': {
    judgements: { elements: { elements: { a: false } }, points: layered('present') },
  } as unknown as Partial<Submission>,
  'elements beside layers, which say something else': {
    judgements: {
      elements: { elements: { a: true }, layers: [{ layer: 'judged', value: { elements: { a: false } } }] },
      points: 8.5,
    },
  } as unknown as Partial<Submission>,
}

const long: { readonly [what: string]: Partial<Submission> } = {
  'a missing item': { items: { 甲: 100 } },
  'a missing judgement': { judgements: { points: 8.5 } },
  'a value still to be verified': {
    judgements: { elements: { elements: { a: true } }, points: layered('to-be-verified') },
  } as unknown as Partial<Submission>,
  'a leaf that does not apply': {
    judgements: { ...plain.judgements, line: { layers: [{ layer: 'judged', state: 'not-applicable', why: '无' }] } },
  } as unknown as Partial<Submission>,
  'more digits than the item has': { items: { 甲: 100, 乙: 97.555 } },
  'a divisor of 0': { items: { 甲: 0, 乙: 1 } },
  'a number of odd form': { items: { 甲: '１００', 乙: 97.5 } },
  'an element that is not asked': { judgements: { elements: { elements: { b: true } }, points: 8.5 } },
}

const ways = [
  ...Object.entries(short).map(([what, given]) => [what, given, 1] as const),
  ...Object.entries(long).map(([what, given]) => [what, given, 0] as const),
]

test.each([
  ['without rules', []],
  ['with a rule', [veto]],
])('goes the short way where all is plain, %s', (_, rules) => {
  const fast = made(rules)
  for (const [what, given, count] of ways) {
    const submission = { ...plain, ...given }
    const before = fast.plainCount
    const found = fast.score(submission)
    expect(fast.plainCount - before, what).toBe(count)
    const { total, results } = scoreNow(fast.compiled, submission)
    expect(found.total, what).toBe(total.total?.toText() ?? null)
    expect(
      leaves.map((_, index) => [found.scoreOf(index), found.stateOf(index), found.isProvisional(index)]),
      what,
    ).toEqual(
      leaves.map(({ id }) => {
        const { score, state, provisional } = results.get(id)!
        return [state === 'not-applicable' ? null : (score?.toText() ?? null), state, provisional]
      }),
    )
  }
})
