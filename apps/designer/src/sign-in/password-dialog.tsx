import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { Modal } from '../parts/modal.tsx'
import { useWords } from '../parts/words.ts'
import { changePassword, signOut } from '../server/sign-in.ts'
import { PasswordField } from './password-field.tsx'
import './sign-in.css'
import { useRefusal } from './use-refusal.ts'
import { signInWords } from './words.ts'

/** A new password; `isForced`: nothing else can be done before. */
export function PasswordDialog({ isForced = false, onClose }: { isForced?: boolean; onClose: () => void }) {
  const w = useWords(signInWords)
  const { message } = App.useApp()
  const [old, setOld] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [refusal, refuse] = useRefusal()
  const [isBusy, setIsBusy] = useState(false)
  const submit = async () => {
    if (isBusy) return
    if (next !== again) return refuse(w.differ)
    setIsBusy(true)
    try {
      await changePassword(old, next)
      message.success(w.changed)
      onClose()
    } catch (error) {
      refuse(error)
    }
    setIsBusy(false)
  }
  return (
    <Modal
      width={420}
      title={w.change}
      footer={null}
      closable={!isForced}
      keyboard={!isForced}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <form
        className="sign-in-form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {isForced && <p>{w.mustChange}</p>}
        {refusal !== null && <Alert type="error" showIcon title={refusal} role="alert" />}
        <PasswordField id="old" label={w.old} value={old} autoComplete="current-password" hasFocus onChange={setOld} />
        <PasswordField id="next" label={w.next} value={next} autoComplete="new-password" onChange={setNext} />
        <PasswordField id="again" label={w.repeat} value={again} autoComplete="new-password" onChange={setAgain} />
        <div className="sign-in-buttons">
          <Button size="middle" onClick={isForced ? () => void signOut() : onClose}>
            {isForced ? w.signOut : w.cancel}
          </Button>
          <Button
            type="primary"
            size="middle"
            htmlType="submit"
            loading={isBusy}
            disabled={old === '' || next === '' || again === ''}
          >
            {w.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
