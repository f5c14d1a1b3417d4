import { type ReactNode, useContext } from 'react'
import { useWords } from '../parts/words.ts'
import { MarksContext, useMarkClass } from './sheet-context.ts'
import type { PrintedCell } from './sheet-table.ts'
import { auditWords } from './words.ts'

/** The numbers of what is found at a cell; each leads to its line in the list. */
export function Badges({ at: pointer }: { at: string }) {
  const w = useWords(auditWords)
  const { marks, at, sentence, goTo } = useContext(MarksContext)
  const mark = marks.get(pointer)
  if (mark === undefined) return null
  return (
    <span className="audit-badges">
      {mark.findings.map((index) => (
        <button
          key={index}
          type="button"
          className={index === at ? 'audit-badge audit-badge-current' : 'audit-badge'}
          aria-label={w.badge(index + 1, sentence(index))}
          title={sentence(index)}
          onClick={() => goTo(index)}
        >
          {index + 1}
        </button>
      ))}
    </span>
  )
}

/** A cell of the table. */
export function Cell({ of, className }: { of: PrintedCell; className: string }) {
  const marked = useMarkClass(of.pointer)
  return (
    <td className={`${className} ${marked}`} data-cell={of.pointer}>
      {of.text}
      <Badges at={of.pointer} />
    </td>
  )
}

/** A part of a cell that is marked by itself. */
export function Part({ pointer, children }: { pointer: string; children: ReactNode }) {
  const marked = useMarkClass(pointer)
  return (
    <span className={`audit-part ${marked}`} data-cell={pointer}>
      {children}
      <Badges at={pointer} />
    </span>
  )
}
