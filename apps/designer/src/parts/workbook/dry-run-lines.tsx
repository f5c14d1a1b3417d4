import { WarningOutlined } from '@ant-design/icons'
import { wordEntryDoubt } from '@yardstick/exchange/read/entry-workbook'
import { Button } from 'antd'
import { type KeyboardEvent, useId } from 'react'
import { useLanguage, useWords } from '../words.ts'
import { alike, type Choices, type DryLine, isHeld, isOpen, withChoice } from './dry-run.ts'
import { type DryRunOf, useEntryText, useLineTexts } from './line-texts.ts'
import { workbookWords } from './words.ts'

interface LinesProps {
  readonly of: DryRunOf
  readonly choices: Choices
  readonly onChoices: (choices: Choices) => void
  readonly isReadOnly: boolean
}

/** The lines of a file, each with its doubts and what may be meant by it. */
export function Lines({ lines, ...rest }: LinesProps & { readonly lines: readonly DryLine[] }) {
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
