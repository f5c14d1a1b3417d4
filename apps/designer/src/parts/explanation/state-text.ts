import type { IndicatorResult, ResultState } from '@yardstick/model'
import type { ExplanationWords } from './words.ts'

interface Scored {
  readonly score: string | null
  readonly state: ResultState
}

/** A score as it is shown: never a bare 0 for what is missing. */
export function indicatorStateText({ score, state }: Scored | IndicatorResult, w: ExplanationWords): string {
  switch (state) {
    case 'present':
      return score ?? '—'
    case 'missing':
      return score === null ? w.scoreMissing : w.scoreMissingAs(score)
    case 'not-applicable':
      return w.states['not-applicable']
    case 'error':
      return w.states.error
  }
}
