import { type Exact, roundBy } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'

/** Under `rounding: none` a score may be no finite decimal; it is then printed as the total is, its exact value beside it. */
export function printedScore(score: Exact, { rounding }: CompiledScheme): string {
  return isDecimal(score) ? score.toText() : roundBy(score, rounding.total).toText()
}

export function isDecimal(value: Exact): boolean {
  return value.decimalDigits !== undefined
}
