import type { ReactNode } from 'react'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { IssueText } from '../../../parts/issue-text.tsx'
import { signWords } from '../../../parts/sign-words.ts'
import { useWords } from '../../../parts/words.ts'
import type { AdoptionTrial } from './adoption-calls.ts'
import type { Trial } from './use-trial.ts'
import { adoptionWords } from './words.ts'

/** What adopting would bring, what it needs, and what stands against it; below it the way to do it. */
export function TrialSide({ trial, children }: { trial: Trial; children: ReactNode }) {
  const w = useWords(adoptionWords)
  const { answer, trouble, isWaiting } = trial
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys
    <aside className="adoption-trial" tabIndex={0} aria-label={w.trial}>
      <h3>
        {w.trial} <small role="status">{isWaiting ? w.trying : ''}</small>
      </h3>
      <Trouble of={trouble} />
      {answer !== undefined && trouble === undefined && (
        <>
          <Clashes answer={answer} />
          <Brings answer={answer} />
          <Needs answer={answer} />
        </>
      )}
      {children}
    </aside>
  )
}

function Clashes({ answer: { issues } }: { answer: AdoptionTrial }) {
  const w = useWords(adoptionWords)
  if (issues.length === 0) return <p className="adoption-fine">{w.none}</p>
  return (
    <ul className="templates-issues" aria-label={w.clashes}>
      {issues.map((each) => (
        <li key={`${each.code} ${JSON.stringify(each.found)}`} className={`templates-issue-${each.severity}`}>
          <IssueText issue={each} />
        </li>
      ))}
    </ul>
  )
}

function Brings({ answer: { plan } }: { answer: AdoptionTrial }) {
  const w = useWords(adoptionWords)
  const { parameters, ...rest } = plan.brings
  const numbers = { ...rest, parameters: parameters.length }
  const shown = (Object.keys(w.numbers) as (keyof typeof w.numbers)[]).filter((each) => numbers[each] !== 0)
  return (
    <>
      <h4>{w.brings}</h4>
      <ul className="adoption-numbers">
        {shown.map((each) => (
          <li key={each}>
            <span>{w.numbers[each]}</span> {numbers[each]}
          </li>
        ))}
      </ul>
    </>
  )
}

function Needs({ answer: { plan } }: { answer: AdoptionTrial }) {
  const w = useWords(adoptionWords)
  const signs = useWords(signWords)
  const { needs } = plan
  const lists = (['items', 'itemsOfEvaluators', 'judged', 'evidence'] as const)
    .map((of) => ({ of, names: needs[of] }))
    .filter(({ names }) => names.length > 0)
  return (
    <>
      <h4>{w.needs}</h4>
      <ul className="adoption-needs">
        {lists.map(({ of, names }) => (
          <li key={of}>
            <details>
              <summary>{w.needed[of](names.length)}</summary>
              {names.join(signs.list)}
            </details>
          </li>
        ))}
        {needs.dependencies.map(({ id, version }) => (
          <li key={id}>{w.dependency(id, version)}</li>
        ))}
        <li>{w.engine(needs.minimumEngine)}</li>
      </ul>
    </>
  )
}
