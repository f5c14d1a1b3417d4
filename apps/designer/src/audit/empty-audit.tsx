import { AuditOutlined, FileAddOutlined } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import { FileButton } from '../parts/file-button.tsx'
import { useWords } from '../parts/words.ts'
import { type ExampleSheet, exampleSheet, exampleSheets } from './examples.ts'
import type { OpenSheet } from './open-sheet.ts'
import { auditWords } from './words.ts'

/** Endings of what may hold a score sheet, or a scheme to hold it against. */
export const SHEET_FILES = '.json,.xlsx,.xls,.et,.docx,.doc,.csv,.htm,.html'

/** Before a sheet is open: where files go, what is looked for, published sheets to look at. */
export function EmptyAudit({
  onFiles,
  onSheet,
}: {
  onFiles: (files: readonly File[]) => void
  onSheet: (sheet: Omit<OpenSheet, 'key'>) => void
}) {
  const w = useWords(auditWords)
  const [examples, setExamples] = useState<readonly ExampleSheet[] | 'failed'>([])
  useEffect(() => {
    exampleSheets().then(setExamples, () => setExamples('failed'))
  }, [])
  const open = async ({ path, title }: ExampleSheet) => {
    try {
      onSheet({ name: title, sheet: await exampleSheet(path) })
    } catch {
      setExamples('failed')
    }
  }
  return (
    <div className="audit-empty">
      <section className="audit-area">
        <AuditOutlined />
        <h2>{w.area}</h2>
        <p>{w.how}</p>
        <FileButton type="primary" icon={<FileAddOutlined />} label={w.choose} accept={SHEET_FILES} onFiles={onFiles} />
        <p className="audit-fine">{w.kinds}</p>
      </section>
      <section className="audit-examples" aria-labelledby="audit-examples">
        <h2 id="audit-examples">{w.examples}</h2>
        {examples === 'failed' ? (
          <p role="alert">{w.examplesFailed}</p>
        ) : (
          <ul>
            {examples.map((example) => (
              <li key={example.path}>
                <button type="button" onClick={() => void open(example)}>
                  <span>{example.title}</span>
                  <small>{example.about}</small>
                  {example.total !== null && <b>{w.total(String(example.total))}</b>}
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
