import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { Trouble } from '../answer/trouble.tsx'
import { Modal } from '../modal.tsx'
import { useWords } from '../words.ts'
import './form.css'
import { formWords } from './words.ts'

/**
 * A dialog that is filled in and sent. What the server refuses is told above the buttons, and what was filled in stays;
 * Ctrl+Enter sends it too.
 */
export function FormDialog({
  title,
  width = 520,
  send,
  sendText,
  isReady = true,
  onClose,
  children,
}: {
  title: string
  width?: number
  /** Throws what refuses it; who is done closes the dialog. */
  send: () => Promise<void>
  sendText?: string
  isReady?: boolean
  onClose: () => void
  children: ReactNode
}) {
  const w = useWords(formWords)
  const [trouble, setTrouble] = useState<unknown>()
  const [isSending, setIsSending] = useState(false)
  const submit = async () => {
    if (isSending || !isReady) return
    setIsSending(true)
    setTrouble(undefined)
    try {
      await send()
    } catch (error) {
      setTrouble(error)
    }
    setIsSending(false)
  }
  return (
    <Modal
      title={title}
      width={width}
      onCancel={onClose}
      onOk={submit}
      okText={sendText ?? w.save}
      cancelText={w.cancel}
      confirmLoading={isSending}
      okButtonProps={{ disabled: !isReady }}
      mask={{ closable: false }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: one key more for the button below */}
      <div
        className="form-body"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
        }}
      >
        {children}
        <Trouble of={trouble} />
      </div>
    </Modal>
  )
}

/** A line of a form: what it is called, its control, and below in small letters a hint or what is wrong. */
export function FormRow({
  label,
  hint,
  problem,
  children,
}: {
  label: string
  hint?: string | undefined
  problem?: string | undefined
  children: ReactNode
}) {
  return (
    <div className="form-row">
      <span className="form-label" aria-hidden="true">
        {label}
      </span>
      <div className="form-control">
        {children}
        {problem !== undefined ? (
          <p className="form-problem" role="alert">
            {problem}
          </p>
        ) : (
          hint !== undefined && <p className="form-hint">{hint}</p>
        )}
      </div>
    </div>
  )
}

/** A line of a form for some sentences: why something is done, what is asked for. */
export function NoteRow({
  label,
  hint,
  rows,
  maxLength,
  value,
  onChange,
}: {
  label: string
  hint: string
  rows: number
  maxLength: number
  value: string
  onChange: (note: string) => void
}) {
  return (
    <FormRow label={label} hint={hint}>
      <Input.TextArea
        autoFocus
        rows={rows}
        value={value}
        maxLength={maxLength}
        aria-label={label}
        onChange={(event) => onChange(event.target.value)}
      />
    </FormRow>
  )
}
