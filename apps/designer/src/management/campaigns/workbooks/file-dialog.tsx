import { bind, type Scheme } from '@yardstick/model'
import { Alert, Button, Select } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { Modal } from '../../../parts/modal.tsx'
import { useLanguage, useWords } from '../../../parts/words.ts'
import type { ClerkDesk } from '../../../parts/workbook/clerk-desk.ts'
import { DryRunView } from '../../../parts/workbook/dry-run-view.tsx'
import type { WholeSubmission } from '../../../server/campaigns.ts'
import { outcomeText, whoseText } from './file-words.ts'
import type { ShownFile } from './files-table.tsx'
import type { ReturnDesk } from './return-desk.ts'
import { campaignWorkbookWords } from './words.ts'

/** One of the files: whose it is, what it would change, and what somebody has to say about it. */
export function FileDialog({
  desk,
  clerks,
  of,
  at,
  count,
  onGo,
  onClose,
}: {
  desk: ReturnDesk
  clerks: ClerkDesk
  of: ShownFile
  /** Its place among those shown, and how many these are. */
  at: number
  count: number
  onGo: (step: 1 | -1) => void
  onClose: () => void
}) {
  const w = useWords(campaignWorkbookWords)
  const language = useLanguage()
  const { file, status } = of
  const surroundings = desk.surroundings()
  const whole = surroundings.documents.get(file.submission ?? '')
  const scheme = useScheme(whole, clerks)
  const outcome = outcomeText(file, status, surroundings, language)
  const who = whoseText(file, surroundings, language)
  return (
    <Modal
      title={who === '' ? file.name : `${who} — ${file.name}`}
      width={1120}
      className="workbook-dialog"
      onCancel={onClose}
      footer={
        <div className="workbook-dialog-foot">
          <Button disabled={at === 0} onClick={() => onGo(-1)}>
            {w.previous}
          </Button>
          <Button disabled={at === count - 1} onClick={() => onGo(1)}>
            {w.following}
          </Button>
          <span className="workbooks-position">{w.position(at + 1, count)}</span>
          <span className="management-gap" />
          <span className="workbooks-outcome">{outcome}</span>
          <Button type="primary" onClick={onClose}>
            {w.close}
          </Button>
        </div>
      }
    >
      <div className="workbook-dialog-body">
        {(status === 'unmatched' || (file.isAssigned === true && status !== 'written' && status !== 'writing')) && (
          <Assignment desk={desk} of={of} />
        )}
        {(status === 'closed' || status === 'twin' || status === 'failed') && (
          <Alert className="workbooks-why" type="warning" showIcon title={outcome} />
        )}
        {file.run !== undefined && whole !== undefined && scheme !== undefined && (
          <DryRunView
            key={file.key}
            of={{ run: file.run, scheme, present: whole.submission }}
            choices={file.choices}
            onChoices={(choices) => desk.choose(file.key, choices)}
            isReadOnly={status === 'closed' || status === 'writing'}
          />
        )}
      </div>
    </Modal>
  )
}

/** Somebody says whose file it is. */
function Assignment({ desk, of: { file } }: { desk: ReturnDesk; of: ShownFile }) {
  const w = useWords(campaignWorkbookWords)
  const options = useMemo(
    () =>
      [...desk.documents.byId.values()].map(({ id, submission, project }) => ({
        value: id,
        label: w.subject(submission.subject.department, project),
      })),
    [desk, w],
  )
  return (
    <Alert
      className="workbooks-why"
      type="warning"
      showIcon
      title={w.whose}
      description={
        <>
          <p>{w.whoseHint}</p>
          <Select
            className="workbooks-whose"
            aria-label={w.whose}
            placeholder={w.choose}
            value={file.submission ?? null}
            showSearch={{ optionFilterProp: 'label' }}
            options={options}
            onChange={(id: string) => desk.assign(file.key, id)}
          />
        </>
      }
    />
  )
}

/** The scheme as the department is held to it. */
function useScheme(whole: WholeSubmission | undefined, clerks: ClerkDesk): Scheme | undefined {
  const [scheme, setScheme] = useState<Scheme>()
  const { version, declaration, declarationState } = whole ?? {}
  useEffect(() => {
    let isLeft = false
    if (version === undefined) return
    clerks.schemeOf(version).then(
      (published) => {
        const bound = declarationState === 'approved' && declaration != null ? bind(published, declaration) : undefined
        if (!isLeft) setScheme(bound?.ok === true ? bound.value : published)
      },
      () => undefined,
    )
    return () => {
      isLeft = true
    }
  }, [version, declaration, declarationState, clerks])
  return scheme
}
