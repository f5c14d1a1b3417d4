import { type Table, textsOf } from '@yardstick/exchange/table'
import { dragged, filled, grown, type Placed, pasted } from './blocks.ts'
import { type Cell, type Cursor, isSingle, type Range, rangeOf, type Size, span } from './cell.ts'
import type {
  CellChange,
  ChangeKind,
  CommitAnswer,
  CommitDoubt,
  Drop,
  Paste,
  PasteAnswer,
  SheetColumn,
  SheetSelection,
} from './column.ts'
import type { PlacedColumn } from './column-layout.ts'
import { type Composition, leftText } from './composition.ts'
import { kept, moved, tabbed } from './cursor.ts'
import { found, nextFound, type Query } from './find.ts'
import type { Command, RowCommand } from './keys.ts'

/**
 * What a sheet knows and does, without a screen: the cursor, the edit under way, what keys, pastes and drags mean. The
 * component draws `state` and hands in events; what is in the one input field is asked of `SheetView`. Rows and columns
 * are remembered by key, so that the cursor stays with its row when rows come, go or move.
 */
export interface SheetState {
  readonly cursor: Cursor | null
  readonly editing: Editing | null
  /** The dashed frame of what was copied. */
  readonly frame: (Range & { readonly isCut: boolean }) | null
  /** What the fill handle would fill. */
  readonly filling: Range | null
  /** A sentence or question at a cell. */
  readonly answer: (CommitDoubt & { readonly at: Cell }) | null
  readonly popup: Cell | null
  readonly find: { readonly replace: boolean } | null
  readonly drop: Drop | null
}

export interface Editing {
  readonly cell: Cell
  /** By typing, which replaces what was there and which arrows end; or by opening what is there. */
  readonly began: 'typed' | 'opened'
  readonly text: string
}

/** The screen, as the model needs it. */
export interface SheetView {
  text(): string
  setText(text: string, select: 'end' | 'all'): void
  focus(): void
  show(cell: Cell): void
  /** How many rows fit. */
  page(): number
}

export interface SheetSource<R> {
  readonly rows: readonly R[]
  /** An empty row below the last: what is put into it the panel makes a row of, and answers with its key (`grown`). */
  readonly ghost?: R | undefined
  readonly rowKey: (row: R) => string
  readonly onCommit: (changes: readonly CellChange<R>[], kind: ChangeKind) => CommitAnswer | undefined
  readonly onPaste?: ((paste: Paste<R>) => PasteAnswer | undefined) | undefined
  readonly onRows?: ((action: RowCommand['action'], rows: readonly R[], column: string) => boolean) | undefined
  readonly onMoveRows?: ((rows: readonly string[], drop: Drop) => void) | undefined
  readonly onSelect?: ((selection: SheetSelection) => void) | undefined
  /** The find bar opens: rows that are folded away may be shown, since only rows are searched. */
  readonly onFind?: (() => void) | undefined
  readonly onRefusedEdit?: ((row: R, column: string) => void) | undefined
  /** Cells of a block that it would have changed and that cannot be edited: they stay as they were. */
  readonly onLeftOut?: ((cells: readonly { readonly row: R; readonly column: string }[]) => void) | undefined
}

interface Keys {
  readonly row: string
  readonly column: string
}

export class SheetModel<R> {
  source!: SheetSource<R>
  columns: readonly PlacedColumn<R>[] = []
  view!: SheetView
  state: SheetState = {
    cursor: null,
    editing: null,
    frame: null,
    filling: null,
    answer: null,
    popup: null,
    find: null,
    drop: null,
  }
  /** What was looked for last: F3 goes on with it when the bar is closed, too. */
  query: Query = { text: '', matchCase: false, wholeCell: false }
  /** Set by the input while an input method is composing in it. */
  composition: Composition | null = null
  private keys: { active: Keys; head: Keys } | null = null
  private awaited: (Keys & { readonly isEdited: boolean }) | null = null
  private indexByKey = new Map<string, number>()
  /** Keys of rows that a commit has added and that are not drawn yet; the empty row is below them already. */
  private grown: readonly string[] = []
  private isShownAgain = false
  private readonly listeners = new Set<() => void>()
  /** The column that Enter returns to after a row of Tabs. */
  private tabbedFrom: string | null = null
  private told: ReturnType<typeof setTimeout> | undefined
  /** The row that others were last told of. */
  private toldRow: string | undefined

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly getState = (): SheetState => this.state

