import { Modal as Dialog, type ModalProps } from 'antd'
import { useRef } from 'react'
import './modal.css'
import { useFocusBack } from './use-focus-back.ts'

/**
 * A dialog, mounted while it is open: its title is a heading, one that begins with a field is typed into at once, and the
 * focus goes back where it came from.
 */
export function Modal({ title, afterOpenChange, ...rest }: ModalProps) {
  useFocusBack()
  const panel = useRef<HTMLDivElement>(null)
  return (
    <Dialog
      open
      {...rest}
      panelRef={panel}
      title={<h2 className="modal-title">{title}</h2>}
      afterOpenChange={(isOpen) => {
        // What is focused while the dialog is made is not on the page yet, and its closing button comes first.
        if (isOpen) firstField(panel.current)?.focus()
        afterOpenChange?.(isOpen)
      }}
    />
  )
}

/** Its first control, where that is a field to type into. */
function firstField(panel: HTMLElement | null): HTMLElement | undefined {
  const control = 'input:not([type=hidden]), textarea, select, button, a[href], [tabindex="0"]'
  const first = panel?.querySelector<HTMLElement>('.ant-modal-body')?.querySelector<HTMLElement>(control)
  return first?.matches('textarea, input:not([type=checkbox]):not([type=radio])') === true ? first : undefined
}
