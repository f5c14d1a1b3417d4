import { applyPatches, type Scheme } from '@yardstick/model'
import { api } from '../api.ts'
import type { SavePoint } from '../storage/save-points.ts'
import type { Designer } from '../store/designer-store.ts'

/** What can be compared: the design as it is, its save points, what was published of it, its earliest step, the template it came from. */
export type VersionKey = 'now' | 'start' | 'template' | `save-point ${number}` | `version ${string}`

export const keyOf = ({ number }: SavePoint): VersionKey => `save-point ${number}`

/** The scheme of a version; undefined where it is no longer there. */
export async function schemeOf(
  key: VersionKey,
  state: Designer,
  origin: string | undefined,
): Promise<Scheme | undefined> {
  const { design, designId, history } = state
  if (design === null || designId === null) return undefined
  switch (key) {
    case 'now':
      return design.scheme
    case 'start':
      return history.entries
        .slice(0, history.position)
        .reduceRight((scheme, entry) => applyPatches(scheme, entry.inverse), design.scheme)
    case 'template': {
      const opened = origin === undefined ? undefined : await api.template(origin)
      return opened?.ok ? opened.value.scheme : undefined
    }
    default:
      if (key.startsWith('version ')) return api.version(key.slice('version '.length))
      return api.savePoint(designId, Number(key.slice('save-point '.length)))
  }
}
