import { describe, expect, it } from 'vitest'
import type { Json } from '../json.ts'
import { type Migration, migrate, migrations, newestVersion } from './migrate.ts'

/** Made-up steps: no document has had to change yet. Before and after stand side by side as they would for a real one. */
const steps: Migration[] = [
  { kind: 'scheme', from: 1, migrate: ({ weight, ...rest }) => ({ ...rest, points: weight ?? null }) },
  { kind: 'scheme', from: 2, migrate: (document) => ({ ...document, year: 2024 }) },
]
const before: Json = { yardstick: 'scheme/1', id: 'demo', weight: '5' }
const after: Json = { yardstick: 'scheme/3', id: 'demo', points: '5', year: 2024 }
const to = (document: Json) => migrate('scheme', document, steps, { scheme: 3 })

describe('bringing a document to its newest form', () => {
  it('goes step by step', () => {
    expect(to(before)).toEqual({ ok: true, value: after })
  })

  it('[M14] is idempotent: the newest form passes unchanged', () => {
    expect(to(after)).toEqual({ ok: true, value: after })
    const middle: Json = { yardstick: 'scheme/2', id: 'demo', points: '5' }
    expect(to(middle)).toEqual({ ok: true, value: after })
  })

  it('changes nothing that comes in', () => {
    const frozen = Object.freeze({ ...(before as object) }) as Json
    expect(to(frozen).ok).toBe(true)
    expect(frozen).toEqual(before)
  })

  it.each<[string, Json, string]>([
    ['a newer form', { yardstick: 'scheme/4' }, 'DOCUMENT_NEWER'],
    ['a much newer form', { yardstick: 'scheme/999999' }, 'DOCUMENT_NEWER'],
    ['a form without a step', { yardstick: 'scheme/0' }, 'DOCUMENT_KIND'],
  ])('refuses %s', (_, document, code) => {
    const outcome = to(document)
    expect(outcome.ok ? [] : outcome.issues.map((each) => each.code)).toEqual([code])
  })

  it.each<[string, Json]>([
    ['no object', ['scheme/1']],
    ['nothing', null],
    ['no word of its kind', { id: 'demo' }],
    ['another kind', { yardstick: 'submission/1' }],
    ['an odd version', { yardstick: 'scheme/x' }],
  ])('leaves %s to the check of its shape', (_, document) => {
    expect(to(document)).toEqual({ ok: true, value: document })
  })

  it('has no steps while every document is in its first form', () => {
    expect(migrations).toEqual([])
    expect(new Set(Object.values(newestVersion))).toEqual(new Set([1]))
  })
})
