import { Exact, type Scoring, type Target } from '@yardstick/model'
import { expect, it } from 'vitest'
import type { RuleChange } from '../method/rule-change.ts'
import { type HandleGround, handlesOf } from './handles.ts'

const ground: HandleGround = { ratioUnit: '1', target: null, points: '10' }
const towards = (value: string): HandleGround => ({ ...ground, target: { comparator: '>=', value } })

/** The handle of this key, dragged to x (and y). */
function dragged(key: string, scoring: Scoring, target: Target | undefined, on: HandleGround, x: string, y?: string) {
  const handle = handlesOf(scoring, target, on).find((each) => each.key === key)
  return handle?.put(Exact.of(x), y === undefined ? undefined : Exact.of(y))
}

const rate: Target = { comparator: '>=', value: '95%', written: '不低于95%' }
const line: Scoring = {
  method: 'curve',
  anchors: [
    { at: '60%', score: '50%' },
    { at: '90%', score: '10' },
  ],
  below: 'zero',
  above: 'hold',
}

const rows: [string, RuleChange | undefined, RuleChange | undefined][] = [
  [
    'a target in percent stays one, without the words it was written in',
    dragged('target', { method: 'ratio' }, rate, towards('0.95'), '0.9'),
    { target: { comparator: '>=', value: '90%' } },
  ],
  [
    'a target in 亿元 beside a value in 万元 is written in 亿元',
    dragged('target', { method: 'pass' }, { comparator: '>=', value: '2', unit: '亿元' }, towards('20000'), '15000'),
    { target: { comparator: '>=', value: '1.5', unit: '亿元' } },
  ],
  [
    'a percentage beside a number in % is written with %',
    dragged('threshold', { method: 'steps', from: '95%' }, undefined, { ...ground, ratioUnit: '0.01' }, '90'),
    { scoring: { method: 'steps', from: '90%' } },
  ],
  [
    'a deadline moves by days',
    dragged('target', { method: 'pass' }, { comparator: '<=', date: '2021-12-31' }, towards('18992'), '18993'),
    { target: { comparator: '<=', date: '2022-01-01' } },
  ],
  [
    'an anchor moves both ways and keeps its share',
    dragged('anchor-0', line, undefined, ground, '0.7', '4'),
    { scoring: { ...line, anchors: [{ at: '70%', score: '40%' }, line.anchors[1]!] } },
  ],
  [
    'a pass line is a share of the target',
    dragged('pass-line', { method: 'ratio', passLine: '60%' }, rate, towards('0.95'), '0.76'),
    { scoring: { method: 'ratio', passLine: '80%' } },
  ],
  [
    'a target that is data cannot be dragged',
    dragged('target', { method: 'ratio' }, { comparator: '>=', formula: '计划' }, towards('50'), '40'),
    undefined,
  ],
]

it.each(rows)('%s', (_, change, expected) => {
  expect(change).toEqual(expected)
})

it('an edge stays between its neighbours', () => {
  const [, middle] = handlesOf(
    {
      method: 'bands',
      otherwise: '0',
      bands: ['60%', '80%', '90%'].map((from) => ({ from, included: true, score: '1' })),
    },
    undefined,
    ground,
  )
  expect([middle?.low?.toText(), middle?.high?.toText()]).toEqual(['0.6', '0.9'])
})
