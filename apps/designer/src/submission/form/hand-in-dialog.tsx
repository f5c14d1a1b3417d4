import { App, Button } from 'antd'
import { useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { Modal } from '../../parts/modal.tsx'
import { useWords } from '../../parts/words.ts'
import { ask } from '../../server/client.ts'
import { useSubmission, useSubmissionView } from '../use-submission.ts'
import type { FormSection } from './form-sections.ts'
import { goToEntry } from './moves.ts'
import { isNothingOpen, stillOpen } from './still-open.ts'
import { useUnits } from './units/use-units.ts'
import { unitsWords } from './units/words.ts'
import { formPartWords } from './words.ts'

interface OpenLine {
  readonly key: string
  readonly name: string
}

/** So many of a kind are named. */
const MOST = 8

/** What is still to be looked at, then the submission is handed in. */
export function HandInDialog({ sections, onClose }: { sections: readonly FormSection[]; onClose: () => void }) {
  const w = useWords(formPartWords)
  const u = useWords(unitsWords)
  const { message } = App.useApp()
  const { open, rights } = useSubmission()
  const document = useSubmissionView((view) => view.document)
  const saving = useSubmissionView((view) => view.saving)
  const [trouble, setTrouble] = useState<unknown>()
  const [isSending, setIsSending] = useState(false)
  const left = stillOpen(document, sections, rights.claim)
  const { typed } = useUnits()
  const isUnsent = saving !== 'saved'
  const goOn = (id: string) => {
    onClose()
    // The dialog gives the focus back first.
    setTimeout(() => goToEntry(id), 200)
  }
  const send = async () => {
    setIsSending(true)
    setTrouble(undefined)
    try {
      if (await open.flush()) {
        const { id, revision } = open.store.getState().head
        await ask('POST', `/api/submissions/${id}/submit`, { revision })
        onClose()
        message.success(w.handedIn)
      }
    } catch (error) {
      setTrouble(error)
    }
    await open.reload().catch(() => undefined)
    setIsSending(false)
  }
  const lines = (items: readonly { readonly id: string; readonly label?: string }[]): OpenLine[] =>
    items.map(({ id, label }) => ({ key: id, name: label ?? id }))
  const isWhole = isNothingOpen(left) && !isUnsent && typed.length === 0
  return (
    <Modal
      title={w.handInTitle}
      width={560}
      onCancel={onClose}
      onOk={send}
      okText={isWhole ? w.handIn : w.handInAnyway}
      cancelText={w.goOn}
      confirmLoading={isSending}
      okButtonProps={{ disabled: left.wrong.length > 0 || (isUnsent && saving !== 'waiting' && saving !== 'sending') }}
    >
      <p>{w.handInText}</p>
      {isWhole && <p className="form-all-done">{w.allDone}</p>}
      <OpenLines title={w.openWrong(left.wrong.length)} lines={lines(left.wrong)} onGo={goOn} isBad />
      {left.wrong.length === 0 && isUnsent && <p className="form-wrong">{w.openUnsent}</p>}
      {typed.length > 0 && <p className="form-wrong">{u.leftOpen(typed.length)}</p>}
      <OpenLines title={w.openEmpty(left.empty.length)} lines={lines(left.empty)} onGo={goOn} />
      <OpenLines title={w.openEvidence(left.evidence.length)} lines={lines(left.evidence)} onGo={goOn} />
      <OpenLines
        title={w.openClaims(left.claims.length)}
        lines={left.claims.map(({ id, name }) => ({ key: `claim ${id}`, name }))}
        onGo={goOn}
      />
      <Trouble of={trouble} />
    </Modal>
  )
}

function OpenLines({
  title,
  lines,
  onGo,
  isBad = false,
}: {
  title: string
  lines: readonly OpenLine[]
  onGo: (key: string) => void
  isBad?: boolean
}) {
  const w = useWords(formPartWords)
  if (lines.length === 0) return null
  return (
    <section className={isBad ? 'form-open is-bad' : 'form-open'}>
      <h3>{title}</h3>
      <ul>
        {lines.slice(0, MOST).map(({ key, name }) => (
          <li key={key}>
            <Button type="link" onClick={() => onGo(key)}>
              {name}
            </Button>
          </li>
        ))}
        {lines.length > MOST && <li>{w.andMore(lines.length - MOST)}</li>}
      </ul>
    </section>
  )
}
