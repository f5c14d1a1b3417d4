import type { AuditedSheet } from '../evaluation/audit-sheet.ts'
import { useWords } from '../parts/words.ts'
import { type OpenSheet, titleOf } from './open-sheet.ts'
import type { Sheets } from './use-sheets.ts'
import { auditWords } from './words.ts'

/** The sheets that are open, with how much was found in each. */
export function SheetTabs({
  sheets,
  shown,
  audited,
}: {
  sheets: Sheets
  shown: OpenSheet
  audited: ReadonlyMap<number, AuditedSheet>
}) {
  const w = useWords(auditWords)
  return (
    <nav className="audit-tabs" aria-label={w.sheets}>
      {sheets.open.map((sheet) => {
        const issues = audited.get(sheet.key)?.issues
        const isWrong = issues?.some(({ severity }) => severity === 'error') === true
        return (
          <button
            key={sheet.key}
            type="button"
            aria-current={sheet.key === shown.key || undefined}
            title={titleOf(sheet)}
            onClick={() => sheets.show(sheet.key)}
          >
            <span className="audit-tab-name">{titleOf(sheet)}</span>
            {issues !== undefined && (
              <span className={isWrong ? 'audit-tab-count audit-tab-wrong' : 'audit-tab-count'}>
                {w.foundCount(issues.length)}
              </span>
            )}
          </button>
        )
      })}
    </nav>
  )
}
