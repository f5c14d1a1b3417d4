import { type Issue, type Scheme, schemeEdits } from '@yardstick/model'
import type { EditOptions } from '../../store/designer-store.ts'
import type { Label } from '../../store/label.ts'
import { isFrozen } from '../../store/server-side.ts'
import { designer, useDesigner } from '../../store/use-designer.ts'

/** Whether a result can become the draft here: not while it is under review, or where one may only look. */
export function useCanTakeOver(): boolean {
  return useDesigner(
    ({ server, sync }) =>
      sync.state !== 'elsewhere' && !isFrozen(server === null ? null : { ...server, isReopened: true }),
  )
}

/**
 * Makes the result the draft, as one undo step; what was approved is gone on with, and has to be reviewed again.
 *
 * returns  why not
 */
export function takeOver(label: Label, result: Scheme, options: EditOptions = {}): Issue | undefined {
  const { design, server } = designer.getState()
  if (design === null) return undefined
  if (server !== null && isFrozen(server)) designer.setServer({ isReopened: true })
  return designer.edit(label, schemeEdits(design.scheme, result), options)[0]
}
