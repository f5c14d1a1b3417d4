import type { CatalogueEntry } from './index.ts'

export const scoringIssues = {} satisfies Record<string, CatalogueEntry>
