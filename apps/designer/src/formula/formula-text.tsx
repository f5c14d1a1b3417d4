import type { Scope } from '@yardstick/formula'
import type { Issue } from '@yardstick/model'
import { useMemo } from 'react'
import { issueText } from '../parts/issue-text.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { CodeEditor, type CodeMark } from './code-editor.tsx'
import { FORMULA, teachFormulas } from './formula-language.ts'
import { useMonaco } from './use-monaco.ts'
import { formulaPanelWords } from './words.ts'

export interface FormulaTextProps {
  readonly text: string
  readonly label: string
  readonly scope: Scope
  readonly issues: readonly Issue[]
  onChange(text: string): void
  onCommit(): void
}

/** A formula over several lines in the code editor, or in a plain text field where that cannot be had. */
export function FormulaText(props: FormulaTextProps) {
  const { text, label, scope, issues, onChange, onCommit } = props
  const monaco = useMonaco()
  const language = useLanguage()
  const marks = useMemo(
    () =>
      issues.map(
        (issue): CodeMark => ({
          from: issue.span?.from ?? 0,
          to: issue.span?.to ?? text.length,
          severity: issue.severity,
          message: issueText(issue, language),
        }),
      ),
    [issues, language, text.length],
  )
  if (monaco == null) return <PlainFormula {...props} hasFailed={monaco === null} />
  teachFormulas(monaco, { scope, language })
  return (
    <CodeEditor
      monaco={monaco}
      className="formula-code"
      text={text}
      language={FORMULA}
      label={label}
      marks={marks}
      autoFocus
      options={OPTIONS}
      onChange={onChange}
      onCommit={onCommit}
    />
  )
}

const OPTIONS = {
  lineNumbers: 'off',
  folding: false,
  glyphMargin: false,
  lineDecorationsWidth: 8,
  wordWrap: 'on',
  fontSize: 15,
  renderLineHighlight: 'none',
} as const

function PlainFormula({ text, label, hasFailed, onChange, onCommit }: FormulaTextProps & { hasFailed: boolean }) {
  const w = useWords(formulaPanelWords)
  return (
    <>
      {hasFailed && <div className="formula-hint">{w.plain}</div>}
      <textarea
        className="formula-plain"
        aria-label={label}
        spellCheck={false}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            onCommit()
          }
        }}
      />
    </>
  )
}
