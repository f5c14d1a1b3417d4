import { App, Input } from 'antd'
import { useState } from 'react'
import { Modal } from '../parts/modal.tsx'
import { useWords } from '../parts/words.ts'
import { decide } from '../server/schemes.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { useDoing } from './use-doing.ts'
import { reviewWords } from './words.ts'

const close = () => designer.setView({ dialog: null })

/** The end of a review: approved, or returned with what is to be changed. */
export function DecideDialog() {
  const w = useWords(reviewWords)
  const { message } = App.useApp()
  const dialog = useDesigner((state) => state.view.dialog)
  const remarks = useDesigner((state) => state.server?.review?.remarks.length ?? 0)
  const [note, setNote] = useState('')
  const [isBusy, doIt] = useDoing()
  if (dialog?.kind !== 'decide') return null
  const { decision } = dialog
  const isReturn = decision === 'returned'
  const send = async () => {
    const { designId, server } = designer.getState()
    const revision = server?.review?.revision
    if (designId === null || revision === undefined) return
    if (!(await doIt(() => decide(designId, revision, { decision, note: note.trim() })))) return
    message.success(w.decided[decision])
    close()
  }
  return (
    <Modal
      width={480}
      title={isReturn ? w.returnTitle : w.approveTitle}
      okText={isReturn ? w.return : w.approve}
      cancelText={w.cancel}
      okButtonProps={{ danger: isReturn, loading: isBusy, disabled: isReturn && note.trim() === '' && remarks === 0 }}
      onOk={send}
      onCancel={close}
    >
      <div className="review-form">
        <p>{isReturn ? w.returnText : w.approveText}</p>
        <label htmlFor="review-decision">{w.decisionNote[decision]}</label>
        <Input.TextArea
          id="review-decision"
          rows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Modal>
  )
}
