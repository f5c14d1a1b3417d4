import {
  Exact,
  indicatorById,
  isLeafPlace,
  type LayerEntry,
  type Leaf,
  type Scheme,
  type Submission,
  withOwnScore,
} from '@yardstick/model'
import { layerAt } from './journal.ts'

/**
 * An expert of a panel writes the own score alone, as a bare number; the server puts it beside those of the others. Here
 * the same is done with what is not there yet, so that the page shows what it will be.
 */
export class OwnScores {
  private readonly leaves: ReadonlyMap<string, Leaf>

  /** expert  the name in panels of whoever writes; undefined where they write whole panels */
  constructor(
    scheme: Scheme,
    private readonly expert: string | undefined,
  ) {
    const places = [...indicatorById(scheme)].flatMap(([id, place]): [string, Leaf][] =>
      isLeafPlace(place) && place.node.scoring.method === 'judgement' && place.node.scoring.panel !== undefined
        ? [[id, place.node]]
        : [],
    )
    this.leaves = new Map(expert === undefined ? [] : places)
  }

  isOwn({ of, id, layer, value, state }: LayerEntry): boolean {
    const isScore = value === undefined || typeof value === 'number' || typeof value === 'string'
    return of === 'judgements' && layer === 'judged' && isScore && state === undefined && this.leaves.has(id)
  }

  /** The entry as it will stand in the submission. */
  inDocument(entry: LayerEntry, submission: Submission): LayerEntry {
    if (!this.isOwn(entry)) return entry
    const before = layerAt(submission, entry) ?? undefined
    const { value: _, why: __, ...place } = entry
    return { ...place, ...withOwnScore(before, this.expert!, entry.value as string | number | undefined, entry.why) }
  }

  /** Below full points it waits for its own reason, whatever reasons the others gave. */
  lacksReason(entry: LayerEntry): boolean {
    const { value, why = '' } = entry
    if (value === undefined || why.trim() !== '' || !this.isOwn(entry)) return false
    const points = typeof value === 'number' ? Exact.fromNumber(value) : Exact.parse(String(value))
    return points?.lessThan(Exact.of(this.leaves.get(entry.id)!.points)) === true
  }
}
