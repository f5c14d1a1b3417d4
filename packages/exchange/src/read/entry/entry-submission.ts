import {
  Exact,
  indicatorById,
  itemById,
  type LayerEntry,
  readItem,
  type Submission,
  type UnitEntries,
} from '@yardstick/model'
import { reportedLayer } from '../../render/entry/entry-cells.ts'
import { nameOf } from '../../render/entry/entry-workbook-keys.ts'
import { isSameLayer } from '../same-value.ts'
import { doubt, type EntryDoubt, keptBack } from './entry-doubt.ts'
import { checkIdentity } from './entry-identity.ts'
import { fromLocal, type Renamed } from './entry-local.ts'
import { besideUnits } from './entry-units.ts'
import type { ClaimChange, EntryChange, EntryContext, EntryReading } from './entry-workbook-input.ts'

/**
 * A department's data as a submission in JSON, held against what is there as a workbook is: its reported layers and its
 * claims. What others wrote into it is left where it is. It may use local names, where there are some.
 */
export function readEntrySubmission(told: Submission, context: EntryContext): EntryReading {
  const { scheme, present, mapping } = context
  const renaming: EntryDoubt[] = []
  const { submission, nameOf: fileNameOf } = fromLocal(told, mapping, scheme, renaming)
  const identity = {
    scheme: submission.scheme?.id ?? scheme.id,
    version: scheme.version,
    ...(submission.scheme?.hash === undefined ? {} : { schemeHash: submission.scheme.hash }),
    ...(context.declarationHash === undefined ? {} : { declarationHash: context.declarationHash }),
    subject: submission.subject,
    period: submission.period,
  }
  const doubts: EntryDoubt[] = [...checkIdentity(identity, context), ...renaming]
  const units = (submission.units ?? []).map((unit) => [unit, unitCalled(present, unit.name)] as const)
  const changes = [[submission, present] as const, ...units].flatMap(([given, before]) =>
    itemChanges(given, before, context, doubts, fileNameOf),
  )
  doubts.push(...besideUnits(changes, context))
  const claims = claimChanges(submission, context, doubts)
  return { identity, changes, claims, doubts, isHeld: doubts.some((each) => keptBack(each) === 'file') }
}

const unitCalled = (present: Submission | undefined, name: string): UnitEntries | undefined =>
  present?.units?.find((unit) => unit.name === name)

/** Of the department itself, or of one of its units, which has a name. */
function itemChanges(
  given: Submission | UnitEntries,
  before: Submission | UnitEntries | undefined,
  { scheme }: EntryContext,
  doubts: EntryDoubt[],
  fileNameOf: Renamed['nameOf'],
): EntryChange[] {
  const items = itemById(scheme)
  const unit: { readonly unit?: string } = 'name' in given ? { unit: given.name } : {}
  return Object.keys(given.items).flatMap((id): EntryChange[] => {
    const [item, layer] = [items.get(id), reportedLayer(given, id)]
    const name = fileNameOf(id, unit.unit)
    const at = unit.unit === undefined ? `items/${name}` : `units/${unit.unit}/items/${name}`
    if (item === undefined) {
      doubts.push(doubt('row-unknown', { at, label: id, found: id }))
      return []
    }
    if (layer === undefined || (layer.value === undefined && layer.state === undefined)) return []
    const { value, state, why } = layer
    const said = {
      ...(value === undefined ? {} : { value }),
      ...(state === undefined ? {} : { state }),
      ...(why === undefined ? {} : { why }),
    }
    const entry: LayerEntry = { of: 'items', id, ...unit, layer: 'reported', ...said }
    const label = 'name' in given ? `${given.name} ${nameOf(item)}` : nameOf(item)
    const standing = reportedLayer(before, id)
    const isSame = standing !== undefined && isSameLayer(item, said, standing)
    const { issues } = readItem(item, { layers: [{ layer: 'reported', ...said }] }, [true])
    const issue = issues.find(({ severity }) => severity === 'error')
    if (issue !== undefined && !isSame) {
      doubts.push(doubt('issue', { at, label, found: JSON.stringify(value ?? null).slice(0, 120), issue }))
      return []
    }
    const kind = isSame ? 'same' : standing === undefined ? 'new' : 'changed'
    return [{ kind, entry, before: standing, label, at }]
  })
}

function claimChanges({ claims }: Submission, { scheme, present }: EntryContext, doubts: EntryDoubt[]): ClaimChange[] {
  const places = indicatorById(scheme)
  const changes: ClaimChange[] = []
  const add = (of: ClaimChange['of'], value: string, before: string | undefined, limit: string | undefined) => {
    const label = typeof of === 'object' ? (places.get(of.indicator)?.node.name ?? of.indicator) : of
    const at = typeof of === 'object' ? `claims/scores/${of.indicator}` : `claims/${of}`
    const number = of === 'note' ? undefined : Exact.parse(value)
    if (typeof of === 'object' && !places.has(of.indicator))
      doubts.push(doubt('row-unknown', { at, label, found: label }))
    else if (limit !== undefined && number !== undefined && (number.sign < 0 || !number.atMost(Exact.of(limit)))) {
      doubts.push(doubt('claim-limit', { at, label, expected: limit, found: value }))
    } else {
      const isSame =
        before !== undefined && (number === undefined ? before === value : Exact.parse(before)?.equals(number) === true)
      changes.push({ kind: isSame ? 'same' : before === undefined ? 'new' : 'changed', of, value, before, label, at })
    }
  }
  for (const [indicator, value] of Object.entries(claims?.scores ?? {})) {
    const scores = present?.claims?.scores ?? {}
    const before = Object.hasOwn(scores, indicator) ? scores[indicator] : undefined
    add({ indicator }, value, before, places.get(indicator)?.node.points)
  }
  if (claims?.total !== undefined)
    add('total', claims.total, present?.claims?.total, scheme.ceiling ?? scheme.fullScore)
  if (claims?.note !== undefined) add('note', claims.note, present?.claims?.note, undefined)
  return changes
}