  /** New rows or columns: the cursor stays with its row and column, else near where it was. */
  update(source: SheetSource<R>, columns: readonly PlacedColumn<R>[]): void {
    const isOther =
      this.source === undefined ||
      this.source.rows !== source.rows ||
      this.source.ghost !== source.ghost ||
      this.columns !== columns
    const { cursor, editing } = this.state
    const held = editing === null ? undefined : this.source?.rows[editing.cell.row]
    this.source = source
    this.columns = columns
    if (!isOther) return
    this.indexByKey = new Map(source.rows.map((row, index) => [source.rowKey(row), index]))
    if (source.ghost !== undefined) this.indexByKey.set(source.rowKey(source.ghost), source.rows.length)
    this.isShownAgain ||= this.grown.length > 0
    this.grown = []
    const next = this.resolved(cursor)
    // Whoever took the row away meanwhile takes what is typed into it along: it is meant for no other.
    if (held !== undefined && !this.indexByKey.has(source.rowKey(held))) {
      this.view.setText('', 'end')
      this.composition = null
      this.state = { ...this.state, cursor: next, editing: null, answer: null }
      return
    }
    const isGone = editing !== null && next !== null && !isSame(next.active, editing.cell)
    this.state = {
      ...this.state,
      cursor: next,
      ...(isGone && editing !== null && next !== null ? { editing: { ...editing, cell: next.active } } : {}),
    }
  }

  get size(): Size {
    const { rows, ghost } = this.source
    return { rows: rows.length + this.grown.length + (ghost === undefined ? 0 : 1), columns: this.columns.length }
  }

  /** How many rows there are without the empty one. */
  get rowCount(): number {
    return this.source.rows.length
  }

  rowAt(index: number): R | undefined {
    const { rows, ghost } = this.source
    return index === rows.length ? ghost : rows[index]
  }

  columnAt(index: number): SheetColumn<R> | undefined {
    return this.columns[index]?.column
  }

  textAt = ({ row, column }: Cell): string => {
    const at = this.rowAt(row)
    return at === undefined ? '' : (this.columnAt(column)?.text(at) ?? '')
  }

  canEdit({ row, column }: Cell): boolean {
    const at = this.rowAt(row)
    const of = this.columnAt(column)
    return at !== undefined && of !== undefined && of.canEdit?.(at) !== false
  }

  get range(): Range | null {
    return this.state.cursor === null ? null : rangeOf(this.state.cursor)
  }

  get selection(): SheetSelection {
    const { cursor } = this.state
    if (cursor === null || this.keys === null) return { active: null, rows: [], columns: [] }
    const { top, bottom, left, right } = rangeOf(cursor)
    const rows = this.source.rows.slice(top, bottom + 1).map(this.source.rowKey)
    const columns = span(left, right).flatMap((index) => this.columnAt(index)?.id ?? [])
    return { active: cursor.active.row < this.rowCount ? this.keysOf(cursor.active) : null, rows, columns }
  }

  rowsInRange(): R[] {
    const { range } = this
    return range === null ? [] : this.source.rows.slice(range.top, range.bottom + 1)
  }

  // Moving

  /** Puts the cursor on a cell by key, now or as soon as there is such a row and what is being typed is taken. */
  goTo(row: string, column?: string | null, lastRow?: string): void {
    const at = column ?? this.keys?.active.column ?? this.columns[0]?.column.id ?? ''
    const active = { row, column: at }
    if (!this.commit()) {
      this.awaited = { ...active, isEdited: false }
      return
    }
    this.awaited = this.indexByKey.has(row) ? null : { row, column: at, isEdited: false }
    this.keys = { active, head: { row: lastRow ?? row, column: at } }
    this.set({ cursor: this.resolved(this.state.cursor) ?? { active: ORIGIN, head: ORIGIN }, answer: null })
    this.showHead()
    this.tell()
  }

  /** Moves there and opens the cell for editing. */
  edit(row: string, column: string): void {
    this.awaited = { row, column, isEdited: true }
    this.settle()
  }

