import { type IndicatorReading, readIndicatorTable } from '@yardstick/exchange/indicator-table'
import { named, schemeFromTable, type TableChoices } from '@yardstick/exchange/scheme-from-table'
import { Alert } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { api } from '../api.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { PreviewHead } from './preview-head.tsx'
import type { IncomingSheet } from './read-incoming.ts'
import { ReadingRows } from './reading-rows.tsx'
import { SheetChoice } from './sheet-choice.tsx'
import { SourceTable } from './source-table.tsx'
import './table-preview.css'
import { TableDoubts } from './table-doubts.tsx'
import { tableWords } from './table-words.ts'

/** A pasted table beside what was read of it, before anything is made of it: doubts first, at most one screen. */
export function TablePreview({
  sheets,
  name: given,
  onClose,
}: {
  sheets: readonly IncomingSheet[]
  name: string | undefined
  onClose: () => void
}) {
  const w = useWords(tableWords)
  const language = useLanguage()
  const readings = useMemo(() => sheets.map(({ table }) => readIndicatorTable(table)), [sheets])
  const [sheet, setSheet] = useState(() => fullest(readings))
  const { table } = sheets[sheet]!
  const reading = readings[sheet]!
  const [choices, setChoices] = useState<Omit<TableChoices, 'name' | 'language'>>({ comparators: new Map() })
  const choose = (more: Partial<TableChoices>) => setChoices((before) => ({ ...before, ...more }))
  /** The row that is pointed at, in both halves. */
  const [lit, setLit] = useState<number | null>(null)
  const made = useMemo(
    () => schemeFromTable(reading, { ...choices, name: w.untitled, language }),
    [reading, w, language, choices],
  )
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) onClose()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [onClose])
  return (
    <div className="preview">
      <PreviewHead
        name={titleOf(reading) ?? given ?? ''}
        onApply={
          made === undefined
            ? undefined
            : (name) => void api.create({ scheme: named(made.scheme, name), declarations: [] })
        }
        onClose={onClose}
      />
      <SheetChoice
        sheets={sheets}
        value={sheet}
        onChoose={(index) => {
          // What was answered was said of another table.
          setChoices({ comparators: new Map() })
          setLit(null)
          setSheet(index)
        }}
      />
      {made === undefined ? (
        <Alert type="warning" showIcon className="preview-nothing" title={w.nothing} />
      ) : (
        <TableDoubts doubts={reading.doubts} made={made} choices={choices} onChoose={choose} onRow={setLit} />
      )}
      <main className="preview-halves">
        <section aria-labelledby="preview-source">
          <h2 id="preview-source">{w.source}</h2>
          <SourceTable table={table} reading={reading} lit={lit} onLit={setLit} />
        </section>
        <section aria-labelledby="preview-reading">
          <h2 id="preview-reading">
            {w.reading}
            {made !== undefined && (
              <span>{w.counts(made.rows.length, made.rows.filter((each) => each.rule !== undefined).length)}</span>
            )}
          </h2>
          {made !== undefined && (
            <ReadingRows
              rows={made.rows}
              lit={lit}
              onLit={setLit}
              onComparator={(row, comparator) =>
                choose({ comparators: new Map(choices.comparators).set(row, comparator) })
              }
            />
          )}
        </section>
      </main>
    </div>
  )
}

/** The sheet on which most indicators were found: most likely the one that is meant. */
function fullest(readings: readonly IndicatorReading[]): number {
  const counts = readings.map(({ rows }) => rows.length)
  return counts.indexOf(Math.max(...counts))
}

/** What stands over the table, where it says what it is; 附件1 or 单位：分 say less than the file's name. */
function titleOf({ doubts }: IndicatorReading): string | undefined {
  const titles = doubts.flatMap((each) => (each.kind === 'row-left-out' && each.as === 'title' ? [each.text] : []))
  return titles.find((text) => /指标|评价|绩效|考核|indicator|evaluation/i.test(text))?.slice(0, 200)
}
