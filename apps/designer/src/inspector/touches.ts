import { indicatorById, type Patch, type Scheme } from '@yardstick/model'
import type { Design } from '../store/design.ts'
import type { Entry, History } from '../store/history.ts'
import { undone } from '../store/history.ts'

/** An entry of the history that changed one indicator. */
export interface Touch {
  readonly entry: Entry
  readonly index: number
  readonly isUndone: boolean
}

/**
 * The last entries that changed an indicator, latest first. Patches name places, not ids, and places move, so the design
 * is followed backwards and the indicator found in each of its states.
 */
export function touchesOf(id: string, design: Design, { entries, position }: History, most = 12): Touch[] {
  const found: Touch[] = []
  let state = design
  for (let index = position - 1; index >= 0 && found.length < most; index--) {
    const entry = entries[index]!
    const before = undone(state, entry)
    if (concerns(entry.patches, pointerOf(id, state.scheme)) || concerns(entry.inverse, pointerOf(id, before.scheme))) {
      found.push({ entry, index, isUndone: false })
    }
    state = before
  }
  return found
}

function pointerOf(id: string, scheme: Scheme): string | undefined {
  return indicatorById(scheme).get(id)?.pointer
}

/** Whether one of the patches lies in the indicator itself, not merely beside it or in a child. */
function concerns(patches: readonly Patch[], pointer: string | undefined): boolean {
  if (pointer === undefined) return false
  return patches.some(({ path }) => {
    const at = `/${path.join('/')}`
    return at === pointer || (at.startsWith(`${pointer}/`) && !at.startsWith(`${pointer}/children/`))
  })
}
