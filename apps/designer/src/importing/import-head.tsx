import { ArrowLeftOutlined, LoadingOutlined } from '@ant-design/icons'
import type { FileTable } from '@yardstick/exchange/read/tables'
import { Button, Input, Select, Tooltip } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../parts/words.ts'
import { takeOverWords } from './difference-words.ts'
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
  again,
  onApply,
  isApplying,
  onClose,
}: {
  tables: readonly FileTable[]
  /** Undefined until it is known which of them is meant. */
  table: number | undefined
  onTable: (index: number) => void
  /** The name it has until somebody types another. */
  name: string
  /** How many questions are open. */
  open: number
  /** How many changes of the design that is open are taken; undefined where a new one is made. */
  again: { readonly count: number } | undefined
  /** Undefined where there is nothing to make. */
  onApply: ((name: string) => void) | undefined
  /** It was pressed, and waits for what is still being read. */
  isApplying: boolean
  onClose: () => void
}) {
  const w = useWords(importWords)
  const over = useWords(takeOverWords)
  const [typed, setTyped] = useState<string | null>(null)
  const name = typed ?? given
  const apply = useRef<HTMLButtonElement>(null)
  const mayApply = onApply !== undefined
  const wasOffered = useRef(false)
  useEffect(() => {
    // Once there is something to apply, Enter applies it, unless somebody is elsewhere by then.
    if (!mayApply || wasOffered.current) return
    wasOffered.current = true
    if (document.activeElement === document.body) apply.current?.focus()
  }, [mayApply])
  return (
    <header className="import-head">
      <Button type="text" icon={<ArrowLeftOutlined />} onClick={onClose}>
        {w.back}
      </Button>
      <h1>{again === undefined ? w.title : over.title}</h1>
      {tables.length > 1 && (
        <Select
          aria-label={w.sheet}
          {...(table === undefined ? {} : { value: table })}
          options={tables.map((each, index) => ({ value: index, label: each.name ?? w.sheetNumber(index + 1) }))}
          popupMatchSelectWidth={false}
          onChange={onTable}
        />
      )}
      {again === undefined ? (
        <Input
          className="import-name"
          aria-label={w.name}
          placeholder={w.untitled}
          value={name}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
        />
      ) : (
        <span className="import-name" />
      )}
      <Tooltip title={open > 0 ? w.applyHint : undefined}>
        <Button
          ref={apply}
          className="import-apply"
          type="primary"
          size="middle"
          disabled={onApply === undefined}
          icon={isApplying ? <LoadingOutlined /> : undefined}
          aria-busy={isApplying}
          onClick={() => onApply?.(name.trim() || w.untitled)}
        >
          {again === undefined ? w.apply : again.count === 0 ? over.nothing : over.apply(again.count)}
        </Button>
      </Tooltip>
    </header>
  )
}
