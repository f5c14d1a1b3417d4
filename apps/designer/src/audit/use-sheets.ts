import type { Scheme } from '@yardstick/model'
import { useEffect, useRef, useState } from 'react'
import { takeHandedOver } from '../parts/handed-over.ts'
import type { OpenSheet } from './open-sheet.ts'
import type { ReadFile } from './read-sheet-file.ts'

export type Refused =
  | Extract<ReadFile, { kind: 'refused' }>
  /** What reads files is out of reach, or there were too many of them. */
  | { readonly kind: 'untaken'; readonly reason: 'away' | 'many'; readonly count: number }

export interface Sheets {
  readonly open: readonly OpenSheet[]
  readonly shown: OpenSheet | undefined
  readonly refused: readonly Refused[]
  readonly isReading: boolean
  show(key: number): void
  add(sheet: Omit<OpenSheet, 'key'>): void
  takeFiles(files: readonly File[]): Promise<void>
  putAway(key: number): void
  forgetRefused(): void
}

/** Nobody looks through more than these at once. */
const MOST_FILES = 200

/** The sheets that are open, by files dropped or chosen and by examples. `onScheme` is given a scheme that lay among them. */
export function useSheets(onScheme: (scheme: Scheme) => void): Sheets {
  const [open, setOpen] = useState<readonly OpenSheet[]>([])
  const [key, setKey] = useState(0)
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const [isReading, setIsReading] = useState(false)
  const next = useRef(1)

  const add = (sheet: Omit<OpenSheet, 'key'>) => {
    const made = { ...sheet, key: next.current++ }
    setOpen((before) => [...before, made])
    setKey(made.key)
  }
  const takeFiles = async (files: readonly File[]) => {
    setIsReading(true)
    setRefused([])
    try {
      await readFiles(files)
    } finally {
      setIsReading(false)
    }
  }
  const readFiles = async (files: readonly File[]) => {
    // What checks documents is fetched with the first one.
    const reader = await import('./read-sheet-file.ts').catch(() => undefined)
    if (reader === undefined) return setRefused([{ kind: 'untaken', reason: 'away', count: files.length }])
    const sheets: Omit<OpenSheet, 'key'>[] = []
    const others: Refused[] = []
    for (const file of files.slice(0, MOST_FILES)) {
      const read = await reader.readSheetFile(file)
      if (read.kind === 'sheets') sheets.push(...read.sheets)
      else if (read.kind === 'scheme') onScheme(read.scheme)
      else others.push(read)
    }
    const made = sheets.map(({ name, sheet }) => ({ name, sheet, key: next.current++ }))
    setOpen((before) => [...before, ...made])
    if (made[0] !== undefined) setKey(made[0].key)
    const more = files.length - MOST_FILES
    setRefused(more > 0 ? [{ kind: 'untaken', reason: 'many', count: more }, ...others] : others)
  }
  const takenOver = useRef(takeFiles)
  useEffect(() => {
    const files = takeHandedOver()
    if (files.length > 0) void takenOver.current(files)
  }, [])

  return {
    open,
    shown: open.find((each) => each.key === key) ?? open[0],
    refused,
    isReading,
    show: setKey,
    add,
    takeFiles,
    putAway: (gone) => setOpen((before) => before.filter((each) => each.key !== gone)),
    forgetRefused: () => setRefused([]),
  }
}
