import type { SchemeCase } from '@yardstick/model'
import type { Designer } from '../store/designer-store.ts'
import { useDesigner } from '../store/use-designer.ts'
import type { Sample } from './sample-edits.ts'

/** The chosen sample and what is tried on it. */
export interface ChosenSample {
  readonly index: number | null
  readonly sample: SchemeCase | undefined
  /** What is scored: the sample's own values, or those that are tried. */
  readonly submission: Sample | undefined
  readonly isTried: boolean
}

const NO_CASES: readonly SchemeCase[] = []

export function useCases(): readonly SchemeCase[] {
  return useDesigner(({ design }) => design?.scheme.cases ?? NO_CASES)
}

export function useChosenSample(): ChosenSample {
  const index = useDesigner(({ view }) => view.sample)
  const scratch = useDesigner(({ view }) => view.scratch)
  const cases = useCases()
  const sample = index === null ? undefined : cases[index]
  const isTried = scratch !== null && sample !== undefined && scratch.of === sample
  return { index, sample, submission: isTried ? scratch.submission : sample?.submission, isTried }
}

/** The same, outside of drawing. */
export function chosenSample({ design, view }: Designer): ChosenSample {
  const sample = view.sample === null ? undefined : design?.scheme.cases?.[view.sample]
  const isTried = sample !== undefined && view.scratch?.of === sample
  return {
    index: view.sample,
    sample,
    submission: isTried ? view.scratch?.submission : sample?.submission,
    isTried,
  }
}
