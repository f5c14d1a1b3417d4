import { DownOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useEffect } from 'react'
import { MenuButton } from '../parts/menu-button.tsx'
import { useWords } from '../parts/words.ts'
import { possibleSteps, takeStep } from '../server/review-steps.ts'
import { useServer } from '../server/session.ts'
import type { SchemeHead } from '../store/server-side.ts'
import { useDesigner } from '../store/use-designer.ts'
import './review.css'
import { reviewWords } from './words.ts'

/** Where the scheme stands between draft and published version, and the steps from there that this person may take. */
export function SchemeState() {
  const head = useDesigner((state) => state.server?.head ?? null)
  return head === null ? null : <StateMenu head={head} />
}

/** These ask before they do something. */
const ASKING = ['submit', 'approve', 'return', 'publish', 'withdraw']

function StateMenu({ head: { state, latest } }: { head: SchemeHead }) {
  const w = useWords(reviewWords)
  const there = useServer()
  const side = useDesigner((designer) => designer.server)
  const isReopened = side?.isReopened === true
  const { message } = App.useApp()
  useEffect(() => {
    if (isReopened) message.info(w.reopened)
  }, [isReopened, message, w])
  const items = possibleSteps(there, side).map((step) => ({
    key: step,
    label: ASKING.includes(step) ? `${w[step]}…` : w[step],
    onClick: () => takeStep(step),
  }))
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
