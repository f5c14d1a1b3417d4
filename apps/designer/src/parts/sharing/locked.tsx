import { LockFilled } from '@ant-design/icons'
import { ConfigProvider } from 'antd'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { useWords } from '../words.ts'
import './sharing.css'
import { sharingWords } from './words.ts'

/** Fields that can only be read where there is a reason; what reads them finds it too. */
export function Locked({ reason, children }: { reason: string | undefined; children: ReactNode }) {
  return (
    <ConfigProvider componentDisabled={reason !== undefined}>
      <fieldset
        className="locked-fields"
        disabled={reason !== undefined}
        title={reason}
        onKeyDownCapture={reason === undefined ? undefined : holdBack}
        onClickCapture={reason === undefined ? undefined : holdBack}
      >
        {children}
      </fieldset>
    </ConfigProvider>
  )
}

/** What is only like a button is not disabled with its fieldset. */
function holdBack(event: KeyboardEvent | MouseEvent): void {
  const isButton = event.target instanceof Element && event.target.closest('[role="button"]') !== null
  if (!isButton || ('key' in event && event.key === 'Tab')) return
  event.preventDefault()
  event.stopPropagation()
}

/** Says who locked what, what one may do, and what the lock rests on. */
export function LockNote({ reason, basis }: { reason: string; basis?: string | undefined }) {
  const w = useWords(sharingWords)
  return (
    <p className="lock-note">
      <LockFilled aria-hidden="true" /> {reason}
      {basis !== undefined && <span className="lock-basis">{w.basis(basis)}</span>}
    </p>
  )
}
