import { FileAddOutlined } from '@ant-design/icons'
import type { FileTable } from '@yardstick/exchange/read/tables'
import { Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { FileButton } from '../parts/file-button.tsx'
import { takeHandedOver } from '../parts/handed-over.ts'
import type { Incoming, Refusal } from '../parts/incoming/read-incoming.ts'
import { RefusalNote } from '../parts/incoming/refusal-note.tsx'
import { useIncoming } from '../parts/incoming/use-incoming.ts'
import { Modal } from '../parts/modal.tsx'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { takeOverWords } from './difference-words.ts'
import { ImportPage } from './import-page.tsx'

const close = () => designer.setView({ dialog: null })

/** A newer table for the design that is open: where it comes from, then what it changes. */
export function ReimportDialog() {
  const w = useWords(takeOverWords)
  const dialog = useDesigner((state) => state.view.dialog)
  const given = dialog?.kind === 'import' ? dialog.tables : null
  const [taken, setTaken] = useState<{ tables: readonly FileTable[]; name: string | undefined } | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const tables = taken?.tables ?? given
  const take = (incoming: Incoming) => {
    if (incoming.kind === 'tables') setTaken(incoming)
    else setRefusal(incoming.kind === 'refused' ? incoming.refusal : { reason: 'empty' })
  }
  const { isOver, isReading, takeFile } = useIncoming(take, tables === null)
  const takeHanded = useRef(takeFile)
  takeHanded.current = takeFile
  useEffect(() => {
    // Dropped on the page behind.
    const [file] = takeHandedOver()
    if (file !== undefined) void takeHanded.current(file)
  }, [])
  if (tables !== null) {
    return (
      <Modal
        title={w.title}
        className="import-dialog"
        width="100vw"
        style={{ top: 0, maxWidth: '100vw', margin: 0, padding: 0 }}
        footer={null}
        closable={false}
        keyboard={false}
        onCancel={close}
      >
        <ImportPage tables={tables} name={taken?.name} isAgain onClose={close} />
      </Modal>
    )
  }
  return (
    <Modal title={w.title} footer={null} onCancel={close}>
      <div className="reimport-way">
        <p>{w.how}</p>
        {refusal !== null && <RefusalNote refusal={refusal} onClose={() => setRefusal(null)} />}
        <textarea
          className="reimport-paste"
          data-paste-area
          aria-label={w.area}
          placeholder={isReading ? w.reading : isOver ? w.drop : w.area}
          value=""
          onChange={() => undefined}
          spellCheck={false}
        />
        <FileButton
          label={w.file}
          icon={<FileAddOutlined />}
          takes="file"
          accept={TABLE_FILES}
          onFiles={([file]) => file !== undefined && void takeFile(file)}
        />
        {isReading && <Spin />}
      </div>
    </Modal>
  )
}

const TABLE_FILES = '.csv,.tsv,.txt,.htm,.html,.xlsx,.xls,.et,.docx'
