import { type Doubt, readIndicatorTable } from '@yardstick/exchange/indicator-table'
import type { Table } from '@yardstick/exchange/table'
import { type Edit, isBranch, type Scheme } from '@yardstick/model'
import { App, Button, type MenuProps } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { announce } from '../parts/announce.ts'
import { issuesByIndicator } from '../parts/issues-by-indicator.ts'
import type {
  CellChange,
  ChangeKind,
  CommitAnswer,
  Drop,
  Paste,
  PasteAnswer,
  SheetSelection,
} from '../parts/sheet/column.ts'
import type { RowAction } from '../parts/sheet/keys.ts'
import { Sheet, type SheetHandle } from '../parts/sheet/sheet.tsx'
import { signWords } from '../parts/sign-words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { may } from '../server/may.ts'
import { server } from '../server/session.ts'
import type { Label } from '../store/label.ts'
import { isFrozen } from '../store/server-side.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { type ActionOutcome, dropRows, runRows } from './actions.ts'
import { answerTo } from './answer.ts'
import { gridColumns } from './columns.tsx'
import { readChanges } from './commit.ts'
import { isEmptyScheme } from './empty-scheme.ts'
import { noAdding } from './no-adding.ts'
import './grid.css'
import { grownRows } from './grow.ts'
import { mendIt, mendsOf } from './issue-hint.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { type PastePlan, planPaste } from './paste-plan.ts'
import { columnOfPointer, GHOST, ghostRow, type IndicatorRow } from './rows.ts'
import { spokenAfter } from './spoken.ts'
import { Toolbar } from './toolbar.tsx'
import { useFocus } from './use-focus.ts'
import { useRows } from './use-rows.ts'
import { explainScore, foldAll } from './view-actions.ts'
import { gridWords } from './words.ts'

