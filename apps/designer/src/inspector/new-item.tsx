import { PlusOutlined } from '@ant-design/icons'
import { writeName } from '@yardstick/formula'
import type { Edit, ItemType, Leaf } from '@yardstick/model'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { ChoiceField } from '../parts/field/choice-field.tsx'
import { isComposing } from '../parts/field/is-composing.ts'
import { useWords } from '../parts/words.ts'
import { designer } from '../store/use-designer.ts'
import { inspectorLabel, inspectorWords } from './words.ts'

/** A data item made in place; where the leaf has no value yet, the item becomes it. */
export function NewItem({ leaf }: { leaf: Leaf }) {
  const w = useWords(inspectorWords)
  const [draft, setDraft] = useState<{ name: string; type: ItemType } | null>(null)
  if (draft === null) {
    const start = () =>
      setDraft({ name: leaf.actual === undefined ? leaf.name.replace(/[[\]]/g, '') : '', type: typeFor(leaf) })
    return (
      <Button type="dashed" icon={<PlusOutlined />} className="method-add" onClick={start}>
        {w.newItem}
      </Button>
    )
  }
  const id = draft.name.trim()
  const { items, measures = [] } = designer.getState().design!.scheme
  const isTaken = [...items, ...measures].some((each) => each.id === id)
  const canAdd = id !== '' && !isTaken && !/[[\]\n]/.test(id)
  const add = () => {
    if (!canAdd) return
    const unit = leaf.target !== undefined && 'unit' in leaf.target ? leaf.target.unit : undefined
    const item = { id, type: draft.type, ...(unit === undefined || draft.type === 'rate' ? {} : { unit }) }
    const edits: Edit[] = [{ type: 'add-item', index: items.length, item }]
    if (leaf.actual === undefined) edits.push({ type: 'set-indicator', id: leaf.id, fields: { actual: writeName(id) } })
    designer.edit(inspectorLabel('item'), { type: 'batch', edits })
    setDraft(null)
  }
  return (
    <div className="inspector-new">
      <Input
        autoFocus
        value={draft.name}
        aria-label={w.newItemName}
        placeholder={w.newItemName}
        status={isTaken ? 'error' : ''}
        onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Enter') add()
          if (event.key === 'Escape') {
            event.stopPropagation()
            setDraft(null)
          }
        }}
      />
      <ChoiceField
        value={draft.type}
        choices={w.types}
        label={w.newItem}
        onChange={(type) => setDraft({ ...draft, type: type! })}
      />
      <Button type="primary" disabled={!canAdd} icon={<PlusOutlined />} aria-label={w.newItem} onClick={add} />
      {isTaken && <p className="method-wrong">{w.newItemTaken}</p>}
    </div>
  )
}

/** Targets tell what they are held against. */
function typeFor({ target }: Leaf): ItemType {
  if (target === undefined) return 'number'
  if ('date' in target) return 'date'
  if ('text' in target) return 'text'
  const value = 'low' in target ? target.low : 'value' in target ? target.value : ''
  if (value.endsWith('%')) return 'rate'
  const unit = 'unit' in target ? target.unit : undefined
  return unit === undefined ? 'number' : unit.endsWith('元') ? 'money' : 'count'
}