  /** After new rows are drawn: what was to be shown or edited once it is there. */
  settle(): void {
    if (this.isShownAgain) this.showHead()
    this.isShownAgain = false
    // Renamed, or gone: another row is under the cursor.
    if (this.selection.active?.row !== this.toldRow) this.tell()
    const { awaited } = this
    if (awaited === null || !this.indexByKey.has(awaited.row) || !this.commit()) return
    this.awaited = null
    this.goTo(awaited.row, awaited.column)
    if (!awaited.isEdited) return
    this.view.focus()
    this.open('all')
  }

  select(cursor: Cursor, isShown = true): void {
    this.tabbedFrom = null
    this.place(cursor, isShown)
  }

  selectRows(first: number, last: number): void {
    this.select({ active: { row: first, column: 0 }, head: { row: last, column: this.columns.length - 1 } }, false)
  }

  selectColumns(first: number, last: number): void {
    this.select({ active: { row: 0, column: first }, head: { row: this.rowCount - 1, column: last } }, false)
  }

  private place(cursor: Cursor, isShown = true): void {
    if (this.size.rows === 0 || this.size.columns === 0) return
    const next = { active: kept(cursor.active, this.size), head: kept(cursor.head, this.size) }
    this.keys = { active: this.keysOf(next.active), head: this.keysOf(next.head) }
    this.set({ cursor: next, answer: null, popup: null })
    if (isShown) this.showHead()
    this.tell()
  }

  private showHead(): void {
    const { cursor } = this.state
    if (cursor !== null) this.view.show(cursor.head)
  }

  private keysOf({ row, column }: Cell): Keys {
    const { rows, ghost, rowKey } = this.source
    const at = rows[row]
    const key = at === undefined ? this.grown[row - rows.length] : rowKey(at)
    return { row: key ?? (ghost === undefined ? '' : rowKey(ghost)), column: this.columnAt(column)?.id ?? '' }
  }

  private resolved(before: Cursor | null): Cursor | null {
    const { rows, columns } = this.size
    if (rows === 0 || columns === 0 || (this.keys === null && before === null)) return null
    const cell = (keys: Keys | undefined, was: Cell | undefined): Cell => {
      const row = keys === undefined ? undefined : this.indexByKey.get(keys.row)
      const column = keys === undefined ? -1 : this.columns.findIndex((each) => each.column.id === keys.column)
      return kept({ row: row ?? was?.row ?? 0, column: column < 0 ? (was?.column ?? 0) : column }, this.size)
    }
    return { active: cell(this.keys?.active, before?.active), head: cell(this.keys?.head, before?.head) }
  }

  // Commands

  /** Whether the command was one for this sheet; the key is then used up. */
  run(command: Command): boolean {
    const { cursor } = this.state
    if (command.type === 'swallow') return true
    if (command.type === 'find') {
      if (!this.commit()) return true
      this.source.onFind?.()
      this.set({ find: { replace: command.replace } })
      return true
    }
    if (command.type === 'find-next') {
      if (this.query.text === '') return this.run({ type: 'find', replace: false })
      if (this.commit()) this.findNext(command.step)
      return true
    }
    if (cursor === null) return false
    switch (command.type) {
      case 'move': {
        if (!this.commit()) return true
        const ground = { ...this.size, page: this.view.page(), isFilled: (cell: Cell) => this.textAt(cell) !== '' }
        // The last cell is one that holds something.
        if (command.move.to === 'end') ground.rows = Math.max(1, this.rowCount)
        if (this.foldsBy(command)) return true
        this.select(moved(this.state.cursor!, command.move, command.extend, ground))
        return true
      }
      case 'enter':
        return this.enter(command.rows)
      case 'tab': {
        if (!this.commit()) return true
        const { active } = this.state.cursor!
        this.tabbedFrom ??= this.keysOf(active).column
        const cell = tabbed(active, command.step, this.size)
        this.place({ active: cell, head: cell })
        return true
      }
      case 'edit':
        this.openOrPopup()
        return true
      case 'open':
        if (this.state.editing === null) this.openOrPopup()
        return true
      case 'cancel':
        return this.cancel()
      case 'clear':
        this.apply(
          this.inRange(() => ''),
          'clear',
        )
        return true
      case 'fill': {
        this.apply(filled(rangeOf(cursor), command.to, this.textAt), 'fill')
        return true
      }
      case 'fill-selection':
        return this.fillSelection()
      case 'select-all':
        this.select({ active: cursor.active, head: cursor.active }, false)
        this.selectRows(0, this.rowCount - 1)
        return true
      case 'select':
        return false
      case 'rows': {
        if (!this.commit()) return true
        this.flush()
        const column = this.columnAt(cursor.active.column)?.id ?? ''
        return this.source.onRows?.(command.action, this.rowsInRange(), column) ?? false
      }
      case 'line-break':
        return false
    }
  }

