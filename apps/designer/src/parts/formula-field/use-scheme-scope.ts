import { type Scope, scopeOf } from '@yardstick/formula'
import { useDesigner } from '../../store/use-designer.ts'
import { scopeOfScheme } from './read-formula.ts'

const nothing = scopeOf([])

/** The names of the design that is open. */
export function useSchemeScope(): Scope {
  return useDesigner(({ design }) => (design === null ? nothing : scopeOfScheme(design.scheme)))
}
