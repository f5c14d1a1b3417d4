import type { Severity } from '@yardstick/model'
import type { editor } from 'monaco-editor/editor'
import { useEffect, useImperativeHandle, useRef } from 'react'
import { designer } from '../store/use-designer.ts'
import { editorOptions } from './editor-options.ts'
import type { Monaco } from './monaco.ts'
import { usePageTheme } from './use-page-theme.ts'

export interface CodeMark {
  readonly from: number
  readonly to: number
  readonly severity: Severity
  readonly message: string
}

export interface CodeHandle {
  /** Shows and selects a part of the text. */
  select(from: number, to: number): void
  focus(): void
}

export interface CodeEditorProps {
  readonly monaco: Monaco
  readonly text: string
  readonly language: string
  readonly label: string
  /** Under which name the text is known to the editor; default a name of its own. */
  readonly uri?: string
  readonly marks: readonly CodeMark[]
  readonly options?: editor.IStandaloneEditorConstructionOptions
  readonly className: string
  readonly autoFocus?: boolean
  onChange(text: string): void
  onBlur?(): void
  /** Ctrl+S in a document, Ctrl+Enter in a formula. */
  onCommit(): void
  readonly handle?: React.Ref<CodeHandle>
}

/** The code editor around a text that its owner holds. A new text from outside takes the place of the old, caret kept. */
export function CodeEditor(props: CodeEditorProps) {
  const { monaco, text, marks } = props
  const place = useRef<HTMLDivElement>(null)
  const code = useRef<editor.IStandaloneCodeEditor | null>(null)
  const latest = useRef(props)
  latest.current = props
  const theme = usePageTheme()

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what changes is told to it below
  useEffect(() => {
    const uri = props.uri === undefined ? undefined : monaco.Uri.parse(props.uri)
    const model = monaco.editor.createModel(text, props.language, uri)
    const made = monaco.editor.create(place.current!, {
      ...editorOptions,
      ...props.options,
      model,
      ariaLabel: props.label,
      theme: `yardstick-${theme}`,
    })
    code.current = made
    const { KeyMod, KeyCode } = monaco
    made.onDidChangeModelContent(() => {
      const now = model.getValue()
      if (now !== latest.current.text) latest.current.onChange(now)
    })
    made.onDidBlurEditorWidget(() => latest.current.onBlur?.())
    const commit = () => latest.current.onCommit()
    made.addCommand(KeyMod.CtrlCmd | KeyCode.KeyS, commit)
    made.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, commit)
    // Keys of the whole page that the editor would take for itself.
    made.addCommand(KeyMod.CtrlCmd | KeyCode.KeyK, () => designer.setView({ dialog: { kind: 'palette' } }))
    made.addCommand(KeyCode.F1, () => designer.setView({ dialog: { kind: 'shortcuts' } }))
    if (props.autoFocus === true) {
      made.focus()
      const end = model.getFullModelRange().getEndPosition()
      made.setPosition(end)
    }
    return () => {
      made.dispose()
      model.dispose()
      code.current = null
    }
  }, [monaco])

  useEffect(() => {
    const model = code.current?.getModel()
    if (code.current === null || model == null || model.getValue() === text) return
    const view = code.current.saveViewState()
    model.setValue(text)
    if (view !== null) code.current.restoreViewState(view)
  }, [text])

  useEffect(() => monaco.editor.setTheme(`yardstick-${theme}`), [monaco, theme])

  useEffect(() => {
    const model = code.current?.getModel()
    if (model == null) return
    const severities = {
      error: monaco.MarkerSeverity.Error,
      warning: monaco.MarkerSeverity.Warning,
      hint: monaco.MarkerSeverity.Info,
    }
    monaco.editor.setModelMarkers(
      model,
      'yardstick',
      marks.map(({ from, to, severity, message }) => {
        const [start, end] = [model.getPositionAt(from), model.getPositionAt(Math.max(to, from + 1))]
        return {
          startLineNumber: start.lineNumber,
          startColumn: start.column,
          endLineNumber: end.lineNumber,
          endColumn: end.column,
          severity: severities[severity],
          message,
        }
      }),
    )
  }, [monaco, marks])

  useImperativeHandle(props.handle, () => ({
    select(from, to) {
      const model = code.current?.getModel()
      if (code.current === null || model == null) return
      const range = monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to))
      code.current.setSelection(range)
      code.current.revealRangeInCenterIfOutsideViewport(range)
      code.current.focus()
    },
    focus: () => code.current?.focus(),
  }))
  return <div className={props.className} ref={place} />
}
