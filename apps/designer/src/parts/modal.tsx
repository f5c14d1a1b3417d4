import { Modal as Dialog, type ModalProps } from 'antd'
import './modal.css'
import { useFocusBack } from './use-focus-back.ts'

/** A dialog, mounted while it is open: its title is a heading, and the focus goes back where it came from. */
export function Modal({ title, ...rest }: ModalProps) {
  useFocusBack()
  return <Dialog open {...rest} title={<h2 className="modal-title">{title}</h2>} />
}
