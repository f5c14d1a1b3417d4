import { useMemo } from 'react'
import { useWords } from '../../../parts/words.ts'
import type { DataColumn } from './data-column.tsx'
import { dumbbells, dumbbellsHeight } from './dumbbells.ts'
import { indicatorColumns } from './indicator-columns.tsx'
import { counted, type IndicatorMeasures, stepOf, type VersionMeasures } from './indicator-measures.ts'
import { type IndicatorsSeen, PicturedList } from './pictured-list.tsx'
import { exactOf, sorted } from './sorting.ts'
import { comparisonWords } from './words.ts'

/** 区分度: what the best have in an indicator beside what the poorest have; the least telling first. */
export function DiscriminationView({
  measures,
  scheme,
  notes,
  ...seenAs
}: IndicatorsSeen & { readonly measures: VersionMeasures }) {
  const w = useWords(comparisonWords)
  const rows = useMemo(
    () => sorted(counted(measures.indicators), ({ discrimination }) => exactOf(discrimination?.value), false),
    [measures],
  )
  const columns = useMemo(() => columnsOf(w, seenAs.address), [w, seenAs.address])
  const draw = useMemo(
    () =>
      dumbbells(
        rows.map(({ name, upper, lower, discrimination }) => ({
          name,
          from: lower === null ? null : Number(lower.value),
          to: upper === null ? null : Number(upper.value),
          text: discrimination === null ? w.noValue : valueText(discrimination.value),
          isMarked: discrimination !== null && stepOf(discrimination) === 'poor',
        })),
        { from: w.lower, to: w.upper },
      ),
    [rows, w],
  )
  const known = rows.filter(({ discrimination }) => discrimination !== null)
  const weak = known.filter(({ discrimination }) => stepOf(discrimination!) === 'poor')
  const best = known.at(-1)
  const seen =
    best === undefined
      ? w.discriminationNone
      : w.discriminationSeen(weak.length, known.length, best.name, valueText(best.discrimination!.value))
  const hints = [
    ...notes,
    ...(best === undefined ? [] : [w.discriminationHint(measures.group)]),
    ...(measures.scored < ENOUGH && best !== undefined ? [w.discriminationFew] : []),
  ]
  return (
    <PicturedList
      {...seenAs}
      picture="discrimination"
      choices={scheme}
      seen={seen}
      notes={hints}
      draw={draw}
      height={dumbbellsHeight(rows.length)}
      marks={rows}
      isDrawn={best !== undefined}
      keyOf={({ id }) => id}
      columns={columns}
      first={{ column: 'discrimination', isDown: false }}
    />
  )
}

/** With fewer the two groups are one or two departments each. */
const ENOUGH = 10

/** Two digits, as the measure is printed. */
function valueText(value: string): string {
  return exactOf(value)?.round(2).toFixed(2).replace('-', '−') ?? ''
}

function columnsOf(w: (typeof comparisonWords)['zh'], address: readonly string[]): DataColumn<IndicatorMeasures>[] {
  return [
    ...indicatorColumns<IndicatorMeasures>(w, address),
    {
      ...{ id: 'discrimination', title: w.discrimination, width: '108px', kind: 'number' },
      value: ({ discrimination }) => discrimination?.value ?? null,
      cell: ({ discrimination }, text) => (discrimination === null ? text : valueText(discrimination.value)),
    },
    {
      ...{ id: 'step', title: w.step, width: '78px' },
      value: ({ discrimination }) => (discrimination === null ? null : w.steps[stepOf(discrimination)]),
      key: ({ discrimination }) => exactOf(discrimination?.value),
      cell: ({ discrimination }, text) =>
        discrimination === null ? text : <span className={`badge ${looks[stepOf(discrimination)]}`}>{text}</span>,
    },
    { id: 'upper', title: w.upper, width: '102px', kind: 'rate', value: ({ upper }) => upper?.value ?? null },
    { id: 'lower', title: w.lower, width: '102px', kind: 'rate', value: ({ lower }) => lower?.value ?? null },
    { id: 'rate', title: w.rate, width: '82px', kind: 'rate', value: ({ rate }) => rate?.value ?? null },
  ]
}

const looks = { excellent: 'badge-good', good: 'badge-good', fair: 'badge-accent', poor: 'badge-warn' } as const
