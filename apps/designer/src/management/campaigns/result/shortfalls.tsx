import type { Shortfalls as Found, Refusal } from '@yardstick/engine'
import type { Evaluation } from '@yardstick/model'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { engineOf } from '../../../evaluation/engine.ts'
import type { ResultSource } from '../../../parts/report/result-source.ts'
import { useWords } from '../../../parts/words.ts'
import { joinedChanges } from './joined-changes.ts'
import { resultWords } from './words.ts'

/** What a card holds before somebody asks for more. */
const FIRST = 6

/** 还差多少: for each indicator that lost points the smallest change that would bring some back, as the engine proves it. */
export function Shortfalls({
  evaluation,
  source,
  hrefOfLine,
}: {
  evaluation: Evaluation
  source: ResultSource | undefined
  hrefOfLine: (indicator: string) => string
}) {
  const w = useWords(resultWords)
  const found = useShortfalls(source)
  const [isWhole, setIsWhole] = useState(false)
  if (evaluation.lost.length === 0) return null
  const changes = found === undefined ? [] : joinedChanges(found.changes)
  const shown = isWhole ? changes : changes.slice(0, FIRST)
  return (
    <section className="result-card">
      <h4>{w.shortfalls}</h4>
      {found === undefined && <p className="list-faint">{w.reckoning}</p>}
      {found !== undefined && changes.length === 0 && <p>{w.noShortfalls}</p>}
      <ul className="result-list">
        {shown.map(({ change: { indicator, path, item, to, sentence }, goals }) => (
          <li key={`${indicator} ${item} ${to}`}>
            <a href={hrefOfLine(indicator)} title={path.join(' / ')}>
              {sentence}
            </a>
            {goals.map((goal) => (
              <span key={goal} className={`badge ${look[goal]}`}>
                {w.goals[goal]}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {changes.length > FIRST && (
        <Button type="link" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? w.fewer : w.more(changes.length - FIRST)}
        </Button>
      )}
      {found !== undefined && <Refusals of={found.refusals} hrefOfLine={hrefOfLine} />}
    </section>
  )
}

const look = { grade: 'badge-good', next: '', full: 'badge-accent' } as const

/** Indicators of which nothing can be said, by the reason. */
function Refusals({ of, hrefOfLine }: { of: readonly Refusal[]; hrefOfLine: (indicator: string) => string }) {
  const w = useWords(resultWords)
  const reasons = [...new Set(of.map(({ refused }) => refused))]
  return (
    <>
      {reasons.map((reason) => (
        <p key={reason} className="result-refusals">
          {of
            .filter(({ refused }) => refused === reason)
            .map(({ indicator, path }) => (
              <a key={indicator} href={hrefOfLine(indicator)} title={path.join(' / ')}>
                {path.at(-1)}
              </a>
            ))}
          <span>{w.refused[reason]}</span>
        </p>
      ))}
    </>
  )
}

/** Reckoned in the worker; undefined until it is there. */
function useShortfalls(source: ResultSource | undefined): Found | undefined {
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    let isGone = false
    setFound(undefined)
    if (source === undefined) return
    const { scheme, declaration, submission, evaluation, group } = source
    const leaves = evaluation.lost.map(({ id }) => id)
    engineOf()
      .shortfallsApart({ scheme, declaration, submission, evaluation }, group, leaves)
      .then(
        (value) => !isGone && setFound(value ?? NONE),
        () => !isGone && setFound(NONE),
      )
    return () => {
      isGone = true
    }
  }, [source])
  return found
}

const NONE: Found = { changes: [], refusals: [] }
