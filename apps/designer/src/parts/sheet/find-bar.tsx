import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, type InputRef } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { announce } from '../announce.ts'
import { useWords } from '../words.ts'
import { found, replaced } from './find.ts'
import type { SheetModel, SheetState } from './sheet-model.ts'
import { sheetWords } from './words.ts'

/** The bar above a sheet: what is looked for, where it is, and what it is replaced by. */
export function FindBar<R>({
  model,
  state,
  rows,
  isReplacing,
}: {
  readonly model: SheetModel<R>
  readonly state: SheetState
  readonly rows: readonly R[]
  readonly isReplacing: boolean
}) {
  const w = useWords(sheetWords)
  const [query, setQuery] = useState(model.query)
  model.query = query
  const [by, setBy] = useState('')
  const field = useRef<InputRef>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts of the rows are what is searched
  const cells = useMemo(
    () => found(query, model.rowCount, model.size.columns, model.textAt),
    [query, rows, model, model.columns],
  )
  const active = state.cursor?.active ?? null
  const at = cells.findIndex((cell) => cell.row === active?.row && cell.column === active.column)
  useEffect(() => field.current?.focus({ cursor: 'all' }), [])

  const next = (step: 1 | -1) => model.findNext(step)
  const replaceOne = () => {
    const cell = at < 0 ? undefined : cells[at]
    if (cell === undefined) return next(1)
    const isDone = model.apply([{ ...cell, text: replaced(model.textAt(cell), query, by) }], 'replace')
    if (isDone) next(1)
  }
  const replaceAll = () => {
    const count = cells.filter((cell) => model.canEdit(cell)).length
    const isDone = model.apply(
      cells.map((cell) => ({ ...cell, text: replaced(model.textAt(cell), query, by) })),
      'replace',
    )
    if (isDone) announce(w.replaced(count))
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const used = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (event.key === 'Escape') {
      used()
      model.closeFind()
    } else if (event.key === 'F3') {
      used()
      next(event.shiftKey ? -1 : 1)
    } else if ((event.ctrlKey || event.metaKey) && ['f', 'h'].includes(event.key.toLowerCase())) {
      used()
      model.set({ find: { replace: event.key.toLowerCase() === 'h' } })
    }
  }
  return (
    <div role="search" className="sheet-find" onKeyDown={onKeyDown}>
      <Input
        ref={field}
        value={query.text}
        placeholder={w.find}
        aria-label={w.find}
        className="sheet-find-field"
        onChange={(event) => setQuery({ ...query, text: event.target.value })}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) next(event.shiftKey ? -1 : 1)
        }}
      />
      {isReplacing && (
        <Input
          value={by}
          placeholder={w.replaceWith}
          aria-label={w.replaceWith}
          className="sheet-find-field"
          onChange={(event) => setBy(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) replaceOne()
          }}
        />
      )}
      <span className="sheet-find-count" role="status">
        {query.text === '' ? '' : w.found(at + 1, cells.length)}
      </span>
      <Button type="text" icon={<UpOutlined />} aria-label={w.previous} title={w.previous} onClick={() => next(-1)} />
      <Button type="text" icon={<DownOutlined />} aria-label={w.next} title={w.next} onClick={() => next(1)} />
      {isReplacing && (
        <>
          <Button onClick={replaceOne}>{w.replace}</Button>
          <Button onClick={replaceAll}>{w.replaceAll}</Button>
        </>
      )}
      <Checkbox checked={query.matchCase} onChange={(event) => setQuery({ ...query, matchCase: event.target.checked })}>
        {w.matchCase}
      </Checkbox>
      <Checkbox checked={query.wholeCell} onChange={(event) => setQuery({ ...query, wholeCell: event.target.checked })}>
        {w.wholeCell}
      </Checkbox>
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={w.close}
        title={w.close}
        className="sheet-find-close"
        onClick={model.closeFind}
      />
    </div>
  )
}
