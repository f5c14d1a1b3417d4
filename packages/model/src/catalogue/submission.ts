import type { CatalogueEntry } from './index.ts'

export const submissionIssues = {} satisfies Record<string, CatalogueEntry>
