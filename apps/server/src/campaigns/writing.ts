import { type InputValue, issue, type LayerEntry, type Submission } from '@yardstick/model'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { refusal, wrongData } from '../refusal.ts'
import { closed, note } from '../routing.ts'
import type { SubmissionRow } from '../store/submissions.ts'
import { demandIn } from './demand-submission.ts'
import { handingIn, layerAction, layersWritten, stagesWriting } from './stages.ts'

/**
 * What is written into a submission: layers, each by its own role and in its own stages. A layer says by whom and when it was
 * written: the server knows, and takes nobody's word for it.
 */
const mapKey = Type.String({ minLength: 1, maxLength: 200, pattern: '^(?!(?:__proto__|constructor|prototype)$)' })
const layerEntry = closed({
  of: Type.Unsafe<LayerEntry['of']>({ type: 'string', enum: ['items', 'judgements'] }),
  id: mapKey,
  unit: Type.Optional(mapKey),
  layer: Type.Unsafe<LayerEntry['layer']>({
    type: 'string',
    enum: ['reported', 'verified', 'judged', 'overridden'],
  }),
  /** Its shape is checked where it stands, in the submission. */
  value: Type.Optional(Type.Unsafe<InputValue>({})),
  state: Type.Optional(
    Type.Unsafe<NonNullable<LayerEntry['state']>>({
      type: 'string',
      enum: ['present', 'missing', 'not-applicable', 'to-be-verified'],
    }),
  ),
  why: Type.Optional(note),
})
/** What a department says itself. */
export const reportedEntry = closed({
  ...layerEntry.properties,
  of: Type.Unsafe<'items'>({ const: 'items' }),
  layer: Type.Unsafe<'reported'>({ const: 'reported' }),
})
export const writing = closed({
  entries: Type.Array(layerEntry, { maxItems: 20_000 }),
  /** 自评分, in 自评; null takes them away. */
  claims: Type.Optional(Type.Unsafe<Submission['claims'] | null>({})),
})
export type Writing = Static<typeof writing>

/** Every layer by the right it takes, in a stage in which it is written. */
export function demandWriting(request: FastifyRequest, row: SubmissionRow, wanted: Writing): void {
  demandSome(wanted)
  demandWriters(request, row, wanted)
  demandStage(row, wanted)
}

/** What writes nothing would ask for no right. */
export function demandSome({ entries, claims }: Writing): void {
  if (entries.length > 0 || claims !== undefined) return
  throw wrongData([issue('SHAPE_SIZE', { pointer: '/entries', expected: '>= 1', found: 0 })])
}

/** Whoever asks has the right to each layer. */
function demandWriters(request: FastifyRequest, row: SubmissionRow, { entries, claims }: Writing): void {
  for (const { of, layer } of entries) {
    demandIn(request, row, layerAction[layer])
    // What people decide about is not reported: who is evaluated gives no score that counts, but claims.
    if (of === 'judgements' && layer === 'reported') demandIn(request, row, 'submission.judge')
  }
  if (claims !== undefined) demandIn(request, row, 'submission.report')
}

/** In a stage in which each of it is written. */
export function demandStage(row: SubmissionRow, { entries, claims }: Writing): void {
  const isReturned = row.state === 'returned'
  for (const [index, { layer }] of entries.entries()) {
    if (layersWritten(row.stage, isReturned).includes(layer)) continue
    const pointer = `/entries/${index}/layer`
    throw refusal('REQUEST_STATE', { pointer, expected: stagesWriting(layer), found: row.stage })
  }
  if (claims !== undefined && row.stage !== 'self' && !(row.stage === 'evaluate' && isReturned)) {
    throw refusal('REQUEST_STATE', { pointer: '/claims', expected: ['self'], found: row.stage })
  }
  const isReporting = claims !== undefined || entries.some(({ layer }) => layer === 'reported')
  if (isReporting) demandState(row, ['open', 'returned'])
  entries.forEach(({ layer, why = '', value, state }, index) => {
    const isTaken = value === undefined && state === undefined
    if (layer !== 'overridden' || isTaken || why.trim() !== '') return
    throw wrongData([issue('SHAPE_REQUIRED', { pointer: `/entries/${index}`, expected: 'why' })])
  })
}

/** In a stage in which submissions are handed in, one of these states. */
export function demandState(row: SubmissionRow, expected: readonly SubmissionRow['state'][]): void {
  if (!handingIn.includes(row.stage)) throw refusal('REQUEST_STATE', { expected: [...handingIn], found: row.stage })
  if (!expected.includes(row.state)) throw refusal('REQUEST_STATE', { expected: [...expected], found: row.state })
}
