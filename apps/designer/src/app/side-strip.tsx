import { DoubleLeftOutlined, DoubleRightOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'

/** A side panel that folds to a strip of 32 px with its name on it. */
export function SideStrip({
  side,
  label,
  isOpen,
  onToggle,
  children,
}: {
  side: 'left' | 'right'
  label: string
  isOpen: boolean
  onToggle: () => void
  children: ReactNode
}) {
  const pointsLeft = (side === 'left') === isOpen
  const icon = pointsLeft ? <DoubleLeftOutlined /> : <DoubleRightOutlined />
  return (
    <aside
      className={`side side-${side} ${isOpen ? 'side-open' : 'side-folded'}`}
      aria-label={label}
      data-region={side}
    >
      <button type="button" className="side-toggle" aria-expanded={isOpen} title={label} onClick={onToggle}>
        {icon}
        <span>{label}</span>
      </button>
      {isOpen && (
        <div className="side-content">
          <h2 className="announcer">{label}</h2>
          {children}
        </div>
      )}
    </aside>
  )
}
