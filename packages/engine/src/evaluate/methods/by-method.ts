import type { ScoringMethod } from '@yardstick/model'
import type { LeafRun } from '../leaf-run.ts'
import type { Outcome } from '../outcome.ts'
import { byCurve } from './by-curve.ts'
import { checklist } from './checklist.ts'
import { formula } from './formula.ts'
import { judgement, levels } from './judged.ts'
import { pass } from './pass.ts'
import { rank } from './rank.ts'
import { shareMet } from './share-met.ts'
import { table } from './table.ts'

/** How each scoring method turns a leaf's inputs into exact points. */
export const evaluateMethod: { readonly [M in ScoringMethod]: (run: LeafRun) => Outcome } = {
  ratio: byCurve,
  steps: byCurve,
  bands: byCurve,
  curve: byCurve,
  pass,
  checklist,
  levels,
  judgement,
  formula,
  table,
  'share-met': shareMet,
  rank,
}
