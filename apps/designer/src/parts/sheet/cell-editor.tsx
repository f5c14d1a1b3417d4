import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../words.ts'
import { Anchored } from './anchored.tsx'
import type { Suggestion } from './column.ts'
import type { Box } from './geometry.ts'
import { commandOf } from './keys.ts'
import type { SheetModel, SheetState } from './sheet-model.ts'
import { sheetWords } from './words.ts'

/**
 * The one input of a sheet. It always lies over the active cell and holds the focus, so that the first letter of an input
 * method begins its composition there; it is seen only while a cell is edited. Its text lives in the element alone:
 * typing draws nothing else.
 */
export function CellEditor<R>({
  model,
  state,
  box,
  label,
  activeId,
  gridId,
}: {
  readonly model: SheetModel<R>
  readonly state: SheetState
  readonly box: Box
  readonly label: string
  readonly activeId: string | undefined
  readonly gridId: string
}) {
  const input = useRef<HTMLTextAreaElement>(null)
  const w = useWords(sheetWords)
  const { editing } = state
  const isEditing = editing !== null
  const suggesting = useSuggestions(model, state, input)
  const listId = useId()

  // The field is as wide as its text while it is edited, at least as wide as the cell.
  const grow = () => {
    const element = input.current
    if (element === null) return
    element.style.width = `${box.width}px`
    element.style.height = `${box.height}px`
    if (model.state.editing === null) return
    if (element.scrollWidth > element.clientWidth)
      element.style.width = `${Math.min(Math.max(box.width, element.scrollWidth + 24), 640)}px`
    if (element.scrollHeight > element.clientHeight + 2)
      element.style.height = `${Math.min(element.scrollHeight + 2, 168)}px`
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the size follows the cell and the beginning of an edit
  useEffect(grow, [box.width, box.height, isEditing])

  const onInput = () => {
    model.typed()
    grow()
    suggesting.ask()
  }
  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    const { nativeEvent } = event
    // What an input method is busy with is none of our keys.
    if (nativeEvent.isComposing || nativeEvent.keyCode === 229) return
    if (suggesting.onKey(event.key)) return event.preventDefault()
    const command = commandOf(nativeEvent, model.state.editing !== null, model.state.editing?.began === 'typed')
    if (command === undefined) return
    if (command.type === 'line-break') {
      event.preventDefault()
      document.execCommand('insertText', false, '\n')
      return grow()
    }
    if (!model.run(command)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const onBlur = (event: React.FocusEvent) => {
    if (model.state.editing === null || (event.relatedTarget as HTMLElement | null)?.closest('.sheet-float')) return
    model.commit()
  }
  return (
    <>
      <textarea
        ref={input}
        className={`sheet-input ${isEditing ? 'sheet-input-open' : ''}`}
        style={{ top: box.top, left: box.left, width: box.width, height: box.height }}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        aria-label={label}
        aria-activedescendant={suggesting.list.length > 0 ? `${listId}-${suggesting.index}` : activeId}
        aria-controls={suggesting.list.length > 0 ? listId : gridId}
        data-region-focus=""
        data-sheet-input=""
        {...(isEditing ? {} : { 'data-undo': 'document' })}
        onInput={onInput}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        onCompositionStart={(event) => {
          const { value, selectionStart, selectionEnd } = event.currentTarget
          model.composition = { before: value.slice(0, selectionStart), after: value.slice(selectionEnd), data: '' }
          model.typed()
        }}
        onCompositionUpdate={(event) => {
          if (model.composition !== null) model.composition = { ...model.composition, data: event.data }
        }}
        onCompositionEnd={() => {
          model.composition = null
          grow()
          suggesting.ask()
        }}
      />
      {suggesting.list.length > 0 && (
        <Anchored anchor={() => input.current?.getBoundingClientRect()} className="sheet-suggestions">
          <div role="listbox" id={listId} aria-label={w.suggestions}>
            {suggesting.list.map((each, index) => (
              <div
                role="option"
                key={`${each.label} ${each.text}`}
                id={`${listId}-${index}`}
                tabIndex={-1}
                aria-selected={index === suggesting.index}
                className="sheet-suggestion"
                ref={index === suggesting.index ? showChosen : undefined}
                onPointerDown={(event) => {
                  event.preventDefault()
                  suggesting.choose(index)
                }}
              >
                <span>{each.label}</span>
                {each.note !== undefined && <small>{each.note}</small>}
              </div>
            ))}
          </div>
        </Anchored>
      )}
    </>
  )
}

const showChosen = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })

function useSuggestions<R>(
  model: SheetModel<R>,
  { editing }: SheetState,
  input: React.RefObject<HTMLTextAreaElement | null>,
) {
  const [found, setFound] = useState<{ list: readonly Suggestion[]; index: number }>(NONE)
  const asked = useRef(0)
  const column = editing === null ? undefined : model.columnAt(editing.cell.column)

  const ask = (isFirst = false) => {
    const { editing } = model.state
    const element = input.current
    const row = editing === null ? undefined : model.rowAt(editing.cell.row)
    const suggest = editing === null ? undefined : model.columnAt(editing.cell.column)?.suggest
    if (element === null || row === undefined || suggest === undefined) return setFound(NONE)
    const turn = ++asked.current
    const isChoice = model.columnAt(editing!.cell.column)?.isChoice === true
    const text = isFirst ? '' : element.value
    void Promise.resolve(suggest(row, text, isFirst ? 0 : element.selectionStart)).then((list) => {
      if (turn !== asked.current || model.state.editing === null) return
      const now = list.findIndex((each) => each.text === element.value)
      setFound({ list: list.slice(0, 50), index: isChoice ? Math.max(0, isFirst ? now : 0) : -1 })
    })
  }
  // A choice shows its list at once; a typed beginning asks by itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when an edit begins or ends
  useEffect(() => {
    asked.current++
    setFound(NONE)
    if (editing !== null && column?.isChoice === true && editing.began === 'opened') ask(true)
    else if (editing !== null && editing.began === 'typed') ask()
  }, [editing?.cell.row, editing?.cell.column, editing?.began])

  const choose = (index: number, key = 'Enter') => {
    const each = found.list[index]
    const element = input.current
    if (each === undefined || element === null) return
    const { value } = element
    const from = each.from ?? 0
    element.value = value.slice(0, from) + each.text + value.slice(each.to ?? value.length)
    const caret = from + each.text.length
    element.setSelectionRange(caret, caret)
    setFound(NONE)
    if (column?.isChoice === true) model.run(key === 'Tab' ? { type: 'tab', step: 1 } : { type: 'enter', rows: 1 })
    else element.focus()
  }
  const onKey = (key: string): boolean => {
    const { list, index } = found
    if (list.length === 0) return false
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const next = index + (key === 'ArrowDown' ? 1 : -1)
      setFound({ list, index: (next + list.length) % list.length })
      return true
    }
    if (key === 'Escape') {
      setFound(NONE)
      return column?.isChoice !== true
    }
    if ((key === 'Enter' || key === 'Tab') && index >= 0) {
      choose(index, key)
      return true
    }
    return false
  }
  return { ...found, ask, choose, onKey }
}

const NONE = { list: [], index: -1 }
