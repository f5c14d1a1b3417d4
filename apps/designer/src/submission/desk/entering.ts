import {
  Exact,
  type Issue,
  type Item,
  isJudged,
  type Layer,
  type LayerEntry,
  type Leaf,
  readItem,
  readJudgement,
  type Scheme,
  stackOf,
} from '@yardstick/model'
import { type CellChoice, type CellReading, readCell } from '../../parts/entry/read-cell.ts'
import { readJudgementCell } from '../../parts/entry/read-judgement-cell.ts'
import type { SubmissionRights } from '../rights.ts'
import { panelOf, readPanelText } from './panel.ts'

/** What whoever is there may write: `own` is an expert's own score in a panel. */
export interface Writable {
  readonly verified: boolean
  readonly judged: 'all' | 'own' | 'nothing'
  readonly overridden: boolean
}

/** By the rights there are at this stage: values are verified and leaves judged in 评价, what stands then is overridden in 复核. */
export function writable({
  verify,
  judge,
  override,
}: Pick<SubmissionRights, 'verify' | 'judge' | 'override'>): Writable {
  return { verified: verify, judged: verify && judge ? 'all' : judge ? 'own' : 'nothing', overridden: override }
}

/** A place that the desk writes to. */
export type Target =
  | {
      readonly of: 'items'
      readonly item: Item
      /** A subordinate unit's. */
      readonly unit?: string | undefined
      readonly layer: 'verified' | 'overridden'
    }
  | {
      readonly of: 'judgements'
      readonly leaf: Leaf
      readonly layer: 'judged' | 'overridden'
      /** An expert writes the own score alone. */
      readonly isOwn?: boolean
      /** Who stands in its panel already. */
      readonly experts?: readonly string[]
    }

/** The layer in which this leaf is judged now; undefined where it is not, by this person or at all. */
export function judgingLayer(
  leaf: Leaf,
  may: Writable,
): { layer: 'judged' | 'overridden'; isOwn: boolean } | undefined {
  if (!isJudged(leaf)) return undefined
  if (may.overridden) return { layer: 'overridden', isOwn: false }
  if (may.judged === 'nothing') return undefined
  return { layer: 'judged', isOwn: may.judged === 'own' && panelOf(leaf) !== undefined }
}

/** What was typed: an entry for the server, or why it is none. */
export type Entered =
  | { readonly entry: LayerEntry }
  | { readonly question: 'rate' | 'unit' | 'choice'; readonly readings: readonly { entry: LayerEntry; text: string }[] }
  | Extract<CellReading, { refused: string }>

/** text  as it is typed into the field of a value or a score; emptied, the layer is taken away */
export function readEntered(target: Target, text: string, why: string | undefined, scheme: Scheme): Entered {
  const before = { layers: [{ layer: target.layer }] }
  const read: CellReading =
    target.of === 'items'
      ? readCell(target.item, withReason(text, why), before)
      : readJudged(target, withReason(text, why), before, scheme)
  if ('readings' in read) {
    const entryOf = ({ entry }: CellChoice) => asEntry(target, stackOf(entry).top, why)
    return { ...read, readings: read.readings.map((each) => ({ entry: entryOf(each), text: each.text })) }
  }
  if (!('entry' in read)) return read
  const { top } = stackOf(read.entry)
  // A reason typed behind 不适用 takes the place of the one beside it.
  return { entry: asEntry(target, top, top?.why ?? why) }
}

/** The same place with another reason. */
export function withWhy(entry: LayerEntry, why: string | undefined): LayerEntry {
  const { why: _, ...rest } = entry
  return why === undefined ? rest : { ...rest, why }
}

/** What stands in a layer already, as it would be written anew. */
export function asEntry(target: Target, layer: Layer | undefined, why: string | undefined): LayerEntry {
  return {
    of: target.of,
    id: target.of === 'items' ? target.item.id : target.leaf.id,
    ...(target.of === 'items' && target.unit !== undefined ? { unit: target.unit } : {}),
    layer: target.layer,
    ...(layer?.value === undefined ? {} : { value: layer.value }),
    ...(layer?.state === undefined ? {} : { state: layer.state }),
    ...(why === undefined ? {} : { why }),
  }
}

