import type { Json } from '../json.ts'

/** error: cannot be scored, or a contradiction · warning: can be scored, and is probably not meant · hint: worth a look */
export type Severity = 'error' | 'warning' | 'hint'

/** What an issue code stands for, and its three clauses: what was expected, what was found, how to mend it. */
export interface CatalogueEntry {
  readonly severity: Severity
  /** `expected` and `found` are the data. */
  readonly zh: (expected: Json, found: Json) => string
  readonly en: (expected: Json, found: Json) => string
}
