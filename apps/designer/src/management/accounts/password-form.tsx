import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { copyText } from '../../parts/copy-text.ts'
import { FormDialog, FormRow } from '../../parts/form/form.tsx'
import { useWords } from '../../parts/words.ts'
import { ask } from '../../server/client.ts'
import { type Account, firstPassword } from './account.ts'
import { accountWords } from './words.ts'

/** A new password for somebody who has lost theirs. */
export function PasswordForm({
  account,
  onDone,
  onClose,
}: {
  account: Account
  onDone: () => void
  onClose: () => void
}) {
  const w = useWords(accountWords)
  const [password, setPassword] = useState(firstPassword)
  const send = async () => {
    await ask('POST', `/api/accounts/${account.id}/password`, { body: { password } })
    onDone()
  }
  return (
    <FormDialog
      title={w.resetOf(account.title)}
      send={send}
      sendText={w.reset}
      isReady={password !== ''}
      onClose={onClose}
    >
      <p className="management-how">{w.resetText}</p>
      <PasswordRow label={w.newPassword} value={password} onChange={setPassword} />
    </FormDialog>
  )
}

/** Shown as it is, to be copied or read out. */
export function PasswordRow({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (password: string) => void
}) {
  const w = useWords(accountWords)
  const { message } = App.useApp()
  return (
    <FormRow label={label} hint={w.passwordHint}>
      <span className="accounts-password">
        <Input
          value={value}
          aria-label={label}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
        <Button onClick={() => onChange(firstPassword())}>{w.make}</Button>
        <Button
          onClick={() => {
            if (copyText(value)) message.success(w.copied)
          }}
        >
          {w.copy}
        </Button>
      </span>
    </FormRow>
  )
}
