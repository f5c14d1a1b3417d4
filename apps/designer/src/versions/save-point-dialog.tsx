import { App, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { api } from '../api.ts'
import { Modal } from '../parts/modal.tsx'
import { signWords } from '../parts/sign-words.ts'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { clockText, timeText } from './time-text.ts'
import { tellSavePoints } from './use-save-points.ts'
import { versionWords } from './words.ts'

const close = () => designer.setView({ dialog: null })

/** Ctrl+S: says that everything is stored already, and gives the state of now a name. */
export function SavePointDialog() {
  const w = useWords(versionWords)
  const signs = useWords(signWords)
  const { message } = App.useApp()
  const sync = useDesigner((state) => state.sync)
  const field = useRef<InputRef>(null)
  const [name, setName] = useState('')
  const [proposed] = useState(() => timeText(Date.now(), w))
  const save = async () => {
    const { design, designId } = designer.getState()
    if (design === null || designId === null) return
    const chosen = name.trim() === '' ? proposed : name.trim()
    try {
      await api.addSavePoint(designId, chosen, design.scheme)
      tellSavePoints()
      message.success(w.saved(chosen))
      close()
    } catch (error) {
      message.error(w.saveFailed(error instanceof Error ? error.message : String(error)))
    }
  }
  const state =
    sync.state === 'failed' ? w.notSaved : sync.savedAt === null ? w.autosaved : w.autosavedAt(clockText(sync.savedAt))
  return (
    <Modal
      width={440}
      title={w.saveTitle}
      okText={w.saveOk}
      cancelText={w.cancel}
      onOk={save}
      onCancel={close}
      afterOpenChange={(isOpen) => isOpen && field.current?.focus()}
    >
      <p>{state}</p>
      <p>{w.saveAsk}</p>
      <Input
        ref={field}
        aria-label={w.saveName}
        placeholder={signs.aside(proposed, w.saveExample)}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return
          event.preventDefault()
          save()
        }}
      />
    </Modal>
  )
}
