import { useWords } from '../parts/words.ts'
import { Part } from './marked.tsx'
import type { Fact } from './sheet-facts.ts'
import { factWords } from './words.ts'

/** What a row prints besides, under its names; objects and records with their parts behind them. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null
  return (
    <ul className="audit-facts">
      {facts.map((fact) => (
        <li key={fact.pointer}>
          <OneFact fact={fact} />
        </li>
      ))}
    </ul>
  )
}

function OneFact({ fact: { pointer, label, text, parts } }: { fact: Fact }) {
  const w = useWords(factWords)
  return (
    <>
      <Part pointer={pointer}>
        {label !== '' && <small>{label} </small>}
        {text ?? (parts.length === 0 ? w.nothing : null)}
      </Part>
      {parts.length > 0 && (
        <span className="audit-fact-parts">
          {parts.map((part) => (
            <span key={part.pointer}>
              <OneFact fact={part} />
            </span>
          ))}
        </span>
      )}
    </>
  )
}
