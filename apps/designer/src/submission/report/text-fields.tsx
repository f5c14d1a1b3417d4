import type { Evaluation } from '@yardstick/model'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useWords } from '../../parts/words.ts'
import { deviationsOf } from './deviations.ts'
import { fieldId } from './field-id.ts'
import { GrowingText } from './growing-text.tsx'
import type { OpenTexts } from './open-texts.ts'
import type { Field } from './report-fields.ts'
import { oneLine, outline } from './report-outline.ts'
import { reportPartWords } from './words.ts'

/** Every place a person writes, from the cover down, each with what usually stands there. */
export function TextFields({
  evaluation,
  open,
  texts,
  onNow,
}: {
  evaluation: Evaluation
  /** Fields that wait for a text. */
  open: ReadonlySet<string>
  texts: OpenTexts
  onNow: (field: Field) => void
}) {
  const w = useWords(reportPartWords)
  return (
    <section className="report-editor" aria-label={w.editor}>
      {outline.map(({ head, lines }) => {
        const own = lines.flatMap((line) => ('field' in line ? [line] : []))
        if (own.length === 0) return null
        const name = head === 'cover' ? w.cover : head === 'form' ? w.formHead : head && w.chapters[head]
        return (
          <section key={head ?? 'summary'}>
            {name !== undefined && <h3>{name}</h3>}
            {own.map(({ field }) => (
              <TextRow
                key={field}
                field={field}
                name={w.names[field]!}
                hint={w.hints[field]!}
                isOpen={open.has(field)}
                isNamed={lines.length > 1 || name === undefined}
                texts={texts}
                onNow={onNow}
              />
            ))}
            {head === 'form' && <Deviations evaluation={evaluation} texts={texts} onNow={onNow} />}
          </section>
        )
      })}
    </section>
  )
}

function Deviations({
  evaluation,
  texts,
  onNow,
}: {
  evaluation: Evaluation
  texts: OpenTexts
  onNow: (field: Field) => void
}) {
  const w = useWords(reportPartWords)
  const fields = useStore(texts.store, (view) => view.fields)
  const deviations = useMemo(() => deviationsOf(evaluation, fields), [evaluation, fields])
  return (
    <>
      <h4>{w.deviations}</h4>
      <p className="report-hint">{deviations.length === 0 ? w.noDeviations : w.deviationsHint}</p>
      {deviations.map(({ id, name, lost }) => (
        <TextRow
          key={id}
          field={`deviation.${id}`}
          name={lost === undefined ? w.deviationOfNone(name) : w.deviationOf(name, lost)}
          isOpen={false}
          isNamed
          texts={texts}
          onNow={onNow}
        />
      ))}
    </>
  )
}

function TextRow({
  field,
  name,
  hint,
  isOpen,
  isNamed,
  texts,
  onNow,
}: {
  field: Field
  name: string
  hint?: string
  isOpen: boolean
  /** Its heading says the name already. */
  isNamed: boolean
  texts: OpenTexts
  onNow: (field: Field) => void
}) {
  const w = useWords(reportPartWords)
  const value = useStore(texts.store, ({ fields }) => fields[field] ?? '')
  const id = fieldId(field)
  const isShort = oneLine.has(field)
  const rows = field === 'title' ? 1 : field.startsWith('deviation.') ? 1 : 3
  return (
    <div className={`report-field ${isOpen ? 'is-open' : ''}`}>
      {isNamed && (
        <label htmlFor={id}>
          {name}
          {isOpen && <span className="badge badge-warn">{w.open}</span>}
        </label>
      )}
      {hint !== undefined && (
        <p className="report-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <GrowingText
        id={id}
        value={value}
        label={name}
        {...(hint === undefined ? {} : { describedBy: `${id}-hint` })}
        {...(isShort ? {} : { rows })}
        maxLength={isShort ? 200 : field === 'title' ? 400 : 20_000}
        onWrite={(text) => texts.write(field, text)}
        onFocus={() => onNow(field)}
      />
    </div>
  )
}
