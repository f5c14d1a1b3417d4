import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import { indicatorById, issue, type Scheme, type Submission } from '@yardstick/model'
import type { FastifyRequest } from 'fastify'
import { personOf } from '../access/person.ts'
import { mayDo } from '../access/rights.ts'
import { demandIn, demandSubmission } from '../campaigns/demand-submission.ts'
import { conductingPlace, ownPlace } from '../campaigns/places.ts'
import { saveWithin } from '../campaigns/save-submission.ts'
import { schemeFor } from '../campaigns/scheme-for.ts'
import { withoutFiles } from '../campaigns/shown-submission.ts'
import { seesAllLayers } from '../campaigns/sight.ts'
import { layerAction, layersWritten, stagesWriting } from '../campaigns/stages.ts'
import { submissionOf } from '../campaigns/stored-documents.ts'
import type { Context } from '../context.ts'
import { allowedEndings, isAllowedName, mediaTypeOf } from '../evidence/allowed-files.ts'
import { attachment, fileName } from '../evidence/file-name.ts'
import { PART_BYTES, type Spooled, spool } from '../evidence/spool.ts'
import { notFound, Refusal, refusal, wrongData } from '../refusal.ts'
import { type App, answers, answersAs, byId, closed, limitOf, page } from '../routing.ts'
import { change } from '../store/change.ts'
import {
  addUse,
  type EvidenceLayer,
  type EvidenceUse,
  evidencePart,
  evidenceSize,
  holdParts,
  isAttached,
  keepEvidence,
  listEvidence,
  readEvidence,
  removeIfUnused,
  removeUnused,
  removeUse,
} from '../store/evidence.ts'
import { holdSubmission, type SubmissionRow } from '../store/submissions.ts'
import type { Db } from '../store/tables.ts'

/**
 * 佐证材料: files under an item or indicator of a submission, attached and taken away by whoever writes to it at this stage,
 * and seen as its layers are: what evaluators attached by the department only when the result is settled. They go out as they came in, to be saved under their name, and are never shown by a browser.
 */
const tags = ['evidence']
const HOUR_MS = 3600_000

