import { Input } from 'antd'
import { type ChangeEvent, type CompositionEvent, useState } from 'react'
import '../../parts/field/text-field.css'

/**
 * A text as long as it is written: handed on with every key, but not while an input method is composing. Of one line where
 * `rows` is not given.
 */
export function GrowingText({
  id,
  value,
  label,
  describedBy,
  rows,
  maxLength,
  isReadOnly = false,
  onWrite,
  onFocus,
}: {
  id: string
  value: string
  label: string
  describedBy?: string
  rows?: number
  maxLength: number
  isReadOnly?: boolean
  onWrite: (text: string) => void
  onFocus?: () => void
}) {
  const [composed, setComposed] = useState<string | null>(null)
  const text = composed ?? value
  const shared = {
    id,
    value: text,
    maxLength,
    readOnly: isReadOnly,
    'aria-label': label,
    'aria-describedby': describedBy,
    onFocus,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const { isComposing } = event.nativeEvent as InputEvent
      if (isComposing) setComposed(event.target.value)
      else {
        setComposed(null)
        onWrite(event.target.value)
      }
    },
    onCompositionEnd: (event: CompositionEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setComposed(null)
      onWrite(event.currentTarget.value)
    },
  }
  if (rows === undefined) return <Input {...shared} />
  return (
    // A hidden copy of the text gives the height, without measuring.
    <span className="text-field" data-text={`${text}${'\n'.repeat(Math.max(0, rows - text.split('\n').length))} `}>
      <Input.TextArea {...shared} rows={1} />
    </span>
  )
}
