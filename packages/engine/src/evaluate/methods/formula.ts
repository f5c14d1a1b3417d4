import { Exact } from '@yardstick/model'
import type { LeafRun } from '../leaf-run.ts'
import { type Outcome, scored, unscored } from '../outcome.ts'

/** 公式: an expression that gives the points themselves. */
export function formula({ leaf, inputs }: LeafRun): Outcome {
  const reading = inputs.evaluate(leaf.method.formula!)
  if (reading.state !== 'present') return unscored(reading)
  if (!(reading.value instanceof Exact)) throw new Error('formula: not a number')
  return scored(reading.value, { kind: 'formula', value: reading.value }, reading.provisional === true)
}
