import type { Evaluation, Scheme } from '@yardstick/model'
import { expect, onTestFinished, test } from 'vitest'
import { createDesigner, type DesignerStore } from '../store/designer-store.ts'
import { areReasonsBehind, newestScores } from '../store/results.ts'
import type { Engine } from './engine.ts'
import { Evaluator } from './evaluator.ts'
import { keepEvaluated } from './keep-evaluated.ts'

const scheme: Scheme = {
  yardstick: 'scheme/1',
  ...{ id: 's', name: 's', version: '1', fullScore: '100' },
  items: [{ id: '甲', type: 'count' }],
  indicators: [
    {
      ...{ id: '甲', name: '甲', points: '100', actual: '甲' },
      target: { comparator: '>=', value: '10' },
      scoring: { method: 'ratio' },
    },
  ],
  cases: [
    { name: '一例', submission: { subject: { department: '一局' }, period: '2024', items: { 甲: 5 } }, expected: {} },
  ],
}

/** The store with the engine beside it, both in one thread; what was on the screen, change by change. */
async function opened() {
  const store = createDesigner()
  const evaluator = new Evaluator()
  // What a worker is asked comes back as a promise; here it is awaited just the same.
  onTestFinished(keepEvaluated(store, () => evaluator as never as Engine))
  store.load('s', { scheme, declarations: [] })
  await expect.poll(() => store.getState().results.evaluation?.total).toBe('50')
  const shown: { total: string | null; sentence: string; isBehind: boolean }[] = []
  onTestFinished(
    store.subscribe((state) => {
      const { results } = state
      const found: Evaluation | null = newestScores(state)
      if (found === null) return
      shown.push({
        total: found.total,
        sentence: results.evaluation!.indicators[0]!.sentence,
        isBehind: areReasonsBehind(state),
      })
    }),
  )
  return { store, shown }
}

function tried(store: DesignerStore, value: number): void {
  const of = store.getState().design!.scheme.cases![0]!
  store.setView({ scratch: { of, submission: { ...of.submission, items: { 甲: value } } } })
}

test('numbers come first and their reasons after them; none goes back, and no sentence passes for a newer one', async () => {
  const { store, shown } = await opened()
  for (const value of [6, 7, 8, 9]) {
    tried(store, value)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  await expect.poll(() => store.getState().results.evaluation?.total).toBe('90')
  expect(store.getState().results.live).toBeNull()
  const totals = shown.map(({ total }) => Number(total))
  expect(totals).toEqual([...totals].sort((one, other) => one - other))
  expect(new Set(totals)).toEqual(new Set([50, 60, 70, 80, 90]))
  // Where nothing is said to be behind, the sentence is of the total that stands beside it, or of the sample's first one.
  for (const { total, sentence, isBehind } of shown) if (!isBehind && total !== '50') expect(sentence).toContain(total)
})

test('a sample that is typed into, and a rule that is changed, are scored before the round', async () => {
  const { store, shown } = await opened()
  const [first] = scheme.cases!
  const cases = [{ ...first!, submission: { ...first!.submission, items: { 甲: 8 } } }]
  store.edit({ zh: '', en: '' }, { type: 'set-cases', cases })
  await expect.poll(() => shown.at(-1)).toMatchObject({ total: '80', isBehind: false })
  expect(shown).toContainEqual(expect.objectContaining({ total: '80', isBehind: true }))
  store.edit({ zh: '', en: '' }, { type: 'set-target', id: '甲', target: { comparator: '>=', value: '16' } })
  await expect.poll(() => shown.at(-1)).toMatchObject({ total: '50', isBehind: false })
  expect(shown).toContainEqual(expect.objectContaining({ total: '50', isBehind: true }))
})
