import { Checkbox } from 'antd'
import { memo, useMemo, useState } from 'react'
import { useLanguage, useWords } from '../words.ts'
import {
  type ComparisonRow,
  changedRows,
  comparisonRows,
  type RowCell,
  type RowColumn,
  rowColumns,
  type Version,
} from './two-rows.ts'
import './two-versions.css'
import { twoVersionsWords } from './words.ts'

/** More rows than this are shown when asked for. */
const MOST = 400

/** 表格: the tree with the old value struck and the new one under it; what moved is marked, and found by its id. */
export function TwoTable({
  before,
  after,
}: {
  before: Version & { readonly name: string }
  after: Version & { readonly name: string }
}) {
  const w = useWords(twoVersionsWords)
  const language = useLanguage()
  const [isShort, setIsShort] = useState(true)
  const [most, setMost] = useState(MOST)
  const rows = useMemo(() => comparisonRows(before, after, language), [before, after, language])
  const shown = isShort ? changedRows(rows) : rows
  return (
    <>
      <div className="two-bar">
        <Checkbox checked={isShort} onChange={(event) => setIsShort(event.target.checked)}>
          {w.onlyChanged}
        </Checkbox>
        <span className="two-legend">
          <del>{before.name}</del> <ins>{after.name}</ins>
        </span>
      </div>
      {shown.length === 0 ? (
        <p className="two-notice">{w.noRows}</p>
      ) : (
        <table className="two-table">
          <thead>
            <tr>
              {rowColumns.map((column) => (
                <th key={column} scope="col" className={`two-${column}`}>
                  {w.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, most).map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {shown.length > most && (
        <button type="button" className="two-more" onClick={() => setMost(shown.length)}>
          {w.showAll(shown.length)}
        </button>
      )}
    </>
  )
}

const Row = memo(function Row({ row }: { row: ComparisonRow }) {
  const w = useWords(twoVersionsWords)
  return (
    <tr className={`two-row two-${row.change} ${row.isBranch ? 'two-branch' : ''}`}>
      {rowColumns.map((column) => (
        <td
          key={column}
          className={`two-${column}`}
          style={column === 'name' ? { paddingInlineStart: 8 + row.depth * 14 } : undefined}
        >
          <Cell cell={row.cells[column]} column={column} />
          {column === 'name' && row.change !== 'same' && (
            <>
              {' '}
              <span className={`change-mark change-${row.change}`}>{w.marks[row.change]}</span>
            </>
          )}
          {column === 'name' && row.movedFrom !== undefined && (
            <small>{w.movedFrom(row.movedFrom.length === 0 ? w.top : row.movedFrom.join(' / '))}</small>
          )}
        </td>
      ))}
    </tr>
  )
})

function Cell({ cell: { before, after } }: { cell: RowCell; column: RowColumn }) {
  if (before === after) return <>{after ?? ''}</>
  return (
    <>
      {before !== undefined && <del>{before}</del>}
      {after !== undefined && <ins>{after}</ins>}
    </>
  )
}
