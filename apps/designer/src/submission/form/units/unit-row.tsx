import { DeleteOutlined } from '@ant-design/icons'
import type { Item } from '@yardstick/model'
import { App, Button } from 'antd'
import { type ClipboardEvent, useState } from 'react'
import { cellText } from '../../../parts/entry/read-cell.ts'
import { entryWords } from '../../../parts/entry/words.ts'
import { isComposing } from '../../../parts/field/is-composing.ts'
import { signWords } from '../../../parts/sign-words.ts'
import { useWords } from '../../../parts/words.ts'
import { useSubmission } from '../../use-submission.ts'
import { moveBy } from '../moves.ts'
import { formPartWords } from '../words.ts'
import { unitLayer } from './unit-cell.ts'
import { isSameCell } from './units-state.ts'
import type { Units } from './use-units.ts'
import { unitsWords } from './words.ts'

/** One unit: its name, and its value of each item. */
export function UnitRow({ name, row, units }: { name: string; row: number; units: Units }) {
  const { rights } = useSubmission()
  return (
    <tr>
      <th scope="row">{rights.report ? <UnitName name={name} row={row} units={units} /> : name}</th>
      {units.items.map((item, column) => (
        <UnitCell key={item.id} name={name} item={item} place={{ row, column }} units={units} />
      ))}
    </tr>
  )
}

function UnitName({ name, row, units }: { name: string; row: number; units: Units }) {
  const w = useWords(unitsWords)
  const { modal } = App.useApp()
  const [draft, setDraft] = useState<string | null>(null)
  const isHeld = units.isHeld(name)
  const text = draft?.trim() ?? name
  const other = text === name ? undefined : units.known(text)
  const isTwice = other !== undefined && other !== name
  const settle = () => {
    if (text !== name && text !== '' && !isTwice) units.rename(name, text)
    setDraft(null)
    return true
  }
  const remove = () => {
    if (units.unitOf(name) === undefined) return units.remove(name)
    modal.confirm({
      title: w.removeTitle(name),
      content: w.removeText,
      okText: w.removeOk,
      okButtonProps: { danger: true },
      onOk: () => units.remove(name),
    })
  }
  return (
    <span className="form-units-name" title={isHeld ? w.held : undefined}>
      <input
        className="form-field"
        data-entry={`unit ${name}`}
        data-kind="unit"
        aria-label={w.nameOf(name)}
        aria-invalid={isTwice}
        title={isTwice ? w.twice(other) : undefined}
        readOnly={isHeld}
        autoComplete="off"
        maxLength={200}
        value={draft ?? name}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={settle}
        onPaste={(event: ClipboardEvent) => {
          if (units.paste(event.clipboardData.getData('text/plain'), row, -1)) event.preventDefault()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && draft !== null && !isComposing(event)) {
            event.stopPropagation()
            setDraft(null)
          } else moveBy(event, settle)
        }}
      />
      <Button
        type="text"
        className="form-tool"
        icon={<DeleteOutlined />}
        aria-label={w.remove(name)}
        disabled={isHeld}
        tabIndex={-1}
        onClick={remove}
      />
    </span>
  )
}

function UnitCell({
  name,
  item,
  place,
  units,
}: {
  name: string
  item: Item
  place: { row: number; column: number }
  units: Units
}) {
  const w = useWords(unitsWords)
  const { rights } = useSubmission()
  const said = useSaid(units, name, item)
  const left = units.typed.find((cell) => isSameCell(cell, { unit: name, item: item.id }))
  const [draft, setDraft] = useState<string | null>(null)
  const standing = left?.text ?? said
  const settle = () => {
    if (draft !== null && draft.trim() !== standing) units.take(name, item, draft)
    setDraft(null)
    return true
  }
  const isState = said !== '' && !/^[\d.,%-]+$/.test(said)
  if (!rights.report) {
    return <td className={isState ? 'form-units-said is-state' : 'form-units-said'}>{said}</td>
  }
  return (
    <td>
      <input
        className={isState && left === undefined ? 'form-field is-state' : 'form-field'}
        data-entry={item.id}
        data-kind={`unit ${item.id}`}
        aria-label={w.cell(name, item.label ?? item.id)}
        aria-invalid={left !== undefined}
        title={draft === null && isState ? said : undefined}
        autoComplete="off"
        value={draft ?? standing}
        onChange={(event) => setDraft(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={settle}
        onPaste={(event) => {
          if (!units.paste(event.clipboardData.getData('text/plain'), place.row, place.column)) return
          event.preventDefault()
          setDraft(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && draft !== null && !isComposing(event)) {
            event.stopPropagation()
            setDraft(null)
          } else moveBy(event, settle)
        }}
      />
    </td>
  )
}

/** A value of a unit as it is typed again: 12.5, 空缺：原因, 不适用：原因. */
export function useSaid(units: Units, name: string, item: Item): string {
  const w = useWords(formPartWords)
  const e = useWords(entryWords)
  const signs = useWords(signWords)
  const layer = unitLayer(units.unitOf(name), item)
  if (layer === undefined) return ''
  if (layer.state === 'missing') return layer.why === undefined ? w.empty : signs.headed(w.empty, layer.why)
  return cellText(item, { layers: [layer] }, e)
}
