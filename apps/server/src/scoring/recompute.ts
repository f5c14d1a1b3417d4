import type { Evaluation, Language } from '@yardstick/model'
import type { StoredEvaluation } from '../store/evaluations.ts'
import { keptInput } from '../store/scoring-inputs.ts'
import type { Db } from '../store/tables.ts'
import type { Documents } from './documents.ts'
import type { Scoring } from './pool.ts'

/** What a result says in short, and by which engine. */
export interface Standing {
  readonly state: Evaluation['state']
  readonly total: string | null
  readonly grade: string | null
  readonly engine: string
}

/**
 * A stored result made again from just what was scored then. Where the two differ, as they may under a newer engine, the
 * stored one stands.
 */
export interface Recomputation {
  readonly same: boolean
  readonly stored: Standing
  readonly recomputed: Standing
  /** Indicators whose scores differ. */
  readonly differences: readonly {
    readonly id: string
    readonly stored: string | null
    readonly recomputed: string | null
  }[]
  readonly evaluation: Evaluation
}

export async function recompute(
  { db, scoring, documents }: { readonly db: Db; readonly scoring: Scoring; readonly documents: Documents },
  row: StoredEvaluation,
  language: Language,
): Promise<Recomputation> {
  const submission = await keptInput(db, row.submission_hash)
  const declaration = row.declaration_hash === null ? null : await keptInput(db, row.declaration_hash)
  if (submission === undefined || declaration === undefined) throw new Error('what was scored has not been kept')
  const [scored] = await scoring.score({
    scheme: await documents.version(row.version_hash),
    facts: row.facts_hash === null ? undefined : await documents.input(row.facts_hash),
    language,
    // With its trace, and so by the reference: another way than the one that stored it.
    trace: true,
    submissions: [{ submission, declaration }],
  })
  const evaluation = JSON.parse(scored!.document) as Evaluation
  const before = JSON.parse(row.document) as Evaluation
  const stored = { state: row.state, total: shortest(row.total), grade: row.grade, engine: before.engine }
  const recomputed = standing(evaluation)
  const differences = differencesOf(before, evaluation)
  const isSame = (key: 'state' | 'total' | 'grade') =>
    stored[key] === recomputed[key] && before[key] === recomputed[key]
  const same = isSame('state') && isSame('total') && isSame('grade') && differences.length === 0
  return { same, stored, recomputed, differences, evaluation }
}

export function standing({ state, total, grade, engine }: Evaluation): Standing {
  return { state, total, grade, engine }
}

/** Decimal text of a numeric column without trailing zeros. */
function shortest(decimal: string | null): string | null {
  return decimal?.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
}

function differencesOf(stored: Evaluation, recomputed: Evaluation): Recomputation['differences'] {
  const before = new Map(stored.indicators.map(({ id, score }) => [id, score]))
  const after = new Map(recomputed.indicators.map(({ id, score }) => [id, score]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [one, other] = [before.get(id) ?? null, after.get(id) ?? null]
    return one === other ? [] : [{ id, stored: one, recomputed: other }]
  })
}
