import { type Limits, limitsOf } from '@yardstick/model'
import { useDesigner } from '../../store/use-designer.ts'

/** What those above have locked in the open design; the same object for the same scheme. */
export function useLimits(): Limits {
  return useDesigner((state) => limitsOf(state.design!.scheme))
}
