import { Exact } from '@yardstick/model'
import { Button } from 'antd'
import { useState } from 'react'
import { readQuantity } from '../../parts/field/read-quantity.ts'
import { signWords } from '../../parts/sign-words.ts'
import { useWords } from '../../parts/words.ts'
import { useSubmission, useSubmissionView } from '../use-submission.ts'
import type { FormSection } from './form-sections.ts'
import { moveBy } from './moves.ts'
import { useClaims } from './use-claims.ts'
import { formPartWords } from './words.ts'

/** 自评总分, with the sum of all at hand; and the scores on the data for whoever has nothing to say against them. */
export function ClaimTotal({ sections }: { sections: readonly FormSection[] }) {
  const w = useWords(formPartWords)
  const signs = useWords(signWords)
  const { rights } = useSubmission()
  const evaluation = useSubmissionView((view) => view.evaluation)
  const { scores, total, putTotal, fill } = useClaims()
  const [draft, setDraft] = useState<string | null>(null)
  if (!rights.claim) return total === undefined ? null : <span>{signs.headed(w.claimTotal, total)}</span>
  const leaves = sections.flatMap((section) => section.leaves.map(({ leaf }) => leaf.id))
  const given = leaves.flatMap((id) => scores[id] ?? [])
  const sum = given.reduce((sum, each) => sum.plus(Exact.of(each)), Exact.zero).toText()
  const scored = (evaluation?.indicators ?? []).filter(
    ({ id, score }) => leaves.includes(id) && score !== null && scores[id] === undefined,
  )
  const read = draft === null || draft.trim() === '' ? undefined : readQuantity(draft)
  const isWrong = draft !== null && draft.trim() !== '' && read === undefined
  const settle = () => {
    if (isWrong) return false
    if (draft !== null && read !== total) putTotal(read)
    setDraft(null)
    return true
  }
  return (
    <span className="form-claim-total">
      {scored.length > 0 && (
        <Button onClick={() => fill(Object.fromEntries(scored.map(({ id, score }) => [id, score!])))}>
          {w.claimFill}
        </Button>
      )}
      <label className="form-claim">
        {w.claimTotal}
        <input
          className="form-field is-number"
          data-kind="total"
          aria-invalid={isWrong}
          inputMode="decimal"
          autoComplete="off"
          value={draft ?? total ?? ''}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={settle}
          onKeyDown={(event) => moveBy(event, settle)}
        />
      </label>
      {given.length > 0 &&
        (total === sum ? (
          <span className="form-facts">{w.claimSum(sum)}</span>
        ) : (
          <Button onClick={() => putTotal(sum)}>{w.claimTakeSum(sum)}</Button>
        ))}
    </span>
  )
}
