import { type Declared, normaliseFormula, type Scope } from '@yardstick/formula'
import type { Issue } from '@yardstick/model'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { designer } from '../../store/use-designer.ts'
import { useWords } from '../words.ts'
import { addItemEdit } from './add-item.ts'
import './formula-field.css'
import { FormulaNotes } from './formula-notes.tsx'
import { FormulaOffers } from './formula-offers.tsx'
import { FormulaPaint } from './formula-paint.tsx'
import { applyMend, type FormulaMend } from './mends.ts'
import { readFormula } from './read-formula.ts'
import { useOffers } from './use-offers.ts'
import { usePreview } from './use-preview.ts'
import { useSchemeScope } from './use-scheme-scope.ts'
import { formulaWords } from './words.ts'

export interface FormulaFieldProps {
  readonly value: string
  /**
   * The whole formula, in its plain form, once it parses; what refuses it is given back and the text stays in the editor.
   * Empty text comes only where `isOptional`.
   */
  onCommit(text: string): readonly Issue[] | undefined
  /** The type and unit that the formula's place expects. */
  readonly expects?: Declared | undefined
  /** The names it may read; default those of the scheme. */
  readonly scope?: Scope | undefined
  /** The accessible name. */
  readonly label: string
  readonly placeholder?: string
  readonly isOptional?: boolean
  readonly autoFocus?: boolean
  /** The value for the chosen sample under the field; default true. */
  readonly showsValue?: boolean
  /** After Enter or Esc, for cells that go on to another place. */
  onLeave?(how: 'enter' | 'escape'): void
}

/**
 * A formula in one line: words coloured as what they are, completion by name, label and pinyin initials, the function's
 * signature, faults underlined with their mends, and what it comes to for the chosen sample. Text that does not parse
 * stays here until it does; Esc brings back what stands in the scheme.
 */
