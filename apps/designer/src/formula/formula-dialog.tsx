import { normaliseFormula } from '@yardstick/formula'
import type { Issue } from '@yardstick/model'
import { useMemo, useState } from 'react'
import { FormulaNotes } from '../parts/formula-field/formula-notes.tsx'
import { applyMend } from '../parts/formula-field/mends.ts'
import { readFormula } from '../parts/formula-field/read-formula.ts'
import { usePreview } from '../parts/formula-field/use-preview.ts'
import { useSchemeScope } from '../parts/formula-field/use-scheme-scope.ts'
import { Modal } from '../parts/modal.tsx'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import type { FormulaDialog as Request } from '../store/view.ts'
import './formula.css'
import { FormulaText } from './formula-text.tsx'
import { formulaPanelWords } from './words.ts'

/** A formula in the large editor, over as many lines as it needs; it goes back where it came from once it parses. */
export function FormulaDialog() {
  const dialog = useDesigner((state) => state.view.dialog)
  return dialog?.kind === 'formula' ? <FormulaDialogOf request={dialog} /> : null
}

function FormulaDialogOf({ request }: { request: Request }) {
  const w = useWords(formulaPanelWords)
  const schemeScope = useSchemeScope()
  const scope = request.scope ?? schemeScope
  const { expects, label } = request
  const [text, setText] = useState(request.text)
  const [refused, setRefused] = useState<readonly Issue[]>([])
  const reading = useMemo(() => readFormula(text, scope, expects), [text, scope, expects])
  const preview = usePreview(reading.parses ? text : undefined, expects)
  const issues = text.trim() === '' ? [] : [...refused, ...reading.issues]

  const close = () => {
    request.onClose()
    designer.setView({ dialog: null })
  }
  const commit = () => {
    const plain = normaliseFormula(text)
    if (plain !== '' && !readFormula(plain, scope, expects).parses) return
    const against = request.onCommit(plain) ?? []
    setRefused(against)
    if (against.length === 0) close()
  }
  const change = (next: string) => {
    setText(next)
    setRefused([])
  }
  return (
    <Modal
      title={label}
      width={760}
      okText={w.commit}
      cancelText={w.cancel}
      okButtonProps={{ disabled: !reading.parses && text.trim() !== '' }}
      onOk={commit}
      onCancel={close}
      mask={{ closable: false }}
    >
      <FormulaText text={text} label={label} scope={scope} issues={issues} onChange={change} onCommit={commit} />
      <div className="formula-under" aria-live="polite">
        {preview !== null && issues.every((each) => each.severity !== 'error') && (
          <div className="formula-value">
            <strong>{preview.shown}</strong>
            {preview.withValues !== preview.shown && <span>{preview.withValues}</span>}
          </div>
        )}
        <FormulaNotes
          id="formula-dialog-notes"
          issues={issues}
          length={text.length}
          isUnfinished={false}
          onMend={(mend) => mend.kind === 'replace' && change(applyMend(text, mend))}
        />
        <div className="formula-hint">{w.formulaHint}</div>
      </div>
    </Modal>
  )
}
