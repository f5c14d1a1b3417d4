import { type Evaluation, entryOf, type InputTrace, type Item, type Submission } from '@yardstick/model'
import { isSaidIn } from '../still-open.ts'

/** What the units' values of an item come to. */
export interface UnitTotal {
  /** Units that neither give a value nor say why not. */
  readonly missing: number
  /** As people read it; undefined where it is not known yet. */
  readonly shown: string | undefined
  /** The department gives the value itself: the units' are not read. */
  readonly isOverruled: boolean
}

/** Undefined where no unit says anything of the item. */
export function unitTotal(
  item: Item,
  { items, units = [] }: Pick<Submission, 'items' | 'units'>,
  evaluation: Evaluation | null,
): UnitTotal | undefined {
  if (units.every((unit) => entryOf(unit.items, item.id) === undefined)) return undefined
  const isOverruled = entryOf(items, item.id) !== undefined
  const missing = units.filter((unit) => !isSaidIn(unit, item)).length
  const trace = isOverruled ? undefined : inputTrace(evaluation, item)
  return { missing, shown: trace?.units === undefined ? undefined : trace.shown, isOverruled }
}

/** Of any indicator that reads it. */
function inputTrace(evaluation: Evaluation | null, { id }: Item): InputTrace | undefined {
  for (const { trace } of evaluation?.indicators ?? []) {
    if (trace === undefined || !('inputs' in trace)) continue
    const found = trace.inputs.find(({ name }) => name === id)
    if (found !== undefined) return found
  }
  return undefined
}
