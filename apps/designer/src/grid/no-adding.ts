import { indicatorById, type Language, limitsOf, type Scheme } from '@yardstick/model'
import { noAddingText } from '../parts/sharing/lock-text.ts'

/** Why nothing may be added beside an indicator and under it; undefined where it may. */
export function noAdding(
  scheme: Scheme,
  id: string | null,
  language: Language,
): { readonly after?: string; readonly under?: string } {
  const limits = limitsOf(scheme)
  if (!limits.hasAny) return NONE
  const place = id === null ? undefined : indicatorById(scheme).get(id)
  const after = noAddingText(limits, place?.parent ?? null, language)
  const under = place === undefined ? undefined : noAddingText(limits, place.node, language)
  return { ...(after === undefined ? {} : { after }), ...(under === undefined ? {} : { under }) }
}

const NONE = {}
