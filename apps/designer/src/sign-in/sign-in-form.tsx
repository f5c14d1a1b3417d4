import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../parts/words.ts'
import { signIn } from '../server/sign-in.ts'
import { PasswordField } from './password-field.tsx'
import { useRefusal } from './use-refusal.ts'
import { signInWords } from './words.ts'

/** Name and password. Enter signs in, but not the Enter that ends what an input method composes. */
export function SignInForm({ name: known = '', onLater }: { name?: string; onLater?: () => void }) {
  const w = useWords(signInWords)
  const [name, setName] = useState(known)
  const [password, setPassword] = useState('')
  const [refusal, refuse] = useRefusal()
  const [isBusy, setIsBusy] = useState(false)
  const submit = async () => {
    if (isBusy) return
    if (name.trim() === '' || password === '') return refuse(w.missing)
    setIsBusy(true)
    try {
      await signIn(name.trim(), password)
    } catch (error) {
      refuse(error)
      setPassword('')
    }
    setIsBusy(false)
  }
  return (
    <form
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {refusal !== null && <Alert type="error" showIcon title={refusal} role="alert" />}
      <label htmlFor="sign-in-name">{w.name}</label>
      <Input
        id="sign-in-name"
        size="middle"
        value={name}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        autoFocus={known === ''}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={keepComposing}
      />
      <PasswordField
        id="sign-in-password"
        label={w.password}
        value={password}
        autoComplete="current-password"
        hasFocus={known !== ''}
        onChange={setPassword}
      />
      <div className="sign-in-buttons">
        {onLater !== undefined && (
          <Button size="middle" onClick={onLater}>
            {w.later}
          </Button>
        )}
        <Button type="primary" size="middle" htmlType="submit" loading={isBusy} block={onLater === undefined}>
          {w.submit}
        </Button>
      </div>
    </form>
  )
}

/** The Enter that takes over what was composed does not send the form. */
function keepComposing(event: React.KeyboardEvent): void {
  if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229)) event.preventDefault()
}
