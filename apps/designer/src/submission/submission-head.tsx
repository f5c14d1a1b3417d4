import { ArrowLeftOutlined, RollbackOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Trouble } from '../parts/answer/trouble.tsx'
import { stageNames, submissionStates } from '../parts/campaign-terms.ts'
import { HandInMark } from '../parts/hand-in-mark.tsx'
import { useWords } from '../parts/words.ts'
import type { SubmissionState } from '../server/campaigns.ts'
import { ask } from '../server/client.ts'
import { handInOf } from '../server/hand-in.ts'
import { goTo, hrefOf } from '../server/place.ts'
import { ReturnDialog } from './return-dialog.tsx'
import { SaveState } from './save-state.tsx'
import { useSubmission, useSubmissionView } from './use-submission.ts'
import { submissionWords } from './words.ts'

const stateLook: { readonly [S in SubmissionState]: string } = {
  open: '',
  submitted: 'badge-good',
  returned: 'badge-warn',
}

/** Whose it is, how far it is, what it comes to as it stands. */
export function SubmissionHeadLine() {
  const w = useWords(submissionWords)
  const stages = useWords(stageNames)
  const states = useWords(submissionStates)
  const { message } = App.useApp()
  const { open, rights } = useSubmission()
  const { campaign } = open.loaded
  const head = useSubmissionView((view) => view.head)
  const [isReturning, setIsReturning] = useState(false)
  const [failed, setFailed] = useState<unknown>()
  const name = w.subject(head.name, head.project)
  const due = campaign.due[head.stage]
  const handIn = handInOf(campaign, head, head.stage, new Date())
  const showResult = async () => {
    try {
      const { result } = await ask<{ result: { run: string } | null }>('GET', `/api/submissions/${head.id}/evaluation`)
      if (result === null) message.info(w.unscored)
      else goTo('campaigns', campaign.id, 'result', result.run, head.id)
    } catch (error) {
      setFailed(error)
    }
  }
  return (
    <header className="submission-head">
      <div className="submission-line">
        <a className="submission-back" href={hrefOf('campaigns', campaign.id)} title={w.toCampaign}>
          <ArrowLeftOutlined aria-hidden="true" /> {campaign.name}
        </a>
        <h2 title={name}>{name}</h2>
        <span className={`badge ${stateLook[head.state]}`}>{states[head.state]}</span>
        <span className="badge badge-accent">{stages[head.stage]}</span>
        {due !== undefined && <span className="submission-due">{w.due(due)}</span>}
        <HandInMark of={handIn} />
        <span className="management-gap" />
        <SaveState />
        <Total />
        {rights.seeResult && <Button onClick={showResult}>{w.result}</Button>}
        {rights.return && (
          <Button icon={<RollbackOutlined />} onClick={() => setIsReturning(true)}>
            {w.return}
          </Button>
        )}
      </div>
      <Trouble of={failed} />
      {isReturning && <ReturnDialog name={name} onClose={() => setIsReturning(false)} />}
    </header>
  )
}

/** What the data come to as they stand on the page. */
function Total() {
  const w = useWords(submissionWords)
  const evaluation = useSubmissionView((view) => view.evaluation)
  const readsGroup = useSubmissionView((view) => view.texts.readsGroup)
  if (evaluation === null) return null
  const { total, fullScore, grade, state } = evaluation
  return (
    <span className="submission-total" title={readsGroup ? w.group : evaluation.sentence}>
      {w.total} {total === null ? w.noTotal : <strong>{w.totalOf(total, fullScore)}</strong>}
      {grade !== null && <span className="badge">{grade}</span>}
      {state === 'provisional' && <span className="badge badge-warn">{w.provisional}</span>}
    </span>
  )
}
