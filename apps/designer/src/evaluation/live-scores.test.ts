import type { Entry, Evaluation, Scheme, SchemeCase } from '@yardstick/model'
import { expect, test } from 'vitest'
import { templateSchemes } from '../parts/templates.testing.ts'
import { Evaluator } from './evaluator.ts'
import type { Wanted } from './protocol.ts'
import { submissionOf } from './submission-of.ts'
import { withLiveScores } from './with-live-scores.ts'

type Sample = SchemeCase['submission']

/** What a value is moved to: another number, nothing, what does not apply, what is still to be verified. */
function moved(entry: Entry | undefined, turn: number): Entry | undefined {
  const value = typeof entry === 'object' && entry !== null && 'layers' in entry ? entry.layers.at(-1)?.value : entry
  switch (turn % 5) {
    case 0:
      return undefined
    case 1:
      return { layers: [{ layer: 'reported', state: 'not-applicable', why: '本年度无此项' }] }
    case 2:
      return { layers: [{ layer: 'reported', value: value ?? '3', state: 'to-be-verified' }] }
    default:
      return typeof value === 'boolean' ? !value : typeof value === 'string' && value.endsWith('%') ? '61.25%' : '7.5'
  }
}

/** The sample with the next few values moved, and some of those of before put back. */
function* tries(of: Sample): Generator<Sample> {
  const places = (['items', 'judgements'] as const).flatMap((kind) =>
    Object.keys(of[kind] ?? {}).map((id) => ({ kind, id }) as const),
  )
  let now = of
  for (let turn = 0; turn < Math.min(40, places.length * 2); turn++) {
    const { kind, id } = places[(turn * 7) % places.length]!
    const { [id]: entry, ...others } = now[kind] ?? {}
    const next = turn % 3 === 2 ? of[kind]?.[id] : moved(entry, turn)
    now = { ...now, [kind]: next === undefined ? others : { ...others, [id]: next } }
    yield now
  }
}

const numbersOf = ({ state, total, grade, fullScore, indicators }: Evaluation) => ({
  ...{ state, total, grade, fullScore },
  indicators: indicators.map(({ id, points, score, state: of, provisional }) => [id, points, score, of, provisional]),
})

test('what is shown at once of a moved value is what the reference says a moment later', async () => {
  let compared = 0
  for (const [name, scheme] of templateSchemes.filter(([, { cases = [] }]) => cases.length > 0)) {
    const evaluator = new Evaluator()
    evaluator.follow([{ revision: 1, design: { scheme, declarations: [] } }])
    const wanted: Wanted = { language: 'zh', sample: 0, pinned: null, declaration: null }
    let shown = await evaluator.scoreSample(wanted)
    if (shown === null) continue
    for (const sample of tries(scheme.cases![0]!.submission)) {
      const tried = { ...wanted, scratch: submissionOf(structuredClone(sample)) }
      const answer = await evaluator.live(tried)
      const live = withLiveScores(shown, answer!)
      const said = await evaluator.scoreSample(tried)
      expect(numbersOf(live!), name).toEqual(numbersOf(said!))
      shown = said!
      compared++
    }
  }
  expect(compared).toBeGreaterThan(200)
})

const leaf = (id: string, points: string) =>
  ({
    id,
    name: id,
    points,
    actual: id,
    target: { comparator: '>=', value: '10' },
    scoring: { method: 'ratio' },
  }) as const

const scheme: Scheme = {
  yardstick: 'scheme/1',
  ...{ id: 's', name: 's', version: '1', fullScore: '100' },
  items: [
    { id: '甲', type: 'count' },
    { id: '乙', type: 'count' },
  ],
  indicators: [leaf('甲', '40'), leaf('乙', '60')],
  cases: [
    {
      name: '一例',
      submission: { subject: { department: '一局' }, period: '2024', items: { 甲: 5, 乙: 10 } },
      expected: {},
    },
  ],
}

const first: Wanted = { language: 'zh', sample: 0, pinned: null, declaration: null }

test('while samples are typed into, rules stay compiled and only what depends on the value is new', async () => {
  const evaluator = new Evaluator()
  evaluator.follow([{ revision: 1, design: { scheme, declarations: [] } }])
  const before = (await evaluator.live(first))!
  const path = ['cases', 0, 'submission', 'items', '甲']
  expect(evaluator.follow([{ revision: 2, patches: [{ op: 'replace', path, value: 8 }] }])).toBe(true)
  const after = (await evaluator.live(first))!
  expect([before.revision, before.total, after.revision, after.total]).toEqual([1, '80', 2, '92'])
  expect(after.points).toBe(before.points)
  const shown = (await evaluator.scoreSample(first))!
  expect(withLiveScores(shown, after)!.indicators).toEqual(shown.indicators)
  expect(withLiveScores(shown, after)!.indicators[1]).toBe(shown.indicators[1])
})

test('of other indicators nothing is shown before the reference has spoken', async () => {
  const evaluator = new Evaluator()
  evaluator.follow([{ revision: 1, design: { scheme, declarations: [] } }])
  const shown = (await evaluator.scoreSample(first))!
  evaluator.follow([{ revision: 2, patches: [{ op: 'replace', path: ['indicators', 0, 'id'], value: '丙' }] }])
  expect(withLiveScores(shown, (await evaluator.live(first))!)).toBeNull()
})
