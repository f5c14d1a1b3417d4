import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../parts/words.ts'
import { tableWords } from './table-words.ts'

/**
 * The way back, the name and the button that makes the design. What is typed stays here until then: nothing that was read
 * depends on the name, and thousands of rows need not be made again for every letter of it.
 */
export function PreviewHead({
  name: given,
  onApply,
  onClose,
}: {
  /** The name it begins with. */
  name: string
  /** Undefined where there is nothing to make. */
  onApply: ((name: string) => void) | undefined
  onClose: () => void
}) {
  const w = useWords(tableWords)
  const [name, setName] = useState(given)
  const apply = useRef<HTMLButtonElement>(null)
  useEffect(() => apply.current?.focus(), [])
  return (
    <header className="preview-head">
      <Button type="text" icon={<ArrowLeftOutlined />} onClick={onClose}>
        {w.back}
      </Button>
      <h1>{w.title}</h1>
      <Input
        className="preview-name"
        aria-label={w.name}
        placeholder={w.untitled}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
      />
      <Button
        ref={apply}
        type="primary"
        size="middle"
        disabled={onApply === undefined}
        onClick={() => onApply?.(name.trim() || w.untitled)}
      >
        {w.apply}
      </Button>
    </header>
  )
}
