import { CheckCircleOutlined, FileExcelOutlined, FileWordOutlined } from '@ant-design/icons'
import { selfEvaluation } from '@yardstick/exchange/render/self-evaluation'
import type { ReportTexts } from '@yardstick/model'
import { Button, Radio } from 'antd'
import { useMemo, useState } from 'react'
import type { OfficeFileKind } from '../../evaluation/office-files.ts'
import { Modal } from '../modal.tsx'
import { useWords } from '../words.ts'
import type { ResultSource } from './result-source.ts'
import { reportWords } from './words.ts'

type FormKind = 'project' | 'department'

/** The prescribed form: the one that fits is chosen, and what would be empty is told before it is made. */
export function FormDialog({
  source,
  texts,
  making,
  onMake,
  onClose,
}: {
  source: ResultSource
  texts: ReportTexts | undefined
  making: OfficeFileKind | undefined
  onMake: (kind: OfficeFileKind, form: FormKind) => void
  onClose: () => void
}) {
  const w = useWords(reportWords)
  const { bound: scheme, evaluation, submission } = source
  const fitting: FormKind = evaluation.submission.subject.project === undefined ? 'department' : 'project'
  const [kind, setKind] = useState(fitting)
  const empty = useMemo(() => {
    const form = selfEvaluation({ scheme, evaluation, submission, texts: texts?.form ?? {}, kind })
    return [...new Set(form.empty)]
  }, [scheme, evaluation, submission, texts, kind])
  return (
    <Modal title={w.formTitle} width={560} footer={null} onCancel={onClose}>
      <Radio.Group
        className="form-dialog-kinds"
        aria-label={w.formKind}
        value={kind}
        options={(['project', 'department'] as const).map((each) => ({ value: each, label: w.kinds[each] }))}
        onChange={(event) => setKind(event.target.value)}
      />
      <p className="form-dialog-fits">{w.formFits[fitting]}</p>
      {empty.length === 0 ? (
        <p>
          <CheckCircleOutlined aria-hidden="true" /> {w.whole}
        </p>
      ) : (
        <>
          <span>{w.empty(empty.length)}</span>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too */}
          <ul className="form-dialog-empty" tabIndex={0} aria-label={w.empty(empty.length)}>
            {empty.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <p className="form-dialog-fits">{w.emptyHint}</p>
        </>
      )}
      <div className="form-dialog-buttons">
        <Button icon={<FileWordOutlined />} loading={making === 'form-docx'} onClick={() => onMake('form-docx', kind)}>
          {w.word}
        </Button>
        <Button
          type="primary"
          icon={<FileExcelOutlined />}
          loading={making === 'form-xlsx'}
          onClick={() => onMake('form-xlsx', kind)}
        >
          {w.excel}
        </Button>
      </div>
    </Modal>
  )
}
