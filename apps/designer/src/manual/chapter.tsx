import type { Scheme } from '@yardstick/model'
import type { ReactNode } from 'react'
import { useWords } from '../parts/words.ts'
import { manualWords } from './words.ts'

export const chapterIds = ['general', 'tree', 'indicators', 'rules', 'grades', 'items', 'measures'] as const
export type ChapterId = (typeof chapterIds)[number]

export function Chapter({ id, children }: { id: ChapterId; children: ReactNode }) {
  const w = useWords(manualWords)
  return (
    <section className={`manual-chapter manual-${id}`} id={`manual-${id}`} aria-labelledby={`manual-${id}-title`}>
      <h2 id={`manual-${id}-title`}>
        {w.ordinal(chapterIds.indexOf(id))}
        {w.chapters[id]}
      </h2>
      {children}
    </section>
  )
}

/** The name, and the line under it that says which version this is of what. */
export function Cover({ scheme }: { scheme: Scheme }) {
  const w = useWords(manualWords)
  const facts = [
    scheme.region?.name,
    scheme.year === undefined ? undefined : w.year(scheme.year),
    scheme.formCode === undefined ? undefined : w.code(scheme.formCode),
    w.version(scheme.version),
    scheme.departmentTypes === undefined || scheme.departmentTypes.length === 0
      ? undefined
      : w.forTypes(scheme.departmentTypes.join(w.comma)),
  ].filter((each) => each !== undefined)
  return (
    <header className="manual-cover">
      <h1>{scheme.name}</h1>
      <p className="manual-kind">{w.manual}</p>
      <p className="manual-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {scheme.description !== undefined && <p className="manual-description">{scheme.description}</p>}
    </header>
  )
}
