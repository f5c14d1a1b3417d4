import { CheckCircleFilled, MinusCircleOutlined, ThunderboltOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useWords } from '../../parts/words.ts'
import type { Field, Fields } from './report-fields.ts'
import { type OutlineLine, outline } from './report-outline.ts'
import { reportPartWords } from './words.ts'

/** The outline of the report: what is written, what is open, what comes from the figures; a click leads there. */
export function OutlineNav({
  fields,
  open,
  now,
  onGo,
}: {
  fields: Fields
  /** Fields that wait for a text. */
  open: ReadonlySet<string>
  /** The field that is written in. */
  now: Field | undefined
  onGo: (field: Field) => void
}) {
  const w = useWords(reportPartWords)
  const headOf = (head: (typeof outline)[number]['head']) =>
    head === 'cover' ? w.cover : head === 'form' ? w.formHead : head === undefined ? undefined : w.chapters[head]
  return (
    <nav className="report-outline" aria-label={w.outline}>
      {outline.map(({ head, lines }) => {
        const only = lines.length === 1 ? lines[0] : undefined
        const name = headOf(head)
        const isOne = only !== undefined && 'field' in only
        return (
          <section key={head ?? 'summary'}>
            {!isOne && name !== undefined && <h3>{name}</h3>}
            <ul>
              {lines.map((line) => (
                <li key={'field' in line ? line.field : line.generated}>
                  <Line line={line} name={isOne ? name : undefined} fields={fields} open={open} now={now} onGo={onGo} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </nav>
  )
}

function Line({
  line,
  name,
  fields,
  open,
  now,
  onGo,
}: {
  line: OutlineLine
  name: string | undefined
  fields: Fields
  open: ReadonlySet<string>
  now: Field | undefined
  onGo: (field: Field) => void
}) {
  const w = useWords(reportPartWords)
  if ('generated' in line) {
    return (
      <span className="report-generated" title={w.automatic}>
        <ThunderboltOutlined aria-label={w.automatic} /> {w.generated[line.generated]}
      </span>
    )
  }
  const { field } = line
  const isOpen = open.has(field)
  const isWritten = (fields[field] ?? '').trim() !== ''
  const [state, icon]: [string, ReactNode] = isWritten
    ? [w.written, <CheckCircleFilled key="written" aria-label={w.written} />]
    : [isOpen ? w.open : w.optional, <MinusCircleOutlined key="open" aria-label={isOpen ? w.open : w.optional} />]
  return (
    <button
      type="button"
      className={isWritten ? 'is-written' : isOpen ? 'is-open' : 'is-optional'}
      title={state}
      aria-current={field === now ? 'true' : undefined}
      onClick={() => onGo(field)}
    >
      {icon} <span>{name ?? w.names[field]}</span>
    </button>
  )
}