  /** ← and → on the first column fold and unfold (the standard of tree grids), where the panel takes it. */
  private foldsBy({ move, extend }: Extract<Command, { type: 'move' }>): boolean {
    if (move.to !== 'step' || move.columns === 0 || extend) return false
    const { active } = this.state.cursor!
    const row = this.source.rows[active.row]
    if (active.column !== 0 || row === undefined) return false
    return this.source.onRows?.(move.columns < 0 ? 'fold' : 'unfold', [row], '') ?? false
  }

  private enter(rows: 1 | -1): boolean {
    if (!this.commit()) return true
    const { active } = this.state.cursor!
    const back = this.columns.findIndex((each) => each.column.id === this.tabbedFrom)
    const cell = { row: active.row + rows, column: back < 0 ? active.column : back }
    this.select({ active: cell, head: cell })
    return true
  }

  private cancel(): boolean {
    const { editing, answer, frame, popup, find } = this.state
    if (editing === null && answer === null && frame === null && popup === null && find === null) return false
    if (editing !== null) {
      this.endEditing()
      this.settle()
    } else if (answer !== null || popup !== null) this.set({ answer: null, popup: null })
    else this.set({ frame: null, find: null })
    this.view.focus()
    return true
  }

  findNext(step: 1 | -1): void {
    const cells = found(this.query, this.rowCount, this.columns.length, this.textAt)
    const cell = cells[nextFound(cells, this.state.cursor?.active ?? null, step)]
    if (cell !== undefined) this.select({ active: cell, head: cell })
  }

  private inRange(text: () => string): Placed[] {
    const { range } = this
    if (range === null) return []
    return span(range.top, range.bottom).flatMap((row) =>
      span(range.left, range.right).map((column) => ({ row, column, text: text() })),
    )
  }

  private fillSelection(): boolean {
    const { editing, cursor } = this.state
    if (cursor === null) return false
    const text = editing === null ? this.textAt(cursor.active) : this.view.text()
    this.endEditing()
    this.apply(
      this.inRange(() => text),
      'fill',
    )
    return true
  }

  /** Texts put into cells that may be edited, as one change; false where they were refused. */
  apply(placed: readonly Placed[], kind: ChangeKind): boolean {
    const changes = this.changesOf(placed)
    if (changes.length === 0) return true
    this.flush()
    return this.take(this.source.onCommit(changes, kind))
  }

  private changesOf(placed: readonly Placed[]): CellChange<R>[] {
    // The empty row takes what is meant for it alone, not the end of a block that was drawn too far.
    const isBlock = placed.some((each) => each.row < this.rowCount)
    const leftOut: { row: R; column: string }[] = []
    const changes = placed.flatMap((each) => {
      if (isBlock && each.row >= this.rowCount) return []
      const row = this.rowAt(each.row)
      const column = this.columnAt(each.column)
      if (row === undefined || column === undefined || column.text(row) === each.text) return []
      if (this.canEdit(each)) return [{ row, column: column.id, text: each.text }]
      leftOut.push({ row, column: column.id })
      return []
    })
    if (leftOut.length > 0) this.source.onLeftOut?.(leftOut)
    return changes
  }

  private take(answer: CommitAnswer | undefined): boolean {
    const { cursor } = this.state
    const doubt = this.doubtOf(answer)
    this.set({ answer: doubt === undefined || cursor === null ? null : { ...doubt, at: cursor.active } })
    return doubt === undefined || 'ask' in doubt
  }

