import { Input } from 'antd'
import { useState } from 'react'
import { Modal } from '../parts/modal.tsx'
import { useWords } from '../parts/words.ts'
import { viewWords } from './view-words.ts'

/** 不适用 needs its reason. */
export function ReasonDialog({ onReason, onClose }: { onReason: (why: string) => void; onClose: () => void }) {
  const w = useWords(viewWords)
  const [why, setWhy] = useState('')
  const isBlank = why.trim() === ''
  return (
    <Modal
      title={w.reasonTitle}
      okText={w.ok}
      cancelText={w.cancel}
      okButtonProps={{ disabled: isBlank }}
      onOk={() => onReason(why.trim())}
      onCancel={onClose}
      width={420}
    >
      <Input
        autoFocus
        aria-label={w.reason}
        placeholder={w.reasonExample}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && !isBlank && onReason(why.trim())}
      />
    </Modal>
  )
}
