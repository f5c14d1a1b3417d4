import { issue, type Mapping, type Scheme, validate } from '@yardstick/model'
import { wrongData } from '../refusal.ts'

/** A mapping out of a request, of items that the scheme has. `at` is where it stands in the request. */
export function readMapping(document: unknown, scheme: Scheme, at = ''): Mapping {
  const read = validate('mapping', document)
  if (!read.ok) throw wrongData(read.issues.map((each) => ({ ...each, pointer: `${at}${each.pointer}` })))
  const ids = new Set(scheme.items.map(({ id }) => id))
  const strangers = Object.keys(read.value.items).filter((id) => !ids.has(id))
  if (strangers.length === 0) return read.value
  throw wrongData(strangers.map((found) => issue('MAPPING_ITEM', { pointer: `${at}/items/${token(found)}`, found })))
}

const token = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')
