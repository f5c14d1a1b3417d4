import { createContext, type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'

/** Where the controls of a picture stand: in the line of the switch, which is there before the picture is. */
export const ControlsPlace = createContext<HTMLElement | null>(null)

/** What every picture of 对比 has: its controls, one sentence that says what is seen, and what is seen. */
export function ViewFrame({
  controls,
  seen,
  notes,
  legend,
  children,
}: {
  controls: ReactNode
  seen: string
  /** How it came about, and what it does not say. */
  notes?: readonly string[]
  legend?: ReactNode
  children: ReactNode
}) {
  const place = useContext(ControlsPlace)
  return (
    <div className="campaign-part comparison-view">
      {place !== null && createPortal(controls, place)}
      <div className="comparison-said">
        <p className="comparison-seen" role="status">
          {seen}
        </p>
        {legend}
      </div>
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
