import { CloseOutlined } from '@ant-design/icons'
import type { Issue } from '@yardstick/model'
import { Button, Tooltip } from 'antd'
import { useMemo, useRef } from 'react'
import { issueText } from '../parts/issue-text.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { BesideTable } from './beside-table.tsx'
import { FindingList } from './finding-list.tsx'
import { cellsOfFindings, marksOf } from './marks.ts'
import { aboutSheet, type OpenSheet, titleOf } from './open-sheet.ts'
import { PrintedSheet } from './printed-sheet.tsx'
import { MarksContext } from './sheet-context.ts'
import { sheetTable } from './sheet-table.ts'
import { Summary } from './summary.tsx'
import { useFindings } from './use-findings.ts'
import { auditWords } from './words.ts'

/** One sheet: what it is and what was found in a sentence, the table as printed, the list beside it. */
export function SheetView({
  sheet: open,
  issues,
  onClose,
}: {
  sheet: OpenSheet
  issues: readonly Issue[]
  onClose: () => void
}) {
  const w = useWords(auditWords)
  const language = useLanguage()
  const { sheet } = open
  const findings = useFindings(issues.length)
  const scroller = useRef<HTMLElement>(null)
  const table = useMemo(() => sheetTable(sheet, language), [sheet, language])
  const cells = useMemo(() => cellsOfFindings(issues, sheet, table), [issues, sheet, table])
  const marks = useMemo(() => marksOf(issues, cells), [issues, cells])
  const context = {
    marks,
    at: findings.at,
    sentence: (index: number) => issueText({ ...issues[index]!, where: [] }, language),
    goTo: findings.goTo,
  }
  const title = titleOf(open)
  return (
    <MarksContext.Provider value={context}>
      <div className="audit-view">
        <div className="audit-paper">
          <div className="audit-title">
            <div>
              <h2>{title}</h2>
              <p className="audit-fine">{aboutSheet(sheet).join(' · ')}</p>
            </div>
            <Tooltip title={w.remove(title)}>
              <Button type="text" icon={<CloseOutlined />} aria-label={w.remove(title)} onClick={onClose} />
            </Tooltip>
          </div>
          <Summary issues={issues} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too */}
          <section className="audit-scroller" ref={scroller} tabIndex={0} aria-label={w.table}>
            <PrintedSheet sheet={sheet} table={table} cells={cells} scroller={scroller} />
            <BesideTable sheet={sheet} />
          </section>
        </div>
        <FindingList issues={issues} findings={findings} />
      </div>
    </MarksContext.Provider>
  )
}
