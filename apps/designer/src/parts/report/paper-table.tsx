import { cellText, type DocumentTable } from '@yardstick/exchange/document'

/** A table as it prints: merged cells, heads that stand again on every page. */
export function PaperTable({ table: { columns, rows, merges, headerRows } }: { table: DocumentTable }) {
  const whole = columns.reduce((sum, each) => sum + each, 0)
  const blockAt = new Map(merges.map((block) => [`${block.row},${block.column}`, block]))
  const covered = new Set(
    merges.flatMap(({ row, column, rowSpan, columnSpan }) =>
      Array.from({ length: rowSpan * columnSpan }, (_, at) => at)
        .slice(1)
        .map((at) => `${row + Math.floor(at / columnSpan)},${column + (at % columnSpan)}`),
    ),
  )
  const line = (row: number) => (
    <tr key={row}>
      {rows[row]!.map((cell, column) => {
        const at = `${row},${column}`
        if (covered.has(at)) return null
        const block = blockAt.get(at)
        const isHead = row < headerRows
        const Cell = isHead ? 'th' : 'td'
        const spans = block === undefined ? {} : { rowSpan: block.rowSpan, colSpan: block.columnSpan }
        const isTall = (block?.rowSpan ?? 1) > 1
        return (
          <Cell
            key={at}
            {...spans}
            {...(isHead ? { scope: 'col' } : {})}
            className={`paper-cell-${cell?.look ?? 'text'} ${isTall ? 'paper-tall' : ''}`}
          >
            {cell === null ? '' : cellText(cell)}
          </Cell>
        )
      })}
    </tr>
  )
  const numbers = rows.map((_, row) => row)
  return (
    <table className="paper-table">
      <colgroup>
        {columns.map((width, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
          <col key={column} style={{ width: `${(width / whole) * 100}%` }} />
        ))}
      </colgroup>
      {headerRows > 0 && <thead>{numbers.slice(0, headerRows).map(line)}</thead>}
      <tbody>{numbers.slice(headerRows).map(line)}</tbody>
    </table>
  )
}
