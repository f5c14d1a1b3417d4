import { type IndicatorResult, isJudged, type Submission } from '@yardstick/model'
import { dataLines, layersByName } from './data-lines.ts'
import { panelOf, panelScores } from './panel.ts'
import type { ScoreTable } from './sheet-rows.ts'

/** How far the scoring of one submission is. */
export interface Progress {
  readonly judged: number
  readonly toJudge: number
  /** Of what was reported. */
  readonly verified: number
  readonly reported: number
  readonly overridden: number
  /** Leaves where something is still to be decided by whoever is here, in the order of the table. */
  readonly open: readonly string[]
}

/** own  the reader's name as an expert, where they score in panels for themselves alone */
export function progressOf(
  { rows }: ScoreTable,
  document: Submission,
  results: ReadonlyMap<string, Pick<IndicatorResult, 'state'>>,
  own: string | undefined,
): Progress {
  const judgedRows = rows.filter(({ leaf }) => isJudged(leaf))
  const isOpen = ({ leaf }: ScoreTable['rows'][number]) => {
    const panel = panelOf(leaf)
    const { judged, overridden } = layersByName(document.judgements?.[leaf.id])
    if (overridden !== undefined) return false
    if (panel === undefined || own === undefined) return results.get(leaf.id)?.state === 'missing'
    return !panelScores(leaf, panel, judged, own).experts.some((each) => each.isOwn)
  }
  const open = judgedRows.filter(isOpen).map(({ leaf }) => leaf.id)
  const items = new Map(rows.flatMap((row) => row.items.map((item) => [item.id, item] as const)))
  const lines = dataLines([...items.values()], document)
  const isOverridden = Object.values(document.judgements ?? {}).filter(
    (entry) => layersByName(entry).overridden !== undefined,
  )
  return {
    judged: judgedRows.length - open.length,
    toJudge: judgedRows.length,
    verified: lines.filter(({ layers }) => layers.verified !== undefined).length,
    reported: lines.filter(({ layers }) => (layers.reported ?? layers.verified) !== undefined).length,
    overridden: isOverridden.length + lines.filter(({ layers }) => layers.overridden !== undefined).length,
    open,
  }
}
