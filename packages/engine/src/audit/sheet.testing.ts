import type { Json, ScoreSheet, ScoreSheetRow } from '@yardstick/model'
import { audit } from './audit.ts'

/** A row of a made-up sheet: name, points, score, and what else it prints. */
export function row(
  name: string,
  weight: number | null,
  score: number | null,
  more: Partial<Pick<ScoreSheetRow, 'printedRate' | 'standard' | 'data'>> = {},
  children: ScoreSheetRow[] = [],
): ScoreSheetRow {
  return { name, weight, score, ...more, children }
}

/** A branch without facts. */
export function branch(
  name: string,
  weight: number | null,
  score: number | null,
  ...children: ScoreSheetRow[]
): ScoreSheetRow {
  return row(name, weight, score, {}, children)
}

/** A sheet whose full score and total are what its top rows print, unless said otherwise. */
export function sheet(tree: ScoreSheetRow[], more: Partial<ScoreSheet> = {}): ScoreSheet {
  const fullScore = tree.reduce((total, each) => total + (each.weight ?? 0), 0)
  const total = tree.reduce((sum, each) => sum + (each.score ?? 0), 0)
  return { id: 'made-up', fullScore, tree, published: { total }, ...more }
}

/** One leaf worth 10 with 10, with what it prints beside. */
export function leaf(more: Parameters<typeof row>[3], score = 10, name = '指标'): ScoreSheet {
  return sheet([row(name, 10, score, more)])
}

export interface Finding {
  readonly code: string
  readonly where: string
  readonly expected: Json
  readonly found: Json
}

export function findings(made: ScoreSheet): Finding[] {
  return audit(made).map(({ code, where, expected, found }) => ({ code, where: where.join('/'), expected, found }))
}
