import { useState } from 'react'
import { isComposing } from '../../parts/field/is-composing.ts'
import { useWords } from '../../parts/words.ts'
import { moveBy } from './moves.ts'
import type { Entering } from './use-entering.ts'
import { formPartWords } from './words.ts'

/** 空缺 or 不适用 in place of a value, and why. */
export function ReasonField({
  id,
  entering,
  state,
  onLeave,
}: {
  id: string
  entering: Entering
  state: 'missing' | 'not-applicable'
  /** Left without a word. */
  onLeave: () => void
}) {
  const w = useWords(formPartWords)
  const { name, layer } = entering
  const said = layer?.state === state ? (layer.why ?? '') : ''
  const [draft, setDraft] = useState<string | null>(null)
  const label = state === 'missing' ? w.missingWhy : w.notApplicableWhy
  const text = (draft ?? said).trim()
  const settle = () => {
    if (draft !== null && text !== '' && text !== said) entering.putState(state, text)
    if (draft !== null && text === '' && said === '') onLeave()
    setDraft(null)
    return true
  }
  return (
    <span className="form-typed">
      <span className="badge badge-warn">{state === 'missing' ? w.empty : w.notApplicable}</span>
      <input
        className="form-field"
        data-entry={id}
        data-kind="value"
        aria-label={w.whyOf(name, label)}
        aria-invalid={text === ''}
        placeholder={w.whyNeeded}
        autoComplete="off"
        // It takes the place of the value somebody was at.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus={said === ''}
        value={draft ?? said}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !isComposing(event)) {
            event.stopPropagation()
            setDraft(null)
            if (said === '') onLeave()
          } else moveBy(event, settle)
        }}
      />
    </span>
  )
}
