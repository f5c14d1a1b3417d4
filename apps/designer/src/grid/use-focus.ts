import { indicatorById } from '@yardstick/model'
import { useEffect, useRef } from 'react'
import type { SheetHandle } from '../parts/sheet/sheet.tsx'
import { designer, useDesigner } from '../store/use-designer.ts'
import type { Selection } from '../store/view.ts'
import { isEmptyScheme } from './empty-scheme.ts'
import { columnOfPointer, type IndicatorRow } from './rows.ts'
import { reveal } from './view-actions.ts'

/**
 * The one selection that the table shares with graph and inspector: what is selected here is told, what is selected
 * elsewhere (a problem, the outline, undo) is gone to, unfolded and shown.
 */
export function useFocus(handle: React.RefObject<SheetHandle<IndicatorRow> | null>, rows: readonly IndicatorRow[]) {
  const selection = useDesigner((state) => state.view.selection)
  const focus = useDesigner((state) => state.view.focus)
  const told = useRef<Selection | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when others select
  useEffect(() => {
    if (selection === told.current || selection.active === null) return
    told.current = selection
    const now = handle.current?.selection
    if (now?.active?.row === selection.active && (selection.column ?? now.active.column) === now.active.column) return
    reveal(selection.active)
    const last = selection.ids.at(-1)
    handle.current?.goTo(
      selection.active,
      selection.column,
      last !== undefined && last !== selection.active ? last : undefined,
    )
  }, [selection])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish once
  useEffect(() => {
    const { design } = designer.getState()
    if (focus?.tab !== 'table' || design === null) return
    const id = idAt(focus.pointer, indicatorById(design.scheme))
    if (id === undefined) return
    reveal(id)
    handle.current?.goTo(id, columnOfPointer(focus.pointer))
    handle.current?.focus()
  }, [focus])
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the table appears and nothing is selected yet
  useEffect(() => {
    const { design } = designer.getState()
    const [first] = rows
    if (first === undefined || design === null) return
    if (isEmptyScheme(design.scheme.indicators)) handle.current?.edit(first.id, 'name')
    else if (selection.active === null) handle.current?.goTo(first.id, 'name')
  }, [])
  return {
    tell: (next: Selection) => {
      told.current = next
      designer.setView({ selection: next })
    },
  }
}

/** The indicator that a pointer leads into. */
function idAt(pointer: string, places: ReturnType<typeof indicatorById>): string | undefined {
  let found: string | undefined
  let longest = -1
  for (const [id, place] of places) {
    const isIn = pointer === place.pointer || pointer.startsWith(`${place.pointer}/`)
    if (isIn && place.pointer.length > longest) {
      found = id
      longest = place.pointer.length
    }
  }
  return found
}
