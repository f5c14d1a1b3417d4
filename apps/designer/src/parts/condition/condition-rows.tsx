import { PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useDesigner } from '../../store/use-designer.ts'
import { useWords } from '../words.ts'
import { ComparisonRow } from './comparison-row.tsx'
import { type Draft, type DraftGroup, groupKinds, kindOf, newComparison, newGroup, newKey, withKind } from './draft.ts'
import { insert } from './draft-moves.ts'
import { useEditing } from './editing.ts'
import { NamedRow } from './named-row.tsx'
import { RowGrip, RowMenu, useMoveKeys } from './row-menu.tsx'
import { SaveShared } from './save-shared.tsx'
import { TruthBadge } from './truth-badge.tsx'
import { conditionWords } from './words.ts'

/** The lines of a group, what they need to hold together, and the ways to add to them. */
export function GroupBody({ group, head, inside }: { group: DraftGroup; head?: ReactNode; inside: readonly string[] }) {
  const w = useWords(conditionWords)
  const { answerOf, change, root } = useEditing()
  const isRoot = group.key === root.key
  const kind = kindOf(group)
  const needsKind = !isRoot || group.members.length > 1 || kind !== 'all'
  return (
    <fieldset
      className={`condition-group condition-group-${group.joins} ${isRoot ? 'condition-root' : ''}`}
      aria-label={w.kinds[kind]}
    >
      {needsKind && (
        <div className="condition-head">
          {head !== undefined && <RowGrip row={group} />}
          <Select<typeof kind>
            className="condition-kind"
            aria-label={w.kindOf}
            value={kind}
            options={groupKinds.map((each) => ({ value: each, label: w.kinds[each] }))}
            popupMatchSelectWidth={false}
            variant="borderless"
            onChange={(next) => change(group.key, (draft) => (draft.type === 'group' ? withKind(draft, next) : draft))}
          />
          <TruthBadge shown={answerOf(group.key)} />
          {head}
        </div>
      )}
      {group.members.map((member) => (
        <Row key={member.key} row={member} inside={inside} />
      ))}
      {group.members.length === 0 && <p className="condition-note">{w.emptyGroup}</p>}
      <AddButtons group={group} />
    </fieldset>
  )
}

function Row({ row, inside }: { row: Draft; inside: readonly string[] }) {
  const { drop, root } = useEditing()
  const [isSaving, setIsSaving] = useState(false)
  const onKeyDown = useMoveKeys(row.key)
  const mark = drop?.key === row.key ? `condition-drop-${drop.where}` : ''
  const save = () => setIsSaving(true)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys come from the controls inside
    <div className={`condition-row condition-row-${row.type} ${mark}`} data-row={row.key} onKeyDown={onKeyDown}>
      {row.type === 'comparison' && <ComparisonRow row={row} onSave={save} />}
      {row.type === 'named' && <NamedRow row={row} inside={inside} />}
      {row.type === 'group' && row.key !== root.key && (
        <GroupBody group={row} inside={inside} head={<RowMenu row={row} onSave={save} />} />
      )}
      {isSaving && <SaveShared row={row} onDone={() => setIsSaving(false)} />}
    </div>
  )
}

function AddButtons({ group }: { group: DraftGroup }) {
  const w = useWords(conditionWords)
  const { take, root, stage } = useEditing()
  // A shared condition asks about the scheme's items, not about the records of a list.
  const hasShared = useDesigner((state) => Object.keys(state.design?.scheme.conditions ?? {}).length > 0)
  const add = (draft: Draft, focus: string) => take(insert(root, group.key, group.members.length, draft), { focus })
  const comparison = () => {
    const line = newComparison()
    add(line, line.key)
  }
  const inGroup = () => {
    const line = newComparison()
    add(newGroup([line], group.joins === 'all' ? 'any' : 'all'), line.key)
  }
  const named = () => {
    const key = newKey()
    add({ type: 'named', key }, key)
  }
  return (
    <div className="condition-add" data-inside={group.key}>
      <Button type="link" icon={<PlusOutlined />} onClick={comparison}>
        {w.addComparison}
      </Button>
      <Button type="link" icon={<PlusOutlined />} onClick={inGroup}>
        {w.addGroup}
      </Button>
      {hasShared && stage !== null && (
        <Button type="link" icon={<PlusOutlined />} onClick={named}>
          {w.addShared}
        </Button>
      )}
    </div>
  )
}
