import type { ImportedRow } from '@yardstick/exchange/import-table'
import type { StepCount } from '@yardstick/model'
import { type LeafContext, printStandard } from '@yardstick/wording'
import { useMemo } from 'react'
import { RuleReadingView } from '../parts/rule-reading/rule-reading.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { importWords } from './words.ts'

/** The chosen row: its 评分标准 word by word beside the rule that was read from it. */
export function RowDetail({ row, stepCount }: { row: ImportedRow | undefined; stepCount: StepCount | undefined }) {
  const w = useWords(importWords)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="import-detail" aria-label={w.detail} tabIndex={0}>
      {row === undefined ? (
        <p className="import-hint">{w.chooseRow}</p>
      ) : (
        <>
          <h2>
            {row.where.join(' / ')}
            <span>{w.exampleScore(row.points)}</span>
          </h2>
          {row.rule === undefined ? (
            <p className="import-hint">{w.branch}</p>
          ) : (
            <LeafDetail row={row} rule={row.rule} stepCount={stepCount} />
          )}
        </>
      )}
    </section>
  )
}

function LeafDetail({
  row: { row, points },
  rule: { target, scoring, reading, standard, from },
  stepCount,
}: {
  row: ImportedRow
  rule: NonNullable<ImportedRow['rule']>
  stepCount: StepCount | undefined
}) {
  const w = useWords(importWords)
  const language = useLanguage()
  const context = useMemo<LeafContext>(
    () => ({ name: row.name, points, target, stepCount }),
    [row.name, points, target, stepCount],
  )
  const isRead = from === 'standard' && reading !== undefined
  return (
    <>
      {standard !== undefined && reading !== undefined && (
        <RuleReadingView text={standard} reading={reading} context={context} />
      )}
      {standard === undefined && <p className="import-hint">{w.noStandard}</p>}
      {!isRead && (
        <p className="import-now">
          {w.scoredFor[from]}
          {from === 'target' && printStandard(scoring, context, language)}
        </p>
      )}
    </>
  )
}
