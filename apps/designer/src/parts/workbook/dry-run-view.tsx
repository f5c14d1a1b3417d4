import { WarningOutlined } from '@ant-design/icons'
import { wordEntryDoubt } from '@yardstick/exchange/read/entry-workbook'
import {
  entryOf,
  indicatorById,
  itemById,
  type LayerEntry,
  layersOf,
  type Scheme,
  type Submission,
} from '@yardstick/model'
import { Alert, Button, Checkbox } from 'antd'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { entryWords } from '../entry/words.ts'
import { useLanguage, useWords } from '../words.ts'
import {
  alike,
  type Choices,
  countOf,
  type DryLine,
  type DryRun,
  isHeld,
  isOpen,
  type LineKind,
  lineKinds,
  withChoice,
} from './dry-run.ts'
import { indicatorOfItems } from './item-indicators.ts'
import { layerText } from './layer-text.ts'
import './workbook.css'
import { workbookWords } from './words.ts'

/** What a file is compared with, to be shown beside it. */
export interface DryRunOf {
  readonly run: DryRun
  readonly scheme: Scheme
  readonly present: Submission
}

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

interface LinesProps {
  readonly of: DryRunOf
  readonly choices: Choices
  readonly onChoices: (choices: Choices) => void
  readonly isReadOnly: boolean
}

function Lines({ lines, ...rest }: LinesProps & { readonly lines: readonly DryLine[] }) {
  const w = useWords(workbookWords)
  return (
    <table className={isHeld(rest.of.run, rest.choices) ? 'dry-run-lines is-held' : 'dry-run-lines'}>
      <colgroup>
        <col className="dry-run-column-kind" />
        <col className="dry-run-column-item" />
        <col className="dry-run-column-before" />
        <col />
        <col className="dry-run-column-at" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{w.columnKind}</th>
          <th scope="col">{w.columnItem}</th>
          <th scope="col">{w.columnBefore}</th>
          <th scope="col">{w.columnAfter}</th>
          <th scope="col">{w.columnAt}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.key} line={line} {...rest} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ line, ...rest }: LinesProps & { readonly line: DryLine }) {
  const w = useWords(workbookWords)
  const language = useLanguage()
  const { of, choices } = rest
  const texts = useLineTexts(line, of)
  const { kind, doubts } = line
  return (
    <tr className={`dry-run-line is-${kind}${isOpen(line, choices) ? ' is-open' : ''}`}>
      <td>
        <span className={`badge dry-run-badge is-${kind}`}>{w.kinds[kind]}</span>
      </td>
      <th scope="row">
        {texts.name}
        {texts.indicator !== '' && <small>{texts.indicator}</small>}
      </th>
      <td className="dry-run-before">{texts.before}</td>
      <td>
        {doubts.length === 0 ? (
          <span className="dry-run-after">
            {kind === 'changed' && (
              <span className="dry-run-arrow" role="img" aria-label={w.becomes}>
                →
              </span>
            )}
            {texts.after}
          </span>
        ) : (
          <>
            {doubts.map((doubt) => (
              <p key={doubt.kind} className="dry-run-doubt">
                <WarningOutlined aria-hidden="true" /> {wordEntryDoubt({ ...doubt, at: '' }, language)}
              </p>
            ))}
            {line.proposals.length > 0 && <Readings line={line} name={texts.name} {...rest} />}
          </>
        )}
      </td>
      <td className="dry-run-at">{line.at}</td>
    </tr>
  )
}

