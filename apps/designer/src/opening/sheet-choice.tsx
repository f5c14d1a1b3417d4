import { Segmented, Select } from 'antd'
import { useWords } from '../parts/words.ts'
import type { IncomingSheet } from './read-incoming.ts'
import { tableWords } from './table-words.ts'

/** More names than these stand in a list rather than side by side. */
const SIDE_BY_SIDE = 5

/** Which sheet of a workbook is meant; nothing to choose where there is only one. */
export function SheetChoice({
  sheets,
  value,
  onChoose,
}: {
  sheets: readonly IncomingSheet[]
  value: number
  onChoose: (index: number) => void
}) {
  const w = useWords(tableWords)
  const options = sheets.map(({ name }, index) => ({ value: index, label: name }))
  const ask = w.sheets(sheets.length)
  if (sheets.length < 2) return <div />
  return (
    <div className="preview-sheets">
      <strong>{ask}</strong>
      {sheets.length > SIDE_BY_SIDE ? (
        <Select aria-label={ask} value={value} options={options} popupMatchSelectWidth={false} onChange={onChoose} />
      ) : (
        <Segmented aria-label={ask} value={value} options={options} onChange={onChoose} />
      )}
    </div>
  )
}
