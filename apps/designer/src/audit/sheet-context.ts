import { createContext, useContext } from 'react'
import type { Mark } from './marks.ts'

/** What is marked in the sheet that is shown, and which of it is looked at. */
export interface SheetMarks {
  readonly marks: ReadonlyMap<string, Mark>
  /** The place in the list of the finding that is looked at; -1 for none. */
  readonly at: number
  /** The sentence of a finding, for who listens to the page. */
  sentence(index: number): string
  goTo(index: number): void
}

export const MarksContext = createContext<SheetMarks>({
  marks: new Map(),
  at: -1,
  sentence: () => '',
  goTo: () => undefined,
})

/** The classes of a cell by its pointer: coloured where something is found, framed where it is looked at. */
export function useMarkClass(pointer: string): string {
  const { marks, at } = useContext(MarksContext)
  const mark = marks.get(pointer)
  if (mark === undefined) return ''
  return `audit-mark audit-${mark.severity} ${mark.findings.includes(at) ? 'audit-current' : ''}`
}