export interface Checked {
  /** What keeps it from being saved, or is worth a look. */
  readonly issues: readonly Issue[]
  /** It waits for its reason: below full points, overridden, or not applicable. */
  readonly lacksReason: boolean
  readonly isSendable: boolean
}

/** An entry against its item or leaf, before it is sent: the server would refuse all that comes with a wrong one. */
export function checkEntry(target: Target, entry: LayerEntry, scheme: Scheme): Checked {
  const isGone = entry.value === undefined && entry.state === undefined
  if (isGone) return { issues: [], lacksReason: false, isSendable: true }
  const { value, state, why } = entry
  const layer: Layer = {
    layer: entry.layer,
    ...(value === undefined ? {} : { value }),
    ...(state === undefined ? {} : { state }),
    ...(why === undefined ? {} : { why }),
  }
  const stack = { layers: [layer] }
  const found =
    target.of === 'items'
      ? readItem(target.item, stack, [true]).issues
      : readJudgement(target.leaf, stack, { scheme }).issues
  const isReason = ({ code, severity }: Issue) =>
    severity === 'error' && (code === 'SUBMISSION_REASON' || code === 'SUBMISSION_NOT_APPLICABLE_REASON')
  const lacksReason = found.some(isReason) || (entry.layer === 'overridden' && (why ?? '').trim() === '')
  const issues = found.filter((each) => !isReason(each))
  return { issues, lacksReason, isSendable: !lacksReason && issues.every(({ severity }) => severity !== 'error') }
}

/** Whether a judged value is below full points, so that its reason is asked for next. */
export function isBelowFull(leaf: Leaf, { value }: Pick<LayerEntry, 'value'>): boolean {
  const full = Exact.of(leaf.points)
  const isLow = (score: string | number) => {
    const points = typeof score === 'number' ? Exact.fromNumber(score) : Exact.parse(score)
    return points?.lessThan(full) === true
  }
  if (typeof value === 'string' || typeof value === 'number') return isLow(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  if (value.experts !== undefined) return value.experts.some(({ score }) => isLow(score))
  if (value.elements !== undefined) return Object.values(value.elements).some((isMet) => !isMet)
  const { scoring } = leaf
  const level = scoring.method === 'levels' ? scoring.levels.find(({ name }) => name === value.level) : undefined
  const share = value.share ?? level?.share
  const read =
    typeof share === 'number' ? Exact.fromNumber(share) : share === undefined ? undefined : Exact.parse(share)
  return read?.lessThan(Exact.one) === true
}

/** 不适用 has its reason in the field beside it. */
function withReason(text: string, why: string | undefined): string {
  const plain = text.normalize('NFKC').trim()
  return why !== undefined && /^(不适用|n\/a|not applicable)$/i.test(plain) ? `${plain}: ${why}` : text
}

/** Levels are chosen by their place, too; a panel is typed with its names. */
function readJudged(
  { leaf, isOwn, experts: known }: Extract<Target, { of: 'judgements' }>,
  text: string,
  before: { layers: Layer[] },
  scheme: Scheme,
): CellReading {
  const { scoring } = leaf
  const experts = panelOf(leaf) === undefined || isOwn === true ? undefined : readPanelText(text, known)
  if (experts !== undefined) {
    const entry = { layers: [{ layer: before.layers[0]!.layer, value: { experts } }] }
    const read = readJudgement(leaf, entry, { scheme })
    return read.state === 'error' ? { refused: 'issue', issue: read.issue } : { entry, issues: read.issues }
  }
  if (scoring.method !== 'levels') return readJudgementCell(leaf, text, before, scheme)
  const plain = text.normalize('NFKC').trim()
  const isNamed = scoring.levels.some(({ name }) => plain.startsWith(name.normalize('NFKC')))
  const match = isNamed ? null : /^(\d{1,2})(?:\s+(\S+))?$/.exec(plain)
  const level = match === null ? undefined : scoring.levels[Number(match[1]) - 1]
  const meant = level === undefined ? text : [level.name, match?.[2]].filter((each) => each !== undefined).join(' ')
  return readJudgementCell(leaf, meant, before, scheme)
}