/** What may be meant; one is chosen by a click, or by its number. */
function Readings({ line, name, of, choices, onChoices, isReadOnly }: LinesProps & { line: DryLine; name: string }) {
  const w = useWords(workbookWords)
  const group = useId()
  const text = useEntryText(of)
  const chosen = choices.chosen.get(line.key)
  const others = chosen === undefined ? [] : alike(line, of.run, choices)
  const options = [
    ...line.proposals.map(({ entry }, index) => ({ value: index, text: text(entry) })),
    { value: 'none' as const, text: w.leaveOut },
  ]
  const onKey = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    // Ctrl+1 is the browser's.
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const digit = /^\d$/.exec(event.key)?.[0]
    if (digit !== undefined && Number(digit) <= line.proposals.length) {
      event.preventDefault()
      onChoices(withChoice(choices, line.key, digit === '0' ? 'none' : Number(digit) - 1))
      goToNext(event.currentTarget, 1)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (goToNext(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault()
    }
  }
  return (
    <fieldset className="dry-run-readings" aria-label={name} onKeyDown={onKey}>
      {options.map((option) => (
        <label key={option.value} className={option.value === 'none' ? 'is-none' : ''}>
          <input
            type="radio"
            name={group}
            disabled={isReadOnly}
            checked={chosen === option.value}
            onChange={() => onChoices(withChoice(choices, line.key, option.value))}
          />
          {option.text}
          <span className="dry-run-key" aria-hidden="true">
            {option.value === 'none' ? 0 : option.value + 1}
          </span>
        </label>
      ))}
      {others.length > 0 && !isReadOnly && (
        <Button
          type="link"
          onClick={() =>
            onChoices(others.reduce((all, { key }) => withChoice(all, key, choices.chosen.get(line.key)), choices))
          }
        >
          {w.alike(others.length)}
        </Button>
      )}
    </fieldset>
  )
}

/** To the readings of the next line; false at the end. */
function goToNext(from: HTMLElement, step: 1 | -1): boolean {
  const all = [...(from.closest('table')?.querySelectorAll<HTMLElement>('.dry-run-readings') ?? [])]
  const next = all[all.indexOf(from) + step]
  const control = next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input')
  control?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return control !== undefined && control !== null
}

// Texts

function useEntryText({ scheme }: DryRunOf): (entry: LayerEntry) => string {
  const w = useWords(workbookWords)
  const e = useWords(entryWords)
  const items = useMemo(() => itemById(scheme), [scheme])
  return (entry) => {
    const item = items.get(entry.id)
    if (entry.value === undefined && entry.state === undefined) return w.removed
    return item === undefined ? String(entry.value ?? '') : layerText(item, entry, { ...e, ...w })
  }
}

interface LineTexts {
  readonly name: string
  readonly indicator: string
  readonly before: string
  readonly after: string
}

function useLineTexts(line: DryLine, of: DryRunOf): LineTexts {
  const w = useWords(workbookWords)
  const e = useWords(entryWords)
  const text = useEntryText(of)
  const { scheme, present } = of
  const { change, claim, proposals, label, at } = line
  if (claim !== undefined) {
    const place = typeof claim.of === 'object' ? indicatorById(scheme).get(claim.of.indicator) : undefined
    const scored = (value: string | undefined) =>
      value === undefined ? w.unfilled : claim.of === 'note' ? value : w.points(value)
    return {
      name: claim.of === 'total' ? w.claimTotal : claim.of === 'note' ? w.claimNote : w.claimOf(label),
      indicator: place?.path.slice(0, -1).join(' / ') ?? '',
      before: scored(claim.before),
      after: scored(claim.value),
    }
  }
  // What cannot be meant in any way has no entry; its item is known by its name alone.
  const named = scheme.items.find((each) => (each.label ?? each.id) === label)?.id
  const entry = change?.entry ?? proposals[0]?.entry ?? (named === undefined ? undefined : reported(named))
  const item = entry === undefined ? undefined : itemById(scheme).get(entry.id)
  const place = entry?.unit === undefined ? present : present.units?.find(({ name }) => name === entry.unit)
  const layers = entry === undefined ? [] : layersOf(entryOf(place?.[entry.of], entry.id))
  const before = change?.before ?? layers.find(({ layer }) => layer === 'reported')
  const name = label === '' ? at : label
  return {
    name: entry?.unit === undefined ? name : `${entry.unit} / ${name}`,
    indicator: entry === undefined ? '' : (indicatorOfItems(scheme).get(entry.id) ?? ''),
    before: item === undefined ? '' : layerText(item, before, { ...e, ...w }),
    after: change === undefined ? '' : text(change.entry),
  }
}

const reported = (id: string): LayerEntry => ({ of: 'items', id, layer: 'reported' })
