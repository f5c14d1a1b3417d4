import { EditOutlined, PrinterOutlined } from '@ant-design/icons'
import { report } from '@yardstick/exchange/render/report'
import type { ReportTexts } from '@yardstick/model'
import { Button } from 'antd'
import { useMemo } from 'react'
import { FileButtons } from '../../parts/report/file-buttons.tsx'
import { ReportPaper } from '../../parts/report/report-paper.tsx'
import { useWords } from '../../parts/words.ts'
import { hrefOf } from '../../server/place.ts'
import { useSubmission } from '../use-submission.ts'
import { GroundNote } from './ground-note.tsx'
import type { ReportGround } from './use-report.ts'
import { reportPartWords } from './words.ts'

/** The whole report to be read, and to be printed as it is. */
export function ReportReader({
  ground,
  texts,
  mayWrite,
}: {
  ground: ReportGround
  texts: ReportTexts
  mayWrite: boolean
}) {
  const w = useWords(reportPartWords)
  const { open } = useSubmission()
  const { source } = ground
  const { bound: scheme, evaluation, submission } = source
  const document = useMemo(
    () => report({ scheme, evaluation, submission, texts }),
    [scheme, evaluation, submission, texts],
  )
  return (
    <div className="report-part report-reader">
      <div className="report-bar">
        {mayWrite && (
          <Button icon={<EditOutlined />} href={hrefOf('submissions', open.loaded.head.id, 'report')}>
            {w.back}
          </Button>
        )}
        <GroundNote ground={ground} />
        <span className="management-gap" />
        <FileButtons source={source} texts={texts} />
        <Button type="primary" icon={<PrinterOutlined />} title={w.printNote} onClick={() => print()}>
          {w.print}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too */}
      <section className="report-preview" tabIndex={0} aria-label={document.title}>
        <ReportPaper document={document} />
      </section>
    </div>
  )
}
