import { type Static, Type } from 'typebox'
import { closed, documentSchema, id, line, map, optional } from './primitives.ts'
import { subject } from './submission.ts'

/**
 * What a group of subjects looked like when it was frozen: for ranked leaves each member's exact value, for leaves under
 * `group-mean` each member's exact score rate. An evaluation that read it names its hash, so that it can be made again.
 */
const exact = Type.String({ pattern: '^-?\\d+(\\.\\d+|/\\d+)?$', maxLength: 5_000 })

const member = closed({
  subject,
  /** By indicator id; a member without a value is not ranked. */
  values: map(exact),
  /** By indicator id; a member without a rate is not part of the mean. */
  rates: map(exact),
})
export type GroupMember = Static<typeof member>

export const groupFacts = documentSchema(
  'group/1',
  'GroupFacts 组内数据',
  closed({
    yardstick: Type.Literal('group/1'),
    scheme: closed({ id, hash: line }),
    period: optional(line),
    members: Type.Array(member, { maxItems: 100_000 }),
  }),
)
export type GroupFacts = Static<typeof groupFacts>
