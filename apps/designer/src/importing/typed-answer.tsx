import type { WordedQuestion } from '@yardstick/wording'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { isComposing } from '../parts/field/is-composing.ts'
import { useWords } from '../parts/words.ts'
import { importWords } from './words.ts'

/** An answer of one's own: points, a target, the points of each element. Full-width signs are taken as their plain ones. */
export function TypedAnswer({
  as,
  label,
  onAnswer,
}: NonNullable<WordedQuestion['typed']> & { onAnswer: (value: string) => void }) {
  const w = useWords(importWords)
  const [text, setText] = useState('')
  const value = as === 'target' ? text.trim() : text.normalize('NFKC').replace(/、/g, ',').trim()
  const commit = () => {
    if (value !== '') onAnswer(value)
  }
  return (
    <div className="import-typed">
      <Input
        value={text}
        aria-label={label}
        placeholder={label}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event)) commit()
        }}
      />
      <Button disabled={value === ''} onClick={commit}>
        {w.ok}
      </Button>
    </div>
  )
}
