import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Json, pointerTokens } from '../json.ts'
import type { Scheme } from '../schema/scheme.ts'
import { validate } from '../validate.ts'
import { Chance, randomScheme } from './random-scheme.testing.ts'
import { formulas, parseFact, references } from './references.ts'

const at = (document: unknown, pointer: string) =>
  pointerTokens(pointer).reduce<Json | undefined>(
    (value, token) => (value as { [key: string]: Json } | undefined)?.[token],
    document as Json,
  )

function read(more: object): Scheme {
  const outcome = validate('scheme', {
    yardstick: 'scheme/1',
    id: 'a',
    name: 'a',
    version: '1',
    fullScore: '1',
    items: [],
    ...more,
  })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome.value
}

const leaf = (scoring: object, more: object = {}) => ({ id: 'x', name: '甲', points: '1', scoring, ...more })

describe('references', () => {
  it('[M15] the pointer of every reference and formula leads to what it says', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const scheme = randomScheme(new Chance(seed))
        for (const { name, pointer } of references(scheme)) {
          const value = at(scheme, pointer)
          const said = typeof value === 'string' ? parseFact(value).name : undefined
          expect([said, pointerTokens(pointer).at(-1)]).toContain(name)
        }
        for (const { text, pointer } of formulas(scheme)) expect(at(scheme, pointer)).toBe(text)
      }),
      { seed: 20_240_801, numRuns: 60 },
    )
  })

  it('total and grade name nothing where a rule may read them, and are names elsewhere', () => {
    const fact = (name: string) => ({ fact: name, operator: 'equal', value: { fact: 'grade' } })
    const scheme = read({
      indicators: [leaf({ method: 'pass', condition: fact('total') })],
      conditions: { c: fact('total') },
      rules: [{ id: 'r', name: 'r', conditions: fact('total'), event: { type: 'veto', params: { reason: 'x' } } }],
    })
    expect(references(scheme).map(({ kind, name, pointer }) => `${kind} ${name} ${pointer}`)).toEqual([
      'name total /indicators/0/scoring/condition/fact',
      'name grade /indicators/0/scoring/condition/value/fact',
    ])
  })

  it('knows every formula, in document order', () => {
    const scheme = read({
      items: [{ id: '甲', type: 'number' }],
      measures: [{ id: '乙', formula: '1', type: 'number' }],
      indicators: [
        leaf(
          { method: 'ratio', target: { comparator: '>=', formula: '3' } },
          { target: { comparator: '>=', formula: '2' }, actual: '4' },
        ),
        leaf({ method: 'pass', threshold: { comparator: '>=', formula: '5' } }),
        leaf({ method: 'formula', formula: '6' }),
      ],
      rules: [
        {
          id: 'r',
          name: 'r',
          conditions: { fact: '甲', operator: 'equal', value: 1 },
          event: { type: 'deduct', params: { formula: '7', reason: 'x' } },
        },
      ],
    })
    expect(formulas(scheme).map(({ text, pointer }) => `${text} ${pointer}`)).toEqual([
      '1 /measures/0/formula',
      '2 /indicators/0/target/formula',
      '4 /indicators/0/actual',
      '3 /indicators/0/scoring/target/formula',
      '5 /indicators/1/scoring/threshold/formula',
      '6 /indicators/2/scoring/formula',
      '7 /rules/0/event/params/formula',
    ])
  })

  it.each([
    ['满意度', 'name', '满意度'],
    ['evidence:满意度', 'evidence', '满意度'],
    ['score:output.quality', 'indicator', 'output.quality'],
    ['rate:output', 'indicator', 'output'],
    ['rates:output', 'name', 'rates:output'],
  ])('the fact %s names the %s %s', (fact, kind, name) => {
    expect(parseFact(fact)).toMatchObject({ kind, name })
  })
})
