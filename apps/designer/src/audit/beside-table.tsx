import type { ScoreSheet } from '@yardstick/model'
import { useWords } from '../parts/words.ts'
import { Part } from './marked.tsx'
import { besidePointer } from './marks.ts'
import { auditWords } from './words.ts'

/** What a sheet prints around its table: bands of grades, scores repeated in the text, notes. */
export function BesideTable({ sheet }: { sheet: ScoreSheet }) {
  const w = useWords(auditWords)
  const grades = sheet.grades ?? []
  const beside = (['perLevel1', 'perLevel2'] as const).flatMap((key) =>
    Object.entries(sheet.published[key] ?? {}).map(([name, score]) => ({
      pointer: besidePointer(key, name),
      name,
      score,
    })),
  )
  const notes = sheet.scoringNotes ?? []
  return (
    <div className="audit-beside">
      {sheet.partial !== undefined && <p className="audit-partial">{w.partial}</p>}
      {grades.length > 0 && (
        <section>
          <h3>{w.bands}</h3>
          <ul className="audit-chips">
            {grades.map(({ name, min, max, maxExclusive }, index) => (
              <li key={name}>
                <Part pointer={`/grades/${index}`}>
                  <b>{name}</b>{' '}
                  {max === undefined
                    ? w.bandFrom(String(min))
                    : w.band(String(min), String(max), maxExclusive === true)}
                </Part>
              </li>
            ))}
          </ul>
        </section>
      )}
      {beside.length > 0 && (
        <section>
          <h3>{w.beside}</h3>
          <ul className="audit-chips">
            {beside.map(({ pointer, name, score }) => (
              <li key={pointer}>
                <Part pointer={pointer}>
                  {name} <b>{score}</b>
                </Part>
              </li>
            ))}
          </ul>
        </section>
      )}
      {notes.length > 0 && (
        <section>
          <h3>{w.notes}</h3>
          {notes.map((note, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: notes may be alike, and never move
            <p key={index} className="audit-note">
              {note}
            </p>
          ))}
        </section>
      )}
    </div>
  )
}
