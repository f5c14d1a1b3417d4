import { bind, type Scheme } from '@yardstick/model'
import type { Designer } from '../store/designer-store.ts'
import { useDesigner } from '../store/use-designer.ts'

/** The scheme as samples are scored by it: with the chosen declaration's targets, own leaves and own data items. */
export function boundScheme({ design, view }: Pick<Designer, 'design' | 'view'>): Scheme {
  const { scheme, declarations } = design!
  const declaration = view.declaration === null ? undefined : declarations[view.declaration]
  if (declaration === undefined) return scheme
  const known = bounds.get(scheme)
  if (known !== undefined && known.declaration === declaration) return known.bound
  const read = bind(scheme, declaration)
  const bound = read.ok ? read.value : scheme
  bounds.set(scheme, { declaration, bound })
  return bound
}

const bounds = new WeakMap<Scheme, { readonly declaration: object; readonly bound: Scheme }>()

export function useBoundScheme(): Scheme {
  return useDesigner(boundScheme)
}
