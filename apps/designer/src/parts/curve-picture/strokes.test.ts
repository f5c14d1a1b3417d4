import { describe, expect, it } from 'vitest'
import type { PieceView } from '../../evaluation/leaf-view.ts'
import { type Stroke, strokesOf } from './strokes.ts'

const piece = (
  from: string | null,
  to: string | null,
  includesFrom: boolean,
  includesTo: boolean,
  shape: PieceView['shape'],
) => ({
  from,
  to,
  includesFrom,
  includesTo,
  shape,
})
const flat = (score: string) => ({ kind: 'constant', score }) as const
const domain = { from: 0, to: 1, points: 10 }

/** `● 0 0 → 0.6 0 ○` for a stroke. */
function shown({ points, start, end }: Stroke): string {
  const dot = { filled: '●', hollow: '○', none: '·' }
  const at = points.map(([x, y]) => `${Number(x.toFixed(4))},${Number(y.toFixed(4))}`)
  return `${dot[start]} ${at.join(' → ')} ${dot[end]}`
}

const stairs = (count: 'whole' | 'started') =>
  ({
    kind: 'staircase',
    side: 'below',
    edge: '0.9',
    start: '10',
    size: '0.1',
    deduct: '4',
    count,
    lowest: '0',
  }) as const

const rows: [string, PieceView[], string[]][] = [
  [
    'bands break with a hollow and a filled end',
    [piece(null, '0.6', false, false, flat('0')), piece('0.6', null, true, false, flat('10'))],
    ['· 0,0 → 0.6,0 ○', '● 0.6,10 → 1,10 ·'],
  ],
  [
    'a line that meets the full points goes on unbroken',
    [
      piece(null, '0.5', false, false, { kind: 'linear', at: '0.5', score: '10', slope: '20' }),
      piece('0.5', null, true, false, flat('10')),
    ],
    ['· 0,0 → 0.5,10 ·', '· 0.5,10 → 1,10 ·'],
  ],
  [
    'a line that falls below 0 has a corner there',
    [piece(null, null, false, false, { kind: 'linear', at: '1', score: '10', slope: '20' })],
    ['· 0,0 → 0.5,0 → 1,10 ·'],
  ],
  [
    'a single value is one dot',
    [
      piece(null, '0.5', false, false, flat('0')),
      piece('0.5', '0.5', true, true, flat('10')),
      piece('0.5', null, false, false, flat('0')),
    ],
    ['· 0,0 → 0.5,0 ○', '● 0.5,10 ●', '○ 0.5,0 → 1,0 ·'],
  ],
  [
    'whole steps close at their near end',
    [piece('0.6', '0.9', false, true, stairs('whole'))],
    ['○ 0.6,2 → 0.7,2 ●', '○ 0.7,6 → 0.8,6 ●', '○ 0.8,10 → 0.9,10 ●'],
  ],
  [
    'started steps close at their far end',
    [piece('0.7', '0.9', true, false, stairs('started'))],
    ['● 0.7,2 → 0.8,2 ○', '● 0.8,6 → 0.9,6 ○'],
  ],
  [
    'a number without a decimal form is drawn',
    [piece('1/3', null, true, false, flat('20/3'))],
    ['● 0.3333,6.6667 → 1,6.6667 ·'],
  ],
]

describe('strokes', () => {
  it.each(rows)('%s', (_, pieces, expected) => {
    expect(strokesOf(pieces, domain).map(shown)).toEqual(expected)
  })

  it('draw a staircase of very many steps as one line', () => {
    const many = { ...stairs('whole'), size: '1/10000' }
    expect(strokesOf([piece('0', '0.9', true, true, many)], domain)).toHaveLength(1)
  })
})