  /** What stands against a commit. Rows it has added count from now on, and a cursor in the empty row is in the first. */
  private doubtOf(answer: CommitAnswer | undefined): CommitDoubt | undefined {
    if (answer === undefined || !('grown' in answer)) return answer
    this.grown = answer.grown.filter((key) => !this.indexByKey.has(key))
    const { cursor } = this.state
    if (cursor !== null) this.keys = { active: this.keysOf(cursor.active), head: this.keysOf(cursor.head) }
    return undefined
  }

  // Editing

  /** What is in the input came from the keyboard: it replaces the cell. */
  typed(): void {
    const { cursor, editing } = this.state
    if (editing !== null || cursor === null) return
    if (!this.canEdit(cursor.active)) {
      this.refuseEdit(cursor.active)
      return
    }
    this.set({ editing: { cell: cursor.active, began: 'typed', text: '' }, answer: null, popup: null, frame: null })
    this.view.show(cursor.active)
  }

  private refuseEdit(cell: Cell): void {
    this.view.setText('', 'end')
    const row = this.rowAt(cell.row)
    if (row !== undefined) this.source.onRefusedEdit?.(row, this.columnAt(cell.column)?.id ?? '')
  }

  /** Opens the text of the active cell, the caret at its end, or all of it selected so that typing replaces it. */
  open(select: 'end' | 'all' = 'end'): void {
    const { cursor } = this.state
    if (cursor === null) return
    const row = this.rowAt(cursor.active.row)
    const column = this.columnAt(cursor.active.column)
    if (row === undefined || column === undefined) return
    if (!this.canEdit(cursor.active)) {
      this.refuseEdit(cursor.active)
      return
    }
    const text = column.editText?.(row) ?? column.text(row)
    this.set({ editing: { cell: cursor.active, began: 'opened', text }, answer: null, popup: null, frame: null })
    this.view.setText(text, column.isChoice === true ? 'all' : select)
    this.view.show(cursor.active)
  }

  openOrPopup(): void {
    const { cursor } = this.state
    if (cursor === null) return
    const column = this.columnAt(cursor.active.column)
    if (column?.popup === undefined || !this.canEdit(cursor.active)) {
      this.open()
      return
    }
    this.view.show(cursor.active)
    this.set({ popup: cursor.active, answer: null })
  }

  closePopup = (): void => {
    if (this.state.popup === null) return
    this.set({ popup: null })
    this.view.focus()
  }

  /** What was asked is answered: the text that it was about goes, `onChoose` writes what it meant. */
  answered = (onChoose: () => void): void => {
    this.endEditing()
    this.closeAnswer()
    onChoose()
  }

  /** Nothing is chosen: what was typed is still in the cell. */
  closeAnswer = (): void => {
    this.set({ answer: null })
    this.view.focus()
  }

  closeFind = (): void => {
    this.set({ find: null })
    this.view.focus()
  }

  /** Ends the edit with what is in the input; false where it was refused or is asked about and the cell stays open. */
  commit(): boolean {
    const { editing, answer } = this.state
    if (answer !== null && 'ask' in answer) return false
    if (editing === null) return true
    const { composition } = this
    this.composition = null
    const text = composition === null ? this.view.text() : leftText(composition)
    // Nothing but raw letters was typed: nothing was meant yet.
    if (composition !== null && text === '') {
      this.endEditing()
      return true
    }
    const row = this.rowAt(editing.cell.row)
    const column = this.columnAt(editing.cell.column)
    const isNothing = editing.cell.row === this.rowCount && text.trim() === ''
    if (
      row === undefined ||
      column === undefined ||
      isNothing ||
      (editing.began === 'opened' && text === editing.text)
    ) {
      this.endEditing()
      return true
    }
    this.flush()
    const doubt = this.doubtOf(this.source.onCommit([{ row, column: column.id, text }], 'type'))
    if (doubt === undefined) this.endEditing()
    else this.set({ answer: { ...doubt, at: editing.cell } })
    return doubt === undefined
  }

  private endEditing(): void {
    if (this.state.editing === null) return
    this.view.setText('', 'end')
    this.set({ editing: null, answer: null })
  }

  // Clipboard

