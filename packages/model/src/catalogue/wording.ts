import type { CatalogueEntry } from './index.ts'

export const wordingIssues = {} satisfies Record<string, CatalogueEntry>
