import { wordEntryDoubt } from '@yardstick/exchange/read/entry-workbook'
import { Alert, Button, Checkbox } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLanguage, useWords } from '../words.ts'
import { type Choices, countOf, type DryRun, type LineKind, lineKinds } from './dry-run.ts'
import { Lines } from './dry-run-lines.tsx'
import type { DryRunOf } from './line-texts.ts'
import './workbook.css'
import { workbookWords } from './words.ts'

type Filter = LineKind | 'all' | 'changes'
/** As many lines are drawn at once. */
const PAGE = 200

/** A file before it is used: what it would change, and what somebody has to say about it first. */
export function DryRunView({
  of,
  choices,
  onChoices,
  isReadOnly = false,
}: {
  of: DryRunOf
  choices: Choices
  onChoices: (choices: Choices) => void
  isReadOnly?: boolean
}) {
  const w = useWords(workbookWords)
  const { run } = of
  const counts = countOf(run)
  const root = useRef<HTMLDivElement>(null)
  // What asks for an answer is answered from the keyboard at once.
  useEffect(
    () => root.current?.querySelector<HTMLElement>('.dry-run-readings input')?.focus({ preventScroll: true }),
    [],
  )
  const [filter, setFilter] = useState<Filter>('changes')
  const [most, setMost] = useState(PAGE)
  const shown = run.lines.filter(
    ({ kind }) => filter === 'all' || (filter === 'changes' ? kind !== 'same' : kind === filter),
  )
  const changing = run.lines.length - counts.same
  const choose = (filter: Filter) => {
    setFilter(filter)
    setMost(PAGE)
  }
  return (
    <div className="dry-run" ref={root}>
      <Held run={run} choices={choices} onChoices={onChoices} isReadOnly={isReadOnly} />
      {run.isLocal && <p className="dry-run-aside">{w.isLocal}</p>}
      {run.leavesClaims && <p className="dry-run-aside">{w.leavesClaims}</p>}
      {run.lines.length > 0 && (
        <fieldset className="dry-run-filters" aria-label={w.filters}>
          <FilterButton is={filter} of="changes" count={changing} text={w.changes} onChoose={choose} />
          {lineKinds.map((kind) => (
            <FilterButton
              key={kind}
              is={filter}
              of={kind}
              count={counts[kind]}
              text={w.kinds[kind]}
              hint={w.kindHints[kind]}
              onChoose={choose}
            />
          ))}
          <FilterButton is={filter} of="all" count={run.lines.length} text={w.all} onChoose={choose} />
          {counts.doubtful > 0 && !isReadOnly && <span className="dry-run-keys">{w.keys}</span>}
        </fieldset>
      )}
      {run.lines.length === 0 && run.held.length === 0 && <Quiet title={w.nothing} />}
      {filter === 'changes' && changing === 0 && counts.same > 0 ? (
        <Quiet title={w.same} text={w.sameText(counts.same)} />
      ) : (
        run.lines.length > 0 &&
        (shown.length === 0 ? (
          <p className="dry-run-aside">{w.none}</p>
        ) : (
          <Lines of={of} lines={shown.slice(0, most)} {...{ choices, onChoices, isReadOnly }} />
        ))
      )}
      {shown.length > most && (
        <Button onClick={() => setMost(most + PAGE)}>{w.more(Math.min(PAGE, shown.length - most))}</Button>
      )}
      <Notes run={run} />
    </div>
  )
}

function Quiet({ title, text }: { title: string; text?: string }) {
  return (
    <div className="dry-run-quiet" role="status">
      <strong>{title}</strong>
      {text !== undefined && <p>{text}</p>}
    </div>
  )
}

function FilterButton({
  is,
  of,
  count,
  text,
  hint,
  onChoose,
}: {
  is: Filter
  of: Filter
  count: number
  text: string
  hint?: string
  onChoose: (filter: Filter) => void
}) {
  return (
    <button
      type="button"
      className={`dry-run-filter is-${of}`}
      aria-pressed={is === of}
      title={hint}
      onClick={() => onChoose(of)}
    >
      {text} <span>{count}</span>
    </button>
  )
}

/** What is said about the file as a whole, and the way on where there is one. */
function Held({
  run,
  choices,
  onChoices,
  isReadOnly,
}: {
  run: DryRun
  choices: Choices
  onChoices: (choices: Choices) => void
  isReadOnly: boolean
}) {
  const w = useWords(workbookWords)
  const language = useLanguage()
  if (run.held.length === 0) return null
  const sentences = run.held.map((doubt) => wordEntryDoubt(doubt, language))
  return (
    <Alert
      className="dry-run-held"
      type={run.isSettleable ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={run.isSettleable ? w.heldTitle : w.heldRefused}
      description={
        <>
          <ul>
            {sentences.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          {run.isSettleable && !isReadOnly && (
            <Checkbox
              checked={choices.isSettled}
              onChange={({ target }) => onChoices({ ...choices, isSettled: target.checked })}
            >
              {w.settle}
            </Checkbox>
          )}
        </>
      }
    />
  )
}

function Notes({ run }: { run: DryRun }) {
  const w = useWords(workbookWords)
  const language = useLanguage()
  if (run.notes.length === 0) return null
  return (
    <details className="dry-run-notes">
      <summary>{w.notes(run.notes.length)}</summary>
      <ul>
        {run.notes.map((doubt) => (
          <li key={`${doubt.kind} ${doubt.at} ${doubt.expected}`}>{wordEntryDoubt(doubt, language)}</li>
        ))}
      </ul>
    </details>
  )
}
