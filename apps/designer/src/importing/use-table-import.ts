import { type ImportAnswers, importTable, type TableImport } from '@yardstick/exchange/import-table'
import type { IndicatorReading } from '@yardstick/exchange/indicator-table'
import type { Language } from '@yardstick/model'
import { useEffect, useState } from 'react'

interface Asked {
  readonly reading: IndicatorReading
  readonly name: string
  readonly language: Language
  readonly answers: ImportAnswers
}

/**
 * What a table is imported as. Thousands of rows take seconds to read: the page is drawn first and says so; until the next
 * reading is there the last one of the same table stands.
 */
export function useTableImport({ reading, name, language, answers }: Asked): {
  /** Undefined where nothing can be made of it, or nothing is read yet. */
  readonly made: TableImport | undefined
  readonly isBusy: boolean
} {
  const [done, setDone] = useState<{ readonly of: Asked; readonly made: TableImport | undefined } | null>(null)
  useEffect(() => {
    const of = { reading, name, language, answers }
    // After what has been pressed is seen to be.
    const soon = setTimeout(() => setDone({ of, made: importTable(reading, of) }))
    return () => clearTimeout(soon)
  }, [reading, name, language, answers])
  const isBusy = done?.of.reading !== reading || done.of.answers !== answers || done.of.language !== language
  return { made: done?.of.reading === reading ? done.made : undefined, isBusy }
}
