import { CheckOutlined, DownOutlined, RightOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { FormDialog, NoteRow } from '../../parts/form/form.tsx'
import { MenuButton } from '../../parts/menu-button.tsx'
import { useWords } from '../../parts/words.ts'
import { type Stage, stepAction, type WholeCampaign } from '../../server/campaigns.ts'
import { ask } from '../../server/client.ts'
import { daysTo } from '../../server/hand-in.ts'
import { may } from '../../server/may.ts'
import type { Session } from '../../server/session.ts'
import { campaignWords } from './words.ts'

/** The stages as a line of steps; whoever may lead it on does so here, or back with a reason. */
export function StageLine({
  campaign,
  session,
  onGone,
}: {
  campaign: WholeCampaign
  session: Session
  onGone: () => Promise<void>
}) {
  const w = useWords(campaignWords)
  const { message } = App.useApp()
  const [to, setTo] = useState<Stage | null>(null)
  const [note, setNote] = useState('')
  const { stages, stage, due } = campaign
  const at = stages.indexOf(stage)
  const next = stages[at + 1]
  const place = { region: campaign.region, campaign: campaign.id }
  const mayGo = (stage: Stage) => may(session, stepAction(campaign, stage), place)
  const earlier = stages.slice(0, at).filter(mayGo)
  const isBack = to !== null && stages.indexOf(to) < at
  const go = async () => {
    await ask('POST', `/api/campaigns/${campaign.id}/stage`, { body: { stage: to, ...(isBack ? { note } : {}) } })
    message.success(w.went(w.stages[to!]))
    setTo(null)
    setNote('')
    await onGone()
  }
  return (
    <section className="stages" aria-label={w.steps}>
      <ol>
        {stages.map((each, index) => {
          const day = due[each]
          const isNow = index === at
          return (
            <li
              key={each}
              className={isNow ? 'stage-now' : index < at ? 'stage-done' : ''}
              aria-current={isNow ? 'step' : undefined}
              title={w.stageNotes[each]}
            >
              <span className="stage-mark" aria-hidden="true">
                {index < at ? <CheckOutlined /> : index + 1}
              </span>
              <span className="stage-name">
                {w.stages[each]}
                {isNow && <span className="announcer">{w.now}</span>}
              </span>
              {day !== undefined && (
                <span className={isNow && daysTo(day, new Date()) < 0 ? 'stage-due campaigns-overdue' : 'stage-due'}>
                  {day}
                </span>
              )}
            </li>
          )
        })}
      </ol>
      <div className="stages-go">
        {earlier.length > 0 && (
          <MenuButton
            menu={{
              items: [...earlier]
                .reverse()
                .map((each) => ({ key: each, label: w.goBackTo(w.stages[each]), onClick: () => setTo(each) })),
            }}
          >
            <Button>
              {w.goBack} <DownOutlined />
            </Button>
          </MenuButton>
        )}
        {next !== undefined &&
          (mayGo(next) ? (
            <Button type="primary" onClick={() => setTo(next)}>
              {w.goOn(w.stages[next])} <RightOutlined />
            </Button>
          ) : (
            <span className="management-count">{w.byRole[stepAction(campaign, next)]}</span>
          ))}
      </div>
      {to !== null && (
        <FormDialog
          title={isBack ? w.goBackTitle(w.stages[to]) : w.goOnTitle(w.stages[to])}
          width={460}
          send={go}
          sendText={isBack ? w.goBackTo(w.stages[to]) : w.goOn(w.stages[to])}
          isReady={!isBack || note.trim() !== ''}
          onClose={() => setTo(null)}
        >
          <p className="management-how">
            <strong>{w.stages[to]}</strong> {w.stageNotes[to]}
          </p>
          {isBack && (
            <NoteRow label={w.reason} hint={w.reasonHint} rows={3} maxLength={2000} value={note} onChange={setNote} />
          )}
        </FormDialog>
      )}
    </section>
  )
}
