import { Exact, type Rounding } from '@yardstick/model'
import fc from 'fast-check'
import { schemeOf, sha256 } from '../../check/check.testing.ts'
import { compile } from '../../compile/compile.ts'
import { anchorsCurve, bandsCurve, passCurve } from '../../curve/plain-curves.ts'
import { ratioCurve } from '../../curve/ratio-curve.ts'
import type { ScoreCurve } from '../../curve/score-curve.ts'
import { type StepSide, stepsCurve } from '../../curve/steps-curve.ts'
import { SAFE } from '../lane.ts'
import { Memory } from '../memory.ts'
import { Plan } from '../plan.ts'
import type { NumberValue } from '../value.ts'

/** A value as it stands in registers: scale × num ÷ den. */
export interface Lane {
  readonly num: number
  readonly den: number
  readonly state?: number
}

/** A plan of nothing but what a test adds to it, and the memory it runs in. */
export function planOf(scale: Exact, hasDen: boolean): { plan: Plan; x: NumberValue } {
  const compiled = compile(schemeOf([{ id: 'a', name: 'a', points: '10', scoring: { method: 'judgement' } }]), {
    sha256,
  })
  if (!compiled.ok) throw new Error('planOf: no scheme')
  const plan = new Plan(compiled.value)
  return { plan, x: { kind: 'number', num: plan.register(), den: hasDen ? plan.register() : undefined, scale } }
}

/** Runs a plan over values of its x. */
export function runOver({ plan, x }: { plan: Plan; x: NumberValue }, lanes: readonly Lane[]): Memory {
  const memory = new Memory(lanes.length)
  memory.reserve(plan.registers)
  lanes.forEach(({ num, den, state = 0 }, row) => {
    memory.values[x.num]![row] = num
    if (x.den !== undefined) memory.values[x.den]![row] = den
    memory.states[x.num]![row] = state
    memory.mixed[x.num]! |= state
  })
  for (const step of plan.steps) step.run(memory, lanes.length)
  return memory
}

const decimal = (most: number, digits: number) =>
  fc.integer({ min: 0, max: most * 10 ** digits }).map((each) => Exact.ratio(BigInt(each), BigInt(10 ** digits)))
const positive = (most: number, digits: number) => decimal(most, digits).filter((each) => each.sign > 0)
const share = fc.integer({ min: 0, max: 100 }).map((each) => `${each}%`)

export const somePoints = fc.oneof(fc.constantFrom('1', '2', '3', '10', '100', '0.7').map(Exact.of), decimal(20, 2))

export const someRounding: fc.Arbitrary<Rounding> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Rounding>({ digits: 2, mode: 'half-up' }) },
  fc.record({ digits: fc.nat(4), mode: fc.constantFrom('half-up', 'half-even', 'up', 'down') }),
  fc.record({
    step: fc.constantFrom('0.5', '0.25', '3', '0.2', '10'),
    mode: fc.constantFrom('half-up', 'half-even', 'up', 'down'),
  }),
  fc.constant<Rounding>('none'),
)

const side: fc.Arbitrary<StepSide> = fc.record({
  size: positive(10, 2),
  deduct: fc.oneof(fc.constantFrom('0.5', '0.1', '1', '0.333', '0').map(Exact.of), positive(3, 3)),
  count: fc.constantFrom('prorata', 'whole', 'started'),
  limit: fc.option(decimal(10, 1), { nil: undefined }),
})

/** Curves of every method. */
export function someCurve(points: Exact): fc.Arbitrary<ScoreCurve> {
  const score = fc.oneof(
    share,
    decimal(12, 2).map((each) => each.toText()),
  )
  const sorted = fc
    .uniqueArray(fc.integer({ min: -500, max: 2_000 }), { minLength: 2, maxLength: 6 })
    .map((all) => all.sort((a, b) => a - b).map((each) => Exact.ratio(BigInt(each), 10n).toText()))
  return fc.oneof(
    fc
      .record({
        passLine: fc.option(share, { nil: undefined }),
        overshoot: fc.option(
          fc.record({ beyond: share, effect: fc.constantFrom('refuse' as const, 'reduce' as const) }),
          { nil: undefined },
        ),
        target: positive(200, 2),
        isHigher: fc.boolean(),
      })
      .map(({ target, isHigher, passLine, overshoot }) =>
        ratioCurve(
          {
            method: 'ratio',
            ...(passLine === undefined ? {} : { passLine }),
            ...(overshoot === undefined ? {} : { overshoot }),
          },
          points,
          target,
          isHigher,
        ),
      ),
    fc
      .record({
        low: decimal(100, 1),
        width: decimal(20, 1),
        start: fc.oneof(fc.constant(points), decimal(12, 1)),
        floor: decimal(3, 1),
        below: fc.option(side, { nil: undefined }),
        above: fc.option(side, { nil: undefined }),
      })
      .map(({ low, width, start, floor, below, above }) =>
        stepsCurve({ low, high: low.plus(width) }, start, floor, { below, above }),
      ),
    fc
      .record({
        edges: sorted,
        scores: fc.array(score, { minLength: 6, maxLength: 6 }),
        included: fc.boolean(),
        otherwise: score,
      })
      .map(({ edges, scores, included, otherwise }) =>
        bandsCurve(
          {
            method: 'bands',
            otherwise,
            bands: edges.map((from, index) => ({ from, included, score: scores[index]! })),
          },
          points,
        ),
      ),
    fc
      .record({
        ats: sorted,
        scores: fc.array(score, { minLength: 6, maxLength: 6 }),
        below: fc.constantFrom('hold' as const, 'zero' as const),
        above: fc.constantFrom('hold' as const, 'zero' as const),
      })
      .map(({ ats, scores, below, above }) =>
        anchorsCurve(
          { method: 'curve', anchors: ats.map((at, index) => ({ at, score: scores[index]! })), below, above },
          points,
        ),
      ),
    fc
      .record({ comparator: fc.constantFrom('>=', '>', '<=', '<', '=' as const), value: decimal(100, 2) })
      .map((threshold) => passCurve(points, threshold)),
  )
}

/** Values on the edges of a curve, just beside them, between them and far out, as fractions of every size. */
export function lanesOf(curve: ScoreCurve, scale: Exact, hasDen: boolean): fc.Arbitrary<Lane[]> {
  const edges = curve.pieces.flatMap(({ to }) => (to === null ? [] : [to.over(scale)]))
  const den = hasDen
    ? fc.oneof(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: 1e7 }), fc.integer({ min: 1, max: 1e15 }))
    : fc.constant(1)
  const near = fc
    .record({
      edge: fc.constantFrom(...edges, Exact.zero),
      part: fc.nat(40),
      den,
      off: fc.integer({ min: -1, max: 1 }),
    })
    .map(({ edge, part, den, off }) => {
      const x = part === 0 ? edge : edge.times(Exact.ratio(BigInt(part), 20n))
      return { num: Number(x.times(Exact.integer(den)).floor().numerator) + off, den }
    })
  const any = fc.record({ num: fc.oneof(fc.integer({ min: -1e5, max: 1e5 }), fc.maxSafeInteger()), den })
  return fc.array(
    fc.oneof({ weight: 4, arbitrary: near }, any).filter(({ num }) => Math.abs(num) <= SAFE),
    { minLength: 1, maxLength: 30 },
  )
}
