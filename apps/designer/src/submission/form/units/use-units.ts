import { type Entry, foldedText, type Item, type LayerEntry, unitItems } from '@yardstick/model'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useSubmission, useSubmissionView } from '../../use-submission.ts'
import { writtenAs } from '../reported.ts'
import { type PastedRow, readUnitBlock } from './unit-block.ts'
import { isVerified, movedUnit, readUnitCell, unitCalled } from './unit-cell.ts'
import { removed, renamed, shownUnits, type TypedCell, unitsState, withTyped } from './units-state.ts'

/** Typed values are sent after a pause, so that whoever goes on typing is not sent twice. */
const PAUSE_MS = 1_200

/** A text in a cell of the table, with the unit over its column where it was pasted under one. */
interface UnitText {
  readonly unit: string
  readonly item: Item
  readonly text: string
  readonly head: string | undefined
}

/** The subordinate units of a submission, and what may be done with them. */
export function useUnits() {
  const { open } = useSubmission()
  const { scheme } = open.loaded
  const document = useSubmissionView((view) => view.document)
  const store = unitsState(open)
  const { names, typed } = useStore(store)
  const { units } = document
  const items = useMemo(() => unitItems(scheme, { units: units ?? [] }), [scheme, units])
  const shown = shownUnits(names, document)
  const write = (entries: readonly LayerEntry[]) => {
    if (entries.length > 0) open.write(entries, { pauseMs: PAUSE_MS })
  }
  const known = (name: string) => shown.find((each) => foldedText(each) === foldedText(name))
  /** Writes what can be taken in one go and keeps the rest as it was typed; what is typed empty takes a value away. */
  const takeAll = (cells: readonly UnitText[]) => {
    const entries: LayerEntry[] = []
    const taken: { unit: string; item: string }[] = []
    const left: TypedCell[] = []
    for (const { unit, item, text, head } of cells) {
      const read = readUnitCell(item, unit, text, head)
      if ('entry' in read) {
        entries.push(read.entry)
        taken.push({ unit, item: item.id })
      } else left.push({ unit, item: item.id, text, head })
    }
    write(entries)
    store.setState((state) => withTyped(state, left, taken))
  }
  return {
    items,
    names: shown,
    unitOf: (name: string) => unitCalled(document, name),
    typed,
    known,
    take: (unit: string, item: Item, text: string) => takeAll([{ unit, item, text, head: undefined }]),
    /** Writes one of the readings of a text, which somebody chose. */
    choose(cell: TypedCell, entry: Entry) {
      const item = items.find(({ id }) => id === cell.item)
      if (item !== undefined) write([{ ...writtenAs(item, entry), unit: cell.unit }])
      store.setState((state) => withTyped(state, [], [cell]))
    },
    /** What stood there before stays. */
    drop: (cell: TypedCell) => store.setState((state) => withTyped(state, [], [cell])),
    add(name: string) {
      store.setState((state) => ({ ...state, names: [...shownUnits(state.names, document), name] }))
    },
    rename(from: string, to: string) {
      const unit = unitCalled(document, from)
      if (unit !== undefined) write(movedUnit(unit, to))
      store.setState((state) => renamed(state, shown, from, to))
    },
    remove(name: string) {
      const unit = unitCalled(document, name)
      if (unit !== undefined) write(movedUnit(unit))
      store.setState((state) => removed(state, name))
    },
    /** Whether its name cannot be changed, nor the unit be taken away. */
    isHeld: (name: string) => isVerified(unitCalled(document, name)),
    /** False where it was no block. */
    paste(text: string, row: number, column: number): boolean {
      const pasted = readUnitBlock(text, column, items)
      if (pasted === undefined) return false
      const added: string[] = []
      const cells: UnitText[] = []
      for (const [down, each] of pasted.entries()) {
        const name = nameFor(each, shown[row + down], [...shown, ...added])
        if (name === undefined) continue
        if (!shown.includes(name)) added.push(name)
        // Empty cells of a block leave what is there.
        cells.push(...each.texts.flatMap((of) => (of.text === '' ? [] : [{ ...of, unit: name }])))
      }
      takeAll(cells)
      store.setState((state) => ({ ...state, names: [...new Set([...shown, ...state.names, ...added])] }))
      return true
    },
  }
}

/** Whose row it is: the one named, or the one it comes to lie over; undefined where there is none. */
function nameFor({ name }: PastedRow, below: string | undefined, shown: readonly string[]): string | undefined {
  if (name === undefined) return below
  if (name === '') return undefined
  return shown.find((each) => foldedText(each) === foldedText(name)) ?? name
}

export type Units = ReturnType<typeof useUnits>
