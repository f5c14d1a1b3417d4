import type { Scope } from '@yardstick/formula'
import type { Issue } from '@yardstick/model'

export interface FormulaTextProps {
  readonly text: string
  readonly label: string
  readonly scope: Scope
  readonly issues: readonly Issue[]
  onChange(text: string): void
  onCommit(): void
}

/** A formula over several lines in a plain text field: what there is where the editor cannot be loaded. */
export function FormulaText({ text, label, onChange, onCommit }: FormulaTextProps) {
  return (
    <textarea
      className="formula-plain"
      aria-label={label}
      spellCheck={false}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229) return
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          onCommit()
        }
      }}
    />
  )
}
