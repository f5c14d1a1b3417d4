import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { type Condition, renameCondition, usesOfCondition } from '@yardstick/model'
import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import { designer, useDesigner } from '../../store/use-designer.ts'
import { TextField } from '../field/text-field.tsx'
import { useWords } from '../words.ts'
import { type DraftNamed, draftOf } from './draft.ts'
import { useEditing } from './editing.ts'
import { RowGrip, RowMenu } from './row-menu.tsx'
import { TruthBadge } from './truth-badge.tsx'
import { useSentence } from './use-sentence.ts'
import { conditionWords } from './words.ts'

/** A line that uses a shared condition by its name: chosen, read as a sentence, renamed and edited in place. */
export function NamedRow({ row, inside }: { row: DraftNamed; inside: readonly string[] }) {
  const w = useWords(conditionWords)
  const { answerOf, change } = useEditing()
  const [isOpen, setIsOpen] = useState(false)
  const shared = useDesigner((state) => state.design?.scheme.conditions) ?? NOTHING
  const { name } = row
  const condition = name !== undefined && Object.hasOwn(shared, name) ? shared[name] : undefined
  const sentence = useSentence(condition)
  const options = Object.keys(shared)
    .filter((each) => !inside.includes(each))
    .map((each) => ({ value: each, label: each }))
  const detach = () => {
    if (condition === undefined) return
    const [only, ...others] = draftOf(condition).members
    const whole = others.length === 0 && only !== undefined && !('not' in condition) ? only : draftOf(condition)
    change(row.key, () => whole)
  }
  return (
    <>
      <RowGrip row={row} />
      <div className="condition-fields">
        <Select<string>
          className="condition-fact"
          aria-label={w.shared}
          placeholder={w.chooseShared}
          value={name ?? null}
          status={name !== undefined && condition === undefined ? 'error' : ''}
          options={options}
          showSearch
          popupMatchSelectWidth={false}
          onChange={(next) => change(row.key, (draft) => (draft.type === 'named' ? { ...draft, name: next } : draft))}
        />
        {condition !== undefined && (
          <Button
            type="text"
            icon={isOpen ? <UpOutlined /> : <DownOutlined />}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? w.closeShared : w.editShared}
          </Button>
        )}
        <TruthBadge shown={answerOf(row.key)} />
        {name !== undefined && condition === undefined && <span className="condition-problem">{w.gone(name)}</span>}
        {name === undefined && <span className="condition-note">{w.unfinished}</span>}
        {condition !== undefined && !isOpen && <span className="condition-note">{sentence}</span>}
        {condition !== undefined && name !== undefined && isOpen && <SharedBox name={name} condition={condition} />}
      </div>
      <RowMenu row={row} extra={condition === undefined ? [] : [{ key: 'detach', label: w.detach, onClick: detach }]} />
    </>
  )
}

/** The shared condition itself: what is changed here changes everywhere it is used. */
function SharedBox({ name, condition }: { name: string; condition: Condition }) {
  const w = useWords(conditionWords)
  const { nested } = useEditing()
  const scheme = useDesigner((state) => state.design!.scheme)
  const uses = useMemo(() => usesOfCondition(scheme, name).length, [scheme, name])
  const { zh, en } = conditionWords
  const rename = (next: string | undefined) => {
    const edit = next === undefined ? undefined : renameCondition(designer.getState().design!.scheme, name, next)
    if (edit !== undefined) designer.edit({ zh: zh.edits.renameShared, en: en.edits.renameShared }, edit)
  }
  const change = (next: Condition) =>
    designer.edit(
      { zh: zh.edits.editShared, en: en.edits.editShared },
      { type: 'set-condition', name, condition: next },
    )
  return (
    <div className="condition-shared">
      <div className="condition-shared-head">
        <TextField
          value={name}
          label={w.sharedName}
          isOptional={false}
          check={(text) => text === name || !(text in (scheme.conditions ?? {}))}
          onCommit={rename}
        />
        <span className="condition-note">{w.sharedUses(uses)}</span>
      </div>
      {nested({ value: condition, onChange: change, label: name })}
    </div>
  )
}

const NOTHING: { readonly [name: string]: Condition } = {}
