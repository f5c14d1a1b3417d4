import { Exact, issue } from '@yardstick/model'
import type { CompiledMethod, ResolvedTarget } from '../../compile/compiled.ts'
import { scoreAt } from '../../curve/score-curve.ts'
import type { Inputs } from '../inputs.ts'
import type { LeafRun } from '../leaf-run.ts'
import { failed, type Outcome, scored, type Unscored, unscored, worstOf } from '../outcome.ts'

/** ratio, steps, bands, curve and a threshold pass: the value, its target, and the curve between them. */
export function byCurve({ leaf, inputs }: LeafRun): Outcome {
  const { method, points } = leaf
  const x = actualValue(method, inputs)
  const read = resolveTarget(method, inputs)
  // A curve that is drawn already does not wait for its target.
  const needed = typeof method.curve === 'function' ? [x, read] : [x]
  const absent = worstOf(needed.filter((each) => each.state !== 'present'))
  if (absent !== undefined || x.state !== 'present') return absent ?? (x as Unscored)
  const target = read.state === 'present' ? read : NO_TARGET
  const provisional = x.provisional || (typeof method.curve === 'function' && target.provisional)
  const drawn = typeof method.curve === 'function' ? method.curve(target.value) : method.curve!
  if ('pieces' in drawn) {
    return scored(
      scoreAt(drawn, x.value),
      { kind: 'curve', x: x.value, target: target.value, curve: drawn },
      provisional,
    )
  }
  const shown =
    target.value === undefined ? null : 'low' in target.value ? target.value.low.toText() : target.value.value.toText()
  if (drawn.zeroTarget === 'error') {
    return failed(
      issue('SCORING_TARGET_NOT_POSITIVE', {
        pointer: `${leaf.pointer}/target`,
        where: leaf.path,
        expected: '> 0',
        found: shown,
      }),
    )
  }
  const score = drawn.zeroTarget === 'full' ? points : Exact.zero
  return scored(score, { kind: 'zero-target', x: x.value, target: target.value, treat: drawn.zeroTarget }, provisional)
}

const NO_TARGET = { value: undefined, provisional: false } as const

type Value<T> = { readonly state: 'present'; readonly value: T; readonly provisional: boolean }

/** The leaf's x: a number, or the day number of a date. */
export function actualValue(method: CompiledMethod, inputs: Inputs): Value<Exact> | Unscored {
  const reading = inputs.evaluate(method.actual!)
  if (reading.state !== 'present') return unscored(reading)
  const { value } = reading
  const x = value instanceof Exact ? value : Exact.integer((value as { dayNumber: number }).dayNumber)
  return { state: 'present', value: x, provisional: reading.provisional === true }
}

/** The target as numbers; one that is data is read from this submission. */
export function resolveTarget(method: CompiledMethod, inputs: Inputs): Value<ResolvedTarget | undefined> | Unscored {
  const { target } = method
  if (target === undefined || target.kind === 'text') return { state: 'present', value: undefined, provisional: false }
  if (target.kind === 'constant') return { state: 'present', value: target.resolved, provisional: false }
  const reading = inputs.evaluate(target.formula)
  if (reading.state !== 'present') return unscored(reading)
  const number =
    reading.value instanceof Exact ? reading.value : Exact.integer((reading.value as { dayNumber: number }).dayNumber)
  return {
    state: 'present',
    value: { comparator: target.comparator, value: number.times(target.factor) },
    provisional: reading.provisional === true,
  }
}
