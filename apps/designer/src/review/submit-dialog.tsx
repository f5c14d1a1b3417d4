import { Alert, App, Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../api.ts'
import { issueText } from '../parts/issue-text.tsx'
import { Modal } from '../parts/modal.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { submitForReview } from '../server/schemes.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { useDoing } from './use-doing.ts'
import { reviewWords } from './words.ts'

const SHOWN = 5
const close = () => designer.setView({ dialog: null })

/** Errors keep a scheme from being submitted; warnings are shown to both sides. */
export function SubmitDialog() {
  const w = useWords(reviewWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const issues = useDesigner((state) => state.results.issues)
  const isBehind = useDesigner((state) => state.results.revision !== state.revision)
  const side = useDesigner((state) => state.server)
  const [note, setNote] = useState('')
  const [isBusy, doIt] = useDoing()
  // What is submitted is what the server has.
  useEffect(() => void api.catchUp(), [])
  const errors = issues.filter(({ severity }) => severity === 'error')
  const warnings = issues.length - errors.length
  const open = side?.review?.remarks.filter((each) => !each.isResolved).length ?? 0
  const isSent = side?.saving === 'saved'
  const submit = async () => {
    const { designId } = designer.getState()
    if (designId === null || !(await doIt(() => submitForReview(designId, note.trim())))) return
    message.success(w.submitted)
    close()
  }
  const showIssues = () => designer.setView({ dialog: null, drawer: 'issues' })
  return (
    <Modal
      width={520}
      title={w.submitTitle}
      okText={w.submit}
      cancelText={w.cancel}
      okButtonProps={{ disabled: errors.length > 0 || isBehind || !isSent, loading: isBusy }}
      onOk={submit}
      onCancel={close}
    >
      <div className="review-form">
        {errors.length > 0 ? (
          <Alert
            type="error"
            showIcon
            title={w.errors(errors.length)}
            description={
              <ul className="review-errors">
                {errors.slice(0, SHOWN).map((each) => (
                  <li key={`${each.code} ${each.pointer}`}>{issueText(each, language)}</li>
                ))}
                {errors.length > SHOWN && <li>{w.more(errors.length - SHOWN)}</li>}
              </ul>
            }
            action={<Button onClick={showIssues}>{w.showIssues}</Button>}
          />
        ) : (
          <p>{w.clean(w.submitText)}</p>
        )}
        {warnings > 0 && <p>{w.warnings(warnings)}</p>}
        {open > 0 && <p>{w.open(open)}</p>}
        {!isSent && <p role="status">{w.notSent}</p>}
        <label htmlFor="review-note">{w.note}</label>
        <Input.TextArea
          id="review-note"
          rows={3}
          maxLength={2000}
          value={note}
          placeholder={w.notePlaceholder}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Modal>
  )
}