export function evidenceRoutes(app: App, context: Context): void {
  const { database, now, newId, settings } = context
  const { db } = database
  const { limits } = settings

  // It looks through all there is, which nobody who asks for something should wait for.
  app.addHook('onReady', async () => {
    removeUnused(db, new Date(now().getTime() - HOUR_MS)).catch((error: unknown) => app.log.error(error))
  })

  app.get(
    '/api/submissions/:id/evidence',
    { schema: { tags, summary: '佐证材料列表 Evidence of a submission', params: byId, querystring: closed(page) } },
    async (request) => {
      const { row, person } = await demandSubmission(request, db, request.params.id, 'submission.read')
      const { after } = request.query
      const layer = seesAllLayers(row, person) ? undefined : 'reported'
      const files = await listEvidence(db, row.id, { layer, after, limit: limitOf(request.query) })
      return { evidence: files.map((each) => ({ ...shown(each), attachedBy: each.title })) }
    },
  )

  // Only here are bodies of several parts taken; everywhere else they are refused as before.
  app.register(async (scope) => {
    await scope.register(multipart, {
      throwFileSizeLimit: false,
      limits: { fields: 5, fieldSize: 20_000, files: 1, parts: 6, headerPairs: 50, fileSize: limits.evidence + 1 },
    })
    scope.post(
      '/api/submissions/:id/evidence',
      {
        schema: {
          tags,
          summary:
            '上传佐证材料 Attaches a file: multipart, with `entry` (id of an item or indicator), `note` and the file',
          consumes: ['multipart/form-data'],
          params: byId,
          response: answers(201),
        },
      },
      async (request, reply) => {
        const { id } = request.params as { id: string }
        const { row } = await demandSubmission(request, db, id, 'submission.read')
        demandAttaching(request, row)
        // Whoever is refused half-way does not go on sending.
        reply.header('connection', 'close')
        const { entry, note, name, file } = await received(request)
        try {
          // It may have taken minutes, in which somebody may lose the right to it.
          request.person = await app.personStill(request)
          demandEntry(await schemeFor(db, row), entry)
          const use = await attach(request, row, { entry, note, name, file })
          reply.status(201).removeHeader('connection')
          return use
        } finally {
          await file.remove()
        }
      },
    )
  })

  app.get(
    '/api/evidence/:id',
    {
      schema: {
        tags,
        summary: '下载佐证材料 The file, to be saved',
        params: byId,
        response: answersAs('application/octet-stream'),
      },
    },
    async (request, reply) => {
      const use = await visible(request)
      reply
        .header('content-type', use.media_type)
        .header('content-disposition', attachment(use.name))
        .header('content-length', use.size)
        .header('etag', `"${use.hash}"`)
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
      return reply.send(Readable.from(bytesOf(use)))
    },
  )

  app.delete(
    '/api/evidence/:id',
    { schema: { tags, summary: '移除佐证材料 Takes a file away', params: byId } },
    async (request, reply) => {
      const use = await visible(request)
      const { row: seen, person } = await demandSubmission(request, db, use.submission_id, 'submission.read')
      demandAttaching(request, seen, use.layer)
      await change(context, person.id, async (tx, log) => {
        const row = await held(tx, seen)
        demandAttaching(request, row, use.layer)
        if (!(await removeUse(tx, use))) throw notFound(use.id)
        const { name, entry, hash, layer } = use
        await saveWithin(tx, log, now(), {
          person,
          row,
          action: 'evidence.remove',
          fields: { document: JSON.stringify(withoutFiles(submissionOf(row), [use])) },
          change: { type: 'evidence', layer, entry, before: { name, hash }, after: null },
        })
      })
      reply.status(204)
    },
  )

  /** The parts of the request: one file, and fields before or behind it. */
  async function received(request: FastifyRequest): Promise<Received> {
    if (!request.isMultipart()) {
      const found = String(request.headers['content-type'] ?? '').slice(0, 100)
      throw refusal('REQUEST_MEDIA', { expected: ['multipart/form-data'], found })
    }
    let file: Spooled | undefined
    let name: string | undefined
    const fields = new Map<string, string>()
    try {
      for await (const part of request.parts()) {
        if (part.type === 'field') {
          fields.set(part.fieldname, String(part.value))
          continue
        }
        try {
          name = fileName(part.filename ?? '')
          if (name === undefined) throw noName(part.filename ?? '')
          if (!isAllowedName(name)) throw refusal('REQUEST_MEDIA', { expected: [...allowedEndings], found: name })
          file = await spool(part.file, limits.evidence)
          if (file === undefined) throw tooLarge(limits.evidence, `> ${limits.evidence} bytes`)
          if (file.size === 0) throw wrongData([issue('SHAPE_SIZE', { pointer: '/file', expected: '>= 1', found: 0 })])
        } finally {
          part.file.resume()
        }
      }
      const entry = fields.get('entry')
      if (file === undefined || name === undefined || entry === undefined) {
        const expected = entry === undefined ? 'entry' : 'file'
        throw wrongData([issue('SHAPE_REQUIRED', { expected })])
      }
      return { file, name, entry, note: oneLine(fields.get('note') ?? '') }
    } catch (error) {
      await file?.remove()
      throw isUnreadable(error) ? broken(error) : error
    }
  }

  async function attach(
    request: FastifyRequest,
    seen: SubmissionRow,
    { entry, note, name, file }: Received,
  ): Promise<Record<string, unknown>> {
    const person = personOf(request)
    const { hash, size } = file
    const media_type = mediaTypeOf(name, file.head)
    if (media_type === undefined) throw refusal('REQUEST_MEDIA', { expected: [...allowedEndings], found: name })
    const use = {
      id: newId(),
      submission_id: seen.id,
      entry,
      hash,
      name,
      media_type,
      attached_by: person.id,
      attached_at: now(),
    }
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      await keepEvidence(db, { hash, size, parts: file.parts(), at: now() })
      const attached = await change(context, person.id, async (tx, log) => {
        const row = await held(tx, seen)
        const layer = demandAttaching(request, row)
        // Another submission's last use of the same file may have taken it along meanwhile.
        if ((await holdParts(tx, hash)) !== Math.ceil(size / PART_BYTES)) return undefined
        if (await isAttached(tx, use)) throw refusal('REQUEST_EXISTS', { found: name })
        if ((await evidenceSize(tx, row.id)) + size > limits.evidencePerSubmission) {
          throw tooLarge(limits.evidencePerSubmission, `> ${limits.evidencePerSubmission} bytes`)
        }
        await addUse(tx, { ...use, layer })
        const added = { name, hash, ...(note === '' ? {} : { note }) }
        const revision = await saveWithin(tx, log, use.attached_at, {
          person,
          row,
          action: 'evidence.attach',
          fields: { document: JSON.stringify(withFile(submissionOf(row), entry, added)) },
          change: { type: 'evidence', layer, entry, before: null, after: added },
        })
        return { ...shown({ ...use, layer, size }), attachedBy: person.title, revision }
      }).catch(async (error: unknown) => {
        // What is refused after all takes no room.
        await db.transaction().execute((tx) => removeIfUnused(tx, hash))
        throw error
      })
      if (attached !== undefined) return attached
    }
    throw new Error(`evidence ${hash} is removed as often as it is written`)
  }

  /** The submission as it is now, in a transaction; the right to attach is to be asked for anew, since it goes by the stage. */
  async function held(tx: Db, seen: SubmissionRow): Promise<SubmissionRow> {
    const row = await holdSubmission(tx, seen)
    if (row === undefined) throw notFound(seen.id)
    return row
  }

  async function visible(request: FastifyRequest): Promise<EvidenceUse> {
    const { id } = request.params as { id: string }
    const use = await readEvidence(db, id)
    if (use === undefined) throw notFound(id)
    // Of a submission that one may not read no file is there.
    const { row, person } = await demandSubmission(request, db, use.submission_id, 'submission.read').catch(
      (error: unknown) => {
        throw (error as { status?: number }).status === 404 ? notFound(id) : error
      },
    )
    if (use.layer !== 'reported' && !seesAllLayers(row, person)) throw notFound(id)
    return use
  }

  async function* bytesOf({ hash, size }: EvidenceUse): AsyncGenerator<Buffer> {
    for (let number = 0; number * PART_BYTES < size; number++) {
      const part = await evidencePart(db, hash, number)
      if (part === undefined) throw new Error(`part ${number} of evidence ${hash} is not there`)
      yield part
    }
  }
}

