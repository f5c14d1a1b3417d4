import { DecimalField } from '../field/decimal-field.tsx'
import { useWords } from '../words.ts'
import { methodWords } from './words.ts'

/** Points ("8") or a share of the indicator's points ("80%"): what is typed says which. */
export function ScoreField({
  value,
  onCommit,
  label,
}: {
  value: string
  onCommit: (next: string) => void
  label: string
}) {
  const w = useWords(methodWords)
  return (
    <DecimalField
      value={value}
      onCommit={(next) => onCommit(next!)}
      label={label}
      form={{ percent: 'allowed' }}
      // Emptied, not left out: the field would lose the focus with it.
      unit={value.endsWith('%') ? '' : w.points}
    />
  )
}
