import {
  ApartmentOutlined,
  AuditOutlined,
  DatabaseOutlined,
  FileExcelOutlined,
  FileTextOutlined,
  ReadOutlined,
  SolutionOutlined,
} from '@ant-design/icons'
import { App, Button, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { download } from '../parts/download.ts'
import { Modal } from '../parts/modal.tsx'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import './export.css'
import {
  declarationFile,
  type ExportFile,
  evaluationFile,
  graphFile,
  NotScored,
  schemeFile,
  submissionFile,
  workbookFile,
} from './export-files.ts'
import { exportWords } from './export-words.ts'

const close = () => designer.setView({ dialog: null })
/** No scheme to begin with. */
const noCases: readonly never[] = []

/** Everything that can leave the page, and what each file is for. Files are made here; nothing is sent anywhere. */
export function ExportDialog() {
  const w = useWords(exportWords)
  const cases = useDesigner((state) => state.design?.scheme.cases ?? noCases)
  const shown = useDesigner((state) => state.view.sample)
  const declaration = useDesigner((state) => state.view.declaration)
  const [chosen, setChosen] = useState(shown)
  const sample = chosen !== null && chosen < cases.length ? chosen : cases.length > 0 ? 0 : null
  const openManual = () => designer.setView({ dialog: null, tab: 'manual' })
  return (
    <Modal width={640} title={w.title} footer={null} onCancel={close}>
      <h3 className="export-group">{w.groups.scheme}</h3>
      <ul className="export-list">
        <Line icon={<FileTextOutlined />} name={w.scheme} use={w.schemeFor}>
          <Download label={w.download} about={w.scheme} make={async () => schemeFile()} />
        </Line>
        <Line icon={<ReadOutlined />} name={w.manual} use={w.manualFor}>
          <Button aria-label={`${w.open} ${w.manual}`} onClick={openManual}>
            {w.open}
          </Button>
        </Line>
        <Line icon={<ApartmentOutlined />} name={w.graph} use={w.graphFor}>
          <Download label="SVG" about={w.graph} make={() => graphFile('svg', sample)} />
          <Download label="PNG" about={w.graph} make={() => graphFile('png', sample)} onFault={w.tooLarge} />
        </Line>
        {declaration !== null && (
          <Line icon={<SolutionOutlined />} name={w.declaration} use={w.declarationFor}>
            <Download label={w.download} about={w.declaration} make={async () => declarationFile(declaration)} />
          </Line>
        )}
      </ul>
      {sample === null ? (
        <p className="export-none">{w.noSample}</p>
      ) : (
        <>
          <h3 className="export-group">
            {w.groups.sample}
            <Select
              className="export-sample"
              aria-label={w.sample}
              value={sample}
              showSearch={{ optionFilterProp: 'label' }}
              options={cases.map((each, value) => ({ value, label: each.name }))}
              onChange={setChosen}
            />
          </h3>
          <ul className="export-list">
            <Line icon={<FileExcelOutlined />} name={w.workbook} use={w.workbookFor}>
              <Download label={w.download} about={w.workbook} make={() => workbookFile(sample)} />
            </Line>
            <Line icon={<AuditOutlined />} name={w.evaluation} use={w.evaluationFor}>
              <Download label={w.download} about={w.evaluation} make={() => evaluationFile(sample)} />
            </Line>
            <Line icon={<DatabaseOutlined />} name={w.submission} use={w.submissionFor}>
              <Download label={w.download} about={w.submission} make={async () => submissionFile(sample)} />
            </Line>
          </ul>
        </>
      )}
    </Modal>
  )
}

function Line({ icon, name, use, children }: { icon: ReactNode; name: string; use: string; children: ReactNode }) {
  return (
    <li className="export-line">
      <span className="export-icon">{icon}</span>
      <span className="export-what">
        <strong>{name}</strong>
        <span>{use}</span>
      </span>
      <span className="export-buttons">{children}</span>
    </li>
  )
}

/** Makes the file when pressed; a fault is told and leaves the dialog open. */
function Download({
  label,
  about,
  make,
  onFault,
}: {
  label: string
  about: string
  make: () => Promise<ExportFile>
  onFault?: string
}) {
  const w = useWords(exportWords)
  const { message } = App.useApp()
  const [isMaking, setIsMaking] = useState(false)
  const onClick = async () => {
    setIsMaking(true)
    try {
      const file = await make()
      download(file.name, file.content)
      message.success({ key: 'export', content: w.done(file.name) })
    } catch (error) {
      if (error instanceof NotScored) message.warning(w.blocked)
      else message.error(onFault ?? w.failed(error instanceof Error ? error.message : String(error)))
    } finally {
      setIsMaking(false)
    }
  }
  return (
    <Button aria-label={`${label} ${about}`} autoInsertSpace={false} loading={isMaking} onClick={onClick}>
      {label}
    </Button>
  )
}
