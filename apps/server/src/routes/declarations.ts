import { canonicalText, type Declaration, issue, validate } from '@yardstick/model'
import { Type } from 'typebox'
import { checkDeclaration } from '../campaigns/check-document.ts'
import { demandStated, demandSubmission } from '../campaigns/demand-submission.ts'
import { saveSubmission } from '../campaigns/save-submission.ts'
import { declarationOf, submissionOf } from '../campaigns/stored-documents.ts'
import type { Context } from '../context.ts'
import { refusal, wrongData } from '../refusal.ts'
import {
  type App,
  answers,
  byId,
  closed,
  demandNewest,
  documentBody,
  mayBeOfRevision,
  note,
  ofRevision,
  revisionOf,
} from '../routing.ts'
import type { SubmissionRow } from '../store/submissions.ts'
import { versionScheme } from '../store/version-scheme.ts'

/**
 * 绩效目标申报表: before the period a department sets its targets within the limits of the scheme, hands them in, and has
 * them approved or returned. Half-written it may be saved; what is written is within the limits from the start.
 */
const tags = ['submissions']

export function declarationRoutes(app: App, context: Context): void {
  const { db } = context.database

  app.get(
    '/api/submissions/:id/declaration',
    {
      schema: {
        tags,
        response: answers(200, { declaration: Type.Union([documentBody('declaration'), Type.Null()]) }),
        summary: '绩效目标申报表 The declaration of a submission',
        params: byId,
      },
    },
    async (request, reply) => {
      const { row } = await demandSubmission(request, db, request.params.id, 'submission.read')
      reply.header('etag', `"${row.revision}"`)
      return { revision: row.revision, state: row.declaration_state, declaration: declarationOf(row) }
    },
  )

  app.put(
    '/api/submissions/:id/declaration',
    {
      schema: {
        tags,
        headers: ofRevision,
        summary: '填写申报表 Writes the declaration',
        params: byId,
        body: documentBody('declaration'),
      },
    },
    async (request, reply) => {
      const revision = revisionOf(request)
      const { row, person } = await demandSubmission(request, db, request.params.id, 'submission.report')
      demandDeclaring(row, ['none', 'open', 'returned'])
      demandNewest(row.revision, revision)
      const read = validate('declaration', request.body)
      if (!read.ok) throw wrongData(read.issues)
      const declaration = asOwn(read.value, row)
      await demandSound(row, declaration, false)
      const state = row.declaration_state === 'returned' ? ('returned' as const) : ('open' as const)
      const saved = await saveSubmission(context, {
        person,
        row,
        action: 'declaration.write',
        fields: { declaration: canonicalText(declaration), declaration_state: state },
        change: { type: 'declaration', before: declarationOf(row), after: declaration },
      })
      reply.header('etag', `"${saved}"`)
      return { revision: saved, state }
    },
  )

  app.post(
    '/api/submissions/:id/declaration/submit',
    { schema: { tags, headers: mayBeOfRevision, summary: '提交申报表 Hands the declaration in', params: byId } },
    async (request, reply) => {
      const { row, person } = await demandSubmission(request, db, request.params.id, 'submission.report')
      demandDeclaring(row, ['open', 'returned'])
      demandStated(request, row)
      await demandSound(row, declarationOf(row)!, true)
      const revision = await saveSubmission(context, {
        person,
        row,
        action: 'declaration.submit',
        fields: { declaration_state: 'submitted' },
        change: { type: 'declaration-submit', before: row.declaration_state, after: 'submitted' },
      })
      reply.header('etag', `"${revision}"`)
      return { revision, state: 'submitted' }
    },
  )

  const decision = closed({
    decision: Type.Unsafe<'approved' | 'returned'>({ type: 'string', enum: ['approved', 'returned'] }),
    note: Type.Optional(note),
  })
  app.post(
    '/api/submissions/:id/declaration/decision',
    {
      schema: {
        tags,
        headers: mayBeOfRevision,
        summary: '审核申报表 Approves or returns the declaration',
        params: byId,
        body: decision,
      },
    },
    async (request, reply) => {
      const { decision: state, note: why = '' } = request.body
      const { row, person } = await demandSubmission(request, db, request.params.id, 'declaration.review')
      // What was approved by mistake can be returned as long as targets are being set.
      demandDeclaring(row, state === 'returned' ? ['submitted', 'approved'] : ['submitted'])
      demandStated(request, row)
      if (state === 'returned' && why.trim() === '') throw wrongData([issue('SHAPE_REQUIRED', { expected: 'note' })])
      const revision = await saveSubmission(context, {
        person,
        row,
        action: `declaration.${state}`,
        fields: { declaration_state: state },
        change: { type: 'declaration-decision', before: row.declaration_state, after: state },
        note: why,
      })
      reply.header('etag', `"${revision}"`)
      return { revision, state }
    },
  )

  async function demandSound(row: SubmissionRow, declaration: Declaration, isWhole: boolean): Promise<void> {
    const scheme = await versionScheme(db, row.version_hash)
    const issues = checkDeclaration(scheme!, declaration, isWhole)
    if (issues.length > 0) throw wrongData(issues)
  }
}

/** Who declares, for what period and to which version is known here, whatever the document says of it. */
function asOwn(declaration: Declaration, row: SubmissionRow): Declaration {
  const { subject, period } = submissionOf(row)
  return { ...declaration, scheme: { id: declaration.scheme.id, hash: row.version_hash }, subject, period }
}

function demandDeclaring(row: SubmissionRow, expected: readonly SubmissionRow['declaration_state'][]): void {
  const { stage: found, declaration_state: state } = row
  if (found !== 'declaration') throw refusal('REQUEST_STATE', { expected: ['declaration'], found })
  if (!expected.includes(state)) throw refusal('REQUEST_STATE', { expected: [...expected], found: state })
}
