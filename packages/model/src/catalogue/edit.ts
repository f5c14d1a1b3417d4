import type { CatalogueEntry } from './index.ts'

export const editIssues = {} satisfies Record<string, CatalogueEntry>
