import {
  CheckCircleOutlined,
  CloudSyncOutlined,
  DisconnectOutlined,
  ExclamationCircleOutlined,
} from '@ant-design/icons'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { Trouble } from '../parts/answer/trouble.tsx'
import { useWords } from '../parts/words.ts'
import type { Saving } from './open-submission.ts'
import { useSubmission, useSubmissionView } from './use-submission.ts'
import { submissionWords } from './words.ts'

const icons: { readonly [S in Saving]: ReactNode } = {
  saved: <CheckCircleOutlined />,
  waiting: <CloudSyncOutlined />,
  sending: <CloudSyncOutlined />,
  held: <ExclamationCircleOutlined />,
  away: <DisconnectOutlined />,
  refused: <ExclamationCircleOutlined />,
}

/** How far what was written has come; nothing before the first writing. */
export function SaveState() {
  const w = useWords(submissionWords)
  const saving = useSubmissionView((view) => view.saving)
  const savedAt = useSubmissionView((view) => view.savedAt)
  if (saving === 'saved' && savedAt === null) return null
  const text = saving === 'saved' && savedAt !== null ? w.savedAt(clock(savedAt)) : w.saving[saving]
  return (
    <span className={`submission-saving is-${saving}`} role="status">
      {icons[saving]} {text}
    </span>
  )
}

/** What the server did not take, in its words; it stays on the page until it is mended or given up. */
export function SaveTrouble() {
  const w = useWords(submissionWords)
  const { modal } = App.useApp()
  const { open } = useSubmission()
  const isRefused = useSubmissionView(({ saving }) => saving === 'refused')
  const trouble = useSubmissionView((view) => view.trouble)
  if (!isRefused) return null
  const drop = () => modal.confirm({ title: w.dropTitle, content: w.dropText, okText: w.drop, onOk: () => open.drop() })
  return (
    <div className="submission-refused">
      <Trouble of={trouble} onRetry={() => void open.flush()} />
      <Button onClick={drop}>{w.drop}</Button>
    </div>
  )
}

function clock(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(at.getHours())}:${two(at.getMinutes())}`
}
