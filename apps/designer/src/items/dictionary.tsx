import { arrange, type Edit, type Item, type Measure, type Scheme } from '@yardstick/model'
import { App, Button } from 'antd'
import { useMemo } from 'react'
import { announce } from '../parts/announce.ts'
import { issueText } from '../parts/issue-text.tsx'
import type { CellChange, ChangeKind, CommitAnswer, Drop, Paste, SheetColumn } from '../parts/sheet/column.ts'
import { Sheet, type SheetHandle } from '../parts/sheet/sheet.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import type { Label } from '../store/label.ts'
import { designer } from '../store/use-designer.ts'
import { cellEdits, GHOST } from './cell-edits.ts'
import { conversionOf } from './convert-values.ts'
import { unitIn } from './item-text.ts'
import { useLockedColumns } from './locked-columns.ts'
import { rowsPasted, withTitles } from './paste-rows.ts'
import { freeName, namedIn, placesOf } from './rename.ts'
import type { Side } from './side.ts'
import type { Use } from './uses.ts'
import { itemWords } from './words.ts'

/** One list of the dictionary as a spreadsheet, with an empty row at its end that becomes a new one. */
export function Dictionary<R extends Item | Measure>({
  side,
  scheme,
  rows,
  columns,
  isWhole,
  uses,
  onSelect,
  onRenamed,
  handle,
}: {
  side: Side<R>
  scheme: Scheme
  /** Those that are to be seen, in the order of the scheme. */
  rows: readonly R[]
  columns: readonly SheetColumn<R>[]
  /** Whether `rows` are all there are; among some of them nothing is added or moved. */
  isWhole: boolean
  uses: ReadonlyMap<string, readonly Use[]>
  onSelect: (name: string | null) => void
  /** The row under the cursor is now called this. */
  onRenamed: (name: string) => void
  handle: React.RefObject<SheetHandle<R> | null>
}) {
  const w = useWords(itemWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const fresh = side.kind === 'items' ? w.newItem : w.newMeasure
  const ghost = useMemo(() => side.blank(GHOST), [side])
  const held = useLockedColumns(columns, side.kind === 'items' ? 'item' : 'measure')

  const edit = (name: Label, change: Edit): CommitAnswer | undefined => {
    const [refused] = designer.edit(name, change)
    return refused === undefined ? undefined : { refuse: issueText(refused, language) }
  }

  const onCommit = (changes: readonly CellChange<R>[], kind: ChangeKind): CommitAnswer | undefined => {
    const made = cellEdits(
      side,
      scheme,
      changes.map(({ row, ...rest }) => ({ id: row.id, ...rest })),
      fresh,
    )
    if ('refuse' in made) {
      const { refuse } = made
      if (refuse === 'name-empty') return { refuse: w.nameEmpty }
      return { refuse: typeof refuse === 'object' ? w.nameTaken(refuse.taken) : w.refusals[refuse] }
    }
    const name = labelOf(kind, changes, made.edit)
    const grown = addedBy(made.edit)
    if (grown.length > 0) return edit(name, made.edit) ?? { grown }
    const { edit: change } = made
    if (change.type === 'rename-name') return rename(name, change, kind)
    const units = changes.filter(({ column }) => column === 'unit')
    const conversion = conversionOf(
      scheme,
      units.map(({ row, text }) => ({ id: row.id, unit: unitIn(text) })),
    )
    if (conversion === undefined) return edit(name, change)
    return {
      ask: w.convertAsk(conversion.count),
      choices: [
        { label: w.convert, onChoose: () => edit(name, { type: 'batch', edits: [change, conversion.edit] }) },
        { label: w.keepNumbers, onChoose: () => edit(name, change) },
      ],
    }
  }
  const rename = (name: Label, change: Extract<Edit, { type: 'rename-name' }>, kind: ChangeKind) => {
    const places = placesOf(scheme, change.from)
    if (kind !== 'type' || places === 0) return edit(name, change)
    const renameAll = () => {
      if (edit(name, change) === undefined) onRenamed(change.to)
    }
    return {
      ask: w.renameAsk(places),
      choices: [
        { label: w.renameAll, onChoose: renameAll },
        { label: w.keepName, onChoose: () => {} },
      ],
    }
  }

  const onPaste = (paste: Paste<R>): CommitAnswer | undefined => {
    const titled = isWhole ? withTitles(paste.texts) : undefined
    if (titled !== undefined) return addAll(rowsPasted(side, scheme, titled, fresh))
    const { changes } = paste
    const made = cellEdits(
      side,
      scheme,
      changes.map(({ row, ...rest }) => ({ id: row.id, ...rest })),
      fresh,
    )
    if ('refuse' in made) return onCommit(changes, 'paste')
    const beyond = isWhole ? paste.beyond : []
    const rowEdits = rowsPasted(side, scheme, { columns: paste.columns, rows: beyond }, fresh)
    if (rowEdits.length === 0) return onCommit(changes, 'paste')
    return addAll([...flat(made.edit), ...rowEdits])
  }
  const addAll = (edits: readonly Edit[]): CommitAnswer | undefined => {
    if (edits.length === 0) return undefined
    const name = { zh: itemWords.zh.edits.paste(edits.length), en: itemWords.en.edits.paste(edits.length) }
    const all: Edit = { type: 'batch', edits: [...edits] }
    return edit(name, all) ?? { grown: addedBy(all) }
  }

  const insertAfter = (row: R | undefined) => {
    const list = side.list(scheme)
    const index = row === undefined ? list.length : list.findIndex(({ id }) => id === row.id) + 1
    const id = freeName(namedIn(scheme), fresh)
    edit(addLabel(side), side.add(index, side.blank(id)))
    handle.current?.edit(id, 'id')
  }
  const remove = (chosen: readonly R[]) => {
    const ids = chosen.map(({ id }) => id)
    if (ids.length === 0) return
    const kept = ids.flatMap((id) => {
      const readers = (uses.get(id) ?? []).filter((use) => !ids.includes(use.id))
      return readers.length === 0 ? [] : [{ id, readers }]
    })
    const [first] = kept
    if (first !== undefined) {
      // The details beside the sheet list the places, each a way there.
      handle.current?.goTo(first.id, 'uses')
      message.warning(
        w.inUse(
          first.id,
          first.readers.map(({ where }) => where.split(' / ').at(-1) ?? '').slice(0, 3),
          first.readers.length,
        ),
      )
      return
    }
    // Those that read others of them go first.
    const edits = ids.map((id) => side.remove(id)).reverse()
    const refused = designer.edit(
      { zh: itemWords.zh.edits.remove(ids.length), en: itemWords.en.edits.remove(ids.length) },
      edits.length === 1 ? edits[0]! : { type: 'batch', edits },
    )
    if (refused.length > 0) return
    announce(w.deleted(ids.length))
    message.info({
      key: 'items-deleted',
      content: (
        <>
          {w.deleted(ids.length)}
          <Button
            type="link"
            onClick={() => {
              designer.undo()
              message.destroy('items-deleted')
            }}
          >
            {w.undo}
          </Button>
        </>
      ),
      duration: 6,
    })
  }
  const duplicate = (chosen: readonly R[]) => {
    const taken = [...namedIn(scheme)]
    const list = side.list(scheme)
    const edits = chosen.map((row, offset) => {
      const id = freeName(taken, w.copyOf(row.id))
      taken.push({ id })
      return side.add(list.indexOf(row) + chosen.length + offset, { ...row, id })
    })
    if (edits.length > 0) {
      edit({ zh: itemWords.zh.edits.duplicate, en: itemWords.en.edits.duplicate }, { type: 'batch', edits })
    }
  }
  /** To an index of the scheme's list as it stands. */
  const moveTo = (ids: readonly string[], target: number) => {
    const list = side.list(scheme).map(({ id }) => id)
    const others = (part: readonly string[]) => part.filter((id) => !ids.includes(id))
    const wanted = [...others(list.slice(0, target)), ...ids, ...others(list.slice(target))]
    const steps = arrange(list, wanted)
    if (steps.length === 0) return
    const edits = steps.map(({ id, index }) => side.move(id, index))
    edit({ zh: itemWords.zh.edits.move, en: itemWords.en.edits.move }, { type: 'batch', edits })
  }
  const moveBy = (chosen: readonly R[], step: 1 | -1) => {
    const list = side.list(scheme).map(({ id }) => id)
    const ids = chosen.map(({ id }) => id)
    const at = ids.map((id) => list.indexOf(id))
    const target = step === 1 ? Math.max(...at) + 2 : Math.min(...at) - 1
    if (ids.length === 0 || target < 0 || target > list.length) return
    moveTo(ids, target)
  }
  const onMoveRows = (ids: readonly string[], { row, place }: Drop) => {
    const list = side.list(scheme).map(({ id }) => id)
    moveTo(ids, list.indexOf(row) + (place === 'before' ? 0 : 1))
  }

  return (
    <Sheet<R>
      label={side.kind === 'items' ? w.items : w.measures}
      rows={rows}
      ghost={isWhole ? ghost : undefined}
      rowKey={rowKey}
      columns={held}
      onRefusedEdit={(row, column) => {
        const why = held.find((each) => each.id === column)?.describe?.(row)
        if (why !== undefined) message.warning({ content: why, key: 'items', duration: 6 })
      }}
      layoutKey={side.kind}
      handle={handle}
      autoFocus
      onCommit={onCommit}
      onPaste={onPaste}
      onSelect={({ active }) => onSelect(active?.row ?? null)}
      {...(isWhole ? { onMoveRows } : {})}
      onRows={(action, chosen) => {
        if (action === 'remove') remove(chosen)
        else if (action === 'insert' && isWhole) insertAfter(chosen.at(-1))
        else if ((action === 'up' || action === 'down') && isWhole) moveBy(chosen, action === 'up' ? -1 : 1)
        else return false
        return true
      }}
      menu={(chosen) => [
        {
          key: 'insert',
          label: w.add,
          extra: 'Ctrl+Shift+=',
          disabled: !isWhole,
          onClick: () => insertAfter(chosen.at(-1)),
        },
        { key: 'duplicate', label: w.duplicate, disabled: !isWhole, onClick: () => duplicate(chosen) },
        { key: 'up', label: w.up, extra: 'Alt+Shift+↑', disabled: !isWhole, onClick: () => moveBy(chosen, -1) },
        { key: 'down', label: w.down, extra: 'Alt+Shift+↓', disabled: !isWhole, onClick: () => moveBy(chosen, 1) },
        { key: 'remove', label: w.remove, extra: 'Ctrl+-', danger: true, onClick: () => remove(chosen) },
      ]}
    />
  )
}

const rowKey = (row: { readonly id: string }) => row.id

function flat(edit: Edit): readonly Edit[] {
  return edit.type === 'batch' ? edit.edits : [edit]
}

/** The names of the rows that an edit adds. */
function addedBy(edit: Edit): string[] {
  return flat(edit).flatMap((each) =>
    each.type === 'add-item' ? [each.item.id] : each.type === 'add-measure' ? [each.measure.id] : [],
  )
}

export function addLabel({ kind }: { kind: 'items' | 'measures' }): Label {
  const key = kind === 'items' ? 'add' : 'addMeasure'
  return { zh: itemWords.zh.edits[key], en: itemWords.en.edits[key] }
}

function labelOf(kind: ChangeKind, changes: readonly { readonly column: string }[], edit: Edit): Label {
  const { zh, en } = itemWords
  if (edit.type === 'rename-name') {
    return { zh: zh.edits.rename(edit.from, edit.to), en: en.edits.rename(edit.from, edit.to) }
  }
  if (kind === 'paste' || kind === 'cut')
    return { zh: zh.edits.paste(changes.length), en: en.edits.paste(changes.length) }
  if (kind === 'fill' || kind === 'clear' || kind === 'replace') return { zh: zh.edits[kind], en: en.edits[kind] }
  const column = (changes[0]?.column ?? 'id') as keyof typeof zh.columns
  return { zh: zh.edits.set(zh.columns[column]), en: en.edits.set(en.columns[column]) }
}
