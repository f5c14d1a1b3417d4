import { ExpandAltOutlined } from '@ant-design/icons'
import type { TableScoring } from '@yardstick/model'
import { Button, Select } from 'antd'
import { useRef, useState } from 'react'
import type { Fact } from '../condition/facts.ts'
import { Modal } from '../modal.tsx'
import { useWords } from '../words.ts'
import { TableGrid } from './table-grid.tsx'
import './table.css'
import { tableWords } from './words.ts'

export interface TableEditorProps {
  readonly value: TableScoring
  /** One undo step a call; changes of one `joinKey` in a row may be one. */
  readonly onChange: (next: TableScoring, joinKey?: string) => void
  readonly facts: readonly Fact[]
}

/** A decision table as a grid, in its place or in a window of its own. */
export function TableEditor(props: TableEditorProps) {
  const { value, onChange } = props
  const w = useWords(tableWords)
  const [isLarge, setIsLarge] = useState(false)
  const enlarge = useRef<HTMLButtonElement>(null)
  const close = () => {
    setIsLarge(false)
    // The button is there again by then.
    requestAnimationFrame(() => enlarge.current?.focus())
  }
  const whole = (
    <section className="table-editor" aria-label={w.table}>
      <div className="table-head">
        <span>{w.hit}</span>
        <Select<TableScoring['hit']>
          aria-label={w.hit}
          value={value.hit}
          options={(['first', 'unique', 'sum'] as const).map((each) => ({ value: each, label: w.hits[each] }))}
          popupMatchSelectWidth={false}
          onChange={(hit) => onChange({ ...value, hit })}
        />
        {!isLarge && (
          <Button
            type="text"
            icon={<ExpandAltOutlined />}
            title={w.enlarge}
            aria-label={w.enlarge}
            ref={enlarge}
            onClick={() => setIsLarge(true)}
          />
        )}
      </div>
      <TableGrid {...props} />
      <p className="table-note">{w.help}</p>
    </section>
  )
  if (!isLarge) return whole
  return (
    <Modal
      title={w.table}
      width="min(1200px, 94vw)"
      onCancel={close}
      footer={<Button onClick={close}>{w.close}</Button>}
    >
      {whole}
    </Modal>
  )
}
