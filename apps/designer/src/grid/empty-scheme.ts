import { type Indicator, isBranch } from '@yardstick/model'
import { gridWords } from './words.ts'

/** Whether nothing but the row to begin with is there: the ghost text invites (`ux.md` 4.7). */
export function isEmptyScheme(indicators: readonly Indicator[]): boolean {
  const [only] = indicators
  return indicators.length === 1 && only !== undefined && !isBranch(only) && BLANK_NAMES.has(only.name)
}

/** Names that nobody has given: of a new row, and of a blank scheme's first one. */
const BLANK_NAMES: ReadonlySet<string> = new Set([
  gridWords.zh.newIndicator,
  gridWords.en.newIndicator,
  gridWords.zh.firstIndicator,
  gridWords.en.firstIndicator,
])
