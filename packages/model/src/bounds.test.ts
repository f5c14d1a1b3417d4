import { describe, expect, it } from 'vitest'
import { boundDocument } from './bounds.ts'
import { validate } from './validate.ts'

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

const codes = (document: unknown) => boundDocument(document).map(({ code, pointer }) => `${code} ${pointer}`.trim())

describe('the first look at a document', () => {
  it.each<[string, unknown, string[]]>([
    ['an ordinary one', { a: [1, 'x', null, { b: true }] }, []],
    ['200 levels', nested(200), []],
    ['201 levels', nested(201), ['DOCUMENT_TOO_DEEP']],
    [
      'a key that is a word of JavaScript',
      JSON.parse('{"a": [{"__proto__": {"x": 1}}]}'),
      ['DOCUMENT_KEY_FORBIDDEN /a/0/__proto__'],
    ],
    ['another one', { constructor: 1 }, ['DOCUMENT_KEY_FORBIDDEN /constructor']],
    ['a number beyond all doubles', JSON.parse('{"a": 1e9999999}'), ['SHAPE_TYPE /a']],
    ['half a character in a text', { a: '中\ud800文' }, ['DOCUMENT_TEXT_BROKEN /a']],
    ['the end mark of old programs', { a: '中\0文' }, ['DOCUMENT_TEXT_BROKEN /a']],
    ['half a character in a key', { '\udc00': 1 }, ['DOCUMENT_TEXT_BROKEN /\udc00']],
    ['whole characters outside the basic plane', { 𠮷: '👍' }, []],
  ])('%s', (_, document, expected) => {
    // The pointer of a place that is too deep is cut and tells nothing here.
    const found = codes(document).map((each) => each.replace(/^(DOCUMENT_TOO_DEEP).*/, '$1'))
    expect(found).toEqual(expected)
  })
})

describe('[M12] no document ends the process', () => {
  const head = {
    yardstick: 'scheme/1',
    id: 'a',
    name: 'a',
    version: '1',
    fullScore: '1',
    items: [] as unknown[],
    indicators: [] as unknown[],
  }
  const tree = (depth: number) => {
    let node: object = { id: 'l', name: 'l', points: '1', scoring: { method: 'judgement' } }
    for (let level = 0; level < depth; level++) node = { id: `n${level}`, name: 'n', points: '1', children: [node] }
    return { ...head, indicators: [node] }
  }
  const condition = (depth: number) => {
    let node: object = { fact: 'a', operator: 'equal', value: 1 }
    for (let level = 0; level < depth; level++) node = level % 2 === 0 ? { all: [node] } : { not: node }
    return { ...head, conditions: { c: node } }
  }
  it.each<[string, () => unknown, string]>([
    ['20,000 levels', () => nested(20_000), 'DOCUMENT_TOO_DEEP'],
    ['a tree of 95 levels', () => tree(95), 'ok'],
    ['a tree of 20,000 levels', () => tree(20_000), 'DOCUMENT_TOO_DEEP'],
    ['a condition of 120 levels', () => condition(120), 'SHAPE_SIZE'],
    ['a condition of 20,000 levels', () => condition(20_000), 'DOCUMENT_TOO_DEEP'],
    ['3,000,000 values', () => ({ ...head, items: Array(3_000_000).fill(0) }), 'DOCUMENT_TOO_LARGE'],
    ['1,900,000 wrong values', () => ({ ...head, items: Array(1_900_000).fill(0) }), 'SHAPE_SIZE'],
    ['90,000 wrong values', () => ({ ...head, items: Array(90_000).fill({}) }), 'SHAPE_SIZE'],
    [
      '400,000 unknown keys',
      () => Object.fromEntries(Array.from({ length: 400_000 }, (_, index) => [`k${index}`, 1])),
      'SHAPE_REQUIRED',
    ],
    ['a name of 5 MB', () => ({ ...head, name: '名'.repeat(5_000_000) }), 'SHAPE_SIZE'],
    ['a decimal of 5 MB', () => ({ ...head, fullScore: '1'.repeat(5_000_000) }), 'SHAPE_FORMAT'],
  ])('%s', (_, make, expected) => {
    const document = make()
    const started = Date.now()
    const read = validate('scheme', document)
    expect(Date.now() - started).toBeLessThan(10_000)
    if (expected === 'ok') expect(read.ok).toBe(true)
    else expect(read.ok ? ['ok'] : read.issues.map((each) => each.code)).toContain(expected)
  })

  it('a good submission of 10 MB is read in a few seconds', () => {
    const tasks = Array.from({ length: 100_000 }, (_, index) => ({
      任务: `第 ${index} 项任务的名称`,
      完成率: '95.50%',
      已完成: true,
      说明: '按期完成并通过验收',
    }))
    const document = {
      yardstick: 'submission/1',
      subject: { department: '某局' },
      period: '2024',
      items: { 任务: tasks },
    }
    expect(JSON.stringify(document).length).toBeGreaterThan(6_000_000)
    const started = Date.now()
    expect(validate('submission', document).ok).toBe(true)
    expect(Date.now() - started).toBeLessThan(10_000)
  })
})
