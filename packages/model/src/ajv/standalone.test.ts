import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { standaloneValidators } from './standalone.ts'

/** The gate with Ajv and the gate with the checks made ahead, on the same documents. */
const source = standaloneValidators()
const root = fileURLToPath(new URL('../../../..', import.meta.url))
let ajv: typeof import('../validate.ts')
let ahead: typeof import('../validate.ts')

beforeAll(async () => {
  ajv = await import('../validate.ts')
  vi.resetModules()
  vi.doMock('./compile.ts', () => import(`data:text/javascript,${encodeURIComponent(source)}`))
  ahead = await import('../validate.ts')
})
// Other files read the same modules: they are to find Ajv again.
afterAll(() => {
  vi.doUnmock('./compile.ts')
  vi.resetModules()
})

describe('checks made ahead', () => {
  it('need nothing else and make no code', () => {
    expect(source).not.toMatch(/require\(|\bimport\b|new Function|eval\(/)
  })

  it('stand where Ajv stood, and know only what they were made for', async () => {
    const { compileSchema } = await import('./compile.ts')
    expect(() => compileSchema({ $id: 'urn:other' }, 'all')).toThrow('no check was made ahead for urn:other')
  })

  it('can be made for some documents alone, and for edits', async () => {
    const some = standaloneValidators(['scheme', 'submission'])
    expect(some.length).toBeLessThan(source.length * 0.8)
    const { compileSchema } = await import(`data:text/javascript,${encodeURIComponent(some)}`)
    for (const $id of ['scheme/1', 'submission/1', 'edit/1']) compileSchema({ $id: `urn:yardstick:${$id}` }, 'all')
    expect(() => compileSchema({ $id: 'urn:yardstick:evaluation/1' }, 'all')).toThrow('no check was made ahead')
  })

  const documents = ['rules', 'test/cases'].flatMap(documentsUnder)
  it('take part with documents of most kinds', () => {
    const kinds = new Set(documents.map(({ kind }) => kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['scheme', 'submission', 'declaration', 'evaluation']))
  })

  it.each(documents)('find what Ajv finds in $path', ({ kind, text }) => {
    const document = JSON.parse(text)
    expect(ahead.validate(kind, document)).toEqual(ajv.validate(kind, document))
    let refused = 0
    for (const spoilt of spoiltCopies(text, 40)) {
      const expected = ajv.validate(kind, spoilt)
      if (!expected.ok) refused++
      expect(ahead.validate(kind, spoilt)).toEqual(expected)
    }
    expect(refused).toBeGreaterThan(0)
  })

  it.each([
    { type: 'set-points', points: { a: '5' } },
    { type: 'set-points', points: { a: 5 } },
    { type: 'add-indicator', parent: null, index: 0, indicator: { id: 'a', name: '甲', points: '5' } },
    { type: 'set-item', id: 'a', fields: { name: null, type: 7, unit: 3 } },
    { type: 'batch', edits: [{ type: 'remove-item' }, { type: 'none' }, 5, { type: 'batch', edits: [{}] }] },
    {},
    null,
  ])('find the same in the edit %j', (edit) => {
    expect(ahead.validateEdit(edit)).toEqual(ajv.validateEdit(edit))
  })

  it.each(Object.keys({ ...schemaKinds() }) as (keyof ReturnType<typeof schemaKinds>)[])(
    'find the same in a %s without anything, and in one with too much',
    (kind) => {
      for (const document of [{}, [], { yardstick: `${kind}/1` }, { yardstick: `${kind}/1`, more: [1] }]) {
        expect(ahead.validate(kind, document)).toEqual(ajv.validate(kind, document))
      }
    },
  )

  it('end at the first error of a very large document', () => {
    const items = Array.from({ length: 60_000 }, () => ({ id: 5, name: 6 }))
    const large = { yardstick: 'scheme/1', id: 'a', name: 'a', version: '1', fullScore: '5', items, indicators: [] }
    const found = ahead.validate('scheme', large)
    expect(found).toEqual(ajv.validate('scheme', large))
    expect(!found.ok && found.issues.length).toBe(1)
    // and the next, small one is told all of its errors again
    expect(ahead.validate('scheme', { yardstick: 'scheme/1' })).toEqual(
      ajv.validate('scheme', { yardstick: 'scheme/1' }),
    )
  })
})

function schemaKinds() {
  return {
    ...{ scheme: 0, declaration: 0, submission: 0, evaluation: 0, group: 0, 'score-sheet': 0, package: 0 },
    'report-texts': 0,
  } as const
}

type Kind = keyof ReturnType<typeof schemaKinds>

function documentsUnder(folder: string): { path: string; kind: Kind; text: string }[] {
  const files = readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
  // Of the many small golden cases every tenth is enough.
  const chosen = files.filter((file) => file.endsWith('.json')).filter((_, at) => folder === 'rules' || at % 10 === 0)
  return chosen.flatMap((file) => {
    const text = readFileSync(`${root}/${folder}/${file}`, 'utf8')
    const kind = /"yardstick":\s*"([a-z-]+)\/1"/.exec(text.slice(0, 200))?.[1]
    return kind !== undefined && kind in schemaKinds() ? [{ path: `${folder}/${file}`, kind: kind as Kind, text }] : []
  })
}

/** Copies with one place each changed to something that may not stand there, chosen from a fixed seed. */
function* spoiltCopies(text: string, copies: number): Generator<unknown> {
  const wrong = [5, '', null, true, [], {}, 'x'.repeat(300), '-1.5', [{}], { text: '好', value: '1' }]
  let seed = 20_261_121
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  for (let copy = 0; copy < copies; copy++) {
    const document = JSON.parse(text)
    for (let changes = 0; changes <= next(3); changes++) {
      let node = document
      for (;;) {
        const keys = Object.keys(node)
        const key = keys[next(keys.length)]
        if (key === undefined) break
        const child = node[key]
        if (typeof child === 'object' && child !== null && next(5) > 0) {
          node = child
          continue
        }
        const how = next(4)
        if (how === 0 && !Array.isArray(node)) delete node[key]
        else if (how === 1 && !Array.isArray(node)) node[`${key}s`] = child
        else node[key] = wrong[next(wrong.length)]
        break
      }
    }
    yield document
  }
}
