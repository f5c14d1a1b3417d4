import { App, Button } from 'antd'
import { issueText } from '../../parts/issue-text.tsx'
import { useLanguage, useWords } from '../../parts/words.ts'
import { type SideResult, type SideRow, takenBy } from '../side-by-side/rows.ts'
import { takeOver, useCanTakeOver } from '../side-by-side/take-over.ts'
import { updateWords } from './words.ts'

/** What the choices come to, and the two ways out: one undo step, or nothing at all. */
export function UpdateFoot({
  rows,
  result,
  version,
  onClose,
}: {
  rows: readonly SideRow[]
  result: SideResult | null
  version: string
  onClose: () => void
}) {
  const w = useWords(updateWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const isReadOnly = !useCanTakeOver()
  const counts = { theirs: 0, mine: 0, mixed: 0 }
  for (const row of rows) counts[takenBy(row)]++
  const errors = result?.issues.filter(({ issue }) => issue.severity === 'error').length ?? 0
  const apply = () => {
    if (result === null) return
    const label = { zh: updateWords.zh.label(version), en: updateWords.en.label(version) }
    const refused = takeOver(label, result.scheme, { limitsOf: null })
    if (refused !== undefined) return void message.error(w.notApplied(issueText(refused, language)))
    message.success(w.applied)
    onClose()
  }
  return (
    <footer className="pair-foot">
      <p className="pair-counts" role="status">
        {isReadOnly ? (
          w.frozen
        ) : (
          <>
            {w.counts(counts.theirs, counts.mine, counts.mixed)}
            {' · '}
            {result === null ? w.checking : errors > 0 ? <strong>{w.errors(errors)}</strong> : w.fine}
          </>
        )}
      </p>
      <Button onClick={onClose}>{w.discard}</Button>
      <Button type="primary" disabled={result === null || isReadOnly} onClick={apply}>
        {w.apply}
      </Button>
    </footer>
  )
}
