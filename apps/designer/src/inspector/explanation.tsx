import type { Refusal, Shortfall } from '@yardstick/engine'
import { type EventTrace, Exact, type IndicatorResult, type InputTrace, type Leaf } from '@yardstick/model'
import { useEffect, useState } from 'react'
import { engineOf, wantedOf } from '../evaluation/engine.ts'
import { signWords } from '../parts/sign-words.ts'
import { useLate } from '../parts/use-late.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { areReasonsBehind, newestScores } from '../store/results.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { inspectorWords } from './words.ts'

/** What the chosen sample gets here and why: submitted → rule → given → lost, and what is missing for more. */
export function Explanation({ leaf }: { leaf: Leaf }) {
  const w = useWords(inspectorWords)
  const evaluation = useDesigner((state) => state.results.evaluation)
  const isRenewing = useLate(useDesigner(areReasonsBehind))
  const sample = useDesigner(({ design, view }) =>
    view.sample === null ? undefined : design?.scheme.cases?.[view.sample]?.name,
  )
  const result = evaluation?.indicators.find((each) => each.id === leaf.id)
  // The results are a round behind the scheme: what has just lost its children still has a branch's there.
  const trace = result?.trace
  const isOfBranch = trace !== undefined && !('inputs' in trace)
  return (
    <section className={`inspector-explanation ${isRenewing ? 'reasons-behind' : ''}`} aria-label={w.explanation}>
      <h3>
        {w.explanation}
        {sample !== undefined && <span>{sample}</span>}
      </h3>
      {result === undefined || isOfBranch ? (
        <p className="inspector-sub">{sample === undefined ? w.noSample : w.behindNow}</p>
      ) : (
        <Result result={result} />
      )}
    </section>
  )
}

function Result({ result }: { result: IndicatorResult }) {
  const w = useWords(inspectorWords)
  const signs = useWords(signWords)
  const { sentence, trace, events } = result
  const newest = useDesigner((state) => newestScores(state)?.indicators.find(({ id }) => id === result.id)) ?? result
  const { score, points, state } = newest
  const lost = score === null ? undefined : Exact.of(points).minus(Exact.of(score))
  const leafTrace = trace !== undefined && 'inputs' in trace ? trace : undefined
  return (
    <>
      <p className="inspector-score">
        <strong>{score === null ? w.notScored[state] : w.given(score, points)}</strong>
        {lost !== undefined && lost.sign > 0 && <span className="inspector-lost">{w.lost(lost.toText())}</span>}
        {lost !== undefined && lost.sign === 0 && <span className="inspector-full">{w.fullScore}</span>}
        {newest.provisional === true && <span className="inspector-tag">{w.provisional}</span>}
        {leafTrace?.piece !== undefined && leafTrace.piece.count > 1 && (
          <span className="inspector-sub">{w.piece(leafTrace.piece.index + 1, leafTrace.piece.count)}</span>
        )}
      </p>
      <p className="inspector-sentence">{sentence}</p>
      {leafTrace?.formula !== undefined && leafTrace.formula.text !== leafTrace.inputs[0]?.name && (
        <p className="inspector-formula">{leafTrace.formula.withValues}</p>
      )}
      {leafTrace !== undefined && leafTrace.inputs.length > 0 && (
        <ul className="inspector-inputs">
          {leafTrace.inputs.map((input) => (
            <Input key={input.name} input={input} />
          ))}
        </ul>
      )}
      {leafTrace?.parts !== undefined && (
        <ul className="inspector-parts">
          {leafTrace.parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            <li key={index}>
              <span>{result.method === 'table' ? w.tableRow(part.label) : part.label}</span>
              <span className="inspector-sub">
                {part.met === undefined ? '' : part.met === null ? w.met.unknown : part.met ? w.met.yes : w.met.no}{' '}
                {part.points !== undefined && part.note}
              </span>
              <strong>{part.points ?? part.note}</strong>
            </li>
          ))}
        </ul>
      )}
      {events?.map((event) => (
        <p key={event.rule} className="inspector-sentence">
          {signs.headed(event.name, eventText(event, signs))}
        </p>
      ))}
      {lost !== undefined && lost.sign > 0 && <Missing id={result.id} />}
    </>
  )
}

/** The reason, with what it gave or took: （−1）. */
function eventText(
  { reason, effect, points }: EventTrace,
  signs: { aside(text: string, note: string): string },
): string {
  return points === undefined ? reason : signs.aside(reason, `${effect === 'deduct' ? '−' : '+'}${points}`)
}

function Input({ input }: { input: InputTrace }) {
  const w = useWords(inspectorWords)
  const from = [input.layer && w.layers[input.layer], input.source, input.who].filter((each) => each !== undefined)
  return (
    <li>
      <span>{input.name}</span>
      <strong>{input.state === 'present' ? input.shown : w.stateOf[input.state]}</strong>
      <span className="inspector-sub">
        {from.join(' · ')}
        {input.provisional === true && ` ${w.pending}`}
        {input.why !== undefined && ` ${input.why}`}
      </span>
    </li>
  )
}

function Missing({ id }: { id: string }) {
  const w = useWords(inspectorWords)
  const language = useLanguage()
  const revision = useDesigner((state) => state.results.revision)
  const sample = useDesigner((state) => state.view.sample)
  const declaration = useDesigner((state) => state.view.declaration)
  const scratch = useDesigner((state) => state.view.scratch)
  const [found, setFound] = useState<{ changes: readonly Shortfall[]; refusal: Refusal | undefined } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew after every round
  useEffect(() => {
    let isGone = false
    // After a pause: whoever walks through the rows with the arrow keys does not wait for it.
    const timer = setTimeout(async () => {
      const answer = await engineOf().shortfalls([id], wantedOf(designer.getState()))
      if (isGone || answer === null) return
      setFound({ changes: answer.changes, refusal: answer.refusals[0] })
    }, 400)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [id, revision, sample, declaration, language, scratch])
  if (found === null || (found.changes.length === 0 && found.refusal === undefined)) return null
  return (
    <>
      <h4>{w.shortfall}</h4>
      {found.changes.map((change) => (
        <p key={`${change.goal} ${change.item}`} className="inspector-sentence">
          {change.sentence}
        </p>
      ))}
      {found.changes.length === 0 && found.refusal !== undefined && (
        <p className="inspector-sub">{w.refusals[found.refusal.refused]}</p>
      )}
    </>
  )
}
