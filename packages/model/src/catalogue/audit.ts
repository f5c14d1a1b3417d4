import type { CatalogueEntry } from './index.ts'

export const auditIssues = {} satisfies Record<string, CatalogueEntry>
