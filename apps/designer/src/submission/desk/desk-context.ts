import type { Evaluation, IndicatorResult, LayerEntry, Scheme, Submission } from '@yardstick/model'
import { createContext, useContext } from 'react'
import type { ApartTexts } from '../../evaluation/apart.ts'
import type { EvidenceFile } from '../evidence.ts'
import type { Writable } from './entering.ts'
import type { ScoreTable } from './sheet-rows.ts'

/** What all cells of the score table read, and the one way to write. */
export interface Desk {
  readonly scheme: Scheme
  readonly table: ScoreTable
  readonly may: Writable
  /** The name under which whoever is here scores in a panel. */
  readonly own: string
  /** With what is written and not saved yet. */
  readonly document: Submission
  readonly evaluation: Evaluation | null
  readonly results: ReadonlyMap<string, IndicatorResult>
  readonly texts: ApartTexts
  readonly files: ReadonlyMap<string, readonly EvidenceFile[]>
  /** `name`: what was written to, for whoever listens to the page. */
  write(entry: LayerEntry, name: string): void
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('a cell of the score table stands outside of the desk')
  return desk
}