/** 指标表, the home of the designer: the tree of indicators as a spreadsheet (`ux.md` 4.4–4.9). */
export function IndicatorTable() {
  const w = useWords(gridWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const handle = useRef<SheetHandle<IndicatorRow>>(null)
  const [suggested, setSuggested] = useState<ReadonlySet<string>>(new Set())
  const isCompared = useDesigner((state) => state.view.pinned !== null)
  const isEmpty = useDesigner((state) => isEmptyScheme(state.design!.scheme.indicators))
  const [pasting, setPasting] = useState<Pasting | null>(null)
  const rows = useRows(suggested)
  const level = rows.at(-1)?.place.level ?? 1
  const ghost = useMemo(() => ghostRow(level), [level])
  const accept = useCallback((id: string) => {
    setSuggested((ids) => new Set([...ids].filter((each) => each !== id)))
  }, [])
  const isAdopted = useDesigner((state) => state.design!.scheme.lineage?.mode === 'reference')
  const columns = useMemo(
    () => gridColumns(language, isCompared, isAdopted, accept),
    [language, isCompared, isAdopted, accept],
  )
  const select = useFocus(handle, rows)

  const apply = (label: Label, edits: readonly Edit[], suggests: readonly string[]): boolean => {
    const edit: Edit = edits.length === 1 ? edits[0]! : { type: 'batch', edits: [...edits] }
    const refused = designer.edit(label, edit)
    if (refused.length > 0) return false
    setSuggested((ids) => suggestedAfter(ids, edits, suggests))
    announce(spokenAfter(edits, language))
    return true
  }
  const onCommit = (changes: readonly CellChange<IndicatorRow>[], kind: ChangeKind): CommitAnswer | undefined => {
    const { design } = designer.getState()
    if (design === null) return undefined
    if (changes.every(({ row }) => row.id === GHOST)) return onGhost(changes, design.scheme)
    // Names cannot be emptied; clearing a block leaves them, clearing names alone says so.
    const meant = kind === 'clear' || kind === 'cut' ? changes.filter((each) => each.column !== 'name') : changes
    if (meant.length === 0) return { refuse: w.nameEmpty }
    const committed = readChanges(meant, design.scheme, rows, language)
    return answerTo(committed, language, meant.length === 1, (edits, suggests) =>
      apply(labelFor(kind, changes), edits, suggests),
    )
  }

  /** What is put into the empty row becomes a row. */
  const onGhost = (changes: readonly CellChange<IndicatorRow>[], scheme: Scheme): CommitAnswer | undefined => {
    const texts = changes.map(({ text }) => text)
    const columns = changes.map(({ column }) => column)
    const grown = grownRows([texts], columns, scheme, rows, language, w.newIndicator)
    const label = { zh: gridWords.zh.undo.insert, en: gridWords.en.undo.insert }
    return answerTo(grown, language, changes.length === 1, (edits, suggests) => apply(label, edits, suggests))
  }

  const pastePlain = (paste: Paste<IndicatorRow>): CommitAnswer | undefined => {
    const { design } = designer.getState()
    if (design === null) return undefined
    const here = readChanges(paste.changes, design.scheme, rows, language)
    const grown = grownRows(paste.beyond, paste.columns, design.scheme, rows, language, w.newIndicator)
    const both = {
      edits: [...here.edits, ...grown.edits],
      suggests: [...here.suggests, ...grown.suggests],
      refused: [...here.refused, ...grown.refused],
      asked: [...here.asked, ...grown.asked],
      grown: grown.grown,
    }
    const isSingle = paste.changes.length === 1 && paste.beyond.length === 0
    return answerTo(both, language, isSingle, (edits, suggests) =>
      apply(pasteLabel(paste.texts.length), edits, suggests),
    )
  }
  /** A whole table is shown first; cells are simply pasted. */
  const onPaste = (paste: Paste<IndicatorRow>): PasteAnswer | undefined => {
    const { design } = designer.getState()
    if (design === null) return undefined
    const reading = readIndicatorTable(paste.table)
    const hasHeader = !reading.doubts.some((each) => each.kind === 'no-header')
    const isTable = paste.texts.length > 1 && (paste.texts[0]?.length ?? 0) > 1 && reading.rows.length > 0
    const isMeant = hasHeader || hasMergedLevels(paste.table) || isEmptyScheme(design.scheme.indicators)
    if (!isTable || !isMeant) return pastePlain(paste)
    setPasting({ paste, doubts: reading.doubts, plan: planPaste(reading, design.scheme, language) })
    return 'taken'
  }

  const closePasting = () => setPasting(null)

  const follow = (outcome: ActionOutcome) => {
    const { goTo, told } = outcome
    if (goTo !== undefined) {
      if (goTo.isEdited) handle.current?.edit(goTo.id, 'name')
      else handle.current?.goTo(goTo.id)
    }
    if (told !== undefined) {
      announce(told.text)
      message.open({
        type: 'info',
        key: 'grid',
        duration: 6,
        content: <Toast text={told.text} undoIt={w.undoIt} onUndone={() => handle.current?.focus()} />,
      })
    }
    return outcome.isDone
  }
  const onRows = (action: RowAction | 'insert-under', chosen: readonly IndicatorRow[]) => {
    if (chosen.length > 0) return follow(runRows(action, chosen))
    // In the empty row there is only something to add, after the last one.
    return !action.startsWith('insert') || follow(runRows('insert', rows.slice(-1)))
  }
  const onTool = (action: RowAction | 'insert-under') => {
    const { model } = handle.current!
    if (model.commit()) onRows(action, model.rowsInRange())
    model.view.focus()
  }
  const onSelect = ({ active, rows }: SheetSelection) =>
    select.tell({ active: active?.row ?? null, column: active?.column ?? null, ids: rows })
  const menu = (chosen: readonly IndicatorRow[], column: string): MenuProps['items'] =>
    menuItems(chosen, column, onRows, language)

  return (
    <div className="grid">
      <Toolbar onRows={onTool} onFind={() => handle.current?.model.run({ type: 'find', replace: true })} />
      <div className="grid-sheet">
        <Sheet
          label={w.table}
          rows={rows}
          ghost={ghost}
          rowKey={rowKey}
          columns={columns}
          tree={placeOf}
          layoutKey="indicators"
          handle={handle}
          autoFocus
          onCommit={onCommit}
          onPaste={onPaste}
          onFind={() => foldAll(false)}
          onRows={onRows}
          onMoveRows={(ids: readonly string[], drop: Drop) => void follow(dropRows(ids, drop))}
          onSelect={onSelect}
          onRefusedEdit={(row, column) => {
            const { ghost, status, score, branch } = w.readOnly
            const isGhost = row.id === GHOST
            const locked = row.locks[column]
            const text =
              locked ?? (isGhost ? ghost : column === 'status' ? status : COMPUTED.has(column) ? score : branch)
            announce(text)
            if (locked !== undefined) message.warning({ content: text, key: 'grid', duration: 6 })
            else if (isGhost || isBranch(row.node) || COMPUTED.has(column))
              message.info({ content: text, key: 'grid', duration: 3 })
          }}
          onLeftOut={(cells) => {
            const locked = cells.flatMap(({ row, column }) => row.locks[column] ?? [])
            if (locked.length === 0) return
            const text = w.leftOut(locked.length, locked[0]!)
            announce(text)
            message.warning({ content: text, key: 'grid', duration: 8 })
          }}
          menu={menu}
          footer={isEmpty && <p className="grid-footer">{`${w.ghostFirst}${signs.semicolon}${w.ghostPaste}`}</p>}
        />
      </div>
      {pasting !== null && (
        <PasteDialog
          plan={pasting.plan}
          doubts={pasting.doubts}
          onCancel={closePasting}
          onWhole={() => {
            closePasting()
            const tables = [{ name: undefined, table: pasting.paste.table }]
            designer.setView({ dialog: { kind: 'import', tables } })
          }}
          onPlain={() => {
            closePasting()
            pastePlain(pasting.paste)
          }}
          onApply={() => {
            closePasting()
            apply(pasteLabel(pasting.plan.rows.length), pasting.plan.edits, pasting.plan.suggests)
            const first = pasting.plan.rows.find((row) => row.kind !== 'same')
            if (first !== undefined) handle.current?.goTo(first.id, 'name')
          }}
        />
      )}
    </div>
  )
}

interface Pasting {
  readonly paste: Paste<IndicatorRow>
  readonly doubts: readonly Doubt[]
  readonly plan: PastePlan
}

function pasteLabel(rows: number): Label {
  return { zh: gridWords.zh.undo.paste(rows), en: gridWords.en.undo.paste(rows) }
}

/** A cell that stands for the rows beside it, as printed tables merge the names of upper levels. */
function hasMergedLevels({ rows }: Table): boolean {
  return rows.some((row) => row.some((cell) => cell.rowSpan > 1))
}

const rowKey = (row: IndicatorRow) => row.id
const placeOf = (row: IndicatorRow) => row.place
const COMPUTED = new Set(['score', 'lost', 'pinned', 'difference', 'origin'])

/** It goes when the history moves on: undoing would take back something else. */
function Toast({ text, undoIt, onUndone }: { text: string; undoIt: string; onUndone: () => void }) {
  const { message } = App.useApp()
  const history = useDesigner((state) => state.history)
  const told = useRef(history)
  useEffect(() => {
    if (history !== told.current) message.destroy('grid')
  }, [history, message])
  return (
    <span>
      {text}{' '}
      <Button
        type="link"
        onClick={() => {
          designer.undo()
          onUndone()
        }}
      >
        {undoIt}
      </Button>
    </span>
  )
}

/** A method that somebody has set is no suggestion any more. */
function suggestedAfter(
  ids: ReadonlySet<string>,
  edits: readonly Edit[],
  suggests: readonly string[],
): ReadonlySet<string> {
  const set = edits.flatMap((edit) => (edit.type === 'set-scoring' && !suggests.includes(edit.id) ? [edit.id] : []))
  if (suggests.length === 0 && !set.some((id) => ids.has(id))) return ids
  return new Set([...[...ids].filter((id) => !set.includes(id)), ...suggests])
}

function labelFor(kind: ChangeKind, changes: readonly CellChange<IndicatorRow>[]): Label {
  const rows = new Set(changes.map((each) => each.row.id)).size
  const column = changes[0]?.column as keyof typeof gridWords.zh.columns
  const word = (language: 'zh' | 'en') => {
    const { undo, columns } = gridWords[language]
    switch (kind) {
      case 'type':
        return undo.type(columns[column])
      case 'paste':
        return undo.paste(rows)
      case 'fill':
        return undo.fill
      case 'replace':
        return undo.replace
      case 'clear':
      case 'cut':
        return undo.clear
    }
  }
  return { zh: word('zh'), en: word('en') }
}

/** Whether there is a library that this person may take from, or add to. */
function mayInLibrary(action: 'library.read' | 'library.write'): boolean {
  const there = server()
  return there.state === 'there' && may(there.session, action)
}

function menuItems(
  chosen: readonly IndicatorRow[],
  column: string,
  onRows: (action: RowAction | 'insert-under', rows: readonly IndicatorRow[]) => boolean,
  language: 'zh' | 'en',
): MenuProps['items'] {
  const w = gridWords[language]
  const { results, design, server: side } = designer.getState()
  const [first] = chosen
  const adding = design === null || first === undefined ? {} : noAdding(design.scheme, first.id, language)
  const act = (key: RowAction | 'insert-under', label: string, extra: string, refused?: string) => ({
    key,
    label,
    ...(refused === undefined ? {} : { disabled: true, title: refused }),
    extra,
    onClick: () => void onRows(key, chosen),
  })
  const issues =
    first === undefined || design === null || chosen.length > 1
      ? []
      : (issuesByIndicator(design.scheme, results.issues).get(first.id) ?? []).filter(
          (issue) => columnOfPointer(issue.pointer) === column || column === 'status',
        )
  const mends = issues.flatMap((issue) => mendsOf(issue, w.mendFirst))
  const take =
    mayInLibrary('library.read') && !isFrozen(side)
      ? [
          {
            key: 'library-take',
            label: w.takeFromLibrary,
            onClick: () => designer.setView({ dialog: { kind: 'library' } }),
          },
        ]
      : []
  if (first === undefined) return [act('insert', w.insert, 'Ctrl+Shift+='), ...take]
  return [
    ...mends.map(({ label, edit }, index) => ({
      key: `mend${index}`,
      label: signWords[language].headed(w.mends, label[language]),
      onClick: () => mendIt(edit),
    })),
    ...(mends.length > 0 ? [{ type: 'divider' as const }] : []),
    act('insert', w.insert, 'Ctrl+Shift+=', adding.after),
    act('insert-under', w.insertUnder, '', adding.under),
    ...take,
    act('remove', w.remove, 'Ctrl+-'),
    { type: 'divider' as const },
    act('outdent', w.outdent, 'Alt+Shift+←'),
    act('indent', w.indent, 'Alt+Shift+→'),
    act('up', w.up, 'Alt+Shift+↑'),
    act('down', w.down, 'Alt+Shift+↓'),
    { type: 'divider' as const },
    {
      key: 'inspect',
      label: w.openInspector,
      onClick: () => designer.setView(({ panels }) => ({ panels: { ...panels, inspector: true } })),
    },
    ...(mayInLibrary('library.write')
      ? [
          {
            key: 'library',
            label: w.putIntoLibrary,
            onClick: () => designer.setView({ dialog: { kind: 'library-put', indicator: first.id } }),
          },
        ]
      : []),
    ...(first.score === undefined
      ? []
      : [{ key: 'explain', label: w.explainScore, onClick: () => explainScore(first.id) }]),
  ]
}
