import type { Grade } from '@yardstick/model'
import { useEffect, useState } from 'react'
import { engineOf } from '../evaluation/engine.ts'
import { useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { schemeWords } from './scheme-words.ts'

/** Grades on a line from 0 to the highest total, with a mark for each sample's. */
export function GradeStrip({ grades, top }: { grades: readonly Grade[]; top: string }) {
  const w = useWords(schemeWords)
  const totals = useTotals()
  const full = Number(top) || 1
  const left = (score: string) => `${Math.min(100, Math.max(0, (Number(score) / full) * 100))}%`
  const bands = [...grades].reverse()
  return (
    <figure className="scheme-strip" aria-label={w.strip}>
      {bands.map((grade, index) => {
        const from = grade.from ?? '0'
        const to = bands[index + 1]?.from ?? top
        return (
          <span
            key={grade.name}
            className="scheme-band"
            style={{ left: left(from), width: `calc(${left(to)} - ${left(from)})` }}
          >
            <span
              className="scheme-band-colour"
              style={{ opacity: 0.1 + (0.6 * (index + 1)) / bands.length }}
              aria-hidden="true"
            />
            <span className="scheme-band-name">{grade.name}</span>
            {grade.from !== undefined && <span className="scheme-band-from">{grade.from}</span>}
          </span>
        )
      })}
      {totals.map(({ name, total }) => (
        <span key={name} className="scheme-total" style={{ left: left(total) }} title={w.sampleAt(name, total)} />
      ))}
    </figure>
  )
}

/** Totals of all samples that have one, a part at a time as the worker gets to them. */
function useTotals(): { name: string; total: string }[] {
  const cases = useDesigner((state) => state.design!.scheme.cases)
  const declaration = useDesigner((state) => state.view.declaration)
  const revision = useDesigner((state) => state.results.revision)
  const [totals, setTotals] = useState<{ name: string; total: string }[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew after every round
  useEffect(() => {
    let isGone = false
    const ask = async () => {
      const found: { name: string; total: string }[] = []
      for (let next = 0, count = 1; next < count && !isGone; ) {
        const part = await engineOf().scoreCases(next, { declaration })
        if (part === null) return
        part.scores.forEach(({ total }, at) => {
          if (total !== null) found.push({ name: cases?.[next + at]?.name ?? '', total })
        })
        next = part.next
        count = part.count
      }
      if (!isGone) setTotals(found)
    }
    void ask()
    return () => {
      isGone = true
    }
  }, [revision, declaration])
  return totals
}
