import { Button, Input } from 'antd'
import { useState } from 'react'
import { designer, useDesigner } from '../../store/use-designer.ts'
import { isComposing } from '../field/is-composing.ts'
import { useWords } from '../words.ts'
import { type Draft, wholeOf } from './draft.ts'
import { useEditing } from './editing.ts'
import { conditionWords } from './words.ts'

/** Gives a line or a group a name, under which other conditions can use it; the line then uses it by that name too. */
export function SaveShared({ row, onDone }: { row: Draft; onDone: () => void }) {
  const w = useWords(conditionWords)
  const { change } = useEditing()
  const [name, setName] = useState('')
  const shared = useDesigner((state) => state.design?.scheme.conditions)
  const isTaken = name.trim() in (shared ?? {})
  const whole = wholeOf(row)
  const isReady = name.trim() !== '' && !isTaken && whole !== undefined
  const save = () => {
    if (!isReady) return
    const label = { zh: conditionWords.zh.edits.saveShared, en: conditionWords.en.edits.saveShared }
    // The new shared condition and the line that uses it are one step.
    designer.mark()
    const refused = designer.edit(label, { type: 'set-condition', name: name.trim(), condition: whole.condition })
    if (refused.length === 0) change(row.key, ({ key }) => ({ type: 'named', key, name: name.trim() }))
    designer.commit()
    onDone()
  }
  return (
    <div className="condition-save">
      <Input
        autoFocus
        aria-label={w.sharedName}
        aria-invalid={isTaken}
        status={isTaken ? 'error' : ''}
        title={isTaken ? w.sharedTaken : ''}
        placeholder={w.sharedNew}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Enter') save()
          if (event.key === 'Escape') {
            event.stopPropagation()
            onDone()
          }
        }}
      />
      <Button type="primary" disabled={!isReady} onClick={save}>
        {w.sharedSave}
      </Button>
      <Button onClick={onDone}>{w.cancel}</Button>
    </div>
  )
}
