import { PlusOutlined } from '@ant-design/icons'
import type { TableScoring } from '@yardstick/model'
import { App, Button } from 'antd'
import { useMemo, useState } from 'react'
import { FactPicker } from '../condition/fact-picker.tsx'
import { type Fact, factByName } from '../condition/facts.ts'
import { useLanguage, useWords } from '../words.ts'
import { readCell, showCell } from './cell-text.ts'
import { ColumnHead } from './column-head.tsx'
import { GridCell } from './grid-cell.tsx'
import { pastedTexts, pasteInto, readScore } from './paste.ts'
import { ReviewList } from './review-list.tsx'
import { RowHead, RowTools } from './row-head.tsx'
import { reviewTable } from './table-review.ts'
import { emptyRow, storedTable, type TableRow, type TableView, viewOf, withCell, withColumn } from './table-view.ts'
import { useHitRows } from './use-hit-rows.ts'
import { useRowDrag } from './use-row-drag.ts'
import { tableWords } from './words.ts'

/** The rows and columns of a decision table, what they leave open, and the row the sample falls into. */
export function TableGrid({
  value,
  onChange,
  facts,
}: {
  value: TableScoring
  onChange: (next: TableScoring, joinKey?: string) => void
  facts: readonly Fact[]
}) {
  const w = useWords(tableWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const view = useMemo(() => viewOf(value), [value])
  const factOf = (name: string) => factByName(facts).get(name)
  const reviewed = useMemo(
    () => reviewTable(view, value.hit, (name) => factByName(facts).get(name)),
    [view, value.hit, facts],
  )
  const hits = useHitRows(view, value.hit)
  // Typed text that cannot be read yet, by row/column; the score is the last column, 其他情形 the row behind the last.
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map())
  const setDraft = (place: string, draft: string | undefined) =>
    setDrafts((before) => {
      const next = new Map(before)
      if (draft === undefined) next.delete(place)
      else next.set(place, draft)
      return next
    })
  const take = (next: TableView, join?: string) => onChange({ ...value, ...storedTable(next) }, join)
  /** Rows and columns change places: drafts would stand at the wrong ones. */
  const reshape = (next: TableView) => {
    setDrafts(new Map())
    take(next)
  }
  const drag = useRowDrag(view, reshape)
  const scoreColumn = view.columns.length
  const idle = 'review' in reviewed ? reviewed.review.idle : []
  const clashing = new Set('review' in reviewed ? reviewed.review.clashes.flatMap(({ rows }) => rows) : [])

  const commit = (row: number, column: number) => {
    const place = `${row}/${column}`
    const draft = drafts.get(place)
    if (draft === undefined) return
    if (column === scoreColumn) {
      const score = readScore(draft)
      if (score === undefined) return
      setDraft(place, undefined)
      if (row === view.rows.length) {
        if (score !== value.otherwise) onChange({ ...value, otherwise: score })
      } else if (score !== view.rows[row]?.score) {
        take({ ...view, rows: view.rows.map((each, index) => (index === row ? { ...each, score } : each)) })
      }
      return
    }
    const fact = factOf(view.columns[column]!)
    const cells = fact === undefined ? undefined : readCell(draft, fact, facts)
    if (cells === undefined) return
    setDraft(place, undefined)
    if (JSON.stringify(cells) !== JSON.stringify(view.rows[row]?.cells[column]))
      take(withCell(view, row, column, cells))
  }
  const paste = (row: number, column: number) => (event: React.ClipboardEvent) => {
    const { clipboardData } = event
    const texts = pastedTexts(clipboardData.getData('text/html'), clipboardData.getData('text/plain'))
    if (texts === undefined || row >= view.rows.length) return
    event.preventDefault()
    const pasted = pasteInto(view, { row, column }, texts, facts, factOf)
    setDrafts(new Map(pasted.unread.map((each) => [`${each.row}/${each.column}`, each.text])))
    take(pasted.view)
    if (pasted.unread.length > 0) message.warning(w.unread(pasted.unread.length))
  }
  const scoreCell = (row: number, score: string, label: string) => {
    const draft = drafts.get(`${row}/${scoreColumn}`)
    return (
      <GridCell
        text={w.points(score)}
        draft={draft}
        isBad={draft !== undefined && readScore(draft) === undefined}
        label={label}
        placeholder={w.score}
        wrong={w.wrongScore}
        place={`${row}/${scoreColumn}`}
        onDraft={(next) => setDraft(`${row}/${scoreColumn}`, next)}
        onCommit={() => commit(row, scoreColumn)}
        onPaste={paste(row, scoreColumn)}
      />
    )
  }
  const factCell = (row: TableRow, rowIndex: number, column: number) => {
    const name = view.columns[column]!
    const fact = factOf(name)
    const place = `${rowIndex}/${column}`
    const draft = drafts.get(place)
    if (fact === undefined) return <span className="table-problem">{w.unknown(name)}</span>
    return (
      <GridCell
        text={showCell(row.cells[column] ?? [], fact, facts, language)}
        draft={draft}
        isBad={draft !== undefined && readCell(draft, fact, facts) === undefined}
        label={w.cell(rowIndex + 1, fact.label)}
        placeholder={w.any}
        wrong={w.wrong}
        place={place}
        choices={fact.choices === undefined && fact.type !== 'boolean' ? undefined : `table-choices-${column}`}
        onDraft={(next) => setDraft(place, next)}
        onCommit={() => commit(rowIndex, column)}
        onPaste={paste(rowIndex, column)}
      />
    )
  }
  return (
    <>
      <div className="table-scroll">
        <table className="table-grid">
          <thead>
            <tr>
              <th scope="col" className="table-corner">
                <span className="table-unseen">{w.table}</span>
              </th>
              {view.columns.map((name, column) => (
                <ColumnHead key={name} view={view} column={column} fact={factOf(name)} onChange={reshape} />
              ))}
              <th scope="col" className="table-score" title={w.scoreHint}>
                {w.score}
              </th>
              <td />
            </tr>
          </thead>
          <tbody onDragOver={drag.onDragOver} onDrop={drag.onDrop} onDragEnd={drag.onDragEnd}>
            {view.rows.map((row, index) => (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names; their order is what they are
                key={index}
                data-table-row={index}
                className={`table-row-${hits?.rows[index] ?? 'none'} ${drag.markOf(index)}`}
                title={hits?.rows[index] === 'hit' ? w.hitRow : hits?.rows[index] === 'unknown' ? w.unknownRow : ''}
              >
                <RowHead
                  index={index}
                  hit={hits?.rows[index]}
                  warning={idle.includes(index) ? w.idle : clashing.has(index) ? w.hits.unique : undefined}
                  view={view}
                  onChange={reshape}
                  onDragStart={(event) => drag.onDragStart(index, event)}
                />
                {view.columns.map((name, column) => (
                  <td key={name}>{factCell(row, index, column)}</td>
                ))}
                <td className="table-score">{scoreCell(index, row.score, w.cell(index + 1, w.score))}</td>
                <RowTools view={view} index={index} onChange={reshape} />
              </tr>
            ))}
            <tr
              className={hits?.isOtherwise === true ? 'table-row-hit' : ''}
              title={hits?.isOtherwise === true ? w.hitOtherwise : ''}
            >
              <th scope="row" className="table-otherwise" colSpan={view.columns.length + 1}>
                {w.otherwise}
              </th>
              <td className="table-score">{scoreCell(view.rows.length, value.otherwise, w.otherwise)}</td>
              <td />
            </tr>
          </tbody>
        </table>
        {view.columns.map((name, column) => {
          const fact = factOf(name)
          const choices = fact?.type === 'boolean' ? (language === 'zh' ? ['是', '否'] : ['yes', 'no']) : fact?.choices
          return choices === undefined ? null : (
            <datalist key={name} id={`table-choices-${column}`}>
              {choices.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          )
        })}
      </div>
      <div className="table-add">
        <Button
          type="link"
          icon={<PlusOutlined />}
          onClick={() => take({ ...view, rows: [...view.rows, emptyRow(view)] })}
        >
          {w.addRow}
        </Button>
        <FactPicker
          facts={facts.filter((fact) => !view.columns.includes(fact.name))}
          value={undefined}
          label={w.addColumn}
          placeholder={w.addColumn}
          onChange={(fact) => reshape(withColumn(view, fact.name))}
        />
      </div>
      <ReviewList
        reviewed={reviewed}
        view={view}
        otherwise={value.otherwise}
        facts={facts}
        factOf={factOf}
        onAdd={(cells) => take({ ...view, rows: [...view.rows, { cells, score: value.otherwise }] })}
      />
    </>
  )
}
