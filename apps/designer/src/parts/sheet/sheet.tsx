import { useVirtualizer } from '@tanstack/react-virtual'
import { readHtmlTable, readTextTable, type Table, writeHtmlTable, writeTsv } from '@yardstick/exchange/table'
import { Dropdown, type MenuProps } from 'antd'
import {
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { ErrorBoundary } from '../error-boundary.tsx'
import { useWords } from '../words.ts'
import { Anchored } from './anchored.tsx'
import { CellEditor } from './cell-editor.tsx'
import type { SheetColumn, SheetSelection, TreePlace } from './column.ts'
import { placedColumns, useColumnLayout } from './column-layout.ts'
import { FindBar } from './find-bar.tsx'
import { type Box, BUTTON, boxOf, type Ground, GUTTER, HEAD_HEIGHT, ROW_HEIGHT, scrollTo } from './geometry.ts'
import { Overlays } from './overlays.tsx'
import { Question } from './question.tsx'
import './sheet.css'
import { ColumnsButton, headMenu, SheetHeader } from './sheet-header.tsx'
import { SheetModel, type SheetSource } from './sheet-model.ts'
import { SheetRow } from './sheet-row.tsx'
import { usePointer } from './use-pointer.ts'
import { sheetWords } from './words.ts'

/**
 * A spreadsheet over rows of any kind: the keys of Excel, an input that is safe with input methods, ranges, clipboard,
 * fill, find and replace, rows and columns drawn as far as they are seen. The panel owns the data: it gives rows and
 * columns, and turns what is put into cells into edits.
 *
 *     const columns = useMemo<SheetColumn<Item>[]>(() => [
 *       { id: 'name', title: w.name, width: 160, isFixed: true, text: (item) => item.label ?? item.id },
 *       { id: 'type', title: w.type, width: 90, text: …, isChoice: true, suggest: () => types },
 *     ], [w])
 *     <Sheet label={w.items} rows={items} rowKey={(item) => item.id} columns={columns} layoutKey="items"
 *       onCommit={(changes, kind) => { designer.edit(label(kind), editOf(changes)) }} />
 *
 * ghost      an empty row below the last, always the same object: a text put into it makes a row, and `onCommit` answers
 *            `{ grown: [key] }`, so that Enter goes on to the empty row below and Tab along the new one.
 * rows       the same object as before where nothing in a row has changed; only new objects are drawn again. What a cell
 *            shows must follow from the row and the columns alone.
 * onCommit   all texts of one gesture at once: one undo step. It may answer `{ refuse }` or `{ ask, choices }`.
 * onPaste    takes a paste over, `beyond` being rows that are not there yet; without it they are dropped.
 * onRows     insert, remove, indent, outdent, up, down, fold, unfold of the selected rows; true where it did something.
 * handle     `goTo`, `edit`, `focus`, `selection` and the model, for toolbars and for selections that come from outside.
 */
export interface SheetProps<R> extends SheetSource<R> {
  readonly label: string
  readonly columns: readonly SheetColumn<R>[]
  /** Under which widths, order and hidden columns are remembered; without it the columns cannot be changed. */
  readonly layoutKey?: string
  /** Makes it a tree grid; must give the same object for the same place. */
  readonly tree?: (row: R) => TreePlace
  /** Entries of the context menu for the selected rows, above those of the clipboard. */
  readonly menu?: (rows: readonly R[], column: string) => MenuProps['items']
  readonly handle?: React.Ref<SheetHandle<R>>
  readonly autoFocus?: boolean
  /** Below the last row. */
  readonly footer?: ReactNode
}

export interface SheetHandle<R> {
  goTo(row: string, column?: string | null, lastRow?: string): void
  /** Opens a cell for editing, at once or as soon as there is such a row. */
  edit(row: string, column: string): void
  focus(): void
  readonly selection: SheetSelection
  readonly model: SheetModel<R>
}

export function Sheet<R>(props: SheetProps<R>) {
  const { rows, ghost, rowKey, columns, tree, label } = props
  const w = useWords(sheetWords)
  const [model] = useState(() => new SheetModel<R>())
  const [layout, setLayout] = useColumnLayout(props.layoutKey)
  const placed = useMemo(() => placedColumns(columns, layout), [columns, layout])
  const scroller = useRef<HTMLDivElement>(null)
  const idPrefix = useId()

  model.update(props, placed)
  const state = useSyncExternalStore(model.subscribe, model.getState)

  const ground = useMemo<Ground<R>>(() => {
    const fixed = placed.filter(({ column }) => column.isFixed === true)
    return {
      columns: placed,
      fixedCount: fixed.length,
      fixedWidth: fixed.reduce((width, column) => width + column.width, 0),
      headHeight: placed.some(({ column }) => column.group !== undefined) ? HEAD_HEIGHT * 1.6 : HEAD_HEIGHT,
    }
  }, [placed])
  const columnsWidth = GUTTER + placed.reduce((width, column) => width + column.width, 0)
  const totalWidth = columnsWidth + (props.layoutKey === undefined ? 0 : BUTTON)
  const rowCount = rows.length + (ghost === undefined ? 0 : 1)
  const totalHeight = ground.headHeight + rowCount * ROW_HEIGHT

  useLayoutEffect(() => {
    const inputOf = () => scroller.current?.querySelector<HTMLTextAreaElement>('[data-sheet-input]') ?? null
    model.view = {
      text: () => inputOf()?.value ?? '',
      setText(text, select) {
        const input = inputOf()
        if (input === null) return
        input.value = text
        if (select === 'all') input.select()
        else input.setSelectionRange(text.length, text.length)
      },
      focus: () => inputOf()?.focus({ preventScroll: true }),
      show: (cell) => {
        if (scroller.current !== null) scrollTo(scroller.current, ground, cell)
      },
      page: () => Math.floor(((scroller.current?.clientHeight ?? 0) - ground.headHeight) / ROW_HEIGHT),
    }
  }, [model, ground])
  useImperativeHandle(
    props.handle,
    () => ({
      goTo: (row, column, lastRow) => model.goTo(row, column, lastRow),
      edit: (row, column) => model.edit(row, column),
      focus: () => model.view.focus(),
      get selection() {
        return model.selection
      },
      model,
    }),
    [model],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the sheet appears
  useEffect(() => {
    if (model.state.cursor === null && rowCount > 0 && props.autoFocus === true) {
      model.select({ active: { row: 0, column: 0 }, head: { row: 0, column: 0 } }, false)
    }
    if (props.autoFocus === true && document.activeElement === document.body) model.view.focus()
    return () => model.flush()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: when other rows have been drawn
  useEffect(() => model.settle(), [rows])

  const rowsInView = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const rest = placed.slice(ground.fixedCount)
  const columnsInView = useVirtualizer({
    horizontal: true,
    count: rest.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rest[index]?.width ?? 100,
    overscan: 2,
  })
  // The virtualizer remembers sizes; new widths are told to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when the columns are others
  useLayoutEffect(() => columnsInView.measure(), [placed])
  const shown = columnsInView.getVirtualItems()
  const first = shown[0]?.index ?? 0
  const last = shown.at(-1)?.index ?? Math.min(rest.length - 1, 12)
  const fixedPlaced = useMemo(() => placed.slice(0, ground.fixedCount), [placed, ground])
  const restPlaced = useMemo(
    () => placed.slice(ground.fixedCount + first, ground.fixedCount + last + 1),
    [placed, ground, first, last],
  )

  const [menu, setMenu] = useState<{ x: number; y: number; items: MenuProps['items'] } | null>(null)
  const pointer = usePointer(model, scroller, ground, props.onMoveRows !== undefined)
  const { cursor, answer, popup, editing } = state

  const anchorOf = useCallback(
    (row: number, column: number) => () => {
      const box = scroller.current
      if (box === null) return undefined
      const cell = boxOf(ground, row, column, row, column)
      const { left, top } = box.getBoundingClientRect()
      const x = left + cell.left - (column < ground.fixedCount ? 0 : box.scrollLeft)
      return new DOMRect(x, top + cell.top - box.scrollTop, cell.width, cell.height)
    },
    [ground],
  )
  const answerAt = useMemo(
    () => (answer === null ? undefined : anchorOf(answer.at.row, answer.at.column)),
    [answer, anchorOf],
  )
  const popupAt = useMemo(() => (popup === null ? undefined : anchorOf(popup.row, popup.column)), [popup, anchorOf])
  const hovered = pointer.hovered
  const hoveredAt = useMemo(
    () => (hovered === null ? undefined : anchorOf(hovered.row, hovered.column)),
    [hovered, anchorOf],
  )

  const fitWidth = (column: SheetColumn<R>) => widthOfTexts([column.title, ...rows.map((row) => column.text(row))])
  const activeColumn = cursor === null ? undefined : model.columnAt(cursor.active.column)
  const activeText = cursor === null ? '' : model.textAt(cursor.active)
  const inputBox = useInputBox(ground, cursor?.active, scroller.current)
  const popupRow = popup === null ? undefined : model.rowAt(popup.row)
  const popupColumn = popup === null ? undefined : model.columnAt(popup.column)

  const onClipboard = (event: React.ClipboardEvent, isCut: boolean) => {
    if (!isInput(event.target) || model.state.editing !== null) return
    const texts = model.copied(isCut)
    if (texts === null) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', writeTsv(texts))
    // Columns of numbers stand at the end of their cells.
    const left = model.range?.left ?? 0
    const isNumber = (at: number) => model.columnAt(left + at)?.align === 'end'
    const cells = texts.map((row) => row.map((text, at) => ({ text, isNumber: isNumber(at) })))
    event.clipboardData.setData('text/html', writeHtmlTable(cells))
  }
  const onPaste = (event: React.ClipboardEvent) => {
    if (!isInput(event.target)) return
    const { clipboardData } = event
    const table =
      readHtmlTable(clipboardData.getData('text/html')) ?? readTextTable(clipboardData.getData('text/plain'))
    // Into text that is being written goes text; over a cell that was only opened, a table goes as a table.
    if (model.state.editing !== null && (table === undefined || !model.isUntouched || isOneCell(table))) return
    event.preventDefault()
    if (model.state.editing !== null) model.run({ type: 'cancel' })
    if (table !== undefined) model.paste(table)
  }
  const onContextMenu = (event: React.MouseEvent) => {
    if (model.state.editing !== null) return
    event.preventDefault()
    const head = (event.target as HTMLElement).closest<HTMLElement>('[data-head]')
    const column = head === null ? undefined : model.columnAt(Number(head.dataset['head']))
    const anchor =
      isInput(event.target) && cursor !== null ? anchorOf(cursor.active.row, cursor.active.column)() : undefined
    const x = anchor?.left ?? event.clientX
    const y = anchor?.bottom ?? event.clientY
    if (column !== undefined) {
      const of = { columns, layout, onLayout: setLayout, fitWidth }
      if (props.layoutKey !== undefined) setMenu({ x, y, items: headMenu(of, column, w) })
      return
    }
    model.flush()
    const own = props.menu?.(model.rowsInRange(), activeColumn?.id ?? '') ?? []
    setMenu({ x, y, items: [...own, ...(own.length > 0 ? [{ type: 'divider' as const }] : []), ...cellMenu()] })
  }
  const cellMenu = (): NonNullable<MenuProps['items']> => [
    { key: 'cut', label: w.cut, extra: 'Ctrl+X', onClick: () => execute('cut') },
    { key: 'copy', label: w.copy, extra: 'Ctrl+C', onClick: () => execute('copy') },
    { key: 'paste', label: w.pasteHint, disabled: true },
    { key: 'clear', label: w.clear, extra: 'Delete', onClick: () => model.run({ type: 'clear' }) },
  ]
  const execute = (command: 'copy' | 'cut') => {
    model.view.focus()
    document.execCommand(command)
  }

  return (
    <div className="sheet">
      {state.find !== null && <FindBar model={model} state={state} rows={rows} isReplacing={state.find.replace} />}
      <div
        className="sheet-scroller"
        ref={scroller}
        onPointerDown={pointer.onPointerDown}
        onPointerOver={pointer.onPointerOver}
        onPointerLeave={pointer.onPointerLeave}
        onDoubleClick={pointer.onDoubleClick}
        onContextMenu={onContextMenu}
        onCopy={(event) => onClipboard(event, false)}
        onCut={(event) => onClipboard(event, true)}
        onPaste={onPaste}
      >
        <div
          role={tree === undefined ? 'grid' : 'treegrid'}
          id={`${idPrefix}-grid`}
          aria-label={label}
          aria-rowcount={rowCount + 1}
          aria-colcount={placed.length + 1}
          aria-multiselectable="true"
          className="sheet-grid"
          style={{ width: totalWidth, height: totalHeight }}
        >
          <SheetHeader
            columns={columns}
            layout={layout}
            onLayout={setLayout}
            fixed={fixedPlaced}
            rest={restPlaced}
            columnOffset={ground.fixedCount + first}
            width={totalWidth}
            height={ground.headHeight}
            fixedWidth={ground.fixedWidth}
            fitWidth={fitWidth}
          />
          <div role="rowgroup" className="sheet-body">
            {rowsInView.getVirtualItems().map(({ index }) => {
              const row = model.rowAt(index)
              if (row === undefined) return null
              return (
                <SheetRow
                  key={rowKey(row)}
                  row={row}
                  index={index}
                  top={ground.headHeight + index * ROW_HEIGHT}
                  width={totalWidth}
                  place={tree?.(row)}
                  fixed={fixedPlaced}
                  rest={restPlaced}
                  idPrefix={idPrefix}
                  columnOffset={ground.fixedCount + first}
                  selectLabel={row === ghost ? w.newRow : w.selectRow(index + 1)}
                  isGhost={row === ghost}
                />
              )
            })}
          </div>
        </div>
        {props.footer !== undefined && <div className="sheet-footer">{props.footer}</div>}
        <div className="sheet-layer" style={{ width: totalWidth, height: totalHeight }}>
          <Overlays
            model={model}
            state={state}
            ground={ground}
            part="rest"
            onFillStart={pointer.onFillStart}
            fillLabel={w.fillHandle}
          />
        </div>
        <div className="sheet-layer sheet-layer-fixed" style={{ width: totalWidth, height: totalHeight }}>
          <div className="sheet-layer-part" style={{ width: GUTTER + ground.fixedWidth }}>
            <RowMarks model={model} ground={ground} />
            <Overlays
              model={model}
              state={state}
              ground={ground}
              part="fixed"
              onFillStart={pointer.onFillStart}
              fillLabel={w.fillHandle}
            />
          </div>
          <CellEditor
            model={model}
            state={state}
            box={inputBox}
            gridId={`${idPrefix}-grid`}
            activeId={cursor === null ? undefined : `${idPrefix}-${cursor.active.row}-${cursor.active.column}`}
            label={
              editing !== null
                ? w.editing(activeColumn?.title ?? '')
                : w.editor(activeColumn?.title ?? '', (cursor?.active.row ?? 0) + 1, activeText)
            }
          />
        </div>
      </div>
      {props.layoutKey !== undefined && (
        <ColumnsButton
          columns={columns}
          layout={layout}
          onLayout={setLayout}
          onClose={() => model.view.focus()}
          height={ground.headHeight}
        />
      )}
      {menu !== null && (
        <Dropdown
          open
          autoFocus
          menu={{
            items: menu.items ?? [],
            onClick: () => setMenu(null),
            className: 'sheet-menu',
            // As much as there is room for on the larger side; the rest is scrolled to.
            style: { maxHeight: Math.max(menu.y, window.innerHeight - menu.y) - 12 },
          }}
          trigger={['click']}
          onOpenChange={(isOpen) => {
            if (isOpen) return
            setMenu(null)
            model.view.focus()
          }}
        >
          <span className="sheet-menu-point" style={{ left: menu.x, top: menu.y }} />
        </Dropdown>
      )}
      {answer !== null && answerAt !== undefined && (
        <Anchored
          anchor={answerAt}
          className={'refuse' in answer ? 'sheet-refusal' : 'sheet-question'}
          role={'refuse' in answer ? 'alert' : 'alertdialog'}
          aria-label={'refuse' in answer ? answer.refuse : answer.ask}
          aria-modal={'refuse' in answer ? undefined : true}
        >
          {'refuse' in answer ? (
            answer.refuse
          ) : (
            <Question
              ask={answer.ask}
              choices={answer.choices}
              onChoose={model.answered}
              onCancel={model.closeAnswer}
              cancel={editing === null ? w.cancel : w.goOnTyping}
            />
          )}
        </Anchored>
      )}
      {popupAt !== undefined && popupRow !== undefined && popupColumn?.popup !== undefined && (
        <Anchored
          anchor={popupAt}
          className="sheet-popup"
          role="dialog"
          aria-label={popupColumn.title}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
            event.stopPropagation()
            model.closePopup()
          }}
        >
          <ErrorBoundary>
            <Suspense fallback={null}>
              <PopupBody>{popupColumn.popup(popupRow, model.closePopup)}</PopupBody>
            </Suspense>
          </ErrorBoundary>
        </Anchored>
      )}
      {hovered !== null && hoveredAt !== undefined && popup === null && editing === null && answer === null && (
        <Anchored
          anchor={hoveredAt}
          className="sheet-hint"
          onPointerEnter={pointer.keepHint}
          onPointerLeave={pointer.onPointerLeave}
        >
          {hintOf(model, hovered)}
        </Anchored>
      )}
    </div>
  )
}

function hintOf<R>(model: SheetModel<R>, { row, column }: { row: number; column: number }): ReactNode {
  const at = model.rowAt(row)
  return at === undefined ? null : model.columnAt(column)?.hint?.(at)
}

/** The row numbers of the selected rows are lit. */
function RowMarks<R>({ model, ground }: { model: SheetModel<R>; ground: Ground<R> }) {
  const { range } = model
  if (range === null) return null
  const height = (range.bottom - range.top + 1) * ROW_HEIGHT
  return (
    <div
      className="sheet-gutter-mark"
      style={{ top: ground.headHeight + range.top * ROW_HEIGHT, height, width: GUTTER }}
    />
  )
}

/** The first control of a form gets the focus when it opens. */
function PopupBody({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, textarea, select, button, [tabindex="0"]')?.focus()
  }, [])
  return <div ref={box}>{children}</div>
}

/** Over the fixed columns the input goes along when the others scroll. */
function useInputBox<R>(
  ground: Ground<R>,
  active: { row: number; column: number } | undefined,
  scroller: HTMLElement | null,
): Box {
  const scrolled = active !== undefined && active.column < ground.fixedCount ? (scroller?.scrollLeft ?? 0) : 0
  return useMemo(() => {
    if (active === undefined) return { top: 0, left: 0, width: 40, height: ROW_HEIGHT }
    const box = boxOf(ground, active.row, active.column, active.row, active.column)
    return { ...box, left: box.left + scrolled }
  }, [ground, active, scrolled])
}

function isOneCell({ rows }: Table): boolean {
  return rows.length === 1 && rows[0]?.length === 1
}

function isInput(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset['sheetInput'] !== undefined
}

let measuring: CanvasRenderingContext2D | null | undefined

/** The width of the widest text with its padding; long texts are cut at 480. */
function widthOfTexts(texts: readonly string[]): number {
  measuring ??= document.createElement('canvas').getContext('2d')
  if (measuring === null || measuring === undefined) return 160
  measuring.font = `14px ${getComputedStyle(document.body).fontFamily}`
  let width = 0
  for (const text of new Set(texts)) width = Math.max(width, measuring.measureText(text).width)
  return Math.ceil(Math.max(48, Math.min(480, width + 26)))
}
