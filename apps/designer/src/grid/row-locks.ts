import { type Indicator, isBranch, type Language, type Lineage, limitsOf, type Scheme } from '@yardstick/model'
import { fixedPointsText, lockText, pointsText } from '../parts/sharing/lock-text.ts'
import type { RowLocks } from './rows.ts'

/** No column: how far the points may go. */
export const RANGE = '±'

/** What the cells of the table change, as fields of an indicator. */
const FIELDS: { readonly [column: string]: string } = {
  code: 'code',
  name: 'name',
  kind: 'kind',
  direction: 'target',
  target: 'target',
  method: 'scoring',
  actual: 'actual',
  basis: 'basis',
  weight: 'weight',
  dataSource: 'dataSource',
  evidence: 'evidence',
  definition: 'definition',
  standard: 'standard',
  note: 'note',
}

const FREE: RowLocks = {}

/** By the lineage, which stays the same object while the scheme is worked on: a keystroke asks for thousands of rows. */
const known = new WeakMap<Lineage, Map<string, RowLocks>>()

/** Why the cells of an indicator's row can only be read, by column. */
export function rowLocks(scheme: Scheme, node: Indicator, language: Language): RowLocks {
  const { lineage } = scheme
  if (lineage === undefined || lineage.mode === 'copy') return FREE
  const made = known.get(lineage) ?? new Map<string, RowLocks>()
  known.set(lineage, made)
  const key = `${language} ${isBranch(node)} ${node.id} ${node.name}`
  const before = made.get(key)
  if (before !== undefined) return before
  const locks = makeLocks(scheme, node, language)
  made.set(key, locks)
  return locks
}

function makeLocks(scheme: Scheme, node: Indicator, language: Language): RowLocks {
  const limits = limitsOf(scheme)
  const locked = lockText(limits, node, language)
  const points = fixedPointsText(limits, node, language)
  const range = points === undefined ? pointsText(limits, node.id, language) : undefined
  if (locked === undefined && points === undefined && range === undefined) return FREE
  const fields = isBranch(node) ? BRANCH : Object.keys(FIELDS)
  return {
    ...(locked === undefined ? {} : Object.fromEntries(fields.map((column) => [column, locked]))),
    ...(points === undefined ? {} : { points }),
    ...(range === undefined ? {} : { [RANGE]: range }),
  }
}

const BRANCH = ['code', 'name', 'kind', 'basis', 'weight', 'definition', 'note']
