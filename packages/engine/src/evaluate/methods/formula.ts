import { Exact } from '@yardstick/model'
import { ratioUnit } from '../../compile/ratio-unit.ts'
import type { LeafRun } from '../leaf-run.ts'
import { type Outcome, scored, unscored } from '../outcome.ts'

/** 公式: an expression that gives the points themselves; 10 × a number in % is 10 × that share. */
export function formula({ leaf, inputs }: LeafRun): Outcome {
  const reading = inputs.evaluate(leaf.method.formula!)
  if (reading.state !== 'present') return unscored(reading)
  if (!(reading.value instanceof Exact)) throw new Error('formula: not a number')
  const value = reading.value.times(ratioUnit(leaf.method.formula!.result))
  return scored(value, { kind: 'formula', value }, reading.provisional === true)
}
