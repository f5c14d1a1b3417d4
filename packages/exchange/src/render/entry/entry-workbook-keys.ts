import type { Item, Scheme, Subject } from '@yardstick/model'

/**
 * What a department's workbook is recognised by when it comes back, in cells that people do not see: marks in the first
 * column of the row of headers, stable keys below them, and a hidden sheet that says for whom it was made. Names of sheets
 * and the words people read may change, these do not.
 */
export const ITEMS_MARK = '#items'
export const CLAIMS_MARK = '#claims'
export const LIST_MARK = '#list '
export const UNITS_MARK = '#units'
/** In rows that only say what follows. */
export const HEADING_KEY = '#'
export const IDENTITY_MARK = 'yardstick-entry/1'
export const TOTAL_KEY = '#total'
export const NOTE_KEY = '#note'

/** What a workbook was made for. */
export interface EntryIdentity {
  readonly scheme: string
  readonly version: string
  /** Content hash of the scheme as it was published, and of the declaration that was bound to it. */
  readonly schemeHash?: string
  readonly declarationHash?: string
  readonly subject: Pick<Subject, 'department' | 'unit' | 'project'>
  readonly period: string
}

/** The rows of the hidden sheet, below its mark. */
export function identityRows(identity: EntryIdentity): (readonly [key: string, value: string])[] {
  const { scheme, version, schemeHash, declarationHash, subject, period } = identity
  const all: readonly (readonly [string, string | undefined])[] = [
    ['scheme', scheme],
    ['version', version],
    ['scheme-hash', schemeHash],
    ['declaration-hash', declarationHash],
    ['department', subject.department],
    ['unit', subject.unit],
    ['project', subject.project],
    ['period', period],
  ]
  return all.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))
}

/** The other way round; undefined where something is missing that every workbook has. */
export function identityFrom(values: ReadonlyMap<string, string>): EntryIdentity | undefined {
  const [scheme, version, department, period] = ['scheme', 'version', 'department', 'period'].map((key) =>
    values.get(key),
  )
  if (scheme === undefined || version === undefined || department === undefined || period === undefined)
    return undefined
  const [schemeHash, declarationHash, unit, project] = ['scheme-hash', 'declaration-hash', 'unit', 'project'].map(
    (key) => values.get(key),
  )
  return {
    scheme,
    version,
    ...(schemeHash === undefined ? {} : { schemeHash }),
    ...(declarationHash === undefined ? {} : { declarationHash }),
    subject: {
      department,
      ...(unit === undefined ? {} : { unit }),
      ...(project === undefined ? {} : { project }),
    },
    period,
  }
}

/** Names of the sheets of list items: what a spreadsheet takes as a name, each of them once. */
export function listSheetNames(scheme: Pick<Scheme, 'items'>, taken: readonly string[]): Map<string, string> {
  const used = new Set(taken.map((name) => name.toLowerCase()))
  return new Map(
    scheme.items
      .filter(({ type }) => type === 'list')
      .map((item, index) => [item.id, freeName(nameOf(item), String(index + 1), used)]),
  )
}

/** What people call an item. */
export const nameOf = ({ id, label }: Pick<Item, 'id' | 'label'>): string => label ?? id

/** Excel takes 31 characters, none of \ / ? * [ ] : and no ' at the ends. */
function freeName(wanted: string, number: string, used: Set<string>): string {
  const plain = wanted.replace(/[\\/?*[\]:'\p{Cc}]/gu, ' ').trim()
  const short = [...plain].slice(0, 26).join('') || number
  const name = used.has(short.toLowerCase()) ? `${short} ${number}` : short
  used.add(name.toLowerCase())
  return name
}
