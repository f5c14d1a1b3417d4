import type { Scheme } from '@yardstick/model'
import type { Template } from '../read/read-template.ts'

/** What a merge is made of. */
export interface MergeInputs {
  readonly local: Scheme
  readonly localFile: string
  readonly newer: Template
  readonly base: Template
}

/** What came of it, as data and as lines. */
export interface Merged {
  readonly scheme: Scheme
  readonly data: object
  readonly lines: readonly string[]
}
