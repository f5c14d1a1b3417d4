import { ArrowLeftOutlined } from '@ant-design/icons'
import type { FileTable } from '@yardstick/exchange/read/tables'
import { Button, Input, Select, Tooltip } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../parts/words.ts'
import { importWords } from './words.ts'

/**
 * The way back, which table of the file is read, the name, and the button that makes the design. What is typed stays here
 * until then: nothing that was read depends on the name.
 */
export function ImportHead({
  tables,
  table,
  onTable,
  name: given,
  open,
  onApply,
  onClose,
}: {
  tables: readonly FileTable[]
  table: number
  onTable: (index: number) => void
  /** The name it begins with. */
  name: string
  /** How many questions are open. */
  open: number
  /** Undefined where there is nothing to make. */
  onApply: ((name: string) => void) | undefined
  onClose: () => void
}) {
  const w = useWords(importWords)
  const [name, setName] = useState(given)
  const apply = useRef<HTMLButtonElement>(null)
  useEffect(() => apply.current?.focus(), [])
  return (
    <header className="import-head">
      <Button type="text" icon={<ArrowLeftOutlined />} onClick={onClose}>
        {w.back}
      </Button>
      <h1>{w.title}</h1>
      {tables.length > 1 && (
        <Select
          aria-label={w.sheet}
          value={table}
          options={tables.map((each, index) => ({ value: index, label: each.name ?? w.sheetNumber(index + 1) }))}
          popupMatchSelectWidth={false}
          onChange={onTable}
        />
      )}
      <Input
        className="import-name"
        aria-label={w.name}
        placeholder={w.untitled}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
      />
      <Tooltip title={open > 0 ? w.applyHint : undefined}>
        <Button
          ref={apply}
          type="primary"
          size="middle"
          disabled={onApply === undefined}
          onClick={() => onApply?.(name.trim() || w.untitled)}
        >
          {w.apply}
        </Button>
      </Tooltip>
    </header>
  )
}
