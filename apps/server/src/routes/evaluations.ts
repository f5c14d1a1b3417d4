import type { Declaration, Evaluation, GroupFacts, Language, Submission } from '@yardstick/model'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { demandResult, demandScores } from '../evaluations/demand-run.ts'
import { notFound } from '../refusal.ts'
import { type App, answers, byId, closed, documentBody, key } from '../routing.ts'
import { Documents } from '../scoring/documents.ts'
import { recompute, standing } from '../scoring/recompute.ts'
import { isCited } from '../store/complaints.ts'
import { readEvaluation, type StoredEvaluation } from '../store/evaluations.ts'
import { latestRun } from '../store/runs.ts'
import { keptInput } from '../store/scoring-inputs.ts'

/** 评价结果: of one submission, as it would be now, and as it was stored by a run. */
const language = Type.Optional(Type.Unsafe<Language>({ type: 'string', enum: ['zh', 'en'] }))

const stored = closed({ run: key, submission: key })
const tags = ['evaluations']

export function evaluationRoutes(app: App, context: Context): void {
  const { database, scoring, groups } = context
  const { db } = database
  const documents = new Documents(db)

  app.get(
    '/api/submissions/:id/evaluation',
    {
      schema: {
        tags,
        response: answers(200, { evaluation: documentBody('evaluation') }),
        summary:
          '评价结果预览 A submission scored as it is now, with its trace. `group` says whether ranks were held against the frozen group or the one of this moment; `result` is what the last run stored',
        params: byId,
        querystring: closed({ language }),
      },
    },
    async (request) => {
      const { row } = await demandScores(request, db, request.params.id)
      const group = await groups.groupOf(row.campaign_id, row.stage, row.version_hash)
      const [scored] = await scoring.score({
        scheme: await documents.version(row.version_hash),
        facts: group?.facts,
        language: request.query.language ?? 'zh',
        trace: true,
        submissions: [
          { submission: row.document, declaration: row.declaration_state === 'approved' ? row.declaration : null },
        ],
      })
      const run = await latestRun(db, row.campaign_id)
      const result = run && (await readEvaluation(db, run.id, row.id))
      return {
        revision: row.revision,
        evaluation: JSON.parse(scored!.document) as Evaluation,
        group: group === undefined ? null : { state: group.state, at: group.at, hash: group.facts.hash },
        result: result === undefined ? null : { run: result.run_id, at: result.created_at, ...standingOf(result) },
      }
    },
  )

  app.get(
    '/api/evaluations/:run/:submission',
    {
      schema: {
        tags,
        response: answers(200, { evaluation: documentBody('evaluation') }),
        summary: '已存评价结果 A result as a run stored it, without its trace',
        params: stored,
      },
    },
    async (request) => {
      const { run, submission } = request.params
      const row = await demandStored(request, run, submission)
      return {
        run,
        submission,
        at: row.created_at,
        version: row.version_hash,
        evaluation: JSON.parse(row.document) as Evaluation,
      }
    },
  )

  app.get(
    '/api/evaluations/:run/:submission/explanation',
    {
      schema: {
        tags,
        response: answers(200, { evaluation: documentBody('evaluation') }),
        summary:
          '得分说明 The trace, made again from what was scored then; `same` says whether that gives the stored scores. Where it does not, the stored ones stand',
        params: stored,
        querystring: closed({ language }),
      },
    },
    async (request) => {
      const { run, submission } = request.params
      const row = await demandStored(request, run, submission)
      const language = request.query.language ?? 'zh'
      return { run, submission, ...(await recompute({ db, scoring, documents }, row, language)) }
    },
  )

  app.get(
    '/api/evaluations/:run/:submission/basis',
    {
      schema: {
        tags,
        response: answers(200, {
          submission: documentBody('submission'),
          declaration: Type.Union([documentBody('declaration'), Type.Null()]),
          group: Type.Union([documentBody('group'), Type.Null()]),
        }),
        summary:
          '计分依据 What was scored then: `version` of the scheme, data, declaration; the group only for those who evaluate',
        params: stored,
      },
    },
    async (request) => {
      const { run, submission } = request.params
      const { isOwn } = await demandResult(request, db, submission)
      const row = await demandStored(request, run, submission)
      const kept = async <T>(hash: string | null): Promise<T | null> =>
        hash === null ? null : (JSON.parse((await keptInput(db, hash))!) as T)
      return {
        run,
        at: row.created_at,
        version: row.version_hash,
        submission: await kept<Submission>(row.submission_hash),
        declaration: await kept<Declaration>(row.declaration_hash),
        // What others reported is no department's to read.
        group: isOwn ? null : await kept<GroupFacts>(row.facts_hash),
      }
    },
  )

  /** A department reads what its campaign came to, and no earlier attempt but those that a complaint is about. */
  async function demandStored(
    request: Parameters<typeof demandResult>[0],
    run: string,
    submission: string,
  ): Promise<StoredEvaluation> {
    const { row, isOwn } = await demandScores(request, db, submission)
    const found = await readEvaluation(db, run, submission)
    const isEarlier = isOwn && (await latestRun(db, row.campaign_id))?.id !== run
    const isHidden = isEarlier && !(await isCited(db, run, submission))
    if (found === undefined || isHidden) throw notFound(`${run}/${submission}`)
    return found
  }
}

function standingOf(row: StoredEvaluation) {
  return standing(JSON.parse(row.document) as Evaluation)
}
