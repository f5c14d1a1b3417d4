import { FileAddOutlined } from '@ant-design/icons'
import { Spin } from 'antd'
import { useEffect } from 'react'
import { FileButton } from '../parts/file-button.tsx'
import { RoomsHead } from '../parts/rooms/rooms-head.tsx'
import { useFileDrop } from '../parts/use-file-drop.ts'
import { useWords } from '../parts/words.ts'
import './audit.css'
import { EmptyAudit, SHEET_FILES } from './empty-audit.tsx'
import { ExportButton } from './export-button.tsx'
import { titleOf } from './open-sheet.ts'
import { RefusedNote } from './refused-note.tsx'
import { SchemeSelect } from './scheme-select.tsx'
import { SheetTabs } from './sheet-tabs.tsx'
import { SheetView } from './sheet-view.tsx'
import { useAudited } from './use-audited.ts'
import { useFilePaste } from './use-file-paste.ts'
import { useSchemeChoice } from './use-scheme-choice.ts'
import { useSheets } from './use-sheets.ts'
import { auditWords } from './words.ts'

/**
 * Published score sheets looked through: dropped, shown as printed, their contradictions marked in place and listed. All of
 * it happens in the page, with a server and without.
 *
 * path  the id of a design of this browser, by whose scheme sheets are checked from the beginning
 */
export function AuditPage({ path }: { path: readonly string[] }) {
  const w = useWords(auditWords)
  const choice = useSchemeChoice(path[0] ?? '')
  const sheets = useSheets(choice.drop)
  const audited = useAudited(sheets.open, choice.scheme)
  const isOver = useFileDrop(true, (data) => data.files.length > 0 && void sheets.takeFiles([...data.files]))
  useFilePaste((files) => void sheets.takeFiles(files))
  useEffect(() => {
    const before = document.title
    document.title = `${w.title} · ${before.split(' · ').at(-1)}`
    return () => {
      document.title = before
    }
  }, [w])
  const { shown } = sheets
  const found = shown === undefined ? undefined : audited.get(shown.key)
  const listed = sheets.open.flatMap((sheet) => {
    const issues = audited.get(sheet.key)?.issues
    return issues === undefined ? [] : [{ title: titleOf(sheet), issues }]
  })
  return (
    <div className="audit">
      <RoomsHead current="audit" />
      <main className="audit-main">
        <h1 className="announcer">{w.title}</h1>
        <RefusedNote refused={sheets.refused} onClose={sheets.forgetRefused} />
        {shown === undefined ? (
          <EmptyAudit onFiles={(files) => void sheets.takeFiles(files)} onSheet={sheets.add} />
        ) : (
          <>
            <div className="audit-bar">
              <SchemeSelect choice={choice} isBroken={found?.isSchemeBroken === true} />
              <span className="audit-gap" />
              <FileButton
                icon={<FileAddOutlined />}
                label={w.more}
                accept={SHEET_FILES}
                onFiles={(files) => void sheets.takeFiles(files)}
              />
              <ExportButton sheets={listed} />
            </div>
            {sheets.open.length > 1 && <SheetTabs sheets={sheets} shown={shown} audited={audited} />}
            {found === undefined ? (
              <Spin className="audit-wait" size="large" />
            ) : (
              <SheetView
                key={shown.key}
                sheet={shown}
                issues={found.issues}
                onClose={() => sheets.putAway(shown.key)}
              />
            )}
          </>
        )}
      </main>
      {(isOver || sheets.isReading) && <div className="audit-drop">{isOver ? w.drop : w.reading}</div>}
    </div>
  )
}
