import type { Evaluation, IndicatorResult } from '@yardstick/model'
import type { Person } from '../access/person.ts'
import { mayDo } from '../access/rights.ts'
import { mayRead, ownPlace } from '../campaigns/places.ts'
import { settled } from '../campaigns/stages.ts'
import { type ComplaintRemark, type ComplaintRow, remarksOf } from '../store/complaints.ts'
import { readEvaluation } from '../store/evaluations.ts'
import { namesOf } from '../store/names-of.ts'
import { latestRun, type Run, readRun } from '../store/runs.ts'
import type { Db } from '../store/tables.ts'

/** What a line of a result said, and the total beside it; scores and points are decimal text. */
export interface Line {
  readonly name: string
  /** Names from the root. */
  readonly path: readonly string[]
  readonly score: string | null
  readonly points: string
  readonly sentence: string
  readonly total: string | null
  readonly grade: string | null
  readonly fullScore: string
}

export function lineOf(
  { total, grade, fullScore }: Evaluation,
  { name, path, score, points, sentence }: IndicatorResult,
): Line {
  return { name, path, score, points, sentence, total, grade, fullScore }
}

/** A file that a remark refers to. */
export interface EvidenceReference {
  readonly id: string
  readonly name: string
}

/**
 * Complaints with their threads, as the API gives them: what the line said, what was written on it, what was decided and
 * what the line says since. The last is for those who may read results, a department once they are settled again.
 */
export async function shownComplaints(db: Db, rows: readonly ComplaintRow[], person: Person) {
  const remarks = await remarksOf(
    db,
    rows.map(({ id }) => id),
  )
  const nameOf = await namesOf(db, [
    ...rows.flatMap(({ raised_by, decided_by }) => [raised_by, decided_by]),
    ...remarks.map(({ written_by }) => written_by),
  ])
  const runs = new Runs(db)
  const shown = []
  for (const row of rows) {
    const own = remarks.filter(({ complaint_id }) => complaint_id === row.id)
    shown.push({
      id: row.id,
      campaign: row.campaign_id,
      submission: row.submission_id,
      name: row.department_name,
      project: row.project,
      run: row.run_id,
      indicator: row.indicator_id,
      state: row.state,
      by: nameOf(row.raised_by),
      at: row.raised_at,
      before: JSON.parse(row.before) as Line,
      remarks: own.map((each) => shownRemark(each, nameOf)),
      decision: shownDecision(row, nameOf),
      after: seesAfter(row, person) ? await lineAfter(db, row, await runs.after(row)) : null,
    })
  }
  return shown
}

function shownRemark(remark: ComplaintRemark, nameOf: (id: string) => string) {
  return {
    id: remark.id,
    side: remark.side,
    text: remark.text,
    evidence: JSON.parse(remark.evidence) as EvidenceReference[],
    by: nameOf(remark.written_by),
    at: remark.written_at,
  }
}

function shownDecision({ outcome, reason, decided_by, decided_at }: ComplaintRow, nameOf: (id: string) => string) {
  if (outcome === null || decided_by === null) return null
  return { outcome, reason: reason ?? '', by: nameOf(decided_by), at: decided_at }
}

function seesAfter(row: ComplaintRow, { grants }: Person): boolean {
  if (row.outcome === null || row.outcome === 'kept') return false
  if (mayRead(grants, 'evaluation.read', row)) return true
  return settled.includes(row.stage) && mayDo(grants, 'evaluation.read-own', ownPlace(row))
}

/** The run that carried a decision out: the one it names, else the newest that was begun since. */
class Runs {
  private readonly latest = new Map<string, Promise<Run | undefined>>()

  constructor(private readonly db: Db) {}

  async after({ campaign_id, after_run_id, decided_at }: ComplaintRow): Promise<Run | undefined> {
    if (after_run_id !== null) return readRun(this.db, after_run_id)
    const known = this.latest.get(campaign_id) ?? latestRun(this.db, campaign_id)
    this.latest.set(campaign_id, known)
    const run = await known
    return run !== undefined && decided_at !== null && run.created_at >= decided_at ? run : undefined
  }
}

async function lineAfter(db: Db, row: ComplaintRow, run: Run | undefined) {
  if (run === undefined) return null
  const stored = await readEvaluation(db, run.id, row.submission_id)
  if (stored === undefined) return null
  const evaluation = JSON.parse(stored.document) as Evaluation
  const line = evaluation.indicators.find(({ id }) => id === row.indicator_id)
  return line === undefined ? null : { run: run.id, at: stored.created_at, ...lineOf(evaluation, line) }
}
