import { Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../parts/words.ts'
import { signInWords } from './words.ts'

/** A password, which says when Caps Lock is on: that is why it is most often wrong. */
export function PasswordField({
  id,
  label,
  value,
  autoComplete,
  hasFocus = false,
  onChange,
}: {
  id: string
  label: string
  value: string
  autoComplete: 'current-password' | 'new-password'
  hasFocus?: boolean
  onChange: (value: string) => void
}) {
  const w = useWords(signInWords)
  const [isCapital, setIsCapital] = useState(false)
  const look = (event: React.KeyboardEvent) => setIsCapital(event.getModifierState('CapsLock'))
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input.Password
        id={id}
        size="middle"
        value={value}
        autoComplete={autoComplete}
        maxLength={200}
        autoFocus={hasFocus}
        aria-describedby={isCapital ? `${id}-capital` : undefined}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={look}
        onKeyUp={look}
        onBlur={() => setIsCapital(false)}
      />
      {isCapital && (
        <span id={`${id}-capital`} className="sign-in-hint" role="status">
          {w.capsLock}
        </span>
      )}
    </>
  )
}
