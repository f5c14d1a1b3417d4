import { issue, sum, type TableScoring } from '@yardstick/model'
import { scoreValue } from '../../curve/plain-curves.ts'
import { type LeafRun, unknownBecause } from '../leaf-run.ts'
import { failed, type Outcome, scored } from '../outcome.ts'
import type { Truth } from '../rules.ts'
import { readsProvisional } from './pass.ts'

/**
 * 决策表: the rows whose cells all hold. A row is false as soon as one cell is false; one that is unknown leaves the leaf
 * missing, unless a row before it has already decided under `first`.
 */
export function table(run: LeafRun): Outcome {
  const { leaf } = run
  const scoring = leaf.method.scoring as TableScoring
  const keysOf = (row: number) =>
    [...leaf.method.conditionKeys].filter(([cell]) => cell.startsWith(`${row}/`)).map(([, key]) => key)
  const hits: number[] = []
  const open: number[] = []
  for (let row = 0; row < scoring.rows.length; row++) {
    const truth = rowTruth(keysOf(row).map(run.truth))
    if (truth === 'unknown') open.push(row)
    if (truth === 'true') hits.push(row)
    if (truth === 'true' && scoring.hit === 'first') break
  }
  const isTwice = scoring.hit === 'unique' && hits.length > 1
  if (open.length > 0 && !isTwice) return unknownBecause(open.flatMap(keysOf), run)
  const provisional = readsProvisional([...leaf.method.conditionKeys.values()], run)
  if (isTwice) {
    const found = hits.map((row) => row + 1)
    return failed(
      issue('SCORING_TABLE_TWO_HITS', {
        pointer: `${leaf.pointer}/scoring/rows`,
        where: leaf.path,
        expected: 1,
        found,
      }),
    )
  }
  const scores = hits.length === 0 ? [scoring.otherwise] : hits.map((row) => scoring.rows[row]!.score)
  return scored(sum(scores.map((score) => scoreValue(score, leaf.points))), { kind: 'table', rows: hits }, provisional)
}

function rowTruth(cells: readonly Truth[]): Truth {
  if (cells.includes('false')) return 'false'
  return cells.includes('unknown') ? 'unknown' : 'true'
}
