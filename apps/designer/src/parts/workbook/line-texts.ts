import {
  entryOf,
  indicatorById,
  itemById,
  type LayerEntry,
  layersOf,
  type Scheme,
  type Submission,
} from '@yardstick/model'
import { useMemo } from 'react'
import { entryWords } from '../entry/words.ts'
import { useWords } from '../words.ts'
import type { DryLine, DryRun } from './dry-run.ts'
import { indicatorOfItems } from './item-indicators.ts'
import { layerText } from './layer-text.ts'
import { workbookWords } from './words.ts'

/** What a file is compared with, to be shown beside it. */
export interface DryRunOf {
  readonly run: DryRun
  readonly scheme: Scheme
  readonly present: Submission
}

/** The words of an entry as its cell would show them; what takes a value away says so. */
export function useEntryText({ scheme }: DryRunOf): (entry: LayerEntry) => string {
  const w = useWords(workbookWords)
  const e = useWords(entryWords)
  const items = useMemo(() => itemById(scheme), [scheme])
  return (entry) => {
    const item = items.get(entry.id)
    if (entry.value === undefined && entry.state === undefined) return w.removed
    return item === undefined ? String(entry.value ?? '') : layerText(item, entry, { ...e, ...w })
  }
}

/** What a line says in each of its columns. */
interface LineTexts {
  readonly name: string
  readonly indicator: string
  readonly before: string
  readonly after: string
}

/** What stands in a line: the name of what it changes, where that belongs, and its words before and after. */
export function useLineTexts(line: DryLine, of: DryRunOf): LineTexts {
  const w = useWords(workbookWords)
  const e = useWords(entryWords)
  const text = useEntryText(of)
  const { scheme, present } = of
  const { change, claim, proposals, label, at } = line
  if (claim !== undefined) {
    const place = typeof claim.of === 'object' ? indicatorById(scheme).get(claim.of.indicator) : undefined
    const scored = (value: string | undefined) =>
      value === undefined ? w.unfilled : claim.of === 'note' ? value : w.points(value)
    return {
      name: claim.of === 'total' ? w.claimTotal : claim.of === 'note' ? w.claimNote : w.claimOf(label),
      indicator: place?.path.slice(0, -1).join(' / ') ?? '',
      before: scored(claim.before),
      after: scored(claim.value),
    }
  }
  // What cannot be meant in any way has no entry; its item is known by its name alone.
  const named = scheme.items.find((each) => (each.label ?? each.id) === label)?.id
  const entry = change?.entry ?? proposals[0]?.entry ?? (named === undefined ? undefined : reported(named))
  const item = entry === undefined ? undefined : itemById(scheme).get(entry.id)
  const place = entry?.unit === undefined ? present : present.units?.find(({ name }) => name === entry.unit)
  const layers = entry === undefined ? [] : layersOf(entryOf(place?.[entry.of], entry.id))
  const before = change?.before ?? layers.find(({ layer }) => layer === 'reported')
  const name = label === '' ? at : label
  return {
    name: entry?.unit === undefined ? name : `${entry.unit} / ${name}`,
    indicator: entry === undefined ? '' : (indicatorOfItems(scheme).get(entry.id) ?? ''),
    before: item === undefined ? '' : layerText(item, before, { ...e, ...w }),
    after: change === undefined ? '' : text(change.entry),
  }
}

const reported = (id: string): LayerEntry => ({ of: 'items', id, layer: 'reported' })
