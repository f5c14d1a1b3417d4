import { FileExcelOutlined, FileWordOutlined, FormOutlined, PrinterOutlined } from '@ant-design/icons'
import type { ReportTexts } from '@yardstick/model'
import { App, Button } from 'antd'
import { Suspense, useState } from 'react'
import type { OfficeFileKind, OfficeFileOptions } from '../../evaluation/office-files.ts'
import { lazyPart } from '../lazy-part.tsx'
import { useWords } from '../words.ts'
import { downloadOfficeFile, makeOfficeFile } from './office-file.ts'
import './file-buttons.css'
import type { ResultSource } from './result-source.ts'
import { reportWords } from './words.ts'

const FormDialog = lazyPart(async () => (await import('./form-dialog.tsx')).FormDialog)

/**
 * What can be made of a result: report, score table, self-evaluation form; the page for printing where there is one.
 *
 * texts     what people wrote; undefined where it is not for whoever asks, and then there is no report
 * isOpen    whether the report is to be had yet
 */
export function FileButtons({
  source,
  texts,
  hasReport = true,
  printHref,
}: {
  source: ResultSource | undefined
  texts: ReportTexts | undefined
  hasReport?: boolean
  printHref?: string | undefined
}) {
  const w = useWords(reportWords)
  const { message } = App.useApp()
  const [making, setMaking] = useState<OfficeFileKind>()
  const [isForm, setIsForm] = useState(false)
  const make = async (kind: OfficeFileKind, options: Pick<OfficeFileOptions, 'form'> = {}) => {
    if (source === undefined || making !== undefined) return
    setMaking(kind)
    try {
      const file = await makeOfficeFile(kind, source, { ...options, texts })
      if (file === undefined) message.error(w.notMade)
      else {
        downloadOfficeFile(file)
        message.success(w.made(file.name))
      }
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error))
    } finally {
      setMaking(undefined)
    }
  }
  const isWaiting = source === undefined
  return (
    <span className="file-buttons">
      {hasReport && (
        <Button
          icon={<FileWordOutlined />}
          title={w.reportHint}
          disabled={isWaiting || texts === undefined}
          loading={making === 'report'}
          onClick={() => make('report')}
        >
          {w.report}
        </Button>
      )}
      <Button
        icon={<FileExcelOutlined />}
        title={w.scoresHint}
        disabled={isWaiting}
        loading={making === 'score-table'}
        onClick={() => make('score-table')}
      >
        {w.scores}
      </Button>
      <Button icon={<FormOutlined />} title={w.formHint} disabled={isWaiting} onClick={() => setIsForm(true)}>
        {w.form}
      </Button>
      {printHref !== undefined && (
        <Button icon={<PrinterOutlined />} title={w.printHint} href={printHref}>
          {w.print}
        </Button>
      )}
      <span role="status" className="announcer">
        {making === undefined ? '' : w.making}
      </span>
      <Suspense fallback={null}>
        {isForm && source !== undefined && (
          <FormDialog
            source={source}
            texts={texts}
            making={making}
            onMake={(kind, form) => make(kind, { form })}
            onClose={() => setIsForm(false)}
          />
        )}
      </Suspense>
    </span>
  )
}
