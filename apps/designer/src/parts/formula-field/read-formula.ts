import {
  checkFormula,
  type Declared,
  itemInfo,
  measureInfo,
  parseFormula,
  type Scope,
  scopeOf,
} from '@yardstick/formula'
import type { Issue, Scheme } from '@yardstick/model'

/**
 * What stands in a formula's editor, as the page itself can tell: it parses or not, and what is wrong with it. Values are
 * the engine's to say.
 */
export interface FormulaReading {
  /** Text that does not parse stays in its editor and never reaches the scheme. */
  readonly parses: boolean
  readonly issues: readonly Issue[]
}

export function readFormula(text: string, scope: Scope, expects?: Declared): FormulaReading {
  const parsed = parseFormula(text)
  if (!parsed.ok) return { parses: false, issues: parsed.issues }
  return { parses: true, issues: checkFormula(parsed.value, scope, expects).issues }
}

const scopes = new WeakMap<Scheme['items'], { readonly measures: Scheme['measures']; readonly scope: Scope }>()

/** The names a scheme's formulas may read; the same scope for as long as items and measures are the same. */
export function scopeOfScheme({ items, measures }: Pick<Scheme, 'items' | 'measures'>): Scope {
  const known = scopes.get(items)
  if (known !== undefined && known.measures === measures) return known.scope
  // Of equal names the item counts, as for the engine.
  const scope = scopeOf([...(measures ?? []).map(measureInfo), ...items.map(itemInfo)])
  scopes.set(items, { measures, scope })
  return scope
}
