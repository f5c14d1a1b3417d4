import { DownOutlined } from '@ant-design/icons'
import { Button, type MenuProps } from 'antd'
import { MenuButton } from '../parts/menu-button.tsx'
import { useWords } from '../parts/words.ts'
import { useMay } from '../server/may-at.ts'
import type { SchemeHead } from '../store/server-side.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import type { Dialog } from '../store/view.ts'
import './review.css'
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
  const hasReview = useDesigner((designer) => (designer.server?.review ?? null) !== null)
  const asks = (key: string, label: string, dialog: Dialog, isPossible: boolean) =>
    isPossible ? [{ key, label: `${label}…`, onClick: () => designer.setView({ dialog }) }] : []
  const steps = [
    ...asks('submit', w.submit, { kind: 'submit' }, state === 'draft' && mayWrite),
    ...asks('approve', w.approve, { kind: 'decide', decision: 'approved' }, state === 'review' && mayReview),
    ...asks('return', w.return, { kind: 'decide', decision: 'returned' }, state === 'review' && mayReview),
    ...asks('publish', w.publish, { kind: 'publish' }, state === 'approved' && mayPublish),
  ]
  const items: MenuProps['items'] = [
    ...steps,
    ...(hasReview ? [{ key: 'remarks', label: w.remarks, onClick: () => designer.setView({ drawer: 'review' }) }] : []),
  ]
  const text = latest === null ? w.states[state] : `${w.states[state]} · ${w.published(latest.number)}`
  const chip = (
    <Button className={`review-state review-${state}`} title={w.frozen[state]} aria-label={w.stateLabel(text)}>
      {text}
      {items.length > 0 && <DownOutlined />}
    </Button>
  )
  return items.length === 0 ? (
    <span className={`review-state review-${state}`} title={w.frozen[state]}>
      {text}
    </span>
  ) : (
    <MenuButton menu={{ items }}>{chip}</MenuButton>
  )
}
