import { applyMapping, type InputValue, issue, type Mapping, type Scheme } from '@yardstick/model'
import { wrongData } from '../refusal.ts'

/** What is written under a name: of an item of the scheme, or a local one. */
interface Named {
  readonly id: string
  readonly unit?: string
  readonly value?: InputValue
}

/**
 * Entries under local names 名称对照 as the scheme knows them: its names, its units, its words. Only who says that data are
 * local has them read so: a form that was made from the scheme may use the same name for another unit.
 *
 * throws  MAPPING_UNIT, MAPPING_INEXACT; MAPPING_TWICE where two of them mean the same item
 */
export function underSchemeNames<E extends Named>(entries: readonly E[], mapping: Mapping, scheme: Scheme): E[] {
  const seen = new Set<string>()
  return entries.flatMap((entry, at) =>
    mapped(entry, at, mapping, scheme).map((each) => {
      const key = JSON.stringify([each.unit ?? null, each.id])
      if (seen.has(key)) {
        const where = [entry.id]
        throw wrongData([
          issue('MAPPING_TWICE', { pointer: `/entries/${at}/id`, where, expected: each.id, found: entry.id }),
        ])
      }
      seen.add(key)
      return each
    }),
  )
}

/** One local figure may fill several items. */
function mapped<E extends Named>(entry: E, at: number, mapping: Mapping, scheme: Scheme): E[] {
  const { id, value } = entry
  const read = applyMapping(mapping, scheme, { ...NOBODY, items: { [id]: value ?? null } })
  if (!read.ok) throw wrongData(read.issues.map((each) => ({ ...each, pointer: `/entries/${at}/value` })))
  return Object.entries(read.value.items).map(([name, figure]) => {
    return value === undefined ? { ...entry, id: name } : { ...entry, id: name, value: figure as InputValue }
  })
}

/** Whom the figures are about does not matter to their names. */
const NOBODY = { yardstick: 'submission/1', subject: { department: '-' }, period: '-' } as const
