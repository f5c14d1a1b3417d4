import { Exact } from '@yardstick/model'
import { factsIn } from '../../compile/typed-condition.ts'
import type { Inputs } from '../inputs.ts'
import { type LeafRun, unknownBecause } from '../leaf-run.ts'
import { type Outcome, scored, unscored } from '../outcome.ts'
import { byCurve } from './by-curve.ts'

/** 达标得分: by the threshold, or by a condition. */
export function pass(run: LeafRun): Outcome {
  const key = run.leaf.method.conditionKeys.get('pass')
  if (key === undefined) return run.leaf.method.curve === undefined ? byTruth(run) : byCurve(run)
  const truth = run.truth(key)
  if (truth === 'unknown') return unknownBecause([key], run)
  const isMet = truth === 'true'
  const detail = { kind: 'condition', isMet, key } as const
  return scored(isMet ? run.leaf.points : Exact.zero, detail, readsProvisional([key], run))
}

/** A value that is itself true or false (是否完成) needs no threshold. */
function byTruth({ leaf, inputs }: LeafRun): Outcome {
  const reading = inputs.evaluate(leaf.method.actual!)
  if (reading.state !== 'present') return unscored(reading)
  const isMet = reading.value === true
  const detail = { kind: 'truth', isMet } as const
  return scored(isMet ? leaf.points : Exact.zero, detail, reading.provisional === true)
}

/** Whether an answer rests on a value that is still 待核. */
export function readsProvisional(
  keys: readonly string[],
  { compiled, inputs }: Pick<LeafRun, 'compiled' | 'inputs'>,
): boolean {
  return keys.some((key) => {
    const condition = compiled.conditions.items?.conditions.get(key)
    return condition !== undefined && factsIn(condition).some((fact) => isProvisional(fact, inputs))
  })
}

function isProvisional(fact: string, inputs: Inputs): boolean {
  const reading = inputs.read(fact)
  return reading.state === 'present' && reading.provisional === true
}
