import type { CatalogueEntry } from './index.ts'

export const formulaIssues = {} satisfies Record<string, CatalogueEntry>
