import type { CatalogueEntry } from './index.ts'

export const schemeIssues = {} satisfies Record<string, CatalogueEntry>
