import { Button, Select } from 'antd'
import { type ClipboardEvent, useId, useMemo, useState } from 'react'
import { announce } from '../announce.ts'
import { isComposing } from '../field/is-composing.ts'
import { signWords } from '../sign-words.ts'
import { useWords } from '../words.ts'
import { type ChoiceWords, choiceWordsOf, withChoiceWords } from './choice-words.ts'
import {
  doubleNames,
  type LocalName,
  type LocalNames,
  type NamedItem,
  pasteNames,
  unitsFor,
  withLocalName,
} from './local-names.ts'
import './mapping.css'
import { mappingWords } from './words.ts'

/**
 * 名称对照: what local data call the items of a scheme, in which unit, and how they word its choices. The scheme itself stays
 * as it is.
 *
 * known      names of one's own, offered while typing
 * suggested  by item, the one that is most like it
 */
export function MappingTable({
  items,
  names,
  onChange,
  known = [],
  suggested = nothing,
}: {
  items: readonly NamedItem[]
  names: LocalNames
  onChange: (names: LocalNames) => void
  known?: readonly string[]
  suggested?: ReadonlyMap<string, string>
}) {
  const w = useWords(mappingWords)
  const list = useId()
  const [told, setTold] = useState('')
  const doubles = useMemo(() => doubleNames(items, names), [items, names])
  if (items.length === 0) return <p className="mapping-note">{w.none}</p>
  const paste = (from: string) => (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '')
    // One name alone is pasted as any text.
    if (!/[\t\n]/.test(text)) return
    event.preventDefault()
    const rows = text.split('\n').map((line) => line.split('\t'))
    const read = pasteNames(items, names, rows, from)
    onChange(read.names)
    const said = w.pasted(read.count, read.unknown.length)
    setTold(said)
    announce(said)
  }
  return (
    <>
      <p className="mapping-note">
        {w.pasteHint} {told !== '' && <strong>{told}</strong>}
      </p>
      <table className="mapping">
        <thead>
          <tr>
            <th scope="col">{w.item}</th>
            <th scope="col" className="mapping-unit">
              {w.unit}
            </th>
            <th scope="col">{w.local}</th>
            <th scope="col" className="mapping-unit-local">
              {w.localUnit}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row
              key={item.id}
              item={item}
              local={names[item.id]}
              list={known.length > 0 ? list : undefined}
              suggestion={names[item.id] === undefined ? suggested.get(item.id) : undefined}
              isSame={known.includes(item.id)}
              isDouble={doubles.has(names[item.id]?.name ?? item.id)}
              onChange={(local) => onChange(withLocalName(names, item, local))}
              onPaste={paste(item.id)}
            />
          ))}
        </tbody>
      </table>
      <datalist id={list}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}

const nothing: ReadonlyMap<string, string> = new Map()

function Row({
  item,
  local,
  list,
  suggestion,
  isSame,
  isDouble,
  onChange,
  onPaste,
}: {
  item: NamedItem
  local: LocalName | undefined
  list: string | undefined
  suggestion: string | undefined
  isSame: boolean
  isDouble: boolean
  onChange: (local: LocalName | undefined) => void
  onPaste: (event: ClipboardEvent) => void
}) {
  const w = useWords(mappingWords)
  const [draft, setDraft] = useState<string | null>(null)
  const signs = useWords(signWords)
  const [areChoicesOpen, setAreChoicesOpen] = useState(local?.choices !== undefined)
  const shownName = local?.name === item.id ? '' : (local?.name ?? '')
  const commit = () => {
    if (draft === null) return
    setDraft(null)
    onChange({ ...local, name: draft.replace(/\s+/g, ' ') })
  }
  const units = unitsFor(item)
  const { choices = [] } = item
  return (
    <tr>
      <th scope="row">
        {item.id}
        {item.label !== undefined && item.label !== item.id && <small>{item.label}</small>}
      </th>
      <td>{item.unit}</td>
      <td>
        <div className="mapping-name">
          <input
            value={draft ?? shownName}
            list={list}
            maxLength={200}
            placeholder={item.id}
            aria-label={w.localOf(item.id)}
            aria-invalid={isDouble}
            title={isDouble ? w.double : undefined}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={commit}
            onPaste={onPaste}
            onKeyDown={(event) => {
              if (isComposing(event)) return
              if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                // A list of names that is open has its own arrows.
                if (event.key !== 'Enter' && list !== undefined && draft !== null) return
                event.preventDefault()
                commit()
                focusRow(event.currentTarget, event.key === 'ArrowUp' || event.shiftKey ? -1 : 1)
              } else if (event.key === 'Escape' && draft !== null) {
                event.stopPropagation()
                setDraft(null)
              }
            }}
          />
          {isDouble ? (
            <span className="mapping-double">{w.double}</span>
          ) : suggestion !== undefined ? (
            <button
              type="button"
              className="mapping-suggestion"
              aria-label={w.takeSuggestion(item.id, suggestion)}
              onClick={() => onChange({ ...local, name: suggestion })}
            >
              {w.suggestion(suggestion)}
            </button>
          ) : (
            isSame && local === undefined && <span className="mapping-same">{w.same}</span>
          )}
          {choices.length > 0 && (
            <Button
              type="text"
              aria-expanded={areChoicesOpen}
              aria-label={w.choicesOf(item.id)}
              onClick={() => setAreChoicesOpen(!areChoicesOpen)}
            >
              {w.choices}
            </Button>
          )}
        </div>
        {areChoicesOpen && choices.length > 0 && (
          <Choices
            choices={choices}
            said={choiceWordsOf(local?.choices, signs.list)}
            onChange={(said) => onChange(withChoiceWords(local ?? { name: item.id }, said))}
          />
        )}
      </td>
      <td>
        {units.length > 0 && (
          <Select
            value={local?.unit ?? ''}
            aria-label={w.unitOf(item.id)}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: w.sameUnit(item.unit ?? '') },
              ...units.map((value) => ({ value, label: value })),
            ]}
            onChange={(unit) => {
              const { unit: _, ...rest } = local ?? { name: item.id }
              onChange(unit === '' ? rest : { ...rest, unit })
            }}
          />
        )}
      </td>
    </tr>
  )
}

function Choices({
  choices,
  said,
  onChange,
}: {
  choices: readonly string[]
  said: ChoiceWords
  onChange: (said: ChoiceWords) => void
}) {
  const w = useWords(mappingWords)
  return (
    <div className="mapping-choices">
      {choices.map((choice) => (
        <label key={choice}>
          <span>{choice}</span>
          <input
            defaultValue={said[choice] ?? ''}
            placeholder={choice}
            maxLength={400}
            onBlur={(event) => onChange({ ...said, [choice]: event.target.value })}
          />
        </label>
      ))}
      <small>{w.choiceHint}</small>
    </div>
  )
}

/** The name field of the row below or above. */
function focusRow(from: HTMLInputElement, by: 1 | -1): void {
  const fields = [...(from.closest('tbody')?.querySelectorAll<HTMLInputElement>('.mapping-name > input') ?? [])]
  const next = fields[fields.indexOf(from) + by]
  next?.focus()
  next?.select()
}