interface Received {
  readonly entry: string
  readonly note: string
  readonly name: string
  readonly file: Spooled
}

const MOST_ATTEMPTS = 3

/**
 * With what is reported the department attaches, with what is verified the evaluator; each takes away its own (`of`) only.
 *
 * returns  the layer that is attached to at this stage
 */
function demandAttaching(request: FastifyRequest, row: SubmissionRow, of?: EvidenceLayer): EvidenceLayer {
  const { grants } = personOf(request)
  const able = (['verified', 'reported'] as const).filter(
    (layer) =>
      (of === undefined || of === layer) &&
      mayDo(grants, layerAction[layer], layer === 'reported' ? ownPlace(row) : conductingPlace(row)),
  )
  if (able.length === 0) demandIn(request, row, of === undefined ? 'evidence.attach' : layerAction[of])
  const written = layersWritten(row.stage, row.state === 'returned')
  const layer = able.find((each) => written.includes(each))
  if (layer === undefined) throw refusal('REQUEST_STATE', { expected: able.flatMap(stagesWriting), found: row.stage })
  if (layer === 'reported' && row.state === 'submitted') {
    throw refusal('REQUEST_STATE', { expected: ['open', 'returned'], found: row.state })
  }
  return layer
}

function demandEntry(scheme: Scheme, entry: string): void {
  if (scheme.items.some(({ id }) => id === entry) || indicatorById(scheme).has(entry)) return
  const at = { severity: 'error', pointer: '/entry', found: entry.slice(0, 200) } as const
  throw wrongData([issue('SUBMISSION_UNKNOWN_EVIDENCE', at)])
}

type File = NonNullable<Submission['evidence']>[string][number]

function withFile(submission: Submission, entry: string, file: File): Submission {
  const { evidence = {} } = submission
  return { ...submission, evidence: { ...evidence, [entry]: [...(evidence[entry] ?? []), file] } }
}

function shown({ id, entry, layer, hash, name, media_type, attached_at, size }: EvidenceUse) {
  return { id, entry, layer, name, size, hash, mediaType: media_type, attachedAt: attached_at }
}

/** At most so many characters, the last of them whole. */
const oneLine = (text: string) => [...text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim()].slice(0, 2_000).join('')

function noName(found: string) {
  const expected = { zh: '文件名', en: 'the name of a file' }
  return wrongData([issue('SHAPE_FORMAT', { pointer: '/file', expected, found: found.slice(0, 200) })])
}

/** What the parser of multipart says of a body it cannot read has neither a status nor a place in the file system. */
function isUnreadable(error: unknown): error is Error {
  return error instanceof Error && !(error instanceof Refusal) && !('statusCode' in error) && !('syscall' in error)
}

function broken({ message }: Error) {
  return refusal('REQUEST_BROKEN', { expected: 'multipart/form-data', found: message.slice(0, 200) })
}

function tooLarge(most: number, found: string) {
  return refusal('FILE_TOO_LARGE', { expected: `${most} bytes`, found })
}
