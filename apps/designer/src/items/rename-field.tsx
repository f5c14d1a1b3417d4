import type { Scheme } from '@yardstick/model'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { isComposing } from '../parts/field/is-composing.ts'
import { useWords } from '../parts/words.ts'
import { designer } from '../store/use-designer.ts'
import { cleanName } from './paste-rows.ts'
import { namedIn, placesOf, renameEdit } from './rename.ts'
import { itemWords } from './words.ts'

/** The name, and another one for it everywhere, with how many places that rewrites. */
export function RenameField({
  scheme,
  name,
  onRenamed,
}: {
  scheme: Scheme
  name: string
  onRenamed: (name: string) => void
}) {
  const w = useWords(itemWords)
  const [draft, setDraft] = useState<string | null>(null)
  if (draft === null) {
    return (
      <div className="items-name">
        <h2>{name}</h2>
        <Button onClick={() => setDraft(name)}>{w.rename}</Button>
      </div>
    )
  }
  const next = cleanName(draft)
  const isTaken = next !== name && namedIn(scheme).some(({ id }) => id === next)
  const canRename = next !== '' && next !== name && !isTaken
  const rename = () => {
    if (!canRename) return
    const label = { zh: itemWords.zh.edits.rename(name, next), en: itemWords.en.edits.rename(name, next) }
    const refused = designer.edit(label, renameEdit(scheme, name, next))
    if (refused.length > 0) return
    setDraft(null)
    onRenamed(next)
  }
  return (
    <div className="items-rename">
      <Input
        autoFocus
        value={draft}
        aria-label={w.renameTo}
        status={isTaken || next === '' ? 'error' : ''}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Enter') rename()
          if (event.key === 'Escape') setDraft(null)
        }}
      />
      <div className="items-detail-note" aria-live="polite">
        {isTaken ? w.nameTaken(next) : w.renamePlaces(placesOf(scheme, name))}
      </div>
      <Button type="primary" disabled={!canRename} onClick={rename}>
        {w.renameAll}
      </Button>
      <Button onClick={() => setDraft(null)}>{w.keepName}</Button>
    </div>
  )
}
