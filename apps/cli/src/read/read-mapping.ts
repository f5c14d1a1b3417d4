import {
  applyMapping,
  type Issue,
  issue,
  type Mapping,
  pointer,
  type Result,
  type Scheme,
  type Submission,
} from '@yardstick/model'
import type { Given } from '../command.ts'
import type { Io } from '../io.ts'
import { readDocument } from './read-document.ts'
import { type Read, refused } from './refusal.ts'

/** A submission under local names → as the scheme reads it; without a mapping it passes as it is. */
export type Mapped = (submission: Submission) => Result<Submission>

/** The mapping that `--mapping` names, held to the data items of the scheme. */
export async function readMapping(given: Given, io: Io, scheme: Scheme): Promise<Read<Mapping | undefined>> {
  const file = given.values.get('mapping')
  if (file === undefined) return { ok: true, value: undefined }
  const mapping = await readDocument(io, 'mapping', file)
  if (!mapping.ok) return mapping
  const items = new Set(scheme.items.map(({ id }) => id))
  const unknown = Object.keys(mapping.value.items).filter((name) => !items.has(name))
  const issues = unknown.map((found): Issue => issue('MAPPING_ITEM', { pointer: `/items${pointer(found)}`, found }))
  return issues.length === 0 ? mapping : refused(file, issues)
}

export function mappedBy(mapping: Mapping | undefined, scheme: Scheme): Mapped {
  if (mapping === undefined) return (submission) => ({ ok: true, value: submission })
  return (submission) => applyMapping(mapping, scheme, submission)
}