  copied(isCut: boolean): string[][] | null {
    const { range } = this
    if (range === null || this.state.editing !== null || range.top >= this.rowCount) return null
    const bottom = Math.min(range.bottom, this.rowCount - 1)
    this.set({ frame: { ...range, bottom, isCut } })
    return span(range.top, bottom).map((row) =>
      span(range.left, range.right).map((column) => this.textAt({ row, column })),
    )
  }

  paste(table: Table): void {
    const { range } = this
    const { frame } = this.state
    if (range === null) return
    const texts = trimmed(textsOf(table))
    if (texts.length === 0) return
    const block = pasted(texts, range, this.rowCount, this.size.columns)
    const cleared = frame?.isCut === true ? this.leftBehind(frame, block.range) : []
    this.flush()
    const changes = this.changesOf([...block.placed, ...cleared])
    const width = Math.max(...texts.map((row) => row.length), 1)
    const columns = span(range.left, Math.max(block.range.right, range.left + width - 1)).flatMap(
      (index) => this.columnAt(index)?.id ?? [],
    )
    const paste = { table, texts, changes, columns, beyond: block.beyond }
    const answer =
      this.source.onPaste === undefined
        ? changes.length === 0
          ? undefined
          : this.source.onCommit(changes, 'paste')
        : this.source.onPaste(paste)
    this.set({ frame: null })
    if (answer === 'taken' || !this.take(answer)) return
    const { top, left, right } = block.range
    const bottom = Math.max(top, block.range.bottom + this.grown.length)
    this.place({ active: { row: top, column: left }, head: { row: bottom, column: right } }, false)
    if (answer !== undefined) this.take(answer)
  }

  /** A cut block leaves empty cells where it is not pasted over. */
  private leftBehind(frame: Range, over: Range): Placed[] {
    return span(frame.top, frame.bottom).flatMap((row) =>
      span(frame.left, frame.right)
        .filter((column) => row < over.top || row > over.bottom || column < over.left || column > over.right)
        .map((column) => ({ row, column, text: '' })),
    )
  }

  // The fill handle

  fillTo(cell: Cell | null): void {
    const { range } = this
    if (range === null) return
    this.set({ filling: cell === null ? null : grown(range, kept(cell, { ...this.size, rows: this.rowCount })) })
  }

  fillEnds(): void {
    const { range } = this
    const { filling } = this.state
    this.set({ filling: null })
    if (range === null || filling === null) return
    if (this.apply(dragged(range, filling, this.textAt), 'fill'))
      this.place(
        { active: { row: filling.top, column: filling.left }, head: { row: filling.bottom, column: filling.right } },
        false,
      )
  }

  dropTo(drop: Drop | null): void {
    const { drop: before } = this.state
    if (before?.row !== drop?.row || before?.place !== drop?.place) this.set({ drop })
  }

  // Listeners

  set(change: Partial<SheetState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }

  /** Others hear of a selection after it is painted, the last of many only. */
  private tell(): void {
    clearTimeout(this.told)
    this.told = setTimeout(() => this.flush(), QUIET_MS)
  }

  /** Others hear of the selection now, because something is about to be changed under it. */
  flush(): void {
    if (this.told === undefined) return
    clearTimeout(this.told)
    this.told = undefined
    this.toldRow = this.selection.active?.row
    this.source.onSelect?.(this.selection)
  }

  /** Whether a cell is open and nothing in it has been changed yet. */
  get isUntouched(): boolean {
    const { editing } = this.state
    return editing !== null && editing.began === 'opened' && this.view.text() === editing.text
  }

  get isMany(): boolean {
    return this.range !== null && !isSingle(this.range)
  }
}

/** Longer than the repeat of a held key: what others draw for a selection waits until the cursor rests. */
const QUIET_MS = 90

const ORIGIN: Cell = { row: 0, column: 0 }

function isSame(one: Cell, other: Cell): boolean {
  return one.row === other.row && one.column === other.column
}

/** Excel ends a copied block with an empty row; a wholly empty last row says nothing. */
function trimmed(texts: string[][]): string[][] {
  const last = texts.at(-1)
  return texts.length > 1 && last?.every((text) => text === '') ? trimmed(texts.slice(0, -1)) : texts
}
