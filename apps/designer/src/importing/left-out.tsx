import type { Doubt } from '@yardstick/exchange/indicator-table'
import { useWords } from '../parts/words.ts'
import { importWords } from './words.ts'

/** What was not read of their sheet, in one quiet line that unfolds: nothing is dropped unsaid, and nothing is asked. */
export function LeftOut({ told }: { told: readonly Doubt[] }) {
  const w = useWords(importWords)
  const rows = told.filter(({ kind }) => kind === 'row-left-out').length
  const columns = told.filter(({ kind }) => kind === 'column-left-out').length
  const texts = told.flatMap((doubt) => (w.told[doubt.kind] as ((doubt: Doubt) => string) | undefined)?.(doubt) ?? [])
  if (texts.length === 0) return null
  return (
    <details className="import-left-out">
      <summary>{rows + columns > 0 ? w.leftOut(rows, columns) : w.alsoTold(texts.length)}</summary>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  )
}
