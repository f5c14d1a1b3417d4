import type { ReactNode } from 'react'
import './field.css'

/** A line of a form: what it is called, and its control. `hint` stands below in small grey letters. */
export function FieldRow({ label, hint, children }: { label: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <div className="field-row">
      <span className="field-label" aria-hidden="true">
        {label}
      </span>
      <div className="field-control">{children}</div>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
    </div>
  )
}
