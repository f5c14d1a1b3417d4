import { CivilDate } from '@yardstick/model'
import { expect, test } from 'vitest'
import { type SheetValue, Spreadsheet } from '../../packages/engine/src/excel/spreadsheet.testing.ts'
import type { CellContent } from '../../packages/exchange/src/render/workbook.ts'
import { evaluated, prepare, randomPairs } from './random/pair.ts'
import { pairCount } from './scale.ts'
import {
  cellContent,
  decimal,
  isSameScore,
  type ScoredWorkbook,
  scored,
  scoredCase,
  scoredCases,
} from './score-workbooks.ts'

/**
 * The workbook of every golden case, seed and template, reckoned by a spreadsheet that shares no code with the engine:
 * where a formula gives a number, it is the printed score to the digit. Where it gives none although there is a score, the
 * indicator is named here with its reason.
 */
/** A condition that is decided although a cell it might have read is empty: the formula waits for the cell. */
const WAITING = [
  'pass-by-condition: 任一',
  'pass-by-condition: total',
  'pass-by-condition-with-a-missing-fact: 已不成立',
  'rule-negation-over-a-missing-fact-never-fires: 乙',
  'table-unknown-row-before-a-hit: 后未知',
]

test('[X3] a score recomputed by the workbook is the printed score', async () => {
  const differing: string[] = []
  const waiting: string[] = []
  let same = 0
  for (const [name, given] of scoredCases) {
    for (const { id, printed, live } of recomputed(await scoredCase(given))) {
      if (printed === undefined || live === undefined) {
        if (typeof live === 'number') differing.push(`${name}: ${id} has none, recomputed ${live}`)
      } else if (typeof live !== 'number') waiting.push(`${name}: ${id}`)
      else if (isSameScore(live, printed)) same++
      else differing.push(`${name}: ${id} ${printed}, recomputed ${live}`)
    }
  }
  expect(differing).toEqual([])
  expect(waiting).toEqual(WAITING)
  expect(same).toBeGreaterThan(1_200)
})

const PAIRS = pairCount(400)

test('[X3] so it is on random schemes and submissions, most of which have formulas', async () => {
  const differing: string[] = []
  const count = { same: 0, waiting: 0, refused: 0 }
  for (const pair of randomPairs(300, PAIRS)) {
    const ready = await prepare(pair)
    const evaluation = await evaluated(ready)
    for (const { id, printed, live } of recomputed(scored(ready.compiled, ready.submission, evaluation))) {
      const seeds = `seed ${pair.random.seed}/${pair.seed}: ${id}`
      if (printed === undefined) {
        if (typeof live === 'number') differing.push(`${seeds} has none, recomputed ${live}`)
      } else if (live === undefined) count.refused++
      else if (typeof live !== 'number') count.waiting++
      else if (isSameScore(live, printed)) count.same++
      else differing.push(`${seeds} ${printed}, recomputed ${live}`)
    }
  }
  expect(differing).toEqual([])
  expect(count.same).toBeGreaterThan(4 * (count.waiting + count.refused))
}, 7_200_000)

interface Recomputed {
  readonly id: string
  readonly printed: string | undefined
  /** Undefined where the formula is refused. */
  readonly live: SheetValue | undefined
}

/** Every node and the total, as printed and as the workbook of this evaluation reckons them. */
function recomputed({ workbook, formulas, lines, evaluation }: ScoredWorkbook): Recomputed[] {
  const sheet = new Spreadsheet((name, cell) => spreadsheetValue(cellContent(workbook, name, cell)))
  const { total } = formulas
  return [
    ...lines.map(({ id, printed, sheet: name, cell, isLive }) => ({
      id,
      printed,
      live: isLive ? sheet.value(name, cell) : undefined,
    })),
    {
      id: 'total',
      printed: evaluation.total ?? undefined,
      live: 'refused' in total ? undefined : sheet.reckon(total.formula),
    },
  ]
}

/** As our own spreadsheet of the tests takes it. */
function spreadsheetValue(content: CellContent | undefined): SheetValue | { formula: string } {
  if (content === undefined || 'blank' in content) return null
  if ('formula' in content) return { formula: content.formula }
  if ('number' in content) return Number(decimal(content.number))
  if ('date' in content) return CivilDate.parse(content.date)!.dayNumber + 25_569
  return content.text === '' ? null : content.text
}
