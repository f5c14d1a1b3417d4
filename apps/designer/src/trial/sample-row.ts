import type { SchemeCase } from '@yardstick/model'
import type { CaseScore } from '../evaluation/case-scores.ts'

/** A row of the sheet: one sample with what it scores. */
export interface SampleRow {
  readonly key: string
  readonly index: number
  readonly sample: SchemeCase
  readonly score: CaseScore | undefined
}
