import { Alert, Button, Spin } from 'antd'
import { useEffect, useState } from 'react'
import { Modal } from '../../parts/modal.tsx'
import { useLanguage, useWords } from '../../parts/words.ts'
import type { ClerkDesk } from '../../parts/workbook/clerk-desk.ts'
import { type DryRun, isHeld, isOpen, noChoices, writingOf } from '../../parts/workbook/dry-run.ts'
import { DryRunView } from '../../parts/workbook/dry-run-view.tsx'
import { troubleText } from '../../parts/workbook/trouble-text.ts'
import { useSubmission } from '../use-submission.ts'
import { type Imported, importedAs } from './imported.ts'
import { basisOf, tryOut } from './read-file.ts'
import { submissionWorkbookWords } from './words.ts'

type Tried = { readonly run: DryRun } | { readonly trouble: unknown }

/** A file is tried out; somebody looks through what it would change, and then it is taken over in one step. */
export function ImportDialog({
  file,
  desk,
  onDone,
  onOther,
  onClose,
}: {
  file: File
  desk: ClerkDesk
  onDone: (imported: Imported) => void
  onOther: () => void
  onClose: () => void
}) {
  const w = useWords(submissionWorkbookWords)
  const language = useLanguage()
  const { open, rights } = useSubmission()
  const [tried, setTried] = useState<Tried>()
  const [choices, setChoices] = useState(noChoices)
  const [present] = useState(() => open.store.getState().document)
  useEffect(() => {
    let isLeft = false
    setTried(undefined)
    setChoices(noChoices)
    basisOf(open)
      .then((basis) => tryOut(file, { ...basis, present }, desk, rights.claim))
      .then(
        (run) => !isLeft && setTried({ run }),
        (trouble) => !isLeft && setTried({ trouble }),
      )
    return () => {
      isLeft = true
    }
  }, [file, desk, open, rights.claim, present])
  const run = tried !== undefined && 'run' in tried ? tried.run : undefined
  const writing = run === undefined ? undefined : writingOf(run, choices, present)
  const waiting = run === undefined ? 0 : run.lines.filter((line) => isOpen(line, choices)).length
  const isKept = run?.isSettleable === true && isHeld(run, choices)
  const apply = () => {
    if (writing === undefined || writing.count === 0) return
    const imported = importedAs(file.name, writing, open.store.getState().document)
    open.write(writing.entries, writing.claims === undefined ? {} : { claims: writing.claims })
    onDone(imported)
  }
  return (
    <Modal
      title={w.title(file.name)}
      width={1120}
      className="workbook-dialog"
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <div className="workbook-dialog-foot">
          <Button onClick={onOther}>{w.otherFile}</Button>
          <span className="management-gap" />
          {isKept ? (
            <span className="import-open">{w.held}</span>
          ) : (
            waiting > 0 && <span className="import-open">{w.openDoubts(waiting)}</span>
          )}
          {writing === undefined || (writing.count === 0 && waiting === 0 && !isKept) ? (
            <Button type={writing === undefined ? 'default' : 'primary'} onClick={onClose}>
              {w.close}
            </Button>
          ) : (
            <>
              <Button onClick={onClose}>{w.cancel}</Button>
              <Button type="primary" disabled={writing.count === 0} onClick={apply}>
                {w.apply(writing.count)}
              </Button>
            </>
          )}
        </div>
      }
    >
      <div className="workbook-dialog-body" aria-busy={tried === undefined}>
        {tried === undefined && (
          <p className="import-wait" role="status">
            <Spin /> {w.reading}
          </p>
        )}
        {tried !== undefined && 'trouble' in tried && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={w.refused}
            description={troubleText(tried.trouble, language)}
          />
        )}
        {run !== undefined && (
          <DryRunView of={{ run, scheme: open.loaded.scheme, present }} choices={choices} onChoices={setChoices} />
        )}
      </div>
    </Modal>
  )
}
