import { CheckCircleOutlined, InfoCircleOutlined, PlusOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Fact } from '../condition/facts.ts'
import { useLanguage, useWords } from '../words.ts'
import { showCell } from './cell-text.ts'
import type { Reviewed } from './table-review.ts'
import type { TableRow, TableView } from './table-view.ts'
import { tableWords } from './words.ts'

/** Under the grid: cases no row names, each with the row that would; and rows that hold at once where only one may. */
export function ReviewList({
  reviewed,
  view,
  otherwise,
  facts,
  factOf,
  onAdd,
}: {
  reviewed: Reviewed
  view: TableView
  otherwise: string
  facts: readonly Fact[]
  factOf: (name: string) => Fact | undefined
  onAdd: (cells: TableRow['cells']) => void
}) {
  const w = useWords(tableWords)
  const language = useLanguage()
  if ('refused' in reviewed) {
    return (
      <p className="table-note">
        <InfoCircleOutlined /> {w.refused[reviewed.refused]}
      </p>
    )
  }
  const { gaps, clashes } = reviewed.review
  const caseText = (cells: TableRow['cells']) => {
    const parts = cells.flatMap((each, column) => {
      const fact = factOf(view.columns[column]!)
      return each.length === 0 || fact === undefined ? [] : [`${fact.label} ${showCell(each, fact, facts, language)}`]
    })
    return parts.length === 0 ? w.anyCase : parts.join(w.and)
  }
  return (
    <div className="table-review" role="status">
      {clashes.map(({ rows, cells }) => (
        <p key={rows.join()} className="table-clash">
          <WarningOutlined /> {w.clash(rows.map((row) => row + 1))}
          {caseText(cells)}
        </p>
      ))}
      {gaps.length === 0 ? (
        <p className="table-note table-good">
          <CheckCircleOutlined /> {w.noGaps}
        </p>
      ) : (
        <>
          <p className="table-note">{w.gaps(w.points(otherwise))}</p>
          <ul>
            {gaps.map((cells) => (
              <li key={caseText(cells)}>
                <span>{caseText(cells)}</span>
                <Button type="link" icon={<PlusOutlined />} onClick={() => onAdd(cells)}>
                  {w.addGap}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
