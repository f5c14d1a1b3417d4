import { Button, Input } from 'antd'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { isComposing } from '../../parts/field/is-composing.ts'
import { useWords } from '../../parts/words.ts'
import { type FieldKind, goToNext, goToReason } from './moves.ts'
import { deskWords } from './words.ts'

/** Why a text was not taken: in words, or with the readings to choose from. */
export interface NotTaken {
  readonly message?: string
  readonly readings?: readonly { readonly text: string; take(): void }[]
}

/**
 * One field of the table. What is typed lives here until it is taken: by Enter, by ↑ and ↓, by leaving it; Escape takes it
 * back. What is not taken stays, with what is wrong below it.
 */
export function EntryField({
  kind,
  label,
  text,
  placeholder,
  isLong = false,
  isReadOnly = false,
  isWaiting = false,
  hasFocus = false,
  note,
  suffix,
  take,
  isReasonNext,
}: {
  kind: FieldKind
  label: string
  /** As it stands, to be typed again. */
  text: string
  placeholder?: string
  /** Several lines. */
  isLong?: boolean
  isReadOnly?: boolean
  /** Something is still wanted here. */
  isWaiting?: boolean
  /** It was asked for, and is typed into at once. */
  hasFocus?: boolean
  /** Stands below while nothing is wrong. */
  note?: ReactNode
  suffix?: ReactNode
  /** Undefined where it is taken. */
  take: (text: string) => NotTaken | undefined
  /** Whether Enter goes on to the reason of the row. */
  isReasonNext?: (text: string) => boolean
}) {
  const w = useWords(deskWords)
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState<NotTaken | undefined>()
  const id = useId()
  const settle = (): boolean => {
    if (draft === null || draft.trim() === text.trim()) {
      setDraft(null)
      setWrong(undefined)
      return true
    }
    const found = take(draft.trim())
    setWrong(found)
    if (found === undefined) setDraft(null)
    return found === undefined
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return
    const field = event.currentTarget
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      setDraft(null)
      setWrong(undefined)
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      if (!settle()) return
      if (kind === 'reason') goToNext(field, 'score', 1)
      else if (isReasonNext?.(draft ?? text) !== true || !goToReason(field)) goToNext(field, kind, 1)
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const isUp = event.key === 'ArrowUp'
      // In a long text the arrows go from line to line first.
      if (isLong && field.selectionStart !== (isUp ? 0 : field.value.length)) return
      event.preventDefault()
      if (settle()) goToNext(field, kind, isUp ? -1 : 1)
    }
  }
  const shown = draft ?? text
  const shared = {
    value: shown,
    'aria-label': label,
    'aria-invalid': wrong !== undefined,
    'aria-describedby': wrong === undefined ? undefined : id,
    'data-field': kind,
    status: wrong !== undefined ? ('error' as const) : isWaiting ? ('warning' as const) : ('' as const),
    placeholder: placeholder ?? '',
    readOnly: isReadOnly,
    autoFocus: hasFocus,
    onBlur: () => void settle(),
    onKeyDown,
  }
  return (
    <div className={`desk-field desk-field-${kind}`}>
      {isLong ? (
        <span className="desk-grow" data-text={`${shown} `}>
          <Input.TextArea {...shared} rows={1} onChange={(event) => setDraft(event.target.value)} />
        </span>
      ) : (
        <Input {...shared} suffix={suffix} onChange={(event) => setDraft(event.target.value)} />
      )}
      {wrong === undefined ? (
        note
      ) : (
        <p className="desk-wrong" id={id} role="alert">
          {wrong.message}
          {wrong.readings !== undefined && (
            <>
              {w.meant}
              {wrong.readings.map((reading) => (
                <Button
                  key={reading.text}
                  // The field would be left first, and ask again.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => {
                    setDraft(null)
                    setWrong(undefined)
                    reading.take()
                  }}
                >
                  {reading.text}
                </Button>
              ))}
            </>
          )}
        </p>
      )}
    </div>
  )
}
