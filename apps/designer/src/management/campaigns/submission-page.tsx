import { ArrowLeftOutlined, DownloadOutlined, RollbackOutlined } from '@ant-design/icons'
import { App, Button, Spin } from 'antd'
import { useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { useAnswer } from '../../parts/answer/use-answer.ts'
import { usePages } from '../../parts/answer/use-pages.ts'
import { momentText, sizeText } from '../../parts/date-text.ts'
import { FormDialog, NoteRow } from '../../parts/form/form.tsx'
import { signWords } from '../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import type { SubmissionHead, WholeCampaign } from '../../server/campaigns.ts'
import { addressOf, ask, Refused } from '../../server/client.ts'
import { may } from '../../server/may.ts'
import { goTo, hrefOf } from '../../server/place.ts'
import type { Session } from '../../server/session.ts'
import { stateLook } from './submissions-tab.tsx'
import type { Versions } from './versions.ts'
import { campaignWords } from './words.ts'

/** Stages in which a department still hands in, and can get back what it has handed in. */
const RETURNING = ['report', 'self', 'evaluate']

/** One submission as those see it who lead the campaign: how far it is, what was changed by whom, its evidence. */
export function SubmissionPage({
  id,
  campaign,
  session,
  versions,
  onChanged,
}: {
  id: string
  campaign: WholeCampaign
  session: Session
  versions: Versions
  onChanged: () => void
}) {
  const w = useWords(campaignWords)
  const { message } = App.useApp()
  const { value: submission, trouble, reload } = useAnswer<SubmissionHead>(`/api/submissions/${encodeURIComponent(id)}`)
  const [isReturning, setIsReturning] = useState(false)
  const [note, setNote] = useState('')
  const [failed, setFailed] = useState<unknown>()
  if (submission === undefined) {
    return trouble === undefined ? (
      <Spin className="management-wait" size="large" />
    ) : (
      <Trouble of={trouble} onRetry={reload} />
    )
  }
  const place = { region: submission.region, campaign: campaign.id }
  const name = w.subject(submission.name, submission.project)
  // In 评价 whoever is late is asked for it by a return, too.
  const canReturn =
    submission.state === 'submitted'
      ? RETURNING.includes(campaign.stage)
      : submission.state === 'open' && campaign.stage === 'evaluate'
  const mayReturn = canReturn && may(session, 'submission.return', { region: campaign.region, campaign: campaign.id })
  const showResult = async () => {
    try {
      const { result } = await ask<{ result: { run: string } | null }>('GET', `/api/submissions/${id}/evaluation`)
      if (result === null) message.info(w.unscored)
      else goTo('campaigns', campaign.id, 'result', result.run, id)
    } catch (error) {
      setFailed(error)
    }
  }
  const sendBack = async () => {
    const body = { note }
    try {
      await ask('POST', `/api/submissions/${id}/return`, { body, revision: submission.revision })
    } catch (error) {
      // Somebody was ahead: behind the dialog it is shown as it is now.
      if (error instanceof Refused && (error.status === 409 || error.status === 412)) void reload()
      throw error
    }
    setIsReturning(false)
    setNote('')
    message.success(w.returned(name))
    onChanged()
    await reload()
  }
  return (
    <div className="campaign-part submission">
      <div className="management-bar">
        <Button type="text" icon={<ArrowLeftOutlined />} href={hrefOf('campaigns', campaign.id)}>
          {w.toSubmissions}
        </Button>
        <h3 title={name}>{name}</h3>
        <span className={`badge ${stateLook[submission.state]}`}>{w.states[submission.state]}</span>
        <span className="management-count">
          {[submission.type, versions.text(submission.version), w.revision(submission.revision)].join(' · ')}
        </span>
        <span className="management-gap" />
        {may(session, 'evaluation.read', place) && <Button onClick={showResult}>{w.result}</Button>}
        {mayReturn && (
          <Button icon={<RollbackOutlined />} onClick={() => setIsReturning(true)}>
            {w.return}
          </Button>
        )}
      </div>
      <Trouble of={failed} />
      <div className="submission-parts">
        {/* Anew with each change: it begins with the newest. */}
        <History key={submission.revision} id={id} />
        <Evidence id={id} />
      </div>
      {isReturning && (
        <FormDialog
          title={w.returnTitle(name)}
          send={sendBack}
          sendText={w.return}
          isReady={note.trim() !== ''}
          onClose={() => setIsReturning(false)}
        >
          <NoteRow
            label={w.returnNote}
            hint={w.returnHint}
            rows={6}
            maxLength={20_000}
            value={note}
            onChange={setNote}
          />
        </FormDialog>
      )}
    </div>
  )
}

interface Revision {
  readonly number: number
  readonly who: string
  readonly title: string
  readonly at: string
  readonly note: string
  readonly change: { readonly type: string; readonly entries?: readonly { readonly id: string }[] }
}

const readRevisions = ({ revisions }: { revisions: readonly Revision[] }) => revisions
const numberOf = ({ number }: Revision) => String(number)

function History({ id }: { id: string }) {
  const w = useWords(campaignWords)
  const signs = useWords(signWords)
  const pages = usePages(`/api/submissions/${id}/history`, {}, readRevisions, numberOf)
  return (
    <section className="submission-part" aria-labelledby="submission-history">
      <h4 id="submission-history">{w.history}</h4>
      <Trouble of={pages.trouble} onRetry={pages.reload} />
      {pages.rows.length === 0 && pages.isWhole && <p className="management-how">{w.historyNone}</p>}
      <ol className="history">
        {pages.rows.map((each) => (
          <li key={each.number}>
            <span className="history-number">{each.number}</span>
            <div>
              <p>
                <strong>{w.changeKinds[each.change.type] ?? each.change.type}</strong>
                {each.change.entries !== undefined && (
                  <span title={each.change.entries.map((entry) => entry.id).join(signs.list)}>
                    {w.changedFields(each.change.entries.length)}
                  </span>
                )}
                <span>{each.who === 'local' ? w.here : each.title}</span>
                <time dateTime={each.at}>{momentText(each.at)}</time>
              </p>
              {each.note !== '' && <blockquote>{each.note}</blockquote>}
            </div>
          </li>
        ))}
      </ol>
      {!pages.isWhole && pages.rows.length > 0 && <Button onClick={pages.readMore}>{w.historyMore}</Button>}
    </section>
  )
}

interface EvidenceFile {
  readonly id: string
  readonly entry: string
  readonly name: string
  readonly size: number
  readonly attachedAt: string
}

function Evidence({ id }: { id: string }) {
  const w = useWords(campaignWords)
  const language = useLanguage()
  const { value, trouble, reload } = useAnswer<{ evidence: readonly EvidenceFile[] }>(`/api/submissions/${id}/evidence`)
  const files = value?.evidence ?? []
  return (
    <section className="submission-part" aria-labelledby="submission-evidence">
      <h4 id="submission-evidence">{w.evidence}</h4>
      <Trouble of={trouble} onRetry={reload} />
      {value !== undefined && files.length === 0 && <p className="management-how">{w.evidenceNone}</p>}
      {files.length > 0 && (
        <table className="evidence">
          <thead>
            <tr>
              <th scope="col">{w.file}</th>
              <th scope="col">{w.evidenceFor}</th>
              <th scope="col">{w.size}</th>
              <th scope="col">{w.attachedAt}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.id}>
                <td>
                  <a href={addressOf(`/api/evidence/${file.id}`)} download={file.name}>
                    <DownloadOutlined aria-hidden="true" /> {file.name}
                    <span className="announcer">{w.download}</span>
                  </a>
                </td>
                <td>{file.entry}</td>
                <td>{sizeText(file.size, language)}</td>
                <td>{momentText(file.attachedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
