import type { Language } from '@yardstick/model'
import type { ReactNode } from 'react'
import { whoText } from '../parts/who-text.ts'
import { useWords } from '../parts/words.ts'
import type { SchemeHead } from '../store/server-side.ts'
import { timeText } from './time-text.ts'
import { openingWords } from './words.ts'

export function SchemeRow({
  scheme: { name, region, regionName, state, latest, updatedAt, updatedBy },
  language,
  onOpen,
  children,
}: {
  scheme: SchemeHead
  language: Language
  onOpen: () => void
  children: ReactNode
}) {
  const { schemes: w, own } = useWords(openingWords)
  return (
    <tr>
      <td>
        <button type="button" className="opening-scheme" title={name} onClick={onOpen}>
          {name}
        </button>
      </td>
      <td title={region}>{region === '' ? w.everywhere : (regionName ?? region)}</td>
      <td>
        <span className={`opening-state opening-state-${state}`}>{w.states[state]}</span>
      </td>
      <td>{latest === null ? w.unpublished : w.version(latest.number)}</td>
      <td className="opening-saved">
        {whoText(updatedBy, language)}{' '}
        <time dateTime={updatedAt}>{timeText(Date.parse(updatedAt), own, language)}</time>
      </td>
      <td>{children}</td>
    </tr>
  )
}
