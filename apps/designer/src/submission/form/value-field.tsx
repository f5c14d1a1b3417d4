import { type Item, isForEvaluators } from '@yardstick/model'
import { Button } from 'antd'
import { useEffect, useId, useState } from 'react'
import { isComposing } from '../../parts/field/is-composing.ts'
import { useWords } from '../../parts/words.ts'
import { moveBy } from './moves.ts'
import type { Entering, Objection } from './use-entering.ts'
import { formPartWords } from './words.ts'

/** So long nothing is said of what is still being typed, in milliseconds. */
const LOOK_MS = 500

/** A typed value: taken when the field is left or Enter pressed; what can be meant in two ways is asked about at once. */
export function ValueField({
  item,
  entering,
  describedBy,
}: {
  item: Item
  entering: Entering
  describedBy?: string | undefined
}) {
  const w = useWords(formPartWords)
  const { name, text, objectionTo, take } = entering
  const [draft, setDraft] = useState<string | null>(null)
  const [objection, setObjection] = useState<Objection>()
  const noteId = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at anew with each text
  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(() => setObjection(draft.trim() === '' ? undefined : objectionTo(draft)), LOOK_MS)
    return () => clearTimeout(timer)
  }, [draft])
  const forget = () => {
    setDraft(null)
    setObjection(undefined)
  }
  const settle = (): boolean => {
    if (draft === null || draft.trim() === text) {
      forget()
      return true
    }
    const found = take(draft)
    setObjection(found)
    if (found === undefined) setDraft(null)
    return found === undefined
  }
  const isLong = item.type === 'text'
  const isNumber = item.type !== 'text' && item.type !== 'date'
  const shared = {
    className: `form-field ${isNumber ? 'is-number' : ''}`,
    value: draft ?? text,
    'data-entry': item.id,
    'data-kind': 'value',
    'aria-label': name,
    'aria-required': item.required === true,
    'aria-invalid': objection !== undefined,
    'aria-describedby': objection === undefined ? describedBy : noteId,
    placeholder: isForEvaluators(item)
      ? w.forOthers
      : item.type === 'rate'
        ? w.isRate
        : item.type === 'date'
          ? w.isDate
          : '',
    autoComplete: 'off',
    onBlur: () => void settle(),
    onKeyDown: (event: React.KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (event.key === 'Escape' && draft !== null && !isComposing(event)) {
        event.stopPropagation()
        forget()
      } else moveBy(event, settle)
    },
  }
  return (
    <>
      <span className="form-typed">
        {isLong ? (
          <span className="form-grow" data-text={`${draft ?? text} `}>
            <textarea {...shared} rows={1} onChange={(event) => setDraft(event.target.value)} />
          </span>
        ) : (
          <input
            {...shared}
            inputMode={isNumber ? 'decimal' : undefined}
            onChange={(event) => setDraft(event.target.value)}
          />
        )}
        {item.unit !== undefined && item.type !== 'rate' && <span className="form-unit">{item.unit}</span>}
      </span>
      {objection !== undefined && (
        <p className="form-wrong" id={noteId} role="alert">
          {objection.text}
          {objection.choices.map((choice) => (
            <Button
              key={choice.text}
              // The field would be left first, and ask again.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                choice.take()
                forget()
              }}
            >
              {choice.text}
            </Button>
          ))}
        </p>
      )}
    </>
  )
}
