import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ClipboardEvent, useRef, useState } from 'react'
import { useWords } from '../../../parts/words.ts'
import { useSubmission } from '../../use-submission.ts'
import { PrintedUnits } from './printed-units.tsx'
import { UnitProblems } from './unit-problems.tsx'
import { UnitRow } from './unit-row.tsx'
import { UnitsHead, UnitsTotal } from './units-frame.tsx'
import './units.css'
import { useUnits } from './use-units.ts'
import { unitsWords } from './words.ts'

/** 下属单位: a table of units and items, as in the workbook. It begins with the first unit. */
export function UnitsPart() {
  const w = useWords(unitsWords)
  const { rights } = useSubmission()
  const units = useUnits()
  const { items, names } = units
  if (items.length === 0) return null
  const named = names.filter((name) => units.unitOf(name) === undefined).length
  return (
    <section className="form-units" id="form-section-units" aria-labelledby="form-units-title">
      <h3 id="form-units-title">
        {w.title} <span className="form-count">{w.count(names.length)}</span>
      </h3>
      <p className="form-units-how">{names.length > 0 ? w.how : rights.report ? w.none : w.noneToRead}</p>
      {names.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too
        <section className="form-units-scroll" tabIndex={0} aria-label={w.title}>
          <table>
            <UnitsHead items={items} />
            <tbody>
              {names.map((name, row) => (
                <UnitRow key={name} name={name} row={row} units={units} />
              ))}
            </tbody>
            <UnitsTotal items={items} />
          </table>
        </section>
      )}
      {rights.report && <NewUnit units={units} />}
      {named > 0 && rights.report && <p className="form-units-how">{w.named(named)}</p>}
      <UnitProblems units={units} />
      <PrintedUnits units={units} />
    </section>
  )
}

/** The name of a further unit; a block pasted here brings units with it. */
function NewUnit({ units }: { units: ReturnType<typeof useUnits> }) {
  const w = useWords(unitsWords)
  const [draft, setDraft] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const known = draft.trim() === '' ? undefined : units.known(draft.trim())
  const settle = () => {
    if (draft.trim() === '' || known !== undefined) return
    units.add(draft.trim())
    setDraft('')
  }
  const onPaste = (event: ClipboardEvent) => {
    if (!units.paste(event.clipboardData.getData('text/plain'), units.names.length, -1)) return
    event.preventDefault()
    setDraft('')
  }
  if (!isOpen) {
    return (
      <Button icon={<PlusOutlined />} onClick={() => setIsOpen(true)}>
        {w.add}
      </Button>
    )
  }
  return (
    <p className="form-units-new">
      <input
        ref={field}
        className="form-field"
        aria-label={w.add}
        aria-invalid={known !== undefined}
        placeholder={w.newName}
        autoComplete="off"
        maxLength={200}
        // It stands where the button was that asked for it.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={settle}
        onPaste={onPaste}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          if (event.key === 'Enter') settle()
          else if (event.key === 'Escape' && draft === '') setIsOpen(false)
        }}
      />
      <Button icon={<PlusOutlined />} disabled={draft.trim() === '' || known !== undefined} onClick={settle}>
        {w.add}
      </Button>
      {known !== undefined && (
        <span className="form-wrong" role="alert">
          {w.twice(known)}
        </span>
      )}
    </p>
  )
}
