import { Exact, type IndicatorResult, type Leaf } from '@yardstick/model'
import { indicatorStateText } from '../../parts/explanation/state-text.ts'
import { explanationWords } from '../../parts/explanation/words.ts'
import { useWords } from '../../parts/words.ts'
import { useDesk } from './desk-context.ts'
import { isBelowFull, readEntered } from './entering.ts'
import { EntryField } from './entry-field.tsx'
import type { ScoreRow } from './sheet-rows.ts'
import { type Judging, useJudging } from './use-judging.ts'
import { useTake } from './use-take.ts'
import { deskWords } from './words.ts'

/** The score of a row: computed, or entered where people decide. */
export function ScoreCell({ row: { leaf } }: { row: ScoreRow }) {
  const w = useWords(deskWords)
  const { results, document } = useDesk()
  const judging = useJudging(leaf)
  const result = results.get(leaf.id)
  const claimed = document.claims?.scores?.[leaf.id]
  // A score that stands in the field above is not said twice.
  const isTyped = judging?.isThere === true && result !== undefined && judging.text === result.score
  return (
    <>
      {judging !== undefined && <ScoreField leaf={leaf} judging={judging} />}
      {result !== undefined && !isTyped && <ScoreShown leaf={leaf} result={result} isEntered={judging !== undefined} />}
      {claimed !== undefined && <p className="desk-faint">{w.claimed(String(claimed))}</p>}
    </>
  )
}

function ScoreShown({ leaf, result, isEntered }: { leaf: Leaf; result: IndicatorResult; isEntered: boolean }) {
  const w = useWords(deskWords)
  const e = useWords(explanationWords)
  const { score, state, kind, provisional } = result
  const isLost = score !== null && kind !== 'bonus' && Exact.of(score).lessThan(Exact.of(leaf.points))
  return (
    <p className={`desk-score ${isLost ? 'desk-lost' : ''}`}>
      {isEntered && state === 'missing' && score === null ? (
        <span className="desk-faint">{w.notJudged}</span>
      ) : (
        <strong>{indicatorStateText(result, e)}</strong>
      )}
      {provisional === true && <span className="why-provisional">{e.provisional}</span>}
    </p>
  )
}

function ScoreField({ leaf, judging: { target, text, why, panel } }: { leaf: Leaf; judging: Judging }) {
  const w = useWords(deskWords)
  const { scheme } = useDesk()
  const take = useTake()
  const isOwn = target.isOwn === true
  const { method } = leaf.scoring
  const hint = isOwn
    ? 'own'
    : panel !== undefined
      ? 'panel'
      : method === 'levels' || method === 'checklist'
        ? method
        : 'judgement'
  return (
    <EntryField
      kind="score"
      label={w.scoreOf(leaf.name)}
      text={text}
      placeholder={target.layer === 'overridden' ? w.override : w.scoreHint[hint]}
      isLong={panel !== undefined && !isOwn}
      take={(typed) => take(target, typed, why)}
      isReasonNext={(typed) => {
        if (typed.trim() === '') return false
        const read = readEntered(target, typed, why, scheme)
        return target.layer === 'overridden' || ('entry' in read && isBelowFull(leaf, read.entry))
      }}
    />
  )
}
