import {
  CheckCircleOutlined,
  CloudSyncOutlined,
  DisconnectOutlined,
  ExclamationCircleOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { momentText } from '../../parts/date-text.ts'
import { useWords } from '../../parts/words.ts'
import type { OpenTexts, TextSaving } from './open-texts.ts'
import { reportPartWords } from './words.ts'

const icons: { readonly [S in TextSaving]: ReactNode } = {
  saved: <CheckCircleOutlined aria-hidden="true" />,
  waiting: <CloudSyncOutlined aria-hidden="true" />,
  sending: <CloudSyncOutlined aria-hidden="true" />,
  away: <DisconnectOutlined aria-hidden="true" />,
  refused: <ExclamationCircleOutlined aria-hidden="true" />,
}

/** How far the words have come; nothing before the first of them. */
export function TextSaveState({ texts }: { texts: OpenTexts }) {
  const w = useWords(reportPartWords)
  const { saving, savedAt } = useStore(texts.store)
  if (saving === 'saved' && savedAt === null) return null
  const isSaved = saving === 'saved' && savedAt !== null
  return (
    <span className={`report-saving is-${saving}`} role="status">
      {icons[saving]} {isSaved ? w.savedAt(momentText(savedAt.toISOString()).slice(-5)) : w.saving[saving]}
    </span>
  )
}
