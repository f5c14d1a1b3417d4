import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { check, compile, evaluate } from '@yardstick/engine'
import { type DocumentKind, Exact, type Json, readJson, type Scheme, type Submission, validate } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { Chance } from './random/chance.ts'
import { pairCount } from './scale.ts'

/**
 * Whatever comes in gives an issue or a right score: no crash, no hang, no wrong number. Documents that are right are
 * broken at random places; then come the tricks one by one.
 */
const sha256 = (text: string) => String(text.length)
const file = (path: string): Json =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../rules/${path}`, import.meta.url)), 'utf8'))
const pairs = ['seeds/shaoguan-2019', 'departments/transport', 'departments/human-resources'].map((id) => ({
  scheme: file(`${id}/scheme.json`),
  submission: file(`${id}/submission.json`),
}))

const JUNK: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1e300,
  0.1 + 0.2,
  '',
  '很多',
  '1e9999999',
  '9'.repeat(31),
  '95%',
  '-0',
  '\u0000',
  '实际支出 / 0',
  '((((',
  '1 + 恶意',
  [],
  [[]],
  {},
  { constructor: 1 },
  { fact: 'total' },
  { all: [] },
  { layers: [] },
]

/** One place of a document replaced, removed or doubled. */
function broken(document: Json, chance: Chance): Json {
  const copy = structuredClone(document) as Json
  let node = copy as { [key: string]: Json }
  for (let depth = 0; depth < 12; depth++) {
    const keys = Object.keys(node)
    if (keys.length === 0) break
    const key = chance.pick(keys)
    const child = node[key]
    const isInner = typeof child === 'object' && child !== null
    if (!isInner || chance.once(7)) {
      if (chance.once(5)) delete node[key]
      else node[key] = chance.pick(JUNK)
      break
    }
    node = child as { [key: string]: Json }
  }
  return copy
}

test('[E15] a document broken anywhere gives issues, or scores within their bounds', {
  timeout: 7_200_000,
}, async () => {
  let scored = 0
  let refused = 0
  for (let seed = 1; seed <= pairCount(600); seed++) {
    const chance = new Chance(seed)
    const pair = chance.pick(pairs)
    const isScheme = chance.flip()
    const scheme = validate('scheme', isScheme ? broken(pair.scheme, chance) : pair.scheme)
    const submission = validate('submission', isScheme ? pair.submission : broken(pair.submission, chance))
    if (!scheme.ok || !submission.ok) {
      refused++
      expect([scheme, submission].flatMap((each) => (each.ok ? [] : each.issues)).length).toBeGreaterThan(0)
      continue
    }
    const wrong = await wrongScore(scheme.value, submission.value)
    if (wrong === 'refused') refused++
    else {
      scored++
      expect(wrong, `seed ${seed}`).toBeUndefined()
    }
  }
  expect(scored).toBeGreaterThan(pairCount(50))
  expect(refused).toBeGreaterThan(pairCount(50))
})

async function wrongScore(scheme: Scheme, submission: Submission): Promise<string | undefined> {
  const compiled = compile(scheme, { sha256 })
  if (!compiled.ok)
    return compiled.issues.some((each) => each.severity === 'error') ? 'refused' : 'refused without an error'
  const evaluation = await evaluate(compiled.value, submission, { sha256 })
  if (!validate('evaluation', evaluation).ok) return 'not a valid evaluation'
  const outside = evaluation.indicators.find(
    ({ score, points }) => score !== null && (Exact.of(score).sign < 0 || Exact.of(points).lessThan(Exact.of(score))),
  )
  if (outside !== undefined) return `${outside.id}: ${outside.score} of ${outside.points}`
  const isSaid = evaluation.missing.length > 0 || evaluation.findings.some((each) => each.severity === 'error')
  return evaluation.state === 'blocked' && !isSaid ? 'blocked, and nobody says why' : undefined
}

describe('[E16] tricks', () => {
  const codes = (kind: DocumentKind, document: unknown) => {
    const result = validate(kind, document)
    return result.ok ? [] : result.issues.map((each) => each.code)
  }
  const [{ scheme, submission }] = pairs as unknown as [
    { scheme: { [key: string]: Json }; submission: { [key: string]: Json } },
  ]

  test('20,000 nested conditions', () => {
    let condition: Json = { fact: 'a', operator: 'equal', value: 1 }
    for (let depth = 0; depth < 20_000; depth++) condition = { not: condition }
    expect(codes('scheme', { ...scheme, conditions: { 深: condition } })).toEqual(['DOCUMENT_TOO_DEEP'])
  })

  test('20,000 brackets in a formula', async () => {
    const deep = `${'('.repeat(1_900)}1${')'.repeat(1_900)}`
    const measures = [{ id: '深', formula: deep, type: 'number' }]
    const checked = validate('scheme', { ...scheme, measures })
    if (!checked.ok) throw new Error('the shape is right')
    expect((await check(checked.value, { sha256 })).map((each) => each.code)).toContain('FORMULA_TOO_DEEP')
    expect(
      codes('scheme', { ...scheme, measures: [{ id: '长', formula: '('.repeat(20_000), type: 'number' }] }),
    ).toContain('SHAPE_SIZE')
  })

  test('numbers beyond all bounds', () => {
    const text = '{"yardstick":"submission/1","subject":{"department":"局"},"period":"2021","items":{"a":1e9999999}}'
    expect(readJson(text).ok).toBe(false)
    expect(codes('submission', { ...submission, items: { a: Number.POSITIVE_INFINITY } })).toContain('SHAPE_TYPE')
    expect(codes('scheme', { ...scheme, fullScore: '1e9999999' })).toContain('SHAPE_FORMAT')
    expect(codes('scheme', { ...scheme, fullScore: '9'.repeat(31) })).toContain('SHAPE_FORMAT')
  })

  test('keys that reach into the language', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const document = JSON.parse(`{"yardstick":"submission/1","items":{"${key}":{"polluted":1}}}`)
      expect(codes('submission', document)).toEqual(['DOCUMENT_KEY_FORBIDDEN'])
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  test('names that every object has are only unknown names', async () => {
    const measures = ['toString', 'valueOf', 'hasOwnProperty'].map((formula, index) => ({
      id: `量${index}`,
      formula,
      type: 'number',
    }))
    const checked = validate('scheme', { ...scheme, measures })
    if (!checked.ok) throw new Error('the shape is right')
    const found = (await check(checked.value, { sha256 })).filter((each) => each.code === 'FORMULA_UNKNOWN_NAME')
    expect(found.length).toBeGreaterThanOrEqual(3)
  })

  test('10 MB of one document', () => {
    const items = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`数据项${index}`, 'x'.repeat(90)]))
    const result = validate('submission', { ...submission, items })
    if (!result.ok) throw new Error(JSON.stringify(result.issues[0]))
    const right = validate('scheme', scheme)
    const compiled = right.ok ? compile(right.value, { sha256 }) : right
    if (!compiled.ok) throw new Error('the scheme is right')
    return expect(evaluate(compiled.value, result.value, { sha256, trace: false })).resolves.toMatchObject({
      state: 'blocked',
    })
  })

  test('documents that are no objects, and the wrong ones', () => {
    for (const kind of [
      'scheme',
      'declaration',
      'submission',
      'evaluation',
      'group',
      'score-sheet',
      'package',
      'report-texts',
    ] as const) {
      for (const document of [null, 5, 'text', [], true, undefined])
        expect(codes(kind, document).length).toBeGreaterThan(0)
    }
    expect(codes('scheme', submission)).toContain('DOCUMENT_KIND')
    expect(codes('submission', { ...submission, yardstick: 'submission/99' })).toEqual(['DOCUMENT_NEWER'])
  })
})
