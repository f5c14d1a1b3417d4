import { Exact, type Leaf } from '@yardstick/model'
import { useState } from 'react'
import { readQuantity } from '../../parts/field/read-quantity.ts'
import { useWords } from '../../parts/words.ts'
import { moveBy } from './moves.ts'
import { useClaims } from './use-claims.ts'
import { formPartWords } from './words.ts'

/** 自评分 of one indicator, at most its points. */
export function ClaimField({ leaf }: { leaf: Leaf }) {
  const w = useWords(formPartWords)
  const { scores, put } = useClaims()
  const [draft, setDraft] = useState<string | null>(null)
  const said = scores[leaf.id] ?? ''
  const read = draft === null || draft.trim() === '' ? undefined : readQuantity(draft)
  const isWrong = draft !== null && draft.trim() !== '' && (read === undefined || !isWithin(read, leaf.points))
  const settle = () => {
    if (isWrong) return false
    if (draft !== null && (read ?? '') !== said) put(leaf.id, read)
    setDraft(null)
    return true
  }
  return (
    <label className="form-claim">
      {w.claim}
      <input
        className="form-field is-number"
        data-entry={`claim ${leaf.id}`}
        data-kind="claim"
        aria-label={w.claimOf(leaf.name)}
        aria-invalid={isWrong}
        inputMode="decimal"
        autoComplete="off"
        value={draft ?? said}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => moveBy(event, settle)}
      />
    </label>
  )
}

function isWithin(claim: string, points: string): boolean {
  return Exact.of(claim).atMost(Exact.of(points))
}
