import type { Declaration, Language, Patch, Submission } from '@yardstick/model'
import type { Design } from '../store/design.ts'

/** How the page keeps the worker's copy of the design in step: whole once, by patches afterwards. */
export type Step =
  | { readonly revision: number; readonly design: Design }
  | {
      readonly revision: number
      readonly patches: readonly Patch[]
      readonly declarations?: readonly Declaration[] | undefined
    }

/** What is wanted of a round: in which language, and which samples are scored, by index of the scheme's cases. */
export interface Wanted {
  readonly language: Language
  readonly sample: number | null
  readonly pinned: number | null
  readonly declaration: number | null
  /** What stands for the sample while somebody tries other values on it. */
  readonly scratch?: Submission | undefined
}
