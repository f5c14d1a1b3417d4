import { useWords } from '../../../parts/words.ts'
import { bands } from './colours.ts'
import { comparisonWords } from './words.ts'

/** What the colours of score rates mean; `isWhole` adds those of cells that have none. */
export function Legend({ isWhole = false }: { isWhole?: boolean }) {
  const w = useWords(comparisonWords)
  return (
    <ul className="legend" aria-label={w.legend}>
      {bands.map((band) => (
        <li key={band}>
          <span className={`legend-mark legend-${band}`} aria-hidden="true" />
          {w.bands[band]}
        </li>
      ))}
      {isWhole && (
        <>
          <li>
            <span className="legend-mark legend-missing" aria-hidden="true">
              ×
            </span>
            {w.missing}
          </li>
          <li>
            <span className="legend-mark legend-not-applicable" aria-hidden="true">
              –
            </span>
            {w.notApplicable}
          </li>
        </>
      )}
    </ul>
  )
}
