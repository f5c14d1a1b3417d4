import type { ReactNode } from 'react'

/** What every picture of 对比 has: a line of controls, one sentence that says what is seen, and what is seen. */
export function ViewFrame({
  controls,
  seen,
  notes,
  children,
}: {
  controls: ReactNode
  seen: string
  /** How it came about, and what it does not say. */
  notes?: readonly string[]
  children: ReactNode
}) {
  return (
    <div className="campaign-part comparison-view">
      <div className="management-bar">{controls}</div>
      <p className="comparison-seen" role="status">
        {seen}
      </p>
      {notes !== undefined && notes.length > 0 && (
        <div className="comparison-notes">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
      {children}
    </div>
  )
}

/** A picture beside its table. */
export function Beside({ picture, table }: { picture: ReactNode; table: ReactNode }) {
  return (
    <div className="comparison-beside">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too */}
      <div className="comparison-picture" tabIndex={0}>
        {picture}
      </div>
      <div className="comparison-table">{table}</div>
    </div>
  )
}
