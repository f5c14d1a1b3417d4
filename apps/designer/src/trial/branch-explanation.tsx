import type { BranchTrace, Evaluation } from '@yardstick/model'
import { indicatorStateText } from '../parts/explanation/state-text.ts'
import { issueText } from '../parts/issue-text.tsx'
import { signWords } from '../parts/sign-words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { newestScores } from '../store/results.ts'
import { useDesigner } from '../store/use-designer.ts'
import { useExplained } from './explained.ts'
import { toNextGrade } from './grade-bands.ts'
import { GradeShortfalls } from './shortfall-list.tsx'
import { trialWords } from './words.ts'

/** How the total comes about: the lines that add up to it, what rules did to it, what the data themselves say. */
export function TotalExplanation({ evaluation }: { evaluation: Evaluation }) {
  const w = useWords(trialWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const { explain } = useExplained()
  const grades = useDesigner(({ design }) => design!.scheme.grades)
  const next = grades === undefined ? undefined : toNextGrade(grades, evaluation.total, evaluation.grade)
  const newest = useDesigner(newestScores) ?? evaluation
  const tops = newest.indicators.filter(({ path }) => path.length === 1)
  return (
    <section className="trial-why" aria-label={w.explanation}>
      <h3>{w.totalMadeUp}</h3>
      <p>{evaluation.sentence}</p>
      <dl className="why-steps">
        <dt>{w.madeUpOf}</dt>
        <dd className="trial-addends">
          {tops.map((each) => (
            <button type="button" key={each.id} className="trial-chip" onClick={() => explain(each.id)}>
              {each.name} <strong>{indicatorStateText(each, w)}</strong> {w.ofPoints(each.points)}
            </button>
          ))}
        </dd>
        {next !== undefined && !next.isHeld && (
          <>
            <dt>{w.toReach(next.grade)}</dt>
            <dd>
              <GradeShortfalls lost={evaluation.lost} />
            </dd>
          </>
        )}
        {evaluation.lines.length > 1 && (
          <>
            <dt>{w.lines}</dt>
            <dd>
              <ul className="why-parts">
                {evaluation.lines.map(({ line, id, label, amount }) => (
                  <li key={`${line} ${id ?? ''}`}>
                    {label} <strong>{amount}</strong>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {evaluation.events.length > 0 && (
          <>
            <dt>{w.eventsOfTotal}</dt>
            <dd>
              <ul className="why-parts">
                {evaluation.events.map((event) => (
                  <li key={event.rule}>
                    {w.effects[event.effect]} · {signs.headed(event.name, event.reason)}
                    {event.points !== undefined && <strong> {event.points}</strong>}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {evaluation.findings.length > 0 && (
          <>
            <dt>{w.findings}</dt>
            <dd>
              <ul className="why-parts">
                {evaluation.findings.slice(0, 50).map((each) => (
                  <li key={`${each.code}${each.pointer}${JSON.stringify(each.found)}`}>{issueText(each, language)}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

/** What a branch is made up of; under a choice the one that was taken. */
export function BranchParts({ trace, evaluation }: { trace: BranchTrace; evaluation: Evaluation }) {
  const w = useWords(trialWords)
  const { explain } = useExplained()
  const byId = new Map(evaluation.indicators.map((each) => [each.id, each]))
  return (
    <div className="trial-addends">
      {trace.addends.map(({ id, score }) => (
        <button type="button" key={id} className="trial-chip" onClick={() => explain(id)}>
          {byId.get(id)?.name ?? id} <strong>{score}</strong> {w.ofPoints(byId.get(id)?.points ?? '')}
        </button>
      ))}
      {trace.redistributed !== undefined && <span>{w.redistributed(trace.redistributed)}</span>}
      {trace.limited !== undefined && <span>{w.limited(trace.limited)}</span>}
    </div>
  )
}