export function FormulaField(props: FormulaFieldProps) {
  const { value, label, expects, isOptional = false, showsValue = true } = props
  const w = useWords(formulaWords)
  const id = useId()
  const schemeScope = useSchemeScope()
  const scope = props.scope ?? schemeScope
  const stored = useMemo(() => value.replace(/\s*\n\s*/g, ' '), [value])
  const [draft, setDraft] = useState<string | null>(null)
  const [isComposing, setIsComposing] = useState(false)
  const [isFocused, setIsFocused] = useState(false)
  const [refused, setRefused] = useState<readonly Issue[]>([])
  const input = useRef<HTMLInputElement>(null)
  const paint = useRef<HTMLDivElement>(null)
  const text = draft ?? stored
  const reading = useMemo(() => readFormula(text, scope, expects), [text, scope, expects])
  const isEmpty = text.trim() === ''
  const isSettled = useSettled(text)
  const offering = useOffers(input, text, scope, isFocused && !isComposing)
  const preview = usePreview(showsValue && reading.parses ? text : undefined, expects)

  // An unfinished text is told about once typing pauses or the field is left, not with every letter.
  const issues = isEmpty ? [] : [...refused, ...reading.issues]
  const shownIssues = draft === null || !isFocused || (isSettled && !offering.isOpen) ? issues : []
  const isWrong = shownIssues.some((each) => each.severity === 'error')

  const commit = (typed: string | null = draft): boolean => {
    if (typed === null) return true
    const plain = normaliseFormula(typed)
    if (plain === stored || (plain === '' && !isOptional)) {
      setDraft(null)
      return true
    }
    if (plain !== '' && !readFormula(plain, scope, expects).parses) {
      setDraft(plain)
      return false
    }
    const against = props.onCommit(plain) ?? []
    setRefused(against)
    setDraft(against.length > 0 ? plain : null)
    return against.length === 0
  }

  const change = (next: string) => {
    setDraft(next)
    setRefused([])
  }

  const mend = (chosen: FormulaMend) => {
    if (chosen.kind === 'replace') {
      const mended = applyMend(text, chosen)
      change(mended)
      commit(mended)
    } else
      designer.edit(
        { zh: formulaWords.zh.addItem(chosen.name), en: formulaWords.en.addItem(chosen.name) },
        addItemEdit(chosen.name, expects, text),
      )
    input.current?.focus()
  }

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (offering.onKeyDown(event)) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (commit()) props.onLeave?.('enter')
    } else if (event.key === 'Escape') {
      if (draft === null && props.onLeave === undefined) return
      event.preventDefault()
      event.stopPropagation()
      setDraft(null)
      setRefused([])
      props.onLeave?.('escape')
    }
  }

  const className = ['ff', isComposing && 'ff-composing', isWrong && 'ff-wrong'].filter(Boolean).join(' ')
  const hasNotes = shownIssues.length > 0
  return (
    <div className={className}>
      <div className="ff-box">
        <div className="ff-line">
          <div className="ff-paint" aria-hidden="true" ref={paint}>
            <span className="ff-paint-text">
              <FormulaPaint text={text} scope={scope} issues={shownIssues} />
            </span>
          </div>
          <input
            ref={input}
            className="ff-input"
            value={text}
            aria-label={label}
            placeholder={props.placeholder}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={offering.isOpen}
            aria-controls={offering.isOpen ? `${id}-offers` : undefined}
            aria-activedescendant={offering.isOpen ? `${id}-offers-${offering.chosen}` : undefined}
            aria-invalid={isWrong}
            aria-describedby={hasNotes ? `${id}-notes` : undefined}
            autoComplete="off"
            // With nothing typed, undo is the document's.
            {...(draft === null ? { 'data-undo': 'document' } : {})}
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: only where a cell has just been opened for editing
            autoFocus={props.autoFocus}
            onChange={(event) => {
              change(event.target.value)
              offering.onTyped()
            }}
            onSelect={offering.onCaret}
            onScroll={(event) => {
              if (paint.current !== null) paint.current.scrollLeft = event.currentTarget.scrollLeft
            }}
            onClick={() => isEmpty && offering.open()}
            onKeyDown={onKeyDown}
            onCompositionStart={() => setIsComposing(true)}
            onCompositionEnd={() => setIsComposing(false)}
            onFocus={() => setIsFocused(true)}
            onBlur={() => {
              setIsFocused(false)
              setIsComposing(false)
              commit()
            }}
          />
        </div>
        <button
          type="button"
          className="ff-advanced"
          title={w.advanced}
          aria-label={`${label} · ${w.advanced} fx`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() =>
            designer.setView({
              dialog: {
                kind: 'formula',
                text,
                label,
                expects,
                scope: props.scope,
                onCommit: props.onCommit,
                onClose: () => setDraft(null),
              },
            })
          }
        >
          fx
        </button>
      </div>
      {showsValue && preview !== null && shownIssues.every((each) => each.severity !== 'error') && (
        <div className="ff-value">
          <strong>{w.value(preview.shown)}</strong>
          {preview.provisional === true && ` · ${w.provisional}`}
          {preview.withValues !== preview.shown && ` · ${preview.withValues}`}
        </div>
      )}
      {hasNotes && (
        <FormulaNotes
          id={`${id}-notes`}
          issues={shownIssues}
          length={text.length}
          isUnfinished={draft !== null && !reading.parses}
          onMend={mend}
        />
      )}
      {(offering.isOpen || (isFocused && offering.signature !== undefined)) && input.current !== null && (
        <FormulaOffers
          id={`${id}-offers`}
          anchor={input.current}
          left={offering.left}
          offers={offering.isOpen ? offering.offers : []}
          chosen={offering.chosen}
          signature={offering.signature}
          onChoose={offering.choose}
        />
      )}
    </div>
  )
}

/** False for a moment after each change. */
function useSettled(text: string): boolean {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled === text
}

const SETTLE_MS = 700
