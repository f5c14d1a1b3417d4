import type { Submission } from '@yardstick/model'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { OpenSubmission } from '../../open-submission.ts'

/**
 * What the table of units holds beside the submission: the order the units are shown in, those that have a name and no value
 * yet, and texts that could not be taken. It lives as long as the page of the submission does.
 */
export interface UnitsState {
  readonly names: readonly string[]
  readonly typed: readonly TypedCell[]
}

/** A text that cannot be meant in one way, or at all. */
export interface TypedCell {
  readonly unit: string
  readonly item: string
  readonly text: string
  /** The unit over its column, where it was pasted under one. */
  readonly head: string | undefined
}

const states = new WeakMap<OpenSubmission, StoreApi<UnitsState>>()

export function unitsState(open: OpenSubmission): StoreApi<UnitsState> {
  let state = states.get(open)
  if (state === undefined) {
    state = createStore<UnitsState>(() => ({ names: [], typed: [] }))
    states.set(open, state)
  }
  return state
}

/** Those known here in their order, then those that came from elsewhere. */
export function shownUnits(names: readonly string[], { units = [] }: Pick<Submission, 'units'>): string[] {
  return [...new Set([...names, ...units.map(({ name }) => name)])]
}

/** The state with a unit under another name, in its place. */
export function renamed({ names, typed }: UnitsState, shown: readonly string[], from: string, to: string): UnitsState {
  const all = shown.length === 0 ? names : shown
  return {
    names: all.map((name) => (name === from ? to : name)),
    typed: typed.map((cell) => (cell.unit === from ? { ...cell, unit: to } : cell)),
  }
}

/** The state without a unit. */
export function removed({ names, typed }: UnitsState, unit: string): UnitsState {
  return { names: names.filter((name) => name !== unit), typed: typed.filter((cell) => cell.unit !== unit) }
}

/** The state with these texts in place of what could not be taken before in the same cells. */
export function withTyped(
  state: UnitsState,
  cells: readonly TypedCell[],
  taken: readonly CellPlace[] = [],
): UnitsState {
  const isOver = (cell: TypedCell) => [...cells, ...taken].some((each) => isSameCell(each, cell))
  return { ...state, typed: [...state.typed.filter((cell) => !isOver(cell)), ...cells] }
}

type CellPlace = Pick<TypedCell, 'unit' | 'item'>

export function isSameCell(a: CellPlace, b: CellPlace): boolean {
  return a.unit === b.unit && a.item === b.item
}
