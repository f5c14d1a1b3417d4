import { DownloadOutlined, ImportOutlined, UndoOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { announce } from '../../parts/announce.ts'
import { download, fileNameOf } from '../../parts/download.ts'
import { FileButton } from '../../parts/file-button.tsx'
import { MenuButton } from '../../parts/menu-button.tsx'
import { useFileDrop } from '../../parts/use-file-drop.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import type { WorkbookForm } from '../../parts/workbook/basis.ts'
import { ClerkDesk, DeskLeft } from '../../parts/workbook/clerk-desk.ts'
import { DropTarget } from '../../parts/workbook/drop-target.tsx'
import { droppedFiles } from '../../parts/workbook/dropped-files.ts'
import { troubleText } from '../../parts/workbook/trouble-text.ts'
import { useSubmission, useSubmissionView } from '../use-submission.ts'
import { submissionWords } from '../words.ts'
import { ImportDialog } from './import-dialog.tsx'
import { type Imported, takingBack } from './imported.ts'
import { basisOf } from './read-file.ts'
import { submissionWorkbookWords } from './words.ts'
import './workbook-tools.css'

const forms: readonly WorkbookForm[] = ['xlsx', 'csv', 'json']
const mediaTypes: { readonly [F in WorkbookForm]: string } = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
}

/** 填报表: the form as a workbook to be filled in elsewhere, and back again; and what was just taken over from one. */
export function WorkbookTools() {
  const w = useWords(submissionWorkbookWords)
  const s = useWords(submissionWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const { open, rights } = useSubmission()
  const [desk] = useState(() => new ClerkDesk())
  useEffect(() => () => desk.end(), [desk])
  const [isMaking, setIsMaking] = useState(false)
  const [file, setFile] = useState<File>()
  const [imported, setImported] = useState<Imported>()
  const picker = useRef<HTMLInputElement>(null)
  const head = useSubmissionView((view) => view.head)
  const make = async (form: WorkbookForm) => {
    setIsMaking(true)
    try {
      const basis = await basisOf(open)
      const order = { basis, form, language, hasClaims: open.loaded.campaign.stages.includes('self') }
      const bytes = await desk.ask([basis.version], (clerk) => clerk.make(order))
      const name = w.fileName(s.subject(head.name, head.project), basis.period)
      download(fileNameOf(name, form), new Blob([bytes as BlobPart], { type: mediaTypes[form] }))
    } catch (trouble) {
      if (!(trouble instanceof DeskLeft)) message.error(troubleText(trouble, language))
    }
    setIsMaking(false)
  }
  const take = (files: readonly File[]) => {
    const [first] = files
    if (files.length > 1) message.warning(w.several, 8)
    else if (first !== undefined) setFile(first)
  }
  const isOver = useFileDrop(rights.report && file === undefined, (data) => {
    droppedFiles(data).then(
      ({ files }) => take(files),
      (trouble) => message.error(troubleText(trouble, language)),
    )
  })
  const takeBack = () => {
    if (imported === undefined) return
    const { entries, ...claims } = takingBack(imported, open.store.getState().document)
    open.write(entries, claims)
    setImported(undefined)
    announce(w.undone)
    message.success(w.undone)
  }
  return (
    <>
      <div className="workbook-tools">
        <MenuButton
          menu={{
            items: forms.map((key) => ({ key, label: w.forms[key] })),
            onClick: ({ key }) => void make(key as WorkbookForm),
          }}
        >
          <Button type="text" icon={<DownloadOutlined />} loading={isMaking}>
            {isMaking ? w.making : w.download}
          </Button>
        </MenuButton>
        {rights.report && (
          <FileButton
            type="text"
            icon={<ImportOutlined />}
            title={w.importHint}
            label={w.import}
            accept=".xlsx,.csv,.json"
            onFiles={take}
            picker={picker}
          />
        )}
      </div>
      {imported !== undefined && (
        <div className="workbook-imported" role="status">
          <span>{w.applied(imported.writing.count, imported.file)}</span>
          {rights.report && (
            <Button icon={<UndoOutlined />} onClick={takeBack}>
              {w.undo}
            </Button>
          )}
          <Button type="text" onClick={() => setImported(undefined)}>
            {w.dismiss}
          </Button>
        </div>
      )}
      {isOver && <DropTarget title={w.drop} text={w.dropText} />}
      {file !== undefined && (
        <ImportDialog
          file={file}
          desk={desk}
          onDone={(done) => {
            setFile(undefined)
            setImported(done)
            announce(w.applied(done.writing.count, done.file))
          }}
          onOther={() => picker.current?.click()}
          onClose={() => setFile(undefined)}
        />
      )}
    </>
  )
}
