import { DownOutlined } from '@ant-design/icons'
import { App, Button, type MenuProps } from 'antd'
import { MenuButton } from '../parts/menu-button.tsx'
import { useWords } from '../parts/words.ts'
import { useMay } from '../server/may-at.ts'
import { withdrawReview } from '../server/schemes.ts'
import { useServer } from '../server/session.ts'
import type { SchemeHead } from '../store/server-side.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import type { Dialog } from '../store/view.ts'
import './review.css'
import { useDoing } from './use-doing.ts'
import { reviewWords } from './words.ts'

/** Where the scheme stands between draft and published version, and the steps from there that this person may take. */
export function SchemeState() {
  const head = useDesigner((state) => state.server?.head ?? null)
  return head === null ? null : <StateMenu head={head} />
}

function StateMenu({ head }: { head: SchemeHead }) {
  const w = useWords(reviewWords)
  const { state, latest, region } = head
  const mayWrite = useMay('scheme.write', region)
  const mayReview = useMay('scheme.review', region)
  const mayPublish = useMay('scheme.publish', region)
  const review = useDesigner((designer) => designer.server?.review ?? null)
  const isReopened = useDesigner((designer) => designer.server?.isReopened === true)
  const isAlone = useIsAlone()
  const { message } = App.useApp()
  const [, doIt] = useDoing()
  // Nobody approves what they have submitted, unless they are the only one there is.
  const mayApprove = mayReview && (review?.isOwn !== true || isAlone)
  const withdraw = async () => {
    const { designId } = designer.getState()
    if (designId !== null && (await doIt(() => withdrawReview(designId)))) message.success(w.withdrawn)
  }
  const reopen = () => {
    designer.setServer({ isReopened: true })
    message.info(w.reopened)
  }
  const asks = (key: string, label: string, dialog: Dialog, isPossible: boolean) =>
    isPossible ? [{ key, label: `${label}…`, onClick: () => designer.setView({ dialog }) }] : []
  const steps = [
    ...asks('submit', w.submit, { kind: 'submit' }, state === 'draft' && mayWrite),
    ...asks('approve', w.approve, { kind: 'decide', decision: 'approved' }, state === 'review' && mayApprove),
    ...asks('return', w.return, { kind: 'decide', decision: 'returned' }, state === 'review' && mayReview),
    ...asks('publish', w.publish, { kind: 'publish' }, state === 'approved' && mayPublish),
  ]
  const items: MenuProps['items'] = [
    ...steps,
    ...(state === 'review' && mayWrite ? [{ key: 'withdraw', label: w.withdraw, onClick: withdraw }] : []),
    ...(state === 'approved' && mayWrite && !isReopened ? [{ key: 'reopen', label: w.reopen, onClick: reopen }] : []),
    ...(review === null
      ? []
      : [{ key: 'remarks', label: w.remarks, onClick: () => designer.setView({ drawer: 'review' }) }]),
  ]
  const text = latest === null ? w.states[state] : `${w.states[state]} · ${w.published(latest.number)}`
  const chip = (
    <Button className={`review-state review-${state}`} aria-label={w.stateLabel(text)}>
      {text}
      {items.length > 0 && <DownOutlined />}
    </Button>
  )
  return items.length === 0 ? (
    <span className={`review-state review-${state}`}>{text}</span>
  ) : (
    <MenuButton menu={{ items }}>{chip}</MenuButton>
  )
}

/** Without accounts there is one person, who does everything. */
function useIsAlone(): boolean {
  const server = useServer()
  return server.state === 'there' && server.session.mode === 'local'
}
