import { expect, it } from 'vitest'
import { Exact } from '../exact.ts'
import type { Scoring } from '../schema/scoring.ts'
import { scaleDeductions } from './scale-deductions.ts'

const scaled = (scoring: Scoring, from: string, to: string) =>
  scaleDeductions({ id: 'x', scoring }, Exact.of(from), Exact.of(to))?.scoring

it.each<[string, Scoring, string, string, object | undefined]>([
  [
    'steps: what is deducted, its limit, the start and the floor',
    {
      method: 'steps',
      start: '10',
      below: { size: '1%', per: 'percentage-point', deduct: '1', limit: '4' },
      above: { size: '5%', per: 'percentage-point', deduct: '0.5' },
      floor: '2',
    },
    '10',
    '15',
    { start: '15', below: { size: '1%', deduct: '1.5', limit: '6' }, above: { deduct: '0.75' }, floor: '3' },
  ],
  [
    'bands: points, not shares',
    {
      method: 'bands',
      otherwise: '0',
      bands: [
        { from: '60%', included: true, score: '3' },
        { from: '90%', included: true, score: '100%' },
      ],
    },
    '6',
    '4',
    { otherwise: '0', bands: [{ score: '2' }, { score: '100%' }] },
  ],
  [
    'a curve',
    {
      method: 'curve',
      below: 'zero',
      above: 'hold',
      anchors: [
        { at: '0', score: '0' },
        { at: '1', score: '6' },
      ],
    },
    '6',
    '7',
    { anchors: [{ score: '0' }, { score: '7' }] },
  ],
  [
    'elements that no decimal writes still add up',
    {
      method: 'checklist',
      elements: [
        { id: 'a', text: 'a', score: '1', met: 'judged' },
        { id: 'b', text: 'b', score: '1', met: 'judged' },
        { id: 'c', text: 'c', score: '1', met: 'judged' },
      ],
    },
    '3',
    '4',
    { elements: [{ score: '1.3334' }, { score: '1.3333' }, { score: '1.3333' }] },
  ],
  [
    'a table',
    { method: 'table', columns: ['甲'], rows: [{ when: [null], score: '2' }], hit: 'first', otherwise: '1' },
    '2',
    '3',
    { rows: [{ score: '3' }], otherwise: '1.5' },
  ],
  [
    'places of a rank',
    { method: 'rank', rule: { by: 'place', places: ['60', '57', '54'], otherwise: '30' } },
    '60',
    '6',
    { rule: { places: ['6', '5.7', '5.4'], otherwise: '3' } },
  ],
  [
    'a distance from the mean',
    {
      method: 'rank',
      rule: {
        by: 'mean',
        distance: 'relative',
        scoring: { method: 'bands', otherwise: '1', bands: [{ from: '0', included: true, score: '2' }] },
      },
    },
    '2',
    '4',
    { rule: { scoring: { otherwise: '2', bands: [{ score: '4' }] } } },
  ],
  [
    'a third is rounded',
    { method: 'steps', below: { size: '1', per: 'unit', deduct: '1' } },
    '3',
    '1',
    { below: { deduct: '0.3333' } },
  ],
  // nothing in points
  ['a ratio', { method: 'ratio' }, '5', '10', undefined],
  [
    'shares only',
    { method: 'bands', otherwise: '0%', bands: [{ from: '1', included: true, score: '100%' }] },
    '5',
    '10',
    undefined,
  ],
  ['the same points', { method: 'steps', below: { size: '1', per: 'unit', deduct: '1' } }, '5', '5', undefined],
  ['from nothing', { method: 'steps', below: { size: '1', per: 'unit', deduct: '1' } }, '0', '5', undefined],
])('%s', (_, scoring, from, to, expected) => {
  const found = scaled(scoring, from, to)
  if (expected === undefined) expect(found).toBeUndefined()
  else expect(found).toMatchObject(expected)
})
